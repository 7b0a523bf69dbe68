"""Which stretch of time a timeline opens on.

One event "since 1990" must not squash the week that the news is about. The rule: the shortest
window that holds four of every five events that are dated to within `FINE` days, or all of those
if that costs no more than twice the room. Coarser events, such as "by March", have no say unless
there are hardly any others. Whatever is outside is counted at the edge and reached by zooming out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low

import pandas as pd

from timeline.views.marks import DAY, Mark, mark_of

SHARE = 0.8
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

    def shows(self, mark: Mark) -> bool:
        """Whether any of a mark's ink is inside."""
        return mark.end >= self.start and mark.start <= self.end


def marks_of(frame: pd.DataFrame, reach: timedelta) -> dict[str, Mark]:
    """The mark of every event that has a date, by event id."""
    drawn = ((row.event_id, mark_of(row, reach)) for row in frame.itertuples())
    return {str(event_id): mark for event_id, mark in drawn if mark is not None}


def fit(frame: pd.DataFrame, anchor: datetime | None = None) -> Window:
    """The window that shows a story at its best.

    Args:
        frame: the event frame.
        anchor: the article's day, shown if it is near what the window shows anyway.

    Returns:
        The window by the rule above, at least `SHORTEST` long, with a margin on both sides.
    """
    marks = marks_of(frame, SHORTEST / 4)
    if not marks:
        middle = anchor or datetime(2000, 1, 1)
        return Window(middle - SHORTEST / 2, middle + SHORTEST / 2)
    fine = [mark for mark in marks.values() if mark.end - mark.start <= FINE]
    voting = fine if len(fine) >= 3 else list(marks.values())
    points = sorted(_point(mark) for mark in voting)
    low, high = _densest(points)
    if anchor is not None and _near(low, high, anchor):
        low, high = min(low, anchor), max(high, anchor)
    # A bar that belongs to the window is shown whole, unless it would stretch the window.
    room = max(high - low, SHORTEST, median_low(mark.end - mark.start for mark in voting))
    for mark in marks.values():
        if low <= _point(mark) <= high and mark.end - mark.start <= room:
            low, high = min(low, mark.start), max(high, mark.end)
    return _padded(low, high)


def everything(frame: pd.DataFrame, anchor: datetime | None = None) -> Window:
    """The window that holds every dated event and the article's day."""
    marks = marks_of(frame, SHORTEST / 4)
    edges = [edge for mark in marks.values() for edge in (mark.start, mark.end)]
    edges += [anchor] if anchor is not None else []
    if not edges:
        return fit(frame, anchor)
    return _padded(min(edges), max(edges))


def around(middle: datetime, days: int) -> Window:
    """A window of so many days, a third of it before `middle`."""
    start = middle - min(timedelta(days=days / 3), middle - datetime.min)
    return Window(start, start + min(timedelta(days=days), datetime.max - start))


def _point(mark: Mark) -> datetime:
    """The day that stands for a mark: a sharp edge where there is one, else its middle."""
    return mark.ticks[0] if mark.ticks else mark.middle


def _densest(points: Sequence[datetime]) -> tuple[datetime, datetime]:
    count = len(points)
    keep = max(1, -(-count * int(SHARE * 100) // 100))
    spans = [(points[i + keep - 1] - points[i], i) for i in range(count - keep + 1)]
    length, first = min(spans)
    whole = points[-1] - points[0]
    if whole <= 2 * max(length, SHORTEST):
        return points[0], points[-1]
    return points[first], points[first + keep - 1]


def _near(low: datetime, high: datetime, day: datetime) -> bool:
    room = max(high - low, SHORTEST)
    return low - room <= day <= high + room


def _padded(low: datetime, high: datetime) -> Window:
    length = max(high - low, SHORTEST)
    spare = (length - (high - low)) / 2 + length * 0.05
    start = low - min(spare, low - datetime.min)
    # Labels stand to the right of their marks: the last one needs some room.
    end = high + min(spare + length * 0.08, datetime.max - high - DAY)
    return Window(start, end)
