"""Phrases in the words of a headline: no articles or dates, names for pronouns, cut to a length."""

from __future__ import annotations

import re

from timeline.events.antecedents import antecedent
from timeline.events.scene import Scene
from timeline.language import Document

_ARTICLES = frozenset(("the", "a", "an"))
# "a few days", "a dozen men": here the article is part of the number
_COUNTS = frozenset(
    "few dozen lot number couple hundred thousand million billion handful little".split()
)
_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs i we me us my our you your".split()
)
RELATIVE = frozenset("who whom which that whose".split())
ASIDES = frozenset(("relcl", "acl", "advcl", "appos", "parataxis"))
_REMOVABLE = frozenset("prep relcl acl appos advcl parataxis npadvmod advmod nmod conj".split())
# Nouns that mean little without their "of": "members of", "thousands of".
_PARTS = frozenset(
    "one most some all many number group series member part dozen hundred thousand million"
    " majority lot couple pair percent half third quarter rest kind type head leader".split()
)
# Nouns that after a preposition mean little without what completes them: "in pursuit of".
_HOLLOW = frozenset(
    "pursuit ground basis case wake face light view result course term hope search need support"
    " favour favor spite front honour honor exchange response".split()
)
_POINTING = frozenset("this that these those".split())
_ITSELF = frozenset("himself herself itself themselves".split())
_TIME_ADVERBS = frozenset(
    "earlier later recently previously now then already currently soon also too meanwhile however"
    " therefore first once again still".split()
)
_OPENING = frozenset(("WP", "WDT", "WRB", "TO"))
_QUOTES = frozenset(("“", "”", '"', "``", "''", "‘"))
_EDGES = " ,;:-–—\"'“”‘("
_MANY = frozenset(("NNS", "NNPS"))
_COMMON = frozenset("ADP ADV AUX CCONJ DET NOUN NUM PART SCONJ VERB".split())
# how nouns of persons end
_DOERS = tuple(
    "er or man woman ist ian ant ess mat crat chief coach judge boss king prince pilot student"
    " captain general official wife father mother brother sister son daughter husband friend teen"
    " star boy girl".split()
)
_OPEN_END = re.compile(
    r"(?:^|\s)(?:and|or|but|of|to|in|on|at|by|for|with|from|as|than|according|because|due|worth|the|an?)$"
)
_ENDLESS = 120  # tokens
# "LIMA, Peru -": where an article was sent from
_DATELINE = re.compile(r"^[A-Z][A-Z. ]{2,30}(?:, ?[A-Z][\w. ]{0,24})? ?[-–—_] ")

Referent = str | int | None


def referent(scene: Scene, i: int) -> Referent:
    """What a word stands for: a person's name, the head of a phrase, or None if that is unclear."""
    person = scene.person_at(i)
    if person is not None:
        return person.name
    if scene.doc.tokens[i].pos != "PRON":
        return i
    return antecedent(scene, i)


def is_pronoun(scene: Scene, i: int) -> bool:
    """Whether a word is a personal or relative pronoun, which says nothing in a title."""
    token = scene.doc.tokens[i]
    return token.lower in _PRONOUNS or (token.pos == "PRON" and token.lower in RELATIVE)


def phrase(
    scene: Scene,
    head: int,
    limit: int,
    about: Referent = None,
    left_out: frozenset[str] = ASIDES | {"ccomp"},
    swap: dict[int, str] | None = None,
    purposes: bool = True,
) -> str:
    """A phrase of at most `limit` characters; empty if nothing of it fits.

    Args:
        head: the token at its head.
        about: what the title is about, to which pronouns may stay bound.
        left_out: dependencies that are not entered.
        swap: words to write instead of others, by token; "" leaves one out.
        purposes: whether nouns keep what they are for: "ways to sell them".
    """
    doc = scene.doc
    if len(doc.subtree(head, left_out)) > _ENDLESS:  # nothing of it would stay anyway
        left_out |= _REMOVABLE
    timely = _timely(scene, head)
    below = {*doc.subtree(head, left_out), *_named_beside(doc, head)}
    if purposes:
        below.update(_purposes(doc, below, left_out))
    kept = [i for i in sorted(below) if i not in timely]
    words = _words(scene, kept, about, swap or {})
    for cut in sorted((i for i in kept if _may_go(doc, i, head)), reverse=True):
        if len(words) <= limit:
            break
        gone = {*doc.subtree(cut), *_joint(doc, cut)}
        kept = [i for i in kept if i not in gone]
        words = _words(scene, kept, about, swap or {})
    if len(words) > limit:
        words = _first_of_many(scene, kept, head, about)
    return words if len(words) <= limit else ""


