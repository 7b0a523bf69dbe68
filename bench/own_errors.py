"""The mistakes in the half of our own articles that is read; the kept half's stay unread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import timeline
from bench.gold import FOLDER, GoldArticle, GoldEvent, read_corpus
from bench.own import compare, pair, same_person, same_place
from timeline.model import Bounds, Event
from timeline.pipeline import Timeline


def _days(window: Bounds) -> str:
    return f"{window.earliest or ''}..{window.latest or ''}"


def _differences(gold: GoldEvent, event: Event) -> Iterator[str]:
    window = Bounds(event.when.start, event.when.finish)
    if window not in gold.windows:
        yield f"window {_days(window)}, not {_days(gold.windows[0])}, by {event.rule}"
    people = [person.name for person in event.people]
    if any(compare(people, gold.people, gold.people_ok, same_person)[1:]):
        yield f"people {people}, not {list(gold.people)}"
    if any(compare(event.countries, gold.countries, gold.countries_ok, str.__eq__)[1:]):
        yield f"countries {list(event.countries)}, not {list(gold.countries)}"
    name = event.place.name if event.place else ""
    if (name or gold.place) and not any(same_place(name, other) for other in gold.places):
        yield f"place {name or 'none'}, not {gold.place or 'none'}"
    if event.status not in gold.statuses:
        yield f"status {event.status}, not {gold.statuses[0]}"


def mistakes(gold: GoldArticle, found: Timeline) -> Iterator[str]:
    """One line for each event or journey that is missing, wrong or different."""
    pairs = pair(gold.events, found.events)
    for event in gold.events:
        match = next((told for wanted, told in pairs if wanted is event), None)
        quote = event.mentions[0].quote.text
        if match is None and event.salience < 3:
            yield f"missed     {quote!r}"
        for difference in _differences(event, match) if match else ():
            yield f"different  {quote!r}: {difference}"
    taken = {told.id for _, told in pairs}
    for told in found.events:
        if told.id not in taken:
            yield f"left over  {told.title!r} of {told.quote.text!r}"
    for itinerary in found.itineraries:
        stops = ", ".join(f"{s.place.name} {_days(s.arrive)}" for s in itinerary.stops)
        yield f"journey    {itinerary.person.name}: {stops}"
    for name, wanted in gold.itineraries.items():
        stops = ", ".join(f"{s.places[0]} {_days(s.arrive)}" for s in wanted)
        yield f"asked for  {name}: {stops}"


def run(data: Path | None = None, out: Path | None = None) -> None:
    """Print the mistakes, article by article; with `out`, also write them there."""
    lines = []
    for gold in read_corpus(data or FOLDER):
        if gold.half == "read":
            lines.append(f"\n{gold.article.id} ({gold.article.date:%A %d %B %Y})")
            lines.extend(mistakes(gold, timeline.extract(gold.article)))
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if out:
        out.write_text(text, encoding="utf-8")
