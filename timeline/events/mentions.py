"""Single mentions of events: every word that names one, and the date of each.

An event of a timeline is told by one clause; a mention is any verb or noun that names what goes
on, as the annotators of TimeML mark them.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.dated import Dating
from timeline.events.dating import date_events
from timeline.events.lexicon import EVENT_NOUNS
from timeline.events.scene import Scene
from timeline.events.status import status_of
from timeline.events.triggers import given_triggers
from timeline.language import Token

_STATIVE = frozenset("be have do include contain consist belong".split())
# endings of nouns that are made of verbs: "explosion", "launching", "arrival"
_VERBAL = ("tion", "sion", "ment", "ing", "al", "ance", "ure")
_SHORTEST = 6
# what people and things are after an event: "left four dead and three injured"
_RESULTS = frozenset("dead injured wounded missing hurt killed trapped stranded ill".split())


def find_mentions(scene: Scene) -> list[tuple[int, int]]:
    """The characters `start:end` of each word of an article that names an event."""
    doc = scene.doc
    busy = scene.time_tokens | set(scene.place_at) | set(scene.roster.mentions)
    return [
        (token.start, token.end)
        for token in doc.tokens
        if token.i not in busy and _names_event(token)
    ]


def _names_event(token: Token) -> bool:
    if token.pos == "VERB":
        return token.lemma not in _STATIVE and token.dep not in ("aux", "auxpass")
    if token.pos == "NOUN":
        long = len(token.lemma) >= _SHORTEST
        return token.lemma in EVENT_NOUNS or (long and token.lemma.endswith(_VERBAL))
    return token.pos == "ADJ" and token.lower in _RESULTS


def date_mentions(scene: Scene, spans: Sequence[tuple[int, int]]) -> list[Dating]:
    """Date event mentions.

    Args:
        scene: the article they stand in.
        spans: the characters `start:end` of each mention.

    Returns:
        A dating for each span, in their order.
    """
    doc = scene.doc
    heads = []
    for start, end in spans:
        inside = doc.tokens_in(start, end)
        head = doc.head_of(inside)
        heads.append(head if head is not None else doc.token_at(start) or 0)
    triggers = given_triggers(scene, sorted(set(heads)))
    statuses = {t.token: status_of(scene, t) for t in triggers}
    datings = date_events(scene, triggers, statuses, likeliest=True)
    return [datings[head] for head in heads]
