"""Which stretch of time a timeline opens on.

One event "since 1990" must not squash the week that the news is about. The rule: the shortest
window that holds four of every five events that are dated to within `FINE` days, or all of those
if that costs no more than twice the room. Coarser events, such as "by March", have no say unless
there are hardly any others. Whatever is outside is counted at the edge and reached by zooming out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from timeline.views.extent import Extents, extents_of, moment, seconds
from timeline.views.marks import DAY, Mark, mark_of

SHARE = 0.8
ROOM = 2.0
FINE = timedelta(days=11)
SHORTEST = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Window:
    """The visible stretch of time."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start

    def stretched(self, share: float) -> Window:
        """The same with so much of its length more on either side."""
        more = self.length * share
        start = self.start - min(more, self.start - datetime.min)
        return Window(start, self.end + min(more, datetime.max - self.end))

    def shows(self, mark: Mark) -> bool:
        """Whether any of a mark's ink is inside."""
        return mark.end >= self.start and mark.start <= self.end


def marks_of(rows: Iterable[Any], reach: timedelta) -> dict[str, Mark]:
    """The mark of every event that has a date, by event id.

    Args:
        rows: of the event frame.
        reach: how far an open end fades.
    """
    drawn = ((row.event_id, mark_of(row, reach)) for row in rows)
    return {str(event_id): mark for event_id, mark in drawn if mark is not None}


def fit(frame: pd.DataFrame, anchor: datetime | None = None) -> Window:
    """The window that shows a story at its best.

    Args:
        frame: the event frame.
        anchor: the article's day, shown if it is near what the window shows anyway.

    Returns:
        The window by the rule above, at least `SHORTEST` long, with a margin on both sides.
    """
    return best_of(dated_of(frame), anchor)


def dated_of(frame: pd.DataFrame) -> Extents:
    """How far the dated events reach, where open ends fade as in the shortest window."""
    return extents_of(frame, SHORTEST / 4).dated()


def best_of(
    every: Extents,
    anchor: datetime | None = None,
    *,
    share: float = SHARE,
    fine: timedelta = FINE,
    room: float = ROOM,
) -> Window:
    """The same as `fit`, for what `dated_of` gave.

    Args:
        every: what is dated.
        anchor: the article's day.
        share: how many the window must hold.
        fine: what takes longer has no say in where the window is.
        room: how many times as long it may be to hold all of them.
    """
    if not len(every):
        middle = anchor or datetime(2000, 1, 1)
        return Window(middle - SHORTEST / 2, middle + SHORTEST / 2)
    short = every.lengths <= fine.total_seconds()
    voting = every[short] if short.sum() >= 3 else every
    low, high = _densest(np.sort(voting.points), share, room)
    if anchor is not None and _near(low, high, seconds(anchor)):
        low, high = min(low, seconds(anchor)), max(high, seconds(anchor))
    # A bar that belongs to the window is shown whole, unless it would stretch the window.
    usual = float(np.sort(voting.lengths)[(len(voting) - 1) // 2])
    longest = max(high - low, SHORTEST.total_seconds(), usual)
    while True:
        inside = (every.points >= low) & (every.points <= high) & (every.lengths <= longest)
        starts, ends = every.starts[inside], every.ends[inside]
        wider = (float(starts.min(initial=low)), float(ends.max(initial=high)))
        if wider == (low, high):
            return _padded(low, high)
        low, high = wider


def whole_of(every: Extents, anchor: datetime | None = None) -> Window:
    """The window that holds every dated event, as `dated_of` gave them, and the article's day."""
    edges: list[float] = []
    if len(every):
        edges += [float(every.starts.min()), float(every.ends.max())]
    edges += [seconds(anchor)] if anchor is not None else []
    if not edges:
        return best_of(every, anchor)
    return _padded(min(edges), max(edges))


def within(extents: Extents, window: Window) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which events have any of their ink inside a window."""
    return (extents.ends >= seconds(window.start)) & (extents.starts <= seconds(window.end))


def _densest(
    points: np.ndarray[tuple[int], np.dtype[np.float64]], share: float, room: float
) -> tuple[float, float]:
    count = len(points)
    keep = max(1, -(-count * int(share * 100) // 100))
    spans = points[keep - 1 :] - points[: count - keep + 1]
    first = int(spans.argmin())
    whole = float(points[-1] - points[0])
    if whole <= room * max(float(spans[first]), SHORTEST.total_seconds()):
        return float(points[0]), float(points[-1])
    return float(points[first]), float(points[first + keep - 1])


def _near(low: float, high: float, day: float) -> bool:
    room = max(high - low, SHORTEST.total_seconds())
    return low - room <= day <= high + room


def _padded(first: float, last: float) -> Window:
    low, high = moment(first), moment(last)
    length = max(high - low, SHORTEST)
    spare = (length - (high - low)) / 2 + length * 0.05
    start = low - min(spare, low - datetime.min)
    # Labels stand to the right of their marks: the last one needs some room.
    end = high + min(spare + length * 0.08, datetime.max - high - DAY)
    return Window(start, end)
