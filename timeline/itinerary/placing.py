"""Gives the events that happen during a stay the place and the bounds of that stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.events import Scene, Trigger
from timeline.itinerary.evidence import BEGUN
from timeline.itinerary.stays import Stay
from timeline.model import AHEAD, Bounds, Event, Precision, Qualifier, Status, When


def place_events(
    scene: Scene,
    triggers: list[Trigger],
    traveller: str,
    stays: list[Stay],
    bounds: list[tuple[Bounds, Bounds]],
    events: list[Event],
) -> tuple[list[Event], list[list[str]]]:
    """Give events that happen during a stay its bounds; list the events of each stay."""
    inside: list[list[str]] = [[] for _ in stays]
    stays_of_event: dict[str, list[int]] = {}
    for number, stay in enumerate(stays):
        for visit in stay.visits:
            if visit.event_id:
                stays_of_event.setdefault(visit.event_id, []).append(number)
    by_event = {event_id: numbers[-1] for event_id, numbers in stays_of_event.items()}
    during = _during(scene, triggers, by_event, {e.trigger.start: e.id for e in events})
    placed: list[Event] = []
    running: tuple[int, int] | None = None  # (paragraph, stay) of the last evidence
    by_start = {scene.doc.tokens[t.token].start: t for t in triggers}
    for event in events:
        token = by_start[event.trigger.start].token
        paragraph = scene.doc.sentence_of(token).paragraph
        k = by_event.get(event.id)
        if k is None:
            k = during.get(event.id)
        if event.id in by_event:
            running = (paragraph, by_event[event.id])
        travels = any(p.name == traveller for p in event.people)
        if k is None and travels and event.place is not None:
            k = next((j for j, s in enumerate(stays) if s.place == event.place), None)
        told = k is None and travels and event.place is None and event.status in AHEAD
        if told and running is not None and _goes_on(scene, token, running[0]):
            ahead = stays[running[1]].status in AHEAD and event.status is not Status.PROPOSED
            k = running[1] if ahead else None
        if k is not None:
            span = sorted(stays_of_event.get(event.id, [k]))
            for j in span:
                inside[j].append(event.id)
            both = Bounds(bounds[span[0]][0].earliest), Bounds(None, bounds[span[-1]][1].latest)
            event = _within(event, stays[k], both, scene.article.date, placed_by_story=told)
        placed.append(event)
    return placed, inside


def _goes_on(scene: Scene, token: int, paragraph: int) -> bool:
    """Whether the story has not moved on: "She will be in Lima … She will also attend …"."""
    doc = scene.doc
    here = doc.sentence_of(token).paragraph
    words = {doc.tokens[c].lower for c in doc.children_of(token, "advmod")}
    return here == paragraph or (here == paragraph + 1 and bool(words & {"also", "there", "too"}))


def _during(
    scene: Scene, triggers: list[Trigger], by_event: dict[str, int], ids: dict[int, str]
) -> dict[str, int]:
    """Events said to happen "while" somebody is in a place."""
    doc = scene.doc
    found: dict[str, int] = {}
    for trigger in triggers:
        event_id = ids.get(doc.tokens[trigger.token].start, "")
        for c in doc.children_of(trigger.token, "advcl"):
            marks = {doc.tokens[m].lower for m in doc.children_of(c, "mark", "advmod")}
            k = by_event.get(ids.get(doc.tokens[c].start, ""))
            if k is not None and marks & {"while", "when", "as"}:
                found[event_id] = k
    return found


def _within(
    event: Event,
    stay: Stay,
    bounds: tuple[Bounds, Bounds],
    anchor: date,
    placed_by_story: bool,
) -> Event:
    place = event.place
    countries = event.countries
    if placed_by_story:
        place = stay.place
    if stay.place.country and stay.place.country not in countries:
        countries = (stay.place.country, *countries)
    event = replace(event, place=place, countries=countries)
    arrive, depart = bounds
    earliest, latest = arrive.earliest, depart.latest
    says_more = (earliest, latest) not in ((None, None), (anchor, None), (None, anchor))
    if event.when.is_dated or not says_more:
        return event
    if event.status in BEGUN and latest is None:
        latest = anchor  # the stay goes on, what has happened there does not
    return replace(
        event,
        when=When.within(earliest, latest, Precision.DAY, Qualifier.INFERRED),
        rule="during-stop",
        reason=f"during the stop in {stay.place.name}; the text gives no day",
    )
