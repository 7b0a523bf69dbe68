"""How a `When` is written: in EDTF (ISO 8601-2) for exchange, and in short English for people.

Both are written from the bounds, so that neither says more than the bounds do. Month and day
names are our own and do not follow the machine's locale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from timeline.model import Bounds, Precision, Qualifier, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = ("spring", "summer", "autumn", "winter")

_DAY = timedelta(days=1)
_SEASON_EVES = {(month, True) for month in (2, 5, 8, 11)}
_FINE = {Precision.MINUTE, Precision.HOUR, Precision.DAY, Precision.WEEK, Precision.NONE}
_THIRDS = {Qualifier.EARLY, Qualifier.MID, Qualifier.LATE}
_SIDES = (Qualifier.BEFORE, Qualifier.AFTER)
_EDGED = {Qualifier.BY, Qualifier.BEFORE, Qualifier.AFTER, Qualifier.BETWEEN, *_THIRDS}
# A unit of each length in years, from the finest: "2019", "201X", "20XX".
_SPANS = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the calendar that has a name of its own: a day, a month, a season, a decade."""

    edtf: str
    words: str


def edtf(when: When) -> str:
    """Write a time in EDTF.

    A time that happened once is a date (`2025-07`) or one of a set (`[2025-10-25..2026-03]`);
    one that lasted is an interval (`2019/..`). An end of an interval that is not a unit of the
    calendar is its outermost day, marked approximate (`2025-10-26~`), because EDTF allows no set
    inside an interval.

    Args:
        when: the time; its bounds, not its qualifier, decide, so that the text says what they do.

    Returns:
        Level 0 to 2 of the Extended Date/Time Format, ISO 8601-2:2019 §§4-12; an empty string
        for a time without any bound.
    """
    if when.lasting:
        first = _interval_end(when, when.begin, when.begin.earliest)
        return f"{first}/{_interval_end(when, when.end, when.end.latest)}"
    bounds = when.begin
    unit = _unit(bounds, when.precision, when.qualifier)
    coarse = Precision.DAY if when.qualifier in _THIRDS else when.precision
    if unit is not None:
        timed = when.clock is not None and bounds.earliest == bounds.latest
        # EDTF knows no time of day without seconds; `precision` says how fine it really is.
        clock = f"T{when.clock:%H:%M}:00" if timed else ""
        return unit.edtf + clock if timed else unit.edtf + _approximate(unit, when.qualifier)
    if bounds.earliest is None and bounds.latest is None:
        return ""
    first = _edge(bounds.earliest, coarse, last=False).edtf if bounds.earliest else ""
    final = _edge(bounds.latest, coarse, last=True).edtf if bounds.latest else ""
    return f"[{first}..{final}]"


def words(when: When) -> str:
    """Write a time in a few English words.

    Args:
        when: the time.

    Returns:
        For example "26 Oct 2025", "July 2025", "by March 2026", "since 2019", "27–29 Oct 2025",
        "late October 2025", "on or after 26 Oct 2025", "no date".
    """
    if when.lasting:
        return _lasting_words(when)
    if when.clock and when.start == when.finish and when.qualifier in _SIDES:
        return f"{_once_words(when.begin, when.precision, Qualifier.EXACT)}, {when.qualifier} " + (
            f"{when.clock:%H:%M}"
        )
    said = _once_words(when.begin, when.precision, when.qualifier)
    return f"{said}, {when.clock:%H:%M}" if when.clock is not None and when.is_dated else said


def day_words(day: date) -> str:
    """A day as people in this project read it: "26 Oct 2025"."""
    return f"{day.day} {_short(day)} {day.year}"


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _month_end(day: date) -> bool:
    return day == date.max or (day + _DAY).month != day.month


def _day(day: date) -> Unit:
    return Unit(day.isoformat(), day_words(day))


def _month(day: date) -> Unit:
    return Unit(f"{day.year:04}-{day.month:02}", f"{MONTHS[day.month - 1]} {day.year}")


