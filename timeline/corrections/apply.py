"""Edits laid over a timeline: what its events become, and the itineraries with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.corrections.desk import Change, Desk
from timeline.corrections.edits import Edit
from timeline.corrections.replanning import replanned
from timeline.pipeline import Timeline


@dataclass(frozen=True, slots=True)
class Corrected:
    """A timeline after its edits.

    Attributes:
        timeline: the events and stops as corrected.
        changes: one for each edit, in the order of the edits.
        made: the edit that made an event which extraction did not find, by event id.
        merged: the sentences of the events that were merged into another, by event id.
    """

    timeline: Timeline
    changes: tuple[Change, ...] = ()
    made: dict[str, str] = field(default_factory=dict)
    merged: dict[str, tuple[str, ...]] = field(default_factory=dict)


def apply(timeline: Timeline, edits: Iterable[Edit]) -> Corrected:
    """Lay edits over a timeline.

    Args:
        timeline: what extraction found.
        edits: those that count, oldest first. One whose event is not there (another extraction
            did not find it, or the edit that made it was taken back) changes nothing and is told
            as lost.

    Returns:
        The corrected timeline. A changed event names the fields that differ in `edited`; the
        itineraries are worked out again from the events as corrected.
    """
    edits = tuple(edits)
    if not edits:
        return Corrected(timeline)
    desk = Desk(timeline.articles, timeline.events)
    changes = tuple(desk.take(edit) for edit in edits)
    # what the plan gave to events is not the text's: the same edits, laid over the text's own
    bare = Desk(timeline.articles, (e for one in timeline.journeys for e in one.evidence.events))
    for edit in edits:
        bare.take(edit)
    return Corrected(
        replanned(timeline, desk, bare),
        changes,
        dict(desk.made),
        {event_id: tuple(quotes) for event_id, quotes in desk.merged.items()},
    )
