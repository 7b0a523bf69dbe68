"""Dates of events that somebody else has marked, by the same rules as for those found here."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.dating import Dating, date_events
from timeline.events.scene import Scene
from timeline.events.status import status_of
from timeline.events.triggers import given_triggers


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
    datings = date_events(scene, triggers, {t.token: status_of(scene, t) for t in triggers})
    return [datings[head] for head in heads]