def _unit(bounds: Bounds, precision: Precision, qualifier: Qualifier) -> Unit | None:
    """The unit whose first and last days are these bounds, no coarser than the text."""
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None:
        return None
    if first == last:
        return _day(first)
    if precision in _FINE:
        return None
    if precision is Precision.SEASON and 80 <= (last - first).days <= 100:
        return None if qualifier in _EDGED else _season(first, last)
    if first.day != 1 or not _month_end(last):
        return None
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months == 1:
        return _month(first)
    if precision is Precision.QUARTER and months in (3, 6) and (first.month - 1) % months == 0:
        ordinal = (first.month - 1) // months
        if months == 3:
            return Unit(f"{first.year:04}-{33 + ordinal}", f"Q{ordinal + 1} {first.year}")
        half = ("first", "second")[ordinal]
        return Unit(f"{first.year:04}-{40 + ordinal}", f"{half} half of {first.year}")
    return _years(first, months, precision)


def _years(first: date, months: int, precision: Precision) -> Unit | None:
    """A year, decade or century that begins on `first`, if the text is as coarse as that."""
    if first.month != 1 or precision not in _SPANS:
        return None
    if months == 12:
        return Unit(f"{first.year:04}", str(first.year))
    if months == 120 and first.year % 10 == 0 and precision is not Precision.YEAR:
        return Unit(f"{first.year // 10:03}X", f"the {first.year}s")
    if months == 1200 and precision is Precision.CENTURY:
        if first.year % 100 == 0:
            return Unit(f"{first.year // 100:02}XX", f"the {first.year}s")
        if first.year % 100 == 1:  # 1901..2000, which EDTF's "19XX" is not
            century = f"the {_ordinal(first.year // 100 + 1)} century"
            return Unit(f"[{first.year:04}..{first.year + 99:04}]", century)
    return None


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _season(first: date, last: date) -> Unit:
    """The northern season that the middle of these days falls in; winter has its first year."""
    middle = first + (last - first) / 2
    ordinal = (middle.month - 3) % 12 // 3
    year = middle.year - (middle.month < 3)
    years = f"{year}–{(year + 1) % 100:02}" if ordinal == 3 else str(year)
    return Unit(f"{year:04}-{21 + ordinal}", f"{SEASONS[ordinal]} {years}")


def _edge(day: date, precision: Precision, *, last: bool) -> Unit:
    """One edge of bounds, at the size of the text: 31 March at month precision is March."""
    fits_month = _month_end(day) if last else day.day == 1
    if precision in _SPANS and fits_month and day.month == (12 if last else 1):
        return Unit(f"{day.year:04}", str(day.year))
    if precision is Precision.MONTH and fits_month:
        return _month(day)
    return _day(day)


def _approximate(unit: Unit, qualifier: Qualifier) -> str:
    """EDTF's mark for "about"; a set of years takes none."""
    return "~" if qualifier is Qualifier.ABOUT and not unit.edtf.startswith("[") else ""


def _interval_end(when: When, bounds: Bounds, outermost: date | None) -> str:
    """One side of an EDTF interval, which may be a unit or a day but not a set."""
    unit = _unit(bounds, when.precision, when.qualifier)
    if unit is not None and not unit.edtf.startswith("["):
        return unit.edtf + _approximate(unit, when.qualifier)
    return f"{outermost.isoformat()}~" if outermost else ".."


def _range(first: Unit, last: Unit, joint: str) -> str:
    """Two units with what they share said once: "27–29 Oct 2025", "July–September 2025"."""
    left, right = first.words.split(" "), last.words.split(" ")
    shared: list[str] = []
    while len(left) == len(right) > 1 and left[-1] == right[-1]:
        shared.insert(0, left.pop())
        right.pop()
    return " ".join([f"{' '.join(left)}{joint}{' '.join(right)}", *shared])


