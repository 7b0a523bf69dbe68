"""A short headline for an event, in the article's words: who, what, whom, where."""

from __future__ import annotations

from timeline.events.scene import Scene
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger
from timeline.language.verbs import ASPECTUAL, EXPECTED, PLANNED
from timeline.model import Status

LONGEST = 80

_ARGUMENTS = ("dobj", "dative", "prt", "attr", "oprd", "agent", "acomp")
_LEFT_OUT = frozenset(("relcl", "acl", "advcl", "appos", "parataxis", "ccomp"))
_TO_COME = frozenset((Status.PLANNED, Status.EXPECTED))


def title_of(scene: Scene, trigger: Trigger, status: Status) -> str:
    """At most 80 characters, with names for pronouns and without the date."""
    if trigger.group is None:
        words = _phrase(scene, trigger.token) or scene.doc.tokens[trigger.token].text
        return _clipped(words[:1].upper() + words[1:])
    doc = scene.doc
    subject = subject_of(scene, trigger)
    parts = [_phrase(scene, subject)] if subject is not None else []
    parts.append(_verb(scene, trigger, status))
    budget = 3
    for c in doc.children[trigger.token]:
        token = doc.tokens[c]
        if c < trigger.token and token.dep not in ("prt",):
            continue
        if token.dep in _ARGUMENTS or (token.dep == "prep" and budget > 0):
            phrase = _phrase(scene, c)
            if phrase and len(" ".join([*parts, phrase])) <= LONGEST:
                parts.append(phrase)
                budget -= 1
        elif token.dep == "advmod" and doc.children_of(c, "prep"):  # "ship cars back to Peru"
            phrase = _phrase(scene, c)
            if len(" ".join([*parts, phrase])) <= LONGEST:
                parts.append(phrase)
        elif token.dep in ("xcomp", "ccomp") and budget == 3 and not trigger.reporting:
            phrase = _phrase(scene, c)
            if len(" ".join([*parts, phrase])) > LONGEST:
                phrase = _phrase(scene, c, _LEFT_OUT | {"prep"})
            if len(" ".join([*parts, phrase])) <= LONGEST:
                parts.append(phrase)
                budget -= 1
    words = " ".join(part for part in parts if part) or doc.tokens[trigger.token].text
    return _clipped(words[:1].upper() + words[1:])


def _verb(scene: Scene, trigger: Trigger, status: Status) -> str:
    doc = scene.doc
    token = doc.tokens[trigger.token]
    group = trigger.group
    assert group is not None
    negation = "not " if group.negated else ""
    if trigger.presence:
        return "to be" if status in _TO_COME and group.modal else ""
    if group.passive and token.lemma in EXPECTED | PLANNED:
        return f"{negation}{token.text}"
    if group.passive:
        return f"{negation}to be {token.text}" if status in _TO_COME else f"{negation}{token.text}"
    if group.governors and doc.tokens[group.governors[-1]].lemma in ASPECTUAL:
        governor = doc.tokens[group.governors[-1]]
        return f"{negation}{governor.text} to {token.lemma}"
    if group.perfect and group.is_finite and group.tense.value != "future":
        having = doc.child(trigger.token, "aux")  # "has gone and *told*": none of its own
        if having is not None:
            word = "has" if doc.tokens[having].lower == "'s" else doc.tokens[having].text
            return f"{word} {negation}{token.text}"
    if group.tense.value == "future" or group.governors or group.infinitive:
        return f"{negation}to {token.lemma}"
    if group.modal:
        return f"{group.modal.replace(chr(39) + 'd', 'would')} {negation}{token.lemma}"
    if group.progressive and status is not Status.HAPPENED:
        return f"{negation}{token.text}"
    return f"{negation}{token.text}"


def _phrase(scene: Scene, head: int, left_out: frozenset[str] = _LEFT_OUT) -> str:
    """The words of a phrase without asides and dates, pronouns put into names."""
    doc = scene.doc
    person = scene.person_at(head)
    apposed = doc.child(head, "appos")
    if person is None and apposed is not None and doc.tokens[head].dep.startswith("nsubj"):
        person = scene.person_at(apposed)
    if person is not None and doc.tokens[head].pos == "PRON":
        return person.name
    alone = not doc.children_of(head, "conj")
    if person is not None and alone and doc.tokens[head].dep in ("nsubj", "nsubjpass"):
        return person.name
    keep = [i for i in doc.subtree(head, left_out) if _speaks(scene, i)]
    out = ""
    previous = None
    for i in keep:
        token = doc.tokens[i]
        named = scene.person_at(i)
        text = token.text
        if named is not None and token.pos == "PRON":
            if token.dep == "poss":
                continue  # "presented her findings": whose they are goes without saying
            text = named.name
        gap = doc.text[doc.tokens[previous].end : token.start] if previous == i - 1 and i else " "
        if previous is not None:
            out += " " if gap.strip() or gap.isspace() else ""
        out += text
        previous = i
    out = out.strip(" ,;:-–—\"'“”")
    article = out.partition(" ")[0].lower()
    return out[len(article) + 1 :] if article in ("the", "a", "an") else out


def _speaks(scene: Scene, i: int) -> bool:
    doc = scene.doc
    if i in scene.dated_tokens:
        return False
    token = doc.tokens[i]
    below = doc.children[i]
    # a preposition or possessive whose only complement is a date goes with it
    if token.dep in ("prep", "case") or token.tag in ("IN", "POS"):
        complements = [c for c in below if doc.tokens[c].dep in ("pobj", "pcomp")]
        if complements and all(c in scene.dated_tokens for c in complements):
            return False
        if token.tag == "POS" and token.head in scene.dated_tokens:
            return False
    return token.text not in ("“", "”", '"', "``", "''")


def _clipped(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    cut = words.rfind(" ", 0, LONGEST - 1)
    return words[: cut if cut > 0 else LONGEST - 1].rstrip(" ,;:") + "…"