def _first_of_many(scene: Scene, kept: list[int], head: int, about: Referent) -> str:
    """A list too long for a title: "Peru and others"."""
    doc = scene.doc
    top = head
    if doc.tokens[head].dep in ("prep", "agent"):
        top = doc.child(head, "pobj") or head
    others = {k for c in doc.children_of(top, "conj", "cc") for k in doc.subtree(c)}
    if not others:
        return " ".join(doc.tokens[i].text for i in kept)
    return _words(scene, [i for i in kept if i not in others], about, {}) + " and others"


def _could_own(scene: Scene, subject: int) -> bool:
    """Whether "his" or "her" in a clause may well be its subject's, whatever else it may be.

    "The driver lost his licence": here the name of somebody else would be a bold guess.
    """
    token = scene.doc.tokens[subject]
    if subject in scene.body_at or token.tag in _MANY:
        return False
    if subject in scene.place_at and scene.place_at[subject].kind != "demonym":
        return False
    return token.pos == "PROPN" or token.lower.endswith(_DOERS)


def name_of(scene: Scene, i: int, limit: int, about: Referent = None, purposes: bool = True) -> str:
    """A noun phrase, by the name of the person it stands for if it stands for one alone."""
    doc = scene.doc
    person = scene.person_at(i)
    apposed = doc.child(i, "appos")
    if person is None and apposed is not None and doc.tokens[i].dep.startswith("nsubj"):
        person = scene.person_at(apposed)
    if person is not None and not doc.children_of(i, "conj") and len(person.name) <= limit:
        return person.name
    if doc.tokens[i].pos == "PRON" and person is None:
        meant = antecedent(scene, i)
        if meant is not None and meant != about:
            return phrase(scene, meant, limit, about, ASIDES | {"ccomp", "prep"})
    return phrase(scene, i, limit, about, purposes=purposes)


def _purposes(doc: Document, kept: set[int], left_out: frozenset[str]) -> list[int]:
    """What nouns are for: "ways to sell them", "the decision to leave"."""
    return [
        k
        for i in sorted(kept)
        for c in doc.children_of(i, "acl")
        if any(doc.tokens[a].tag == "TO" for a in doc.children_of(c, "aux"))
        for k in doc.subtree(c, left_out)
    ]


def is_cut_short(doc: Document, noun: int, words: str) -> bool:
    """Whether a phrase has lost what its noun means nothing without: "on the grounds that"."""
    token = doc.tokens[noun]
    return token.lemma in _HOLLOW and len(doc.children[noun]) > 0 and words.endswith(token.lower)


def _named_beside(doc: Document, head: int) -> list[int]:
    """A name that follows its noun without a comma: "the airline Norair"."""
    return [
        k
        for c in doc.children_of(head, "appos")
        if doc.tokens[c].pos == "PROPN" and doc.subtree(c)[0] == head + 1
        for k in doc.subtree(c, ASIDES)
    ]


def _timely(scene: Scene, head: int) -> set[int]:
    """The tokens below a head that only say when."""
    doc = scene.doc
    found: set[int] = set()
    for i in doc.subtree(head):
        token = doc.tokens[i]
        if i in scene.dated_tokens:
            found.add(i)
            # "late on Monday", but not what the parser hangs on a date: "on Monday in Lima"
            below = (c for c in doc.children[i] if doc.tokens[c].dep in ("advmod", "det", "case"))
            found.update(below)
        elif token.dep == "advmod" and token.lower in _TIME_ADVERBS and i != head:
            found.add(i)
    for i in reversed(doc.subtree(head)):
        token = doc.tokens[i]
        if token.dep == "prep" or token.tag in ("IN", "POS"):
            complements = doc.children_of(i, "pobj", "pcomp")
            if complements and all(c in found for c in complements):
                found.add(i)
            if token.tag == "POS" and token.head in found:
                found.add(i)
    return found


def _may_go(doc: Document, i: int, head: int) -> bool:
    token = doc.tokens[i]
    if i == head or token.dep not in _REMOVABLE:
        return False
    above = doc.tokens[token.head]
    parts = _PARTS | _HOLLOW if above.dep == "pobj" else _PARTS
    part = token.lower == "of" and (above.pos == "NUM" or above.lemma in parts)
    return not part and not (token.dep == "conj" and above.pos == "PROPN")


def _joint(doc: Document, i: int) -> list[int]:
    """The "and" and the commas that only join a phrase to what stands before it."""
    token = doc.tokens[i]
    if token.dep != "conj":
        return []
    return [c for c in doc.children_of(token.head, "cc", "punct") if c < i]