def _between(bounds: Bounds, precision: Precision) -> str:
    """Bounds in words, whatever the qualifier."""
    first, last = bounds.earliest, bounds.latest
    if first is not None and last is not None:
        if precision is Precision.WEEK and first.weekday() == 0 and (last - first).days == 6:
            return f"week of {day_words(first)}"
        low, high = _edge(first, precision, last=False), _edge(last, precision, last=True)
        return f"between {_range(low, high, ' and ')}"
    if first is not None:
        return f"on or after {day_words(first)}"
    if last is not None:
        return f"on or before {day_words(last)}"
    return "no date"


def _once_words(bounds: Bounds, precision: Precision, qualifier: Qualifier) -> str:
    first, last = bounds.earliest, bounds.latest
    if last is not None and qualifier is Qualifier.BY:
        return f"by {_edge(last, precision, last=True).words}"
    if last is not None and qualifier is Qualifier.UNTIL:
        return f"until {_edge(last, precision, last=True).words}"
    if last is not None and last < date.max and qualifier is Qualifier.BEFORE:
        # "before March" closes on the last of February, and March is the word that people know.
        if precision is Precision.SEASON and (last.month, _month_end(last)) in _SEASON_EVES:
            return f"before {_season(last + _DAY, last + 85 * _DAY).words}"
        return f"before {_edge(last + _DAY, precision, last=False).words}"
    if first is not None and first > date.min and qualifier is Qualifier.AFTER:
        return f"after {_edge(first - _DAY, precision, last=True).words}"
    if first is not None and qualifier is Qualifier.SINCE:
        unit = _unit(bounds, precision, qualifier)
        return f"since {(unit or _edge(first, precision, last=False)).words}"
    if first is not None and last is not None and qualifier in _THIRDS:
        return _third_words(first, last, precision, qualifier)
    unit = _unit(bounds, precision, qualifier)
    if qualifier is Qualifier.ABOUT and first is not None and last is not None:
        low, high = _edge(first, precision, last=False), _edge(last, precision, last=True)
        return f"about {unit.words if unit else _range(low, high, '–')}"
    return unit.words if unit else _between(bounds, precision)


def _third_words(first: date, last: date, precision: Precision, qualifier: Qualifier) -> str:
    """A third of some unit, by the name of that unit."""
    part = {Qualifier.EARLY: "early", Qualifier.MID: "mid", Qualifier.LATE: "late"}[qualifier]
    joined = "mid-" if qualifier is Qualifier.MID else f"{part} "
    if first == last:
        return f"{part} on {day_words(first)}"
    if precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return joined + _month(first).words
    if precision is Precision.SEASON and (last - first).days < 50:
        return joined + _season(first, last).words
    if precision is Precision.YEAR and first.year == last.year:
        return f"{joined}{first.year}"
    if precision is Precision.DECADE and first.year // 10 == last.year // 10:
        return f"the {joined}{first.year // 10 * 10}s"
    if precision is Precision.WEEK and first.isocalendar()[:2] == last.isocalendar()[:2]:
        monday = first - timedelta(days=first.weekday())
        return f"{part} in the week of {day_words(monday)}"
    return _between(Bounds(first, last), Precision.DAY)


def _lasting_words(when: When) -> str:
    begin, end = when.begin, when.end
    if end.latest is None and begin.earliest is None:
        if begin.latest is not None and begin.latest == end.earliest:
            return f"ongoing on {day_words(begin.latest)}"
        if begin.latest is None and end.earliest is None:
            return "ongoing"
    if end.latest is None and begin.earliest is not None:
        unit = _unit(begin, when.precision, when.qualifier)
        return f"since {(unit or _edge(begin.earliest, when.precision, last=False)).words}"
    if begin.earliest is None and end.latest is not None:
        unit = _unit(end, when.precision, when.qualifier)
        return f"until {(unit or _edge(end.latest, when.precision, last=True)).words}"
    first = _unit(begin, when.precision, when.qualifier)
    last = _unit(end, when.precision, when.qualifier)
    if first and last:
        if first == last:
            return f"during {first.words}"
        about = "about " if when.qualifier is Qualifier.ABOUT else ""
        return about + _range(first, last, "–")
    opening = first.words if first else _between(begin, when.precision)
    closing = last.words if last else _between(end, when.precision)
    return f"from {opening} to {closing}"
