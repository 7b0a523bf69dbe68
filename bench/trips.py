"""Who travelled where and when: the stays that articles tell of, joined over all of them.

The scorer wants days where an itinerary gives bounds: the middle of each end's few possible days,
else the day nearest to what is certain. A stay that may have been on any day of weeks, and
one that is only proposed, cancelled or denied, is no answer.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import timeline
from bench.mentions import Row, article, rows, write
from timeline.model import Bounds, Itinerary, Status, Stop
from timeline.pipeline import Timeline
from timeline.places.countries import countries
from timeline.reading import ArticleError

_OFF = frozenset((Status.CANCELLED, Status.DENIED, Status.PROPOSED, Status.CONDITIONAL))
# How long before the news an undated stay that it tells of may have begun.
_NEWS = timedelta(days=2)
_FEW = timedelta(days=9)


def read(data: Path) -> list[Timeline]:
    """The timelines of the articles of `docs.jsonl`."""
    found = []
    for row in rows(data / "docs.jsonl"):
        with suppress(ArticleError):
            found.append(timeline.extract(article({**row, "dct": row["date"]})))
    return found


def answers(timelines: list[Timeline]) -> list[Row]:
    """The stays of all travellers, each with a country and days."""
    whole = Timeline.merge(timelines)
    published = {one.id: one.date for one in whole.articles}
    return [
        row
        for journey in whole.itineraries
        for stop in journey.stops
        if (row := _answer(journey, stop, published)) is not None
    ]


def _answer(journey: Itinerary, stop: Stop, published: dict[str, date]) -> Row | None:
    days = days_of(stop, max(published[source] for source in stop.sources))
    if stop.status in _OFF or days is None or not stop.place.country:
        return None
    return {
        "person": journey.person.name,
        "country": countries()[stop.place.country].name,
        "place": stop.place.name,
        "start": days[0].isoformat(),
        "end": days[1].isoformat(),
    }


def days_of(stop: Stop, told: date) -> tuple[date, date] | None:
    """The first and last day of a stay, for a scorer that takes no bounds.

    Args:
        stop: a stay, whose ends are taken as the middle of their bounds.
        told: the day of the last article that tells of it.
    """
    arrive, depart = stop.arrive, stop.depart
    if arrive.earliest is None and arrive.latest is not None and arrive.latest < told - _NEWS:
        sure = depart.earliest is not None and arrive.latest <= depart.earliest
        if not sure:
            return None
    first = _middle(arrive) or arrive.latest or arrive.earliest or _middle(depart)
    if first is None or (arrive.latest and arrive.earliest and _wide(arrive)):
        return None
    last = _middle(depart) or depart.earliest or first
    return first, max(first, last)


def _wide(bounds: Bounds) -> bool:
    return (
        bounds.earliest is not None
        and bounds.latest is not None
        and bounds.latest - bounds.earliest > _FEW
    )


def _middle(bounds: Bounds) -> date | None:
    if bounds.earliest is None or bounds.latest is None or _wide(bounds):
        return None
    return bounds.earliest + (bounds.latest - bounds.earliest) // 2


def run(data: Path, out: Path) -> None:
    """Write the stays that the articles of the folder `data` tell of."""
    write(out, answers(read(data)))