def _words(scene: Scene, kept: list[int], about: Referent, swap: dict[int, str]) -> str:
    doc = scene.doc
    inside = set(kept)
    out = ""
    last = -1
    depth = 0
    for i in kept:
        token = doc.tokens[i]
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0 or token.text == ")" or token.text in _QUOTES:
            continue
        if token.text in (",", ";", "--", "–", "—") and not {i - 1, i + 1} <= inside:
            continue  # it set off what is not there any more
        text = swap[i] if i in swap else _word(scene, i, about)
        if not text:
            continue
        if token.tag == "." and i == kept[-1]:
            break
        if i == doc.sentence_of(i).first and _is_common(scene, i):
            text = text[:1].lower() + text[1:]
        joined = last == i - 1 and doc.tokens[last].end == token.start and text != "not"
        glued = joined or token.tag == "POS" or text in (",", ";", "%")
        out += text if glued or not out else f" {text}"
        last = i
    out = _DATELINE.sub("", re.sub(r"\s+", " ", out)).strip(_EDGES)
    while found := _OPEN_END.search(out):
        out = out[: found.start()].rstrip(_EDGES)
    return out


def _is_common(scene: Scene, i: int) -> bool:
    """Whether a word is capital only because it opens its sentence."""
    doc = scene.doc
    token = doc.tokens[i]
    if token.pos not in _COMMON or token.text.isupper() or i in scene.place_at:
        return False
    return token.pos != "NOUN" or not any(
        t.text == token.text and t.i != doc.sentence_of(t.i).first for t in doc.tokens
    )


def _word(scene: Scene, i: int, about: Referent) -> str:
    """A word as a headline has it; empty if it has none."""
    doc = scene.doc
    token = doc.tokens[i]
    if token.lower in _ARTICLES and token.dep == "det":
        return token.text if _keeps_article(scene, i) else ""
    if token.lower in _POINTING and token.dep == "det":
        return ""
    if token.lower in _ITSELF and token.dep in ("appos", "npadvmod"):
        return ""  # "the bank itself": the bank
    if token.lower == "n't":
        return "not"
    if token.lower == "wo" and token.tag == "MD":
        return "will"
    if token.lower not in _PRONOUNS or token.text == "US":
        return token.text
    meant = referent(scene, i)
    owner = token.dep == "poss"
    if meant is None:
        return "" if owner else (token.text if token.text == "I" else token.lower)
    if (
        meant == about
        or (owner and meant == _subject_near(scene, i))
        or (
            owner
            and token.lower in ("his", "her")
            and (isinstance(about, str) or (about is not None and _could_own(scene, about)))
        )
    ):
        return "" if owner else token.lower  # "presented findings": whose goes without saying
    name = meant if isinstance(meant, str) else short_name(scene, meant)
    if not owner:
        return name
    return f"{name}’" if name.endswith("s") and not isinstance(meant, str) else f"{name}'s"


def _subject_near(scene: Scene, i: int) -> Referent:
    """What the subject of a word's own clause stands for."""
    doc = scene.doc
    for k in doc.ancestors(i):
        subject = doc.child(k, "nsubj", "nsubjpass")
        if subject is not None:
            return referent(scene, subject) if subject < i else None
    return None


def short_name(scene: Scene, i: int) -> str:
    """The least that names what stands at token `i`."""
    doc = scene.doc
    near = [c for c in doc.children_of(i, "compound", "nmod") if i - c <= 2]
    return " ".join(doc.tokens[k].text for k in (*near, i))


def _keeps_article(scene: Scene, i: int) -> bool:
    """ "a dozen men", "the poor", "$5 a day", and "The Hague" within a sentence."""
    doc = scene.doc
    token = doc.tokens[i]
    if i + 1 >= len(doc.tokens):
        return False
    following, head = doc.tokens[i + 1], doc.tokens[token.head]
    if following.lower in _COUNTS and token.lower != "the":
        return True
    if token.text == "The" and i in scene.place_at:
        return True
    if token.lower == "the":
        return head.pos == "ADJ"
    return head.dep == "npadvmod" and i > 0 and doc.tokens[i - 1].pos in ("NUM", "NOUN", "SYM")


def quoted_words(scene: Scene, head: int, limit: int) -> str:
    """What is quoted at a clause, word for word; cut where a phrase begins if it is too long."""
    doc = scene.doc
    inside = [i for i in doc.subtree(head) if i in scene.quoted]
    if not inside:
        return ""
    first, last = inside[0], inside[-1]
    while last > first and doc.tokens[last].text in ",.;":
        last -= 1
    start = doc.tokens[first].start
    whole = doc.text[start : doc.tokens[last].end]
    if len(whole) <= limit and "\n" not in whole:
        return whole
    for i in range(last, first + 2, -1):
        token = doc.tokens[i]
        opens = token.dep in ("prep", "cc", "mark") or token.tag in _OPENING or token.text in ",;"
        before = doc.text[start : doc.tokens[i - 1].end]
        if opens and len(before) < limit and "\n" not in before:
            return before.rstrip(_EDGES) + "…"
    return ""
