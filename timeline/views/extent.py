"""How far the marks of many events reach, as arrays: what `marks.mark_of` draws, for a whole frame.

A hundred thousand marks take seconds to make one by one, and a window, an overview or a count
needs no more of them than where they begin and end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from timeline.model import Qualifier

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]

_EPOCH = datetime(1970, 1, 1)
_DAY = 86_400.0
_FIRST, _LAST = (datetime.min - _EPOCH).total_seconds(), (datetime.max - _EPOCH).total_seconds()
_CLOSED = [Qualifier.BY.value, Qualifier.BEFORE.value]
_OPENED = [Qualifier.AFTER.value, Qualifier.SINCE.value]


@dataclass(frozen=True, slots=True)
class Extents:
    """Seconds since 1970 at which marks begin and end; NaN for events without a date.

    Attributes:
        starts, ends: of the ink, as `Mark.start` and `Mark.end`.
        points: the moment that stands for each mark: a sharp edge where there is one, else the
            middle.
    """

    starts: Numbers
    ends: Numbers
    points: Numbers

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, which: Any) -> Extents:
        return Extents(self.starts[which], self.ends[which], self.points[which])

    @property
    def lengths(self) -> Numbers:
        """How long each mark is, in seconds."""
        return self.ends - self.starts

    def beyond(self, start: datetime, end: datetime) -> tuple[int, int]:
        """How many end before a stretch of time, and how many begin after it."""
        earlier, later = self.ends < seconds(start), self.starts > seconds(end)
        return int(earlier.sum()), int(later.sum())

    def dated(self) -> Extents:
        """Those that have a date."""
        return self[~np.isnan(self.starts)]


def seconds(when: datetime) -> float:
    """A moment as these arrays count it."""
    return (when - _EPOCH).total_seconds()


def moment(value: float) -> datetime:
    """The moment that a number of these arrays stands for, kept within the calendar."""
    return _EPOCH + timedelta(seconds=min(max(float(value), _FIRST), _LAST))


def extents_of(frame: pd.DataFrame, reach: timedelta) -> Extents:
    """How far each event's mark reaches.

    Args:
        frame: the event frame.
        reach: how far an open end fades.
    """
    fade = reach.total_seconds()
    first, latest_begin = _days(frame["begin_earliest"]), _days(frame["begin_latest"])
    earliest_end, last = _days(frame["end_earliest"]), _days(frame["end_latest"])
    once = _once(first, last, frame["qualifier"], fade)
    lasting = _lasting(first, latest_begin, earliest_end, last, fade)
    lasts = frame["lasting"].to_numpy(bool)
    dated = frame["dated"].to_numpy(bool)
    starts, ends, points = (
        np.where(dated, np.where(lasts, b, a), np.nan) for a, b in zip(once, lasting, strict=True)
    )
    return Extents(np.maximum(starts, _FIRST), np.minimum(ends, _LAST), points)


def _days(column: pd.Series[Any]) -> Numbers:
    days = column.to_numpy("datetime64[s]")
    return np.where(np.isnat(days), np.nan, days.astype("int64").astype("float64"))


def _or(one: Numbers, other: Numbers) -> Numbers:
    return np.where(np.isnan(one), other, one)


def _once(
    first: Numbers, last: Numbers, qualifier: pd.Series[Any], fade: float
) -> tuple[Numbers, Numbers, Numbers]:
    no_first, no_last, day = np.isnan(first), np.isnan(last), first == last
    closed = ~day & ~no_last & (no_first | qualifier.isin(_CLOSED).to_numpy(bool))
    opened = ~day & ~closed & ~no_first & (no_last | qualifier.isin(_OPENED).to_numpy(bool))
    close = last + _DAY
    starts = np.where(day, first + _DAY / 2, _or(first, close - fade))
    ends = np.where(day, starts, _or(close, first + fade))
    points = np.select([closed, opened], [close, first], (starts + ends) / 2)
    return starts, ends, points


def _lasting(
    first: Numbers, latest_begin: Numbers, earliest_end: Numbers, last: Numbers, fade: float
) -> tuple[Numbers, Numbers, Numbers]:
    core_start, core_end = _or(latest_begin, first), _or(earliest_end, last)
    core_start, core_end = _or(core_start, core_end), _or(core_end, core_start)
    crossed = core_end < core_start  # no day is certain
    low, high = np.minimum(core_start, core_end), np.maximum(core_start, core_end)
    starts = np.where(
        np.isnan(first), low - fade, np.where(crossed, first, np.minimum(first, core_start))
    )
    open_end = np.isnan(last)
    close = np.where(crossed, last, np.maximum(last, core_end)) + _DAY
    ends = np.where(open_end, high + fade, close)
    sharp = ~crossed & open_end & (first == core_start)
    return starts, ends, np.where(sharp, core_start, (starts + ends) / 2)
