"""Gives the events that happen during a stay the place and the bounds of that stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.itinerary.evidence import BEGUN
from timeline.itinerary.gathering import Evidence, Setting
from timeline.itinerary.stays import Stay
from timeline.model import AHEAD, Bounds, Event, Precision, Qualifier, Status, When


def place_events(
    evidence: Evidence,
    traveller: str,
    stays: list[Stay],
    bounds: list[tuple[Bounds, Bounds]],
    events: list[Event],
) -> tuple[list[Event], list[list[str]]]:
    """Give events that happen during a stay its bounds; list the events of each stay.

    What a reader corrected of an event stays as the reader says.
    """
    inside: list[list[str]] = [[] for _ in stays]
    stays_of_event: dict[str, list[int]] = {}
    for number, stay in enumerate(stays):
        for visit in stay.visits:
            if visit.event_id:
                stays_of_event.setdefault(visit.event_id, []).append(number)
    by_event = {event_id: numbers[-1] for event_id, numbers in stays_of_event.items()}
    placed: list[Event] = []
    running: tuple[int, int] | None = None  # (paragraph, stay) of the last evidence
    for event in events:
        setting = evidence.settings[event.id]
        k = by_event.get(event.id)
        if k is None:
            during = [by_event[other] for other in setting.during if other in by_event]
            k = during[-1] if during else None
        if event.id in by_event:
            running = (setting.paragraph, by_event[event.id])
        travels = any(p.name == traveller for p in event.people)
        if k is None and travels and event.place is not None:
            k = next((j for j, s in enumerate(stays) if s.place == event.place), None)
        somewhere = event.place is None and "place" not in event.edited
        told = k is None and travels and somewhere and event.status in AHEAD
        if told and running is not None and _goes_on(setting, running[0]):
            ahead = stays[running[1]].status in AHEAD and event.status is not Status.PROPOSED
            k = running[1] if ahead else None
        if k is not None:
            span = sorted(set(stays_of_event.get(event.id, [k])))
            for j in span:
                inside[j].append(event.id)
            both = Bounds(bounds[span[0]][0].earliest), Bounds(None, bounds[span[-1]][1].latest)
            event = _within(event, stays[k], both, evidence.anchor, placed_by_story=told)
        placed.append(event)
    return placed, inside


def _goes_on(setting: Setting, paragraph: int) -> bool:
    """Whether the story has not moved on: "She will be in Lima … She will also attend …"."""
    here = setting.paragraph
    return here == paragraph or (here == paragraph + 1 and setting.also)


def _within(
    event: Event,
    stay: Stay,
    bounds: tuple[Bounds, Bounds],
    anchor: date,
    placed_by_story: bool,
) -> Event:
    if "place" not in event.edited:
        place = stay.place if placed_by_story else event.place
        countries = event.countries
        if stay.place.country and stay.place.country not in countries:
            countries = (stay.place.country, *countries)
        event = replace(event, place=place, countries=countries)
    arrive, depart = bounds
    earliest, latest = arrive.earliest, depart.latest
    says_more = (earliest, latest) not in ((None, None), (anchor, None), (None, anchor))
    if event.when.is_dated or "when" in event.edited or not says_more:
        return event
    if event.status in BEGUN and latest is None and not (earliest and earliest > anchor):
        latest = anchor  # the stay goes on, what has happened there does not
    return replace(
        event,
        when=When.within(earliest, latest, Precision.DAY, Qualifier.INFERRED),
        rule="during-stop",
        reason=f"during the stop in {stay.place.name}; the text gives no day",
    )
