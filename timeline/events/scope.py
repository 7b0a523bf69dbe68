"""How far the date of one clause reaches: the way through the parse from an event to a phrase.

Each step of the way has a cost. Coordination and participles keep the time of the clause they
hang on, a clause of what was said does not, and the tense of the event must allow the date.
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline.events.lexicon import ANNOUNCING, PUT_OFF, REPORTING
from timeline.events.scene import Scene
from timeline.language import Document, Tense, VerbGroup
from timeline.language.verbs import EXPECTED, PLANNED, PROPOSED
from timeline.model import TimeExpression, TimexType

# Clauses that happen together with the one they hang on ("was shot as he left").
_SIMULTANEOUS = frozenset("as when while whereupon".split())
_SAYING = REPORTING | ANNOUNCING
_FAR = 9.0
_OWN_SETTING = 5.0
_OF_NOW = 0.8
_FRAMED = 0.7
_LATER = frozenset("then later afterwards subsequently eventually".split())

# the cost of a step from a word up to what governs it, by the word's dependency
_UP = {
    "conj": 0.6,
    "xcomp": 0.6,
    "pcomp": 1.0,
    "prep": 0.4,
    "pobj": 0.4,
    "agent": 0.4,
    "dobj": 0.5,
    "nsubj": 0.8,
    "nsubjpass": 0.5,
    "attr": 0.5,
    "acomp": 0.5,
    "oprd": 0.5,
    "dative": 0.5,
    "compound": 1.0,
    "poss": 1.0,
    "nmod": 1.0,
    "amod": 1.0,
    "advcl": 1.2,
    "acl": 1.4,
    "relcl": 2.2,
    "ccomp": 1.5,
    "csubj": 1.5,
    "appos": 1.5,
    "parataxis": 2.5,
    "advmod": 0.5,
}
# and from a word down to the phrase, by the dependency of each word on the way
_DOWN = {
    "prep": 0.2,
    "pobj": 0.2,
    "npadvmod": 0.1,
    "advmod": 0.1,
    "tmod": 0.1,
    "dobj": 0.6,
    "attr": 0.6,
    "nsubj": 1.2,
    "nsubjpass": 1.2,
    "compound": 0.8,
    "poss": 0.8,
    "nmod": 0.8,
    "amod": 0.8,
    "nummod": 0.8,
    "pcomp": 1.0,
    "xcomp": 0.8,
    "conj": 1.4,
    "acl": 1.8,
    "advcl": 2.2,
    "relcl": 3.4,
    "ccomp": 2.2,
    "appos": 1.5,
    "parataxis": 2.5,
    "dep": 1.5,
}
_OTHER = 1.2
# a date that only names the thing: "posted a third-quarter loss"
_NAMING = frozenset(("compound", "poss", "nmod", "amod", "nummod"))


def reach(
    scene: Scene, trigger: int, group: VerbGroup | None, time: TimeExpression, anchor: date
) -> float:
    """What it costs to take a phrase of the same sentence for the date of an event.

    Args:
        trigger: the event's token.
        group: its verb group; None for a noun.
        time: a phrase that stands for a date.
        anchor: the article's day, from which tense looks.

    Returns:
        A cost: under 1 within one clause, 1 to 3 for a neighbouring clause, more where the way
        crosses what somebody says or contradicts the tense.
    """
    doc = scene.doc
    head = doc.head_of(doc.tokens_in(time.start, time.end))
    if head is None or doc.tokens[head].sentence != doc.tokens[trigger].sentence:
        return _FAR
    if doc.tokens[trigger].lower == "according":
        return _FAR
    up = [trigger, *doc.ancestors(trigger)]
    down = [head, *doc.ancestors(head)]
    meeting = next((k for k in down if k in set(up)), None)
    if meeting is None:
        return _FAR
    rising = up[: up.index(meeting)]
    falling = down[: down.index(meeting)]
    cost = sum(_rise(doc, k) for k in rising) + sum(
        _fall(doc, k, group is not None and len(falling) > 1) for k in falling
    )
    if any(doc.tokens[k].dep == "conj" for k in falling) and _has_setting(doc, trigger):
        cost += _OWN_SETTING
    aside = any(doc.tokens[k].dep == "relcl" for k in falling)
    if time.when is not None and time.when.lasting and aside:
        cost += _OWN_SETTING  # "met rebels who have fought since 1964": the fight alone has lasted
    if rising and _goes_on_later(doc, trigger):
        cost += _OWN_SETTING
    if group is not None and group.tense is Tense.PRESENT and not (group.perfect or group.modal):
        cost += _OF_NOW  # "Chad still honours the pact, signed in 1971"
    if falling and head < trigger and _frames(doc, falling[-1], meeting, head):
        cost -= _FRAMED
    return cost + _against_tense(group, time, anchor)


def contradicts(doc: Document, group: VerbGroup, time: TimeExpression, anchor: date) -> bool:
    """Whether a verb cannot have happened on a date, so that the parser hung the date too high.

    Nothing "will look into" a raid "three years ago", nobody "voted" in a coming year, and the
    present perfect goes with no day that is over.

    Args:
        group: the verb's group.
        time: a phrase that stands for a date.
        anchor: the article's day, from which tense looks.
    """
    when = time.when
    if when is None or group.governors or when.lasting:
        return False
    if when.finish is not None and when.finish < anchor:
        ahead = group.tense is Tense.FUTURE or (group.modal == "would" and time.rule == "ago")
        return ahead or (group.perfect and group.tense is Tense.PRESENT and time.rule == "ago")
    if group.tense is not Tense.PAST or group.modal or when.start is None:
        return False
    if doc.tokens[group.head].lemma in PUT_OFF | PLANNED | EXPECTED | PROPOSED:
        return False  # "was set for Friday"
    # a paper of Sunday may be dated on the Saturday
    late = when.start > anchor + timedelta(3)
    return late or (time.type is TimexType.DURATION and when.start == anchor)


def _rise(doc: Document, i: int) -> float:
    token = doc.tokens[i]
    cost = _UP.get(token.dep, _OTHER)
    if token.dep in ("ccomp", "xcomp", "parataxis") and doc.tokens[token.head].lemma in _SAYING:
        cost += 1.5
    if token.dep == "advcl":
        marks = {doc.tokens[c].lower for c in doc.children_of(i, "mark", "advmod")}
        if not (marks & _SIMULTANEOUS or (token.tag == "VBG" and not marks)):
            cost += 1.0
    if token.dep == "conj" and doc.child(i, "nsubj", "nsubjpass") is not None:
        cost += 0.6
    if token.dep == "relcl" and any(
        doc.tokens[c].lower == "where" for c in doc.children_of(i, "advmod")
    ):
        cost += _OWN_SETTING  # "arrives on Monday in Lima, where she will meet": some day there
    if token.dep == "pobj" and doc.tokens[token.head].lower in ("before", "after", "since"):
        cost += 2.0
    return cost


def _frames(doc: Document, top: int, verb: int, head: int) -> bool:
    """Whether a phrase opens its clause and so sets the time of all of it: "On Monday she …"."""
    subject = doc.child(verb, "nsubj", "nsubjpass")
    return top < verb and (subject is None or head < subject)


def _goes_on_later(doc: Document, i: int) -> bool:
    """Whether an adverb puts an event after the one it is told with: "and then left for Oslo"."""
    return any(doc.tokens[c].lower in _LATER for c in doc.children_of(i, "advmod"))


def _has_setting(doc: Document, i: int) -> bool:
    """Whether a verb has a phrase of its own that sets it apart from what follows.

    "Was arrested at the scene and appeared in court on Monday": the arrest need not be Monday's.
    """
    return doc.child(i, "prep", "npadvmod") is not None


def _fall(doc: Document, i: int, attributive_is_far: bool) -> float:
    token = doc.tokens[i]
    cost = _DOWN.get(token.dep, _OTHER)
    if token.dep == "ccomp" and doc.tokens[token.head].lemma in _SAYING:
        cost += 2.5  # what was said may be of any time: "said that sales fell in May"
    if token.dep in _NAMING and doc.tokens[token.head].pos in ("NOUN", "PROPN"):
        cost += 3.0 if attributive_is_far else 0.0
    return cost


def _against_tense(group: VerbGroup | None, time: TimeExpression, anchor: date) -> float:
    """More if the event's tense looks the other way than the date lies."""
    when = time.when
    if group is None or when is None:
        return 0.0
    ahead = when.finish is not None and when.finish > anchor and (when.start or anchor) >= anchor
    behind = when.finish is not None and when.finish < anchor
    past = group.tense is Tense.PAST or group.perfect
    if past and ahead and not group.governors:
        return 3.0
    if group.tense is Tense.FUTURE and behind:
        return 3.0
    if group.tense is Tense.PRESENT and not (group.perfect or group.modal) and behind:
        return 3.0
    return 0.0
