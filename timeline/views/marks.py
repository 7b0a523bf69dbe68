"""How a time is drawn: which mark stands for which bounds, precision and hedge.

A mark says how much is known and no more. A dot is a day. A solid bar lasted. A hatched bar is
"once, somewhere in here". A dotted bar is the same, but worked out from other events. A fade is
an end that the text leaves open or vague. The certain core of something that lasted is solid and
its uncertain ends are hatched, after the PlanningLines of Aigner et al. (2005).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import pandas as pd

from timeline.model import Qualifier, Status

DAY = timedelta(days=1)


class Kind(StrEnum):
    """What a piece of a mark says."""

    SOLID = "solid"  # it lasted over all of this
    WITHIN = "within"  # it falls somewhere in here, says the text
    WORKED_OUT = "worked out"  # it falls somewhere in here, as other events tell
    FADE_BOTH = "fade both"  # about here
    FADE_IN = "fade in"  # open towards the past
    FADE_OUT = "fade out"  # open towards the future


class Fill(StrEnum):
    """How sure it is that the event takes place, as the mark's fill shows it."""

    FULL = "full"  # happened, or goes on
    HOLLOW = "hollow"  # is to come, or may
    STRUCK = "struck"  # will not, or did not


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a mark, from `start` up to but not including `end`."""

    kind: Kind
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """All that is drawn for one event.

    Attributes:
        dot: the middle of the day, for an event of one day.
        pieces: the stretches of a bar, from left to right.
        ticks: upright strokes where a deadline or a start is sharp.
        fill: how the status shows.
    """

    dot: datetime | None
    pieces: tuple[Piece, ...]
    ticks: tuple[datetime, ...]
    fill: Fill

    @property
    def start(self) -> datetime:
        """Where the ink begins."""
        return self.dot if self.dot is not None else self.pieces[0].start

    @property
    def end(self) -> datetime:
        """Where the ink ends."""
        return self.dot if self.dot is not None else self.pieces[-1].end

    @property
    def middle(self) -> datetime:
        """Where a reader would point at it."""
        return self.start + (self.end - self.start) / 2

    @property
    def edge(self) -> datetime:
        """The moment to go to, to see where the mark stands: a sharp end of it."""
        if self.ticks:
            return self.ticks[0]
        fades_in = self.dot is None and self.pieces[0].kind is Kind.FADE_IN
        return self.end if fades_in else self.start


_FILLS = {
    Status.HAPPENED: Fill.FULL,
    Status.ONGOING: Fill.FULL,
    Status.REPORTED: Fill.FULL,
    Status.DENIED: Fill.STRUCK,
    Status.CANCELLED: Fill.STRUCK,
}


def fill_of(status: str) -> Fill:
    """The fill that shows a status; what is planned, expected or possible is hollow."""
    return _FILLS.get(Status(status), Fill.HOLLOW)


def mark_of(row: Any, reach: timedelta) -> Mark | None:
    """The mark of one event.

    Args:
        row: a row of the event frame, as `DataFrame.itertuples` gives it.
        reach: how far an open end fades.

    Returns:
        The mark, or None if nothing dates the event: it belongs on the undated strip.
    """
    if not row.dated:
        return None
    fill = fill_of(row.status)
    first, latest_begin = _day(row.begin_earliest), _day(row.begin_latest)
    earliest_end, last = _day(row.end_earliest), _day(row.end_latest)
    if first is None and last is None and latest_begin is None and earliest_end is None:
        return None
    if row.lasting:
        return _lasting(first, latest_begin, earliest_end, last, reach, fill)
    return _once(first, last, Qualifier(row.qualifier), reach, fill)


def _day(value: Any) -> datetime | None:
    return None if pd.isna(value) else pd.Timestamp(value).to_pydatetime()


def _once(
    first: datetime | None,
    last: datetime | None,
    qualifier: Qualifier,
    reach: timedelta,
    fill: Fill,
) -> Mark:
    """Something that happens once, on some day from `first` to `last`."""
    if first is not None and first == last:
        return Mark(first + DAY / 2, (), (), fill)
    if last is not None and (first is None or qualifier in (Qualifier.BY, Qualifier.BEFORE)):
        close = last + DAY
        # A deadline's own earliest day is often just the article's date: shown, and faintest.
        return _bar(Kind.FADE_IN, first or _minus(close, reach), close, (close,), fill)
    if first is not None and (last is None or qualifier in (Qualifier.AFTER, Qualifier.SINCE)):
        close = last + DAY if last is not None else _plus(first, reach)
        return _bar(Kind.FADE_OUT, first, close, (first,), fill)
    assert first is not None
    assert last is not None
    kinds = {Qualifier.ABOUT: Kind.FADE_BOTH, Qualifier.INFERRED: Kind.WORKED_OUT}
    return _bar(kinds.get(qualifier, Kind.WITHIN), first, last + DAY, (), fill)


def _lasting(
    first: datetime | None,
    latest_begin: datetime | None,
    earliest_end: datetime | None,
    last: datetime | None,
    reach: timedelta,
    fill: Fill,
) -> Mark:
    """Something that lasted, with a begin in its bounds and an end in its own."""
    pieces: list[Piece] = []
    ticks: list[datetime] = []
    core_start = latest_begin if latest_begin is not None else first
    core_end = earliest_end if earliest_end is not None else last
    if core_start is None:
        core_start = core_end
    if core_end is None:
        core_end = core_start
    assert core_start is not None
    assert core_end is not None
    if core_end < core_start:  # the bounds overlap, so that no day is certain
        low, high = first or core_end, last or core_start
        pieces.append(Piece(Kind.WITHIN, low, high + DAY))
        if first is None:
            pieces.insert(0, Piece(Kind.FADE_IN, _minus(low, reach), low))
        if last is None:
            pieces.append(Piece(Kind.FADE_OUT, high + DAY, _plus(high, reach)))
        return Mark(None, tuple(pieces), (), fill)
    if first is None:
        pieces.append(Piece(Kind.FADE_IN, _minus(core_start, reach), core_start))
    elif first < core_start:
        pieces.append(Piece(Kind.WITHIN, first, core_start))
    pieces.append(Piece(Kind.SOLID, core_start, core_end + DAY))
    if last is None:
        pieces.append(Piece(Kind.FADE_OUT, core_end + DAY, _plus(core_end, reach)))
        ticks += [core_start] if first == core_start else []
    elif last > core_end:
        pieces.append(Piece(Kind.WITHIN, core_end + DAY, last + DAY))
    return Mark(None, tuple(pieces), tuple(ticks), fill)


def _bar(
    kind: Kind, start: datetime, end: datetime, ticks: tuple[datetime, ...], fill: Fill
) -> Mark:
    return Mark(None, (Piece(kind, start, end),), ticks, fill)


def _plus(day: datetime, reach: timedelta) -> datetime:
    """A reach later, at most the calendar's end."""
    return day + min(reach, datetime.max - day - 2 * DAY)


def _minus(day: datetime, reach: timedelta) -> datetime:
    """A reach earlier, at least the calendar's beginning."""
    return day - min(reach, day - datetime.min)
