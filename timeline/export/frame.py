"""Events and itineraries as pandas tables, the one shape that files, figures and pages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any

import numpy as np
import pandas as pd

from timeline.model import NOT_MADE, Article, Event, Itinerary, Place, Stop
from timeline.notation import edtf, words
from timeline.places import distance_km

# The kinds of column: text, days (datetime64[s], NaT where unbounded), several texts in a tuple,
# degrees and shares (NaN where unknown), counts and offsets, and yes or no.
TEXT, DAY, TEXTS, NUMBER, COUNT, FLAG = "text", "day", "texts", "number", "count", "flag"

EVENT_COLUMNS: Mapping[str, str] = {
    "event_id": TEXT,
    "title": TEXT,
    "trigger": TEXT,
    "sort_time": TEXT,
    "start": DAY,
    "end": DAY,
    "edtf": TEXT,
    "precision": TEXT,
    "qualifier": TEXT,
    "when_text": TEXT,
    "anchor_date": TEXT,
    "rule": TEXT,
    "status": TEXT,
    "people": TEXTS,
    "organisations": TEXTS,
    "countries": TEXTS,
    "place": TEXT,
    "latitude": NUMBER,
    "longitude": NUMBER,
    "place_precision": TEXT,
    "article_id": TEXT,
    "article_title": TEXT,
    "article_date": TEXT,
    "source_url": TEXT,
    "quote": TEXT,
    "quote_start": COUNT,
    "quote_end": COUNT,
    "confidence": NUMBER,
    "review": TEXT,
    "edited": TEXTS,
}
EVENT_EXTRAS: Mapping[str, str] = {
    "begin_earliest": DAY,
    "begin_latest": DAY,
    "end_earliest": DAY,
    "end_latest": DAY,
    "lasting": FLAG,
    "dated": FLAG,
    "words": TEXT,
    "reason": TEXT,
    "when_start": COUNT,
    "when_end": COUNT,
    "trigger_start": COUNT,
    "reporting": FLAG,
    "article_index": COUNT,
}
ITINERARY_COLUMNS: Mapping[str, str] = {
    "person": TEXT,
    "order": COUNT,
    "place": TEXT,
    "country": TEXT,
    "latitude": NUMBER,
    "longitude": NUMBER,
    "arrive_earliest": DAY,
    "arrive_latest": DAY,
    "depart_earliest": DAY,
    "depart_latest": DAY,
    "status": TEXT,
    "purpose": TEXT,
    "quotes": TEXTS,
}
ITINERARY_EXTRAS: Mapping[str, str] = {
    "place_precision": TEXT,
    "event_ids": TEXTS,
    "reasons": TEXTS,
    "article_id": TEXT,
    "journey_km": NUMBER,
    "journey_approximate": FLAG,
    "journey_countries": TEXTS,
    "journey_conflicts": TEXTS,
    "chains": TEXTS,
    "sources": TEXTS,
    "leg_km": NUMBER,
}


def event_frame(articles: Sequence[Article], events: Iterable[Event]) -> pd.DataFrame:
    """One row for each event, in the order given.

    Args:
        articles: the articles that the events were found in.
        events: their events.

    Returns:
        The columns of the events CSV (`EVENT_COLUMNS`), then those that figures and pages need
        besides (`EVENT_EXTRAS`). `start` and `end` are the outermost days; offsets count
        characters of the article, and are -1 where there is nothing to point to.

    Raises:
        KeyError: if an event is of none of the articles.
    """
    index_of = {article.id: index for index, article in enumerate(articles)}
    rows = (
        _event_row(event, articles[index], index)
        for event in events
        for index in (index_of[event.article_id],)
    )
    return as_frame(rows, {**EVENT_COLUMNS, **EVENT_EXTRAS})


def itinerary_frame(itineraries: Iterable[Itinerary]) -> pd.DataFrame:
    """One row for each stop, traveller by traveller, in the order of travel.

    Args:
        itineraries: the travellers' itineraries.

    Returns:
        The columns of the itinerary CSV (`ITINERARY_COLUMNS`), then `ITINERARY_EXTRAS`; `order`
        counts from 1 for each itinerary, and what begins with `journey_` is of the whole of it.
        `leg_km` is the great circle from the stop before, of those that are or will be made.
    """
    rows = (
        _stop_row(itinerary, order, stop, leg)
        for itinerary in itineraries
        for order, (stop, leg) in enumerate(
            zip(itinerary.stops, _legs(itinerary), strict=True), start=1
        )
    )
    return as_frame(rows, {**ITINERARY_COLUMNS, **ITINERARY_EXTRAS})


def as_frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Rows as a table with typed columns, which an empty table has too.

    Args:
        rows: one mapping from column to value for each row.
        columns: each column's kind, in order.
    """
    values: dict[str, list[Any]] = {name: [] for name in columns}
    for row in rows:
        for name, column in values.items():
            column.append(row[name])
    return pd.DataFrame({name: _series(values[name], kind) for name, kind in columns.items()})


