"""Spans of days: months, weeks, quarters, seasons and steps between them, within years 1 to 9999.

Whatever falls outside raises ValueError or OverflowError, which `find` takes as "no such date".
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from timeline.timex.words import ordered

Span = tuple[date, date]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def day(d: date) -> Span:
    """One day."""
    return d, d


def month(year: int, number: int) -> Span:
    """The first and last day of a month."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, first: int, count: int) -> Span:
    """The first day of month `first` and the last of the month `count - 1` later."""
    end_year, end_month = step_month(year, first, count - 1)
    return date(year, first, 1), month(end_year, end_month)[1]


def year(number: int) -> Span:
    """A calendar year."""
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, last: int) -> Span:
    """From the first day of one year to the last of another."""
    return date(max(first, 1), 1, 1), date(last, 12, 31)


def week(d: date) -> Span:
    """The ISO week, Monday to Sunday, of a day."""
    monday = d - timedelta(d.weekday())
    return monday, monday + timedelta(6)


def weekend(d: date) -> Span:
    """Saturday and Sunday of a day's ISO week."""
    saturday = d + timedelta(5 - d.weekday())
    return saturday, saturday + timedelta(1)


def season(year_: int, code: str, *, south: bool = False) -> Span:
    """A meteorological season, named by the year that it begins in.

    Args:
        code: SP, SU, FA or WI.
        south: of the southern hemisphere, half a year away.
    """
    month_ = SEASON_MONTHS[code]
    return months(year_, (month_ + 5) % 12 + 1 if south else month_, 3)


def step_month(year_: int, month_: int, count: int) -> tuple[int, int]:
    """The year and month `count` months on."""
    index = year_ * 12 + month_ - 1 + count
    return index // 12, index % 12 + 1


def step(d: date, unit: str, count: int) -> date:
    """The day `count` units on; a day past a month's end becomes its last day.

    Args:
        unit: day, week, fortnight, month, quarter, year, decade, century or millennium.
    """
    if unit in _DAYS:
        return d + timedelta(_DAYS[unit] * count)
    year_, month_ = step_month(d.year, d.month, _MONTHS[unit] * count)
    return date(year_, month_, min(d.day, month(year_, month_)[1].day))


_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}


def thirds(span: Span) -> tuple[Span, Span, Span]:
    """The early, middle and late third of a span; each has a day at least.

    A month divides after the 10th and the 20th, as in "late October" for the 21st to the 31st;
    whole years, quarters and seasons divide by months, a decade after its 4th and its 7th year.
    """
    first, last = span
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and count >= 120:
        cuts = (count // 120 * 48, count // 120 * 84)
    elif first.day == 1 and count >= 3:
        cuts = (count // 3, 2 * count // 3)
    else:
        length = (last - first).days + 1
        size = max(length // 3, 1)
        a = min(first + timedelta(size - 1), last)
        b = min(first + timedelta(2 * size - 1), last)
        return (first, a), (min(a + timedelta(1), b), b), (min(b + timedelta(1), last), last)
    middle = date(*step_month(first.year, first.month, cuts[0]), 1)
    late = date(*step_month(first.year, first.month, cuts[1]), 1)
    return (first, middle - timedelta(1)), (middle, late - timedelta(1)), (late, last)


def nth_weekday(year_: int, month_: int, weekday: int, n: int) -> date:
    """The n-th Monday (0) … Sunday (6) of a month; n = -1 is the last.

    Raises:
        ValueError: if the month has no such day.
    """
    first, last = month(year_, month_)
    if n < 0:
        return last - timedelta((last.weekday() - weekday) % 7)
    found = first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))
    if found.month != month_:
        raise ValueError(f"no {n}. such weekday in {year_}-{month_:02}")
    return found


def iso_week(d: date) -> str:
    """`2025-W43` for a day."""
    year_, number, _ = d.isocalendar()
    return f"{year_:04}-W{number:02}"


@lru_cache(maxsize=512)
def say(d: date) -> str:
    """A day in words, for reasons: "Sunday 26 October 2025"."""
    return f"{WEEKDAY_NAMES[d.weekday()]} {d.day} {_MONTH_NAMES[d.month - 1]} {d.year}"


# not `calendar.day_name`, which speaks the machine's language
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = ordered(
    """
    January February March April May June July August September October November December
    """
)
