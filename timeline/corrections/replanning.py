"""Itineraries worked out again from the events that a reader has corrected.

Only the articles of which an event has changed are planned again, and none is read again.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.corrections.desk import Desk
from timeline.itinerary import correct, join, plan
from timeline.model import Event, Itinerary
from timeline.pipeline import Journeys, Timeline


def replanned(timeline: Timeline, shown: Desk, bare: Desk) -> Timeline:
    """A timeline with its events as corrected, and its itineraries after them.

    Args:
        timeline: what extraction found.
        shown: the events as they are shown, with the edits.
        bare: the events without what the itineraries added to them, with the same edits.

    Returns:
        The corrected timeline. Where an article brings no evidence, the itineraries stay.
    """
    edited = {event.id: event.edited for event in shown.events}
    now: dict[str, list[Event]] = {}
    for event in bare.events:
        now.setdefault(event.article_id, []).append(replace(event, edited=edited[event.id]))
    placed = {event.id: event for event in shown.events}
    journeys: list[Journeys] = []
    for one in timeline.journeys:
        events = tuple(now.get(one.evidence.article_id, ()))
        if events == one.evidence.events:
            journeys.append(one)
            continue
        evidence = correct(one.evidence, events, bare.gone, bare.copies)
        itineraries, after = plan(evidence)
        placed |= {event.id: event for event in after}
        journeys.append(Journeys(evidence, itineraries))
    return replace(
        timeline,
        events=tuple(placed[event.id] for event in shown.events),
        itineraries=_joined(timeline, journeys),
        journeys=tuple(journeys),
    )


def _joined(timeline: Timeline, journeys: list[Journeys]) -> tuple[Itinerary, ...]:
    """The itineraries of all articles, joined if they were."""
    same = all(now is one for now, one in zip(journeys, timeline.journeys, strict=True))
    if same or len(journeys) < len(timeline.articles):
        return timeline.itineraries
    before, after = (
        tuple(itinerary for one in each for itinerary in one.itineraries)
        for each in (timeline.journeys, journeys)
    )
    if len(journeys) == 1 and before == timeline.itineraries:
        return after  # one article by itself, in the order of its text
    return join(after, {article.id: article for article in timeline.articles})
