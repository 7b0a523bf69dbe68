"""Which way the clause around a word points: to the past, to the future, or neither.

A bare "Sunday" takes its direction from the verb it hangs on: "arrives on Sunday" is a scheduled
present, "told reporters on Wednesday" a past.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.language.document import Document
from timeline.language.verbs import (
    CANCELLED,
    DENIED,
    EXPECTED,
    PLANNED,
    PROPOSED,
    Tense,
    VerbGroup,
    governing_lemmas,
    is_fixed,
    verb_group,
)
from timeline.model import Direction

_SAYING = frozenset("say tell report add note write state claim announce show quote".split())
_AHEAD = EXPECTED | PLANNED | PROPOSED
_LIMITS = frozenset("before until till by ahead".split())
# "first planned for 14 October": that plan is over
_AT_FIRST = frozenset("first originally initially previously once formerly".split())
# Participles that look ahead ("starting Monday", "effective from March").
_STARTING = frozenset("start begin open follow".split())


# What is done "for" a day to come: "called a vote for Thursday".
_CALLING = PLANNED | frozenset("call book fix announce convene order reserve summon invite".split())


def direction_reader(doc: Document) -> Callable[[int], Direction | None]:
    """A function from a character offset to the direction of the clause that stands there."""

    def direction_at(offset: int) -> Direction | None:
        i = doc.token_at(offset)
        return None if i is None else _direction_of_word(doc, i)

    return direction_at


def _direction_of_word(doc: Document, i: int) -> Direction | None:
    heading = doc.sentence_of(i).is_heading
    said = doc.clause_of_time(i)
    if said == i and doc.tokens[i].dep != "ROOT":
        said = doc.clause_of_time(doc.tokens[i].head)
        said = i if said == doc.tokens[i].head else said
    if said != i:
        return _direction_of_verb(doc, said, heading)
    if _is_called_for(doc, i):
        return Direction.FUTURE
    previous, modifies_noun, limits = i, False, False
    for k in (i, *doc.ancestors(i)):
        token = doc.tokens[k]
        if token.pos in ("VERB", "AUX") and k != i:
            found = _direction_of_verb(doc, k, heading)
            # "after the July deal": the date is the noun's, and only a past verb speaks for it,
            # or a future one where the noun is its limit ("is expected before the May vote")
            if not modifies_noun or found is Direction.PAST or limits:
                return found
            return None
        if doc.tokens[previous].dep in ("compound", "poss", "nmod") and k != i:
            modifies_noun = modifies_noun or token.pos in ("NOUN", "PROPN")
        limits = limits or token.lower in _LIMITS
        previous = k
    return None


def _is_called_for(doc: Document, i: int) -> bool:
    """Whether a day is one that something is called, booked or fixed for."""
    link = doc.tokens[doc.tokens[i].head]
    if doc.tokens[i].dep != "pobj" or link.lower != "for":
        return False
    verbs = (doc.tokens[k] for k in doc.ancestors(link.i) if doc.tokens[k].pos == "VERB")
    verb = next(verbs, None)
    if verb is None or verb.lemma not in _CALLING:
        return False
    group = verb_group(doc, verb.i)
    return group.is_finite and not group.passive


def _direction_of_verb(doc: Document, k: int, heading: bool) -> Direction | None:
    group = verb_group(doc, k)
    if heading and group.tense is Tense.PRESENT and not group.modal:
        return Direction.PAST
    return direction_of_group(doc, group)


def direction_of_group(doc: Document, group: VerbGroup) -> Direction | None:
    """Where the event that a verb group names lies, as seen from the article's day."""
    token = doc.tokens[group.head]
    lemmas = governing_lemmas(doc, group)
    if lemmas and lemmas[-1] in DENIED:
        # "failed to attend on Monday": the Monday on which it failed
        return direction_of_group(doc, verb_group(doc, group.governors[-1]))
    if any(lemma in _AHEAD or lemma in CANCELLED or lemma == "be" for lemma in lemmas):
        return Direction.FUTURE
    if group.governors:
        return direction_of_group(doc, verb_group(doc, group.governors[-1]))
    if group.tense is Tense.FUTURE or group.modal:
        # "could have left", "must have known" look back
        return (
            Direction.PAST
            if group.perfect and group.tense is not Tense.FUTURE
            else Direction.FUTURE
        )
    if token.tag == "VBN" and token.lemma in PLANNED | EXPECTED:
        words = {doc.tokens[c].lower for c in doc.children_of(group.head, "advmod")}
        if words & _AT_FIRST:
            return Direction.PAST
    if group.passive and token.lemma in PLANNED | EXPECTED and not is_fixed(doc, group):
        return Direction.FUTURE
    if group.tense is Tense.PAST or group.perfect:
        return Direction.PAST
    if group.tense is Tense.PRESENT:
        return Direction.PAST if token.lemma in _SAYING else Direction.FUTURE
    return _direction_of_nonfinite(doc, group)


def _direction_of_nonfinite(doc: Document, group: VerbGroup) -> Direction | None:
    token = doc.tokens[group.head]
    head = doc.tokens[token.head]
    if token.tag == "VBN" and not (token.lemma == "follow" and head.pos in ("VERB", "AUX")):
        ahead = token.lemma in PLANNED | EXPECTED
        return Direction.FUTURE if ahead else Direction.PAST
    if token.tag == "VBG" and token.lemma in _STARTING:
        return Direction.FUTURE
    if head.i != token.i and head.pos in ("VERB", "AUX"):
        return direction_of_group(doc, verb_group(doc, head.i))
    if group.infinitive:
        return Direction.FUTURE
    return None
