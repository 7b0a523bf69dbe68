"""Mentions of one event in several places: "was bombed on Friday" and, later, "the bombing".

Two mentions are one event if their words share a stem and nothing that the article says of them
tells them apart, in the manner of head-match sieves (Raghunathan et al., 2010).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.events.lexicon import EVENT_NOUNS, LIGHT, TAKE_PLACE, TAKE_PLACE_PASSIVE
from timeline.events.triggers import Trigger
from timeline.language import Document

_ENDINGS = re.compile(
    r"(?:ations?|tions?|ions?|ments?|ances?|ences?|ings?|ures?|als?|ers?|ors?|ed|es|s|e|y|ies)$"
)
_SHORTEST = 4
_NEAREST = 20  # mentions that are looked at, so that long texts cost in step with their length
# Determiners by which a noun brings up an event that has not been told yet.
_NEW = frozenset("a an another any some every each no more further other new future".split())
_MODIFIERS = ("amod", "nummod", "compound", "poss", "nmod")
_ARGUMENTS = ("dobj", "nsubjpass")
# Words that tell no event from another.
_SAYS_LITTLE = frozenset(
    "be have do make take get go come give say tell report call hold show".split()
)


def stem(word: str) -> str:
    """A word without the ending that makes a noun of a verb; at least four letters stay."""
    found = _ENDINGS.sub("", word)
    return found if len(found) >= _SHORTEST else word


Told = dict[str, list[Trigger]]


def told_by(doc: Document, triggers: Iterable[Trigger]) -> Told:
    """Events by the stems of the words that name them."""
    found: Told = {}
    for trigger in triggers:
        for word in _words(doc, trigger):
            found.setdefault(word, []).append(trigger)
    return found


def same_event(doc: Document, mention: Trigger, told: Told) -> Trigger | None:
    """The nearest other mention that tells of the same event, if there is one.

    Args:
        mention: a trigger without a date of its own.
        told: events that have one, by stem.
    """
    lemma = doc.tokens[mention.token].lemma
    if lemma in _SAYS_LITTLE:
        return None
    near = sorted(told.get(stem(lemma), ()), key=lambda t: abs(t.token - mention.token))[:_NEAREST]
    return next((t for t in near if t.token != mention.token and _agree(doc, mention, t)), None)


def _words(doc: Document, trigger: Trigger) -> set[str]:
    """The stems that name an event: its own, and the noun's that a light verb only carries."""
    token = doc.tokens[trigger.token]
    found = {stem(token.lemma)}
    if trigger.group is not None and token.lemma in LIGHT | TAKE_PLACE | TAKE_PLACE_PASSIVE:
        carried = doc.children_of(trigger.token, "nsubj", "nsubjpass", "dobj")
        found |= {stem(doc.tokens[c].lemma) for c in carried if doc.tokens[c].lemma in EVENT_NOUNS}
    return found


def _agree(doc: Document, mention: Trigger, other: Trigger) -> bool:
    if doc.tokens[mention.token].pos == "NOUN":
        return not _is_new(doc, mention.token) and not _told_apart(doc, mention, other)
    mine, theirs = _arguments(doc, mention), _arguments(doc, other)
    return bool(mine & theirs) or (not mine and other.token < mention.token)


def _is_new(doc: Document, i: int) -> bool:
    return any(doc.tokens[c].lower in _NEW for c in doc.children_of(i, "det", "amod"))


def _told_apart(doc: Document, mention: Trigger, other: Trigger) -> bool:
    """Whether a name says that it is another: "the Kenya bombing", "the Bali bombing"."""
    mine, theirs = _names(doc, mention.token), _names(doc, other.token)
    return bool(mine) and bool(theirs) and not mine & theirs


def _names(doc: Document, i: int) -> set[str]:
    near = {*doc.children_of(i, *_MODIFIERS)}
    for p in doc.children_of(i, "prep"):
        near.update(doc.children_of(p, "pobj"))
    return {doc.tokens[k].lower for k in near if doc.tokens[k].pos == "PROPN"}


def _arguments(doc: Document, trigger: Trigger) -> set[str]:
    """The heads of what a verb, or the noun that is made of it, is done to."""
    found = {doc.tokens[c].lemma for c in doc.children_of(trigger.token, *_ARGUMENTS)}
    for p in doc.children_of(trigger.token, "prep"):
        if doc.tokens[p].lower == "of":
            found |= {doc.tokens[c].lemma for c in doc.children_of(p, "pobj")}
    if trigger.group is not None and not trigger.group.passive and not found:
        found |= {doc.tokens[c].lemma for c in doc.children_of(trigger.token, "nsubj")}
    return found - {"he", "she", "it", "they", "who", "that", "which", "him", "her", "them"}
