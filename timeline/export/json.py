"""Events and itineraries as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

import pandas as pd

from timeline.export.frame import DAY, EVENT_COLUMNS, ITINERARY_COLUMNS, NUMBER, TEXTS
from timeline.model import Bounds, Itinerary, Span, Stop


def frame_json(frame: pd.DataFrame) -> bytes:
    """Write a table of events or of itineraries as a JSON array, one object for each row.

    Args:
        frame: what `event_frame` or `itinerary_frame` made, or rows of it.

    Returns:
        UTF-8, indented, with a newline at the end. The names are those of the CSV's columns;
        days are ISO 8601 or null, unknown numbers are null, lists are arrays.
    """
    columns = EVENT_COLUMNS if "event_id" in frame.columns else ITINERARY_COLUMNS
    kinds = list(columns.values())
    data = [
        {name: _value(value, kind) for name, value, kind in zip(columns, row, kinds, strict=True)}
        for row in frame[list(columns)].itertuples(index=False, name=None)
    ]
    return json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _value(value: Any, kind: str) -> Any:
    if kind == DAY:
        return None if pd.isna(value) else f"{value:%Y-%m-%d}"
    if kind == NUMBER:
        return None if pd.isna(value) else float(value)
    return list(value) if kind == TEXTS else value


def itineraries_json(itineraries: Iterable[Itinerary]) -> bytes:
    """Write itineraries as a JSON array, one object for each traveller.

    Args:
        itineraries: what to write.

    Returns:
        UTF-8, indented, with a newline at the end. Days are ISO 8601 or null; `start` and `end`
        of a quote count characters of the article that it names. `why_earliest` and `why_latest`
        tell what a bound follows from. The distance is along great circles, and approximate where
        a stop is a whole country.
    """
    data = [
        {
            "person": one.person.name,
            "article_id": one.article_id,
            "stops": [_stop(order, stop) for order, stop in enumerate(one.stops, start=1)],
            "conflicts": list(one.conflicts),
            "distance_km": round(one.distance_km),
            "distance_approximate": one.approximate,
            "countries": list(one.countries),
        }
        for one in itineraries
    ]
    return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"


def _stop(order: int, stop: Stop) -> dict[str, Any]:
    return {
        "order": order,
        "place": stop.place.name,
        "country": stop.place.country,
        "latitude": stop.place.latitude,
        "longitude": stop.place.longitude,
        "place_precision": stop.place.precision.value,
        "arrive": _days(stop.arrive, stop.chains[:2]),
        "depart": _days(stop.depart, stop.chains[2:]),
        "status": stop.status.value,
        "purpose": stop.purpose,
        "quotes": [
            {"start": q.start, "end": q.end, "text": q.text, "article_id": article}
            for q, article in zip_longest(stop.quotes, stop.sources, fillvalue="")
            if isinstance(q, Span)
        ],
        "event_ids": list(stop.event_ids),
        "reasons": list(stop.reasons),
    }


def _days(bounds: Bounds, why: tuple[str, ...]) -> dict[str, str | None]:
    return {
        "earliest": bounds.earliest.isoformat() if bounds.earliest else None,
        "latest": bounds.latest.isoformat() if bounds.latest else None,
        "why_earliest": why[0] or None,
        "why_latest": why[1] or None,
    }
