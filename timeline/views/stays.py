"""What is known of each stay: its stretches of days, sure and possible, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from timeline.views.extent import Extents, seconds
from timeline.views.marks import DAY, Fill, fill_of

_MEANING = {
    Fill.FULL: "",
    Fill.HOLLOW: "planned",
    Fill.STRUCK: "called off",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a stay, from `start` up to but not including `end`.

    Attributes:
        sure: whether the traveller was there for certain.
        opens: -1 if its left end is open, 1 if its right end is, 0 if neither.
    """

    start: datetime
    end: datetime
    sure: bool
    opens: int = 0


def pieces_of(stop: Any, reach: timedelta) -> tuple[Piece, ...]:
    """The stretches of one stay, from left to right, none of them overlapping.

    Args:
        stop: a row of the itinerary frame, as `DataFrame.itertuples` gives it.
        reach: how far an open end fades.

    Returns:
        At most one sure stretch, with possible ones beside it; nothing if no day is bounded.
    """
    first, latest = day_of(stop.arrive_earliest), day_of(stop.arrive_latest)
    earliest, last = day_of(stop.depart_earliest), day_of(stop.depart_latest)
    known = [day for day in (first, latest, earliest, last) if day is not None]
    if not known:
        return ()
    core = latest is not None and earliest is not None and latest <= earliest
    if core and latest is not None and earliest is not None:
        begin, end = latest, earliest + DAY
    else:  # nothing is sure: the ends are possible from the first bound to the last
        begin, end = (first or min(known)), (last or max(known)) + DAY
    found = [Piece(begin, end, core)]
    if first is None:
        found.insert(0, Piece(begin - reach, begin, False, -1))
    elif first < begin:
        found.insert(0, Piece(first, begin, False))
    if last is None:
        found.append(Piece(end, end + reach, False, 1))
    elif last + DAY > end:
        found.append(Piece(end, last + DAY, False))
    return tuple(found)


def extents_of_stays(travellers: Sequence[Sequence[Any]], reach: timedelta) -> Extents:
    """How far the stays that a day bounds reach.

    Args:
        travellers: as `travellers_of` gives them.
        reach: how far an open end fades.

    Returns:
        Their extents; the moment that stands for a stay is the middle of its bounded days.
    """
    found = []
    for row in (row for rows in travellers for row in rows):
        pieces = pieces_of(row, reach)
        bounded = [piece for piece in pieces if not piece.opens]
        if bounded:
            low, high = seconds(bounded[0].start), seconds(bounded[-1].end)
            found.append((seconds(pieces[0].start), seconds(pieces[-1].end), (low + high) / 2))
    starts, ends, points = np.array(found, dtype="float64").reshape(-1, 3).T
    return Extents(starts, ends, points)


def stay_words(stops: pd.DataFrame) -> str:
    """The lanes in words, for those who do not see them.

    Args:
        stops: the itinerary frame.
    """
    if stops.empty:
        return "Nobody travels."
    sentences = []
    for rows in travellers_of(stops):
        told = [f"{row.order}. {row.place}{_dates_in_words(row)}" for row in rows]
        sentences.append(f"{rows[0].person}: {'; '.join(told)}.")
    return f"Stays of {len(sentences)} travellers. " + " ".join(sentences)


def _dates_in_words(row: Any) -> str:
    latest, earliest = day_of(row.arrive_latest), day_of(row.depart_earliest)
    first, last = day_of(row.arrive_earliest), day_of(row.depart_latest)
    parts = []
    if latest is not None and earliest is not None and latest <= earliest:
        parts.append(f"certainly {span_in_words(latest, earliest)}")
    sure_alone = bool(parts) and (first, last) == (latest, earliest)
    if (first is not None or last is not None) and not sure_alone:
        parts.append(f"possibly {span_in_words(first, last)}")
    if _MEANING[fill_of(row.status)]:
        parts.append(_MEANING[fill_of(row.status)])
    return f" ({', '.join(parts or ['no day known'])})"


def span_in_words(first: datetime | None, last: datetime | None) -> str:
    """ "from 3 May 2024 to 5 May 2024"; empty if neither end is known."""
    if first == last and first is not None:
        return f"on {first:%-d %b %Y}"
    left = f"from {first:%-d %b %Y}" if first else ""
    right = f"to {last:%-d %b %Y}" if last else "on" if first else ""
    return f"{left} {right}".strip()


def travellers_of(stops: pd.DataFrame) -> list[list[Any]]:
    """The rows of each itinerary, of whose stops a filter may have taken any."""
    found: list[list[Any]] = []
    for row in stops.itertuples():
        last: Any = found[-1][-1] if found else None
        if last is None or row.order <= last.order or row.person != last.person:
            found.append([])
        found[-1].append(row)
    return found


def day_of(value: Any) -> datetime | None:
    """A cell of the itinerary frame as a moment: midnight, or None where unbounded."""
    return None if pd.isna(value) else pd.Timestamp(value).to_pydatetime()
