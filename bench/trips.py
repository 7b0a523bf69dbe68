"""Who travelled where and when: the stays that articles tell of, joined over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import timeline
from bench.mentions import Row, rows, write
from timeline.model import Article, Itinerary, Status, Stop
from timeline.places.countries import countries

_MADE = frozenset((Status.HAPPENED, Status.ONGOING, Status.REPORTED))
_OFF = frozenset((Status.CANCELLED, Status.DENIED, Status.PROPOSED, Status.CONDITIONAL))


@dataclass(frozen=True, slots=True)
class Answer:
    doc: str
    dct: str
    person: str
    place: str
    country: str
    start: str
    end: str
    status: str
    quotes: tuple[str, ...]


def read(data: Path) -> Iterator[Answer]:
    for row in rows(data / "docs.jsonl"):
        published = date.fromisoformat(row["date"])
        found = timeline.extract(Article(str(row["doc_id"]), row["text"], published))
        for itinerary in found.itineraries:
            for stop in itinerary.stops:
                days = _days(stop, published)
                if stop.status in _OFF or days is None or not stop.place.country:
                    continue
                first, last = days
                yield Answer(row['doc_id'], row['date'], itinerary.person.name, stop.place.name,
                    countries()[stop.place.country].name, first.isoformat(), last.isoformat(), stop.status.value, tuple(q.text for q in stop.quotes))


def _days(stop: Stop, published: date) -> tuple[date, date] | None:
    a, d = stop.arrive, stop.depart
    if stop.status in _MADE:
        first = a.earliest or a.latest or published
        last = d.latest or d.earliest or first
        return first, max(first, last)
    first = a.earliest or published
    last = a.latest or first
    return first, max(first, last)


def joined(answers: Iterable[Answer]) -> Iterator[Answer]:
    return iter(answers)


def save(out: Path, answers: Iterable[Answer]) -> None:
    write(out, ({"person": a.person, "country": a.country, "start": a.start, "end": a.end, "place": a.place} for a in answers))


def run(data: Path, out: Path) -> None:
    """Write the stays that the articles of the folder `data` tell of."""
    save(out, joined(read(data)))
