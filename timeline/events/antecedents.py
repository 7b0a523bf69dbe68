"""What "it" and "they" stand for, and "the two leaders": the body, the state or the group before.

The subject of the clause above is preferred, then that of the sentence before, as in centering
theory; single people are the people room's.
"""

from __future__ import annotations

from timeline.events.lexicon import ANNOUNCING, GROUPS, REPORTING, STATE_AGENTS
from timeline.events.scene import Scene
from timeline.language import Document
from timeline.people.roles import is_calling

_ONE = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "their", "them", "themselves"))
# Verbs whose "it" stands for nothing: "it rained", "it emerged that …".
_EMPTY = frozenset("rain snow seem appear emerge turn happen".split())
_SENTENCES_BACK = 2
_PLURAL = frozenset(("NNS", "NNPS"))
_PAIR = frozenset(("two", "both"))
# what names two by itself, as in "the couple"
_COUPLES = frozenset("couple pair duo newlyweds".split())
_PEOPLE = frozenset("man woman person politician side leader ally rival".split())


def antecedent(scene: Scene, i: int) -> int | None:
    """The head of the noun phrase that a pronoun stands for.

    Args:
        scene: the article.
        i: the token of a pronoun of the third person that stands for no single person.

    Returns:
        A token before `i`; None for any other word, or if nothing fits.
    """
    doc = scene.doc
    word = doc.tokens[i].lower
    if word not in _ONE | _MANY or doc.tokens[doc.tokens[i].head].lemma in _EMPTY:
        return None
    for k in doc.ancestors(i):
        subject = doc.child(k, "nsubj", "nsubjpass")
        if subject is not None and subject < i and _fits(scene, subject, word):
            done_to = _done_to_as_well(scene, i, k, word)
            return subject if done_to is None else done_to
        for c in doc.children_of(k, "advcl"):  # "After the car struck a wall, it was towed"
            subject = doc.child(c, "nsubj", "nsubjpass")
            told = doc.tokens[c].tag in ("VBD", "VBZ", "VBP") or doc.child(c, "aux", "auxpass")
            if c < i and told and subject is not None and _fits(scene, subject, word):
                return subject
    here = doc.tokens[i].sentence
    for sentence in reversed(doc.sentences[max(0, here - _SENTENCES_BACK) : here]):
        for k in range(sentence.first, sentence.last):
            token = doc.tokens[k]
            main = token.dep in ("nsubj", "nsubjpass") and doc.tokens[token.head].dep == "ROOT"
            if main and _fits(scene, k, word):
                return k
    return None


def _done_to_as_well(scene: Scene, i: int, above: int, word: str) -> int | None:
    """To whom something was done before, where others say that more is.

    "Two doctors were seized. Aid groups said they could be released": the doctors, by parallelism
    of roles; who says that "they will leave" speaks of themselves.
    """
    doc = scene.doc
    if doc.tokens[i].dep != "nsubjpass" or doc.tokens[above].lemma not in REPORTING | ANNOUNCING:
        return None
    first = doc.sentences[max(0, doc.tokens[i].sentence - 1)].first
    for k in range(above - 1, first - 1, -1):
        if doc.tokens[k].dep == "nsubjpass" and _fits(scene, k, word):
            return k
    return None


def pair_of(scene: Scene, i: int) -> list[int]:
    """The two persons whom "the two leaders" or "both women" stand for.

    Args:
        scene: the article.
        i: the token of a noun.

    Returns:
        A token of each of the two, if one of the sentences just before names exactly two persons;
        else nothing.
    """
    doc = scene.doc
    token = doc.tokens[i]
    here = token.sentence
    if token.lower in _MANY:  # "Costa met Ruiz, and they agreed"
        found = _named_before(scene, here, i)
        last = max(found.values(), default=i)
        between = any(_is_many(scene, k) for k in range(last + 1, i))
        return list(found.values()) if len(found) == len(_PAIR) and not between else []
    inside = {doc.tokens[c].lower for c in doc.children[i]}
    alone = token.lower == "both" or (token.lower == "two" and "the" in inside)
    if (alone and token.dep in ("nsubj", "nsubjpass")) or (
        token.lower in _COUPLES and "the" in inside and not doc.children_of(i, "prep", "compound")
    ):
        return _two_before(scene, i)
    two = [c for c in doc.children[i] if doc.tokens[c].lower in _PAIR]
    counted = any(doc.tokens[c - 1].text != "-" for c in two)  # "twenty-two" are no pair
    named = any(doc.tokens[c].pos == "PROPN" for c in doc.children[i])
    if token.tag != "NNS" or not counted or named:
        return []
    if not (token.lemma in _PEOPLE or is_calling(token.lemma)):
        return []
    return _two_before(scene, i) or _two_in_office(scene, i)


def _two_before(scene: Scene, i: int) -> list[int]:
    """The two persons whom this sentence or one just before names, if it names no third."""
    doc = scene.doc
    here = doc.tokens[i].sentence
    for sentence in reversed(doc.sentences[max(0, here - _SENTENCES_BACK) : here + 1]):
        found = _named_before(scene, sentence.index, i)
        if len(found) == len(_PAIR):
            return list(found.values())
        if found and sentence.index != here:
            return []
    return []


def _two_in_office(scene: Scene, i: int) -> list[int]:
    """The two who hold an office or are such a one's counterpart: "the two ministers"."""
    office = scene.doc.tokens[i].lemma
    found: dict[int, int] = {}
    for k, mention in scene.roster.mentions.items():
        role = scene.roster.persons[mention.person].role.lower().split()
        if k < i and mention.first <= k and {office, "counterpart"} & set(role):
            found.setdefault(mention.person, k)
    return list(found.values()) if len(found) == len(_PAIR) else []


def _named_before(scene: Scene, sentence: int, i: int) -> dict[int, int]:
    """The persons of a sentence that are spoken of before token `i`, with a token of each."""
    found: dict[int, int] = {}
    here = scene.doc.sentences[sentence]
    for k in range(here.first, min(here.last, i)):
        mention = scene.roster.mentions.get(k)
        if mention is not None and mention.first <= k:
            found.setdefault(mention.person, k)
    return found


def _is_many(scene: Scene, i: int) -> bool:
    """Whether a noun may be what "they" stands for: people, a team, a body."""
    token = scene.doc.tokens[i]
    return token.tag in _PLURAL or token.lower in GROUPS | STATE_AGENTS or i in scene.body_at


def _fits(scene: Scene, i: int, word: str) -> bool:
    doc = scene.doc
    token = doc.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or i in scene.time_tokens:
        return False
    several = token.tag in _PLURAL or bool(doc.children_of(i, "conj"))
    if word in _MANY:
        # a person whom the tagger also takes for a firm is one all the same
        return several or (i in scene.body_at and i not in scene.roster.mentions)
    return i not in scene.roster.mentions and (not several or _is_name(doc, i))


def _is_name(doc: Document, i: int) -> bool:
    """ "The United States" is plural in form alone."""
    return doc.tokens[i].pos == "PROPN"
