"""Feasts that follow the moon: Hebrew, Islamic, Chinese and Hindu new years and fasts.

Hebrew dates are exact (the fixed calendar; Reingold and Dershowitz, "Calendrical Calculations").
Islamic dates are those of the tabular calendar, which a sighting may shift by a day. The Chinese
new year is the second new moon after the winter solstice, Diwali the new moon of Kartika; new
moons after Meeus, "Astronomical Algorithms", chapter 49, its largest terms.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import radians, sin

_HEBREW_EPOCH = -1373427  # ordinal of 1 Tishri 1, before the first of January of year 1
_ISLAMIC_EPOCH = 227014


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _hebrew_new_year(year: int) -> int:
    before, own, after = (_hebrew_elapsed(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - own == 356 else int(own - before == 382)
    return _HEBREW_EPOCH + own + delay


def rosh_hashanah(gregorian: int) -> date:
    """The first of Tishri that falls in a Gregorian year."""
    return date.fromordinal(_hebrew_new_year(gregorian + 3761))


def passover(gregorian: int) -> date:
    """The fifteenth of Nisan, always 163 days before the next new year."""
    return rosh_hashanah(gregorian) - timedelta(163)


def hanukkah(gregorian: int) -> date:
    """The twenty-fifth of Kislev; Heshvan is long in the longest years only."""
    year = gregorian + 3761
    length = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    return rosh_hashanah(gregorian) + timedelta(84 if length % 10 == 5 else 83)


def _islamic(year: int, month: int, day: int) -> date:
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(
        day + months + (year - 1) * 354 + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH
    )


def islamic(gregorian: int, month: int, day: int) -> date:
    """The first such day of the tabular Islamic calendar in a Gregorian year.

    Raises:
        ValueError: if the Gregorian year has none.
    """
    guess = (gregorian - 622) * 33 // 32
    for year in range(guess - 1, guess + 3):
        found = _islamic(year, month, day) if year > 0 else None
        if found and found.year == gregorian:
            return found
    raise ValueError(f"no such day in {gregorian}")


def new_moon(number: int) -> datetime:
    """The `number`-th new moon after that of 6 January 2000, in universal time within minutes."""
    t = number / 1236.85
    phase = 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t
    sun = radians(2.5534 + 29.1053567 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * number)
    phase += (
        -0.40720 * sin(moon)
        + 0.17241 * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node)
        + 0.00739 * sin(moon - sun)
        - 0.00514 * sin(moon + sun)
        + 0.00208 * sin(2 * sun)
    )
    return datetime(2000, 1, 1, 12) + timedelta(phase - 2451545.0)


def _first_new_moon(start: date, hours_east: float) -> date:
    """The local day of the first new moon on or after a day."""
    number = int((start - date(2000, 1, 6)).days / 29.530588861) - 1
    while True:
        day = (new_moon(number) + timedelta(hours=hours_east)).date()
        if day >= start:
            return day
        number += 1


def lunar_new_year(year: int) -> date:
    """The Chinese new year, which always falls from 21 January to 20 February."""
    return _first_new_moon(date(year, 1, 21), 8)


def diwali(year: int) -> date:
    """The evening of the new moon of Kartika, from mid-October to mid-November, in India."""
    # a new moon by six in the evening makes the evening before it the feast
    return _first_new_moon(date(year, 10, 17), 5.5 - 18)
