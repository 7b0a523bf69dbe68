"""TIMEX3 values: how dates, spans, durations and times of day are written for exchange."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.rule import Reading

UNIT_CODE = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "NI",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
UNIT_PRECISION = {
    "day": Precision.DAY,
    "night": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.DAY,
    "fortnight": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "season": Precision.SEASON,
    "half": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
    "millennium": Precision.CENTURY,
}
# shortest and longest length in days of one unit
_UNIT_DAYS = {
    "day": (1.0, 1.0),
    "night": (1.0, 1.0),
    "weekend": (2.0, 2.0),
    "week": (7.0, 7.0),
    "fortnight": (14.0, 14.0),
    "month": (29.5, 31.0),
    "quarter": (90.0, 92.0),
    "season": (89.0, 92.0),
    "year": (365.0, 365.3),
    "decade": (3652.0, 3653.0),
    "century": (36524.0, 36525.0),
    "millennium": (365242.0, 365243.0),
}
PART_CODE = {
    "morning": "MO",
    "dawn": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
    "lunchtime": "MI",
}
PART_CLOCK = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def on_day(d: date, why: str, anchor: date | None = None, *, bare: bool = False) -> Reading:
    """A DATE that is one day."""
    return Reading(
        TimexType.DATE, d.isoformat(), days.day(d), Precision.DAY, why, anchor, bare=bare
    )


def on_month(year: int, month: int, why: str, anchor: date | None = None) -> Reading:
    """A DATE that is a month."""
    return Reading(
        TimexType.DATE,
        f"{year:04}-{month:02}",
        days.month(year, month),
        Precision.MONTH,
        why,
        anchor,
        bare=anchor is not None,
    )


def on_year(year: int, why: str, anchor: date | None = None) -> Reading:
    """A DATE that is a calendar year."""
    return Reading(TimexType.DATE, f"{year:04}", days.year(year), Precision.YEAR, why, anchor)


def on_week(d: date, why: str, anchor: date | None = None) -> Reading:
    """A DATE that is the ISO week of a day."""
    return Reading(TimexType.DATE, days.iso_week(d), days.week(d), Precision.WEEK, why, anchor)


def on_unit(d: date, unit: str, why: str, anchor: date | None) -> Reading:
    """The calendar day, week, month, … year or century that a day lies in."""
    if unit in ("day", "night"):
        return on_day(d, why, anchor)
    if unit in ("week", "fortnight"):
        return on_week(d, why, anchor)
    if unit == "weekend":
        return Reading(
            TimexType.DATE,
            days.iso_week(d) + "-WE",
            days.weekend(d),
            Precision.DAY,
            why,
            anchor,
        )
    if unit == "month":
        reading = on_month(d.year, d.month, why)
        return Reading(reading.type, reading.value, reading.span, reading.precision, why, anchor)
    if unit in ("quarter", "half"):
        size = 3 if unit == "quarter" else 6
        n = (d.month - 1) // size + 1
        return on_part_of_year(d.year, unit, n, why, anchor)
    if unit == "year":
        return on_year(d.year, why, anchor)
    if unit == "decade":
        return on_decade(d.year // 10 * 10, why, anchor)
    if unit == "century":
        return on_century(d.year // 100 + 1, why, anchor)
    raise ValueError(f"no calendar unit {unit!r}")


def on_part_of_year(year: int, unit: str, n: int, why: str, anchor: date | None = None) -> Reading:
    """The n-th quarter or half of a year."""
    size = 3 if unit == "quarter" else 6
    return Reading(
        TimexType.DATE,
        f"{year:04}-{'Q' if size == 3 else 'H'}{n}",
        days.months(year, (n - 1) * size + 1, size),
        Precision.QUARTER,
        why,
        anchor,
    )


def on_season(
    year: int, code: str, why: str, anchor: date | None = None, *, south: bool = False
) -> Reading:
    """A season of a year; one that runs over New Year is named by the year that it begins in."""
    return Reading(
        TimexType.DATE,
        f"{year:04}-{code}",
        days.season(year, code, south=south),
        Precision.SEASON,
        why,
        anchor,
    )


def on_decade(first: int, why: str, anchor: date | None = None) -> Reading:
    """The ten years from `first`."""
    return Reading(
        TimexType.DATE,
        f"{first // 10:03}",
        days.years(first, first + 9),
        Precision.DECADE,
        why,
        anchor,
    )


def on_century(number: int, why: str, anchor: date | None = None) -> Reading:
    """The 20th century is 1901 to 2000; TIMEX3 writes it `19`."""
    return Reading(
        TimexType.DATE,
        f"{number - 1:02}",
        days.years(number * 100 - 99, number * 100),
        Precision.CENTURY,
        why,
        anchor,
    )


def counted_century(number: int, before_our_era: bool) -> Reading:
    """A century by its number, before the common era or of it."""
    if not before_our_era:
        return on_century(number, "counts centuries of the common era")
    why = "is before the common era"
    return Reading(TimexType.DATE, f"BC{number - 1:02}", None, Precision.CENTURY, why)


def duration_value(count: float | None, unit: str) -> str:
    """`P3D`, `PT5H30M`, `P2Y6M`, or `PXW` where the count is vague."""
    code = UNIT_CODE[unit]
    clock = unit in ("second", "minute", "hour")
    head = "PT" if clock else "P"
    if count is None:
        return f"{head}X{code}"
    if unit == "fortnight":
        count *= 2
    whole, rest = int(count), count - int(count)
    finer = {"hour": (60, "M"), "minute": (60, "S"), "year": (12, "M")}.get(unit)
    if rest and finer and abs(rest * finer[0] - round(rest * finer[0])) < 0.05:
        tail = f"{round(rest * finer[0])}{finer[1]}"
        return f"{head}{whole}{code}{tail}" if whole else f"{head}{tail}"
    return f"{head}{whole if not rest else f'{count:g}'}{code}"


def longest_days(unit: str) -> float:
    """The longest that one unit lasts, in days; part of a day counts as one."""
    return _UNIT_DAYS.get(unit, (1.0, 1.0))[1]


def duration_days(count: float | None, unit: str) -> tuple[int, int] | None:
    """The shortest and longest length of a duration in whole days; None if the text is vague."""
    if count is None or count > 4_000_000:
        return None
    if unit in ("second", "minute", "hour"):
        hours = count / {"second": 3600, "minute": 60, "hour": 1}[unit]
        return int(hours // 24), -int(-hours // 24)
    low, high = _UNIT_DAYS[unit]
    low_days, high_days = int(count * low), -int(-count * high // 1)
    if unit == "month":
        low_days = max(int(count * 30.4) - 2, int(count * 28))
    return low_days, max(high_days, low_days)


def duration(count: float | None, unit: str, why: str = "", mod: str = "") -> Reading:
    """A DURATION of `count` units; None for a vague count."""
    return Reading(
        TimexType.DURATION,
        duration_value(count, unit),
        None,
        UNIT_PRECISION.get(unit, Precision.HOUR),
        why or "is a length of time",
        mod=mod,
        days=duration_days(count, unit),
    )


def with_finer(whole: Reading, part: Reading) -> Reading:
    """A length and a finer one told with it: "two hours and ten minutes"."""
    tail = part.value.removeprefix("P")
    if whole.value.startswith("PT"):
        tail = tail.removeprefix("T")
    days_ = None
    if whole.days and part.days:
        days_ = (whole.days[0] + part.days[0], whole.days[1] + part.days[1])
    return replace(whole, value=whole.value + tail, days=days_)
