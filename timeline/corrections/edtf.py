"""Times as EDTF writes them (ISO 8601-2), read back: the inverse of `timeline.notation.edtf`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta

from timeline.model import Bounds, Precision, Qualifier, When

_UNIT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<part>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<clock>\d{2}:\d{2})(?::00)?)?)?)?(?P<about>~?)"
)
_MASKED = (
    (re.compile(r"(\d{3})X"), Precision.DECADE, 10),
    (re.compile(r"(\d{2})XX"), Precision.CENTURY, 100),
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which each begins, in the north
_FINER = tuple(Precision)


def from_edtf(text: str) -> When | None:
    """Read a time in EDTF.

    Args:
        text: a date, season, quarter, half, decade or century (`2025-07`, `2025-21`, `202X`), one
            of a set (`[2025-10-25..2026-03]`), or an interval (`2019/..`).

    Returns:
        The time, or None if the text is not one of those or names no such day.
    """
    text = text.strip()
    try:
        if text.startswith("[") and text.endswith("]") and ".." in text:
            first, last = text[1:-1].split("..")
            return _once(first, last)
        if "/" in text:
            first, last = text.split("/")
            return _lasted(first, last)
        unit = _unit(text)
    except (ValueError, OverflowError):
        return None
    if unit is None:
        return None
    bounds, precision, about, clock = unit
    qualifier = Qualifier.ABOUT if about else Qualifier.EXACT
    return When(bounds, bounds, precision, qualifier, clock=clock)


def _once(first: str, last: str) -> When | None:
    low, high = _unit(first), _unit(last)
    if (first and low is None) or (last and high is None) or (low is None and high is None):
        return None
    units = [unit for unit in (low, high) if unit]
    return When.within(
        low[0].earliest if low else None,
        high[0].latest if high else None,
        _finest([unit[1] for unit in units]),
        Qualifier.BETWEEN if low and high else Qualifier.AFTER if low else Qualifier.BY,
    )


def _lasted(first: str, last: str) -> When | None:
    begin, end = _unit(first), _unit(last)
    if (first not in ("", "..") and begin is None) or (last not in ("", "..") and end is None):
        return None
    units = [unit for unit in (begin, end) if unit]
    if not units:
        return None
    qualifier = Qualifier.SINCE if end is None else Qualifier.EXACT
    return When.lasted(
        begin[0] if begin else Bounds(),
        end[0] if end else Bounds(),
        _finest([unit[1] for unit in units]),
        qualifier if begin else Qualifier.UNTIL,
    )


def _unit(text: str) -> tuple[Bounds, Precision, bool, time | None] | None:
    for pattern, precision, years in _MASKED:
        masked = pattern.fullmatch(text)
        if masked:
            first = int(masked[1]) * years
            days = Bounds(date(first, 1, 1), date(first + years - 1, 12, 31))
            return days, precision, False, None
    match = _UNIT.fullmatch(text)
    if match is None:
        return None
    year, about = int(match["year"]), bool(match["about"])
    part = int(match["part"]) if match["part"] else 0
    if match["day"]:
        day = date(year, part, int(match["day"]))
        clock = time.fromisoformat(match["clock"]) if match["clock"] else None
        return Bounds(day, day), Precision.MINUTE if clock else Precision.DAY, about, clock
    if not match["part"]:
        return Bounds(date(year, 1, 1), date(year, 12, 31)), Precision.YEAR, about, None
    if 1 <= part <= 12:
        last = date(year, part, monthrange(year, part)[1])
        return Bounds(date(year, part, 1), last), Precision.MONTH, about, None
    if part in _SEASONS:
        return _months(year, _SEASONS[part], 3), Precision.SEASON, about, None
    if 33 <= part <= 36:
        return _months(year, 3 * (part - 33) + 1, 3), Precision.QUARTER, about, None
    if part in (40, 41):
        return _months(year, 6 * (part - 40) + 1, 6), Precision.QUARTER, about, None
    return None


def _months(year: int, month: int, count: int) -> Bounds:
    after = month + count
    closing = date(year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return Bounds(date(year, month, 1), closing)


def _finest(precisions: list[Precision]) -> Precision:
    return min(precisions, key=_FINER.index)