def _series(values: list[Any], kind: str) -> pd.Series[Any]:
    if kind == DAY:
        return pd.Series(np.array(values, dtype="datetime64[s]"))
    if kind == TEXTS:
        return pd.Series(values, dtype=object)
    dtypes = {TEXT: "str", NUMBER: "float64", COUNT: "int64", FLAG: "bool"}
    return pd.Series(values, dtype=dtypes[kind])


def _sort_time(day: date | None, clock: time | None) -> str:
    return f"{day.isoformat()} {clock or time():%H:%M:%S}" if day else ""


def _event_row(event: Event, article: Article, index: int) -> dict[str, Any]:
    when, place, phrase = event.when, event.place, event.when_text
    return {
        "event_id": event.id,
        "title": event.title,
        "trigger": event.trigger.text,
        "sort_time": _sort_time(when.sort_day, when.clock),
        "start": when.start,
        "end": when.finish,
        "edtf": edtf(when),
        "precision": when.precision.value,
        "qualifier": when.qualifier.value,
        "when_text": phrase.text if phrase else "",
        "anchor_date": event.anchor.isoformat() if event.anchor else "",
        "rule": event.rule,
        "status": event.status.value,
        "people": tuple(person.name for person in event.people),
        "organisations": event.organisations,
        "countries": event.countries,
        "place": place.name if place else "",
        "latitude": place.latitude if place else np.nan,
        "longitude": place.longitude if place else np.nan,
        "place_precision": place.precision.value if place and place.is_located else "",
        "article_id": article.id,
        "article_title": article.title,
        "article_date": article.date.isoformat(),
        "source_url": article.source_url,
        "quote": event.quote.text,
        "quote_start": event.quote.start,
        "quote_end": event.quote.end,
        "confidence": event.confidence,
        "review": "",
        "edited": event.edited,
        "begin_earliest": when.begin.earliest,
        "begin_latest": when.begin.latest,
        "end_earliest": when.end.earliest,
        "end_latest": when.end.latest,
        "lasting": when.lasting,
        "dated": when.is_dated,
        "words": words(when),
        "reason": event.reason,
        "when_start": phrase.start if phrase else -1,
        "when_end": phrase.end if phrase else -1,
        "trigger_start": event.trigger.start,
        "reporting": event.reporting,
        "article_index": index,
    }


def _legs(itinerary: Itinerary) -> Iterator[float]:
    """How far each stop is from the one before that is or will be made; NaN where there is none."""
    before: Place | None = None
    for stop in itinerary.stops:
        if stop.status in NOT_MADE:
            yield np.nan
            continue
        yield np.nan if before is None else round(distance_km(before, stop.place), 1)
        before = stop.place


def _stop_row(itinerary: Itinerary, order: int, stop: Stop, leg: float) -> dict[str, Any]:
    return {
        "person": itinerary.person.name,
        "order": order,
        "place": stop.place.name,
        "country": stop.place.country,
        "latitude": stop.place.latitude,
        "longitude": stop.place.longitude,
        "arrive_earliest": stop.arrive.earliest,
        "arrive_latest": stop.arrive.latest,
        "depart_earliest": stop.depart.earliest,
        "depart_latest": stop.depart.latest,
        "status": stop.status.value,
        "purpose": stop.purpose,
        "quotes": tuple(quote.text for quote in stop.quotes),
        "place_precision": stop.place.precision.value,
        "event_ids": stop.event_ids,
        "reasons": stop.reasons,
        "article_id": itinerary.article_id,
        "journey_km": itinerary.distance_km,
        "journey_approximate": itinerary.approximate,
        "journey_countries": itinerary.countries,
        "journey_conflicts": itinerary.conflicts,
        "chains": stop.chains,
        "sources": stop.sources,
        "leg_km": leg,
    }
