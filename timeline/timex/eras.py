"""Years before the common era, which no `date` can hold, lent years that one can.

A story of 218 BC counts on like any other: two years later is 216 BC. While it does, its year is
9000 less the year, which runs the same way; what is read from it is turned back into a value of
TIMEX3 (`BC0216`), and has no days.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Precision
from timeline.timex import days
from timeline.timex.rule import Reading

_ZERO = 9000
_OLDEST = 3000  # the years BC that can be lent one
_LENT = _ZERO - _OLDEST
_BEFORE = re.compile(r"BC(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:/|$)")
_YEAR = re.compile(r"\b\d{4}")


def lend(reading: Reading) -> Reading:
    """The reading with the days of a lent year, if it is before the common era; else as it is."""
    told = _BEFORE.match(reading.value)
    if not told or not 0 < int(told.group(1)) <= _OLDEST:
        return reading
    year = _ZERO - int(told.group(1))
    if told.group(3):
        last = days.month(year, int(told.group(2)))[1]
        # the lent year of 45 BC has no 29 February, though 45 BC may have had one
        span = days.day(last.replace(day=min(int(told.group(3)), last.day)))
    elif told.group(2):
        span = days.month(year, int(told.group(2)))
    else:
        span = days.year(year)
    return replace(reading, span=span)


def is_lent(reading: Reading | None) -> bool:
    """Whether a date of the story is before the common era, and has the days of a lent year."""
    return bool(reading and _BEFORE.match(reading.value) and _counts_lent_years(reading))


def _counts_lent_years(reading: Reading) -> bool:
    return reading.span is not None and _LENT <= reading.span[0].year < _ZERO


def before(reading: Reading | None) -> int:
    """The year BC of a reading with a lent year; 0 for any other."""
    return _ZERO - reading.span[0].year if reading and reading.span and is_lent(reading) else 0


def turn_back(reading: Reading) -> Reading:
    """A reading of a lent year as what it means."""
    if reading.span and reading.span[0].year >= _ZERO:
        return _common(reading)
    if not _counts_lent_years(reading):
        return reading
    value = _YEAR.sub(lambda year: f"BC{_ZERO - int(year.group()):04}", reading.value)
    if reading.precision is Precision.DECADE or reading.precision is Precision.CENTURY:
        return replace(reading, span=None, value="", when=None)
    why = "counts from a date before the common era"
    return replace(reading, value=value, span=None, when=None, anchor=None, why=why, bare=False)


def _common(reading: Reading) -> Reading:
    """A reading that has counted on over the turn of the eras, which has no year nought."""
    if reading.span is None:
        return reading
    first, last = reading.span
    back = _ZERO - 1
    value = _YEAR.sub(lambda year: f"{int(year.group()) - back:04}", reading.value)
    span = first.replace(year=first.year - back), last.replace(year=last.year - back)
    why = "counts from a date before the common era into it"
    return replace(reading, value=value, span=span, when=None, anchor=None, why=why, bare=False)
