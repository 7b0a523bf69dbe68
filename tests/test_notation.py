"""EDTF and words of a `When`: a table of cases, and a reader of EDTF that must find the bounds."""

from __future__ import annotations

import calendar
import re
from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.model import OPEN, Bounds, Precision, Qualifier, When
from timeline.notation import edtf, words

P, Q = Precision, Qualifier
ANCHOR = date(2025, 10, 25)


def once(first: str, last: str, precision: Precision, qualifier: Qualifier = Q.EXACT) -> When:
    return When.within(_day(first), _day(last), precision, qualifier)


def lasted(
    begin: tuple[str, str],
    end: tuple[str, str],
    precision: Precision,
    qualifier: Qualifier = Q.EXACT,
) -> When:
    bounds = (Bounds(*map(_day, begin)), Bounds(*map(_day, end)))
    return When.lasted(*bounds, precision, qualifier)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


OCT20 = Bounds(date(2025, 10, 20), date(2025, 10, 20))
CASES = [
    (once("2025-10-26", "2025-10-26", P.DAY), "2025-10-26", "26 Oct 2025"),
    (once("2025-07-01", "2025-07-31", P.MONTH), "2025-07", "July 2025"),
    (once("2024-02-01", "2024-02-29", P.MONTH), "2024-02", "February 2024"),
    (once("2025-01-01", "2025-12-31", P.YEAR), "2025", "2025"),
    (once("2026-01-01", "2026-03-31", P.QUARTER), "2026-33", "Q1 2026"),
    (once("2025-10-01", "2025-12-31", P.QUARTER), "2025-36", "Q4 2025"),
    (once("2025-01-01", "2025-06-30", P.QUARTER), "2025-40", "first half of 2025"),
    (once("2025-07-01", "2025-12-31", P.QUARTER), "2025-41", "second half of 2025"),
    (once("2025-03-01", "2025-05-31", P.SEASON), "2025-21", "spring 2025"),
    (once("2025-06-21", "2025-09-22", P.SEASON), "2025-22", "summer 2025"),
    (once("2025-12-01", "2026-02-28", P.SEASON), "2025-24", "winter 2025–26"),
    (once("2010-01-01", "2019-12-31", P.DECADE), "201X", "the 2010s"),
    (once("1900-01-01", "1999-12-31", P.CENTURY), "19XX", "the 1900s"),
    (once("1901-01-01", "2000-12-31", P.CENTURY), "[1901..2000]", "the 20th century"),
    (
        once("2025-10-20", "2025-10-26", P.WEEK),
        "[2025-10-20..2025-10-26]",
        "week of 20 Oct 2025",
    ),
    (
        once("2025-10-25", "2025-10-26", P.WEEK),
        "[2025-10-25..2025-10-26]",
        "between 25 and 26 Oct 2025",
    ),
    (
        once("2025-10-25", "2026-03-31", P.MONTH, Q.BY),
        "[2025-10-25..2026-03]",
        "by March 2026",
    ),
    (once("2025-10-25", "2026-12-31", P.YEAR, Q.BY), "[2025-10-25..2026]", "by 2026"),
    (once("", "2025-10-31", P.DAY, Q.BY), "[..2025-10-31]", "by 31 Oct 2025"),
    (once("", "2026-02-28", P.MONTH, Q.BEFORE), "[..2026-02]", "before March 2026"),
    (once("", "2025-10-25", P.DAY, Q.BEFORE), "[..2025-10-25]", "before 26 Oct 2025"),
    (once("", "2025-02-28", P.SEASON, Q.BEFORE), "[..2025-02-28]", "before spring 2025"),
    (once("2026-04-01", "", P.MONTH, Q.AFTER), "[2026-04..]", "after March 2026"),
    (once("2025-10-27", "", P.DAY, Q.AFTER), "[2025-10-27..]", "after 26 Oct 2025"),
    (
        once("2025-10-21", "2025-10-31", P.MONTH, Q.LATE),
        "[2025-10-21..2025-10-31]",
        "late October 2025",
    ),
    (
        once("2025-10-11", "2025-10-20", P.MONTH, Q.MID),
        "[2025-10-11..2025-10-20]",
        "mid-October 2025",
    ),
    (once("2025-01-01", "2025-04-30", P.YEAR, Q.EARLY), "[2025-01-01..2025-04-30]", "early 2025"),
    (
        once("2025-06-01", "2025-06-30", P.SEASON, Q.EARLY),
        "2025-06",
        "early summer 2025",
    ),
    (
        once("1996-07-01", "1999-12-31", P.DECADE, Q.LATE),
        "[1996-07-01..1999-12-31]",
        "the late 1990s",
    ),
    (once("2019-01-01", "2019-12-31", P.YEAR, Q.ABOUT), "2019~", "about 2019"),
    (
        once("2025-03-03", "2025-03-07", P.DAY, Q.ABOUT),
        "[2025-03-03..2025-03-07]",
        "about 3–7 Mar 2025",
    ),
    (
        once("2025-10-26", "2025-10-28", P.DAY, Q.BETWEEN),
        "[2025-10-26..2025-10-28]",
        "between 26 and 28 Oct 2025",
    ),
    (
        once("2025-10-30", "2025-11-02", P.DAY, Q.BETWEEN),
        "[2025-10-30..2025-11-02]",
        "between 30 Oct and 2 Nov 2025",
    ),
    (
        once("2025-12-30", "2026-01-02", P.DAY, Q.INFERRED),
        "[2025-12-30..2026-01-02]",
        "between 30 Dec 2025 and 2 Jan 2026",
    ),
    (
        once("2025-07-01", "2025-09-30", P.MONTH, Q.BETWEEN),
        "[2025-07..2025-09]",
        "between July and September 2025",
    ),
    (When.undated(), "", "no date"),
    (When.undated(date(2025, 10, 26), None), "[2025-10-26..]", "on or after 26 Oct 2025"),
    (When.undated(None, ANCHOR), "[..2025-10-25]", "on or before 25 Oct 2025"),
    (
        When(OCT20, OCT20, P.MINUTE, clock=time(14, 30)),
        "2025-10-20T14:30:00",
        "20 Oct 2025, 14:30",
    ),
    (
        When(OCT20, OCT20, P.MINUTE, Q.BEFORE, clock=time(14, 30)),
        "2025-10-20T14:30:00",
        "20 Oct 2025, before 14:30",
    ),
    (
        lasted(("2019-01-01", "2019-12-31"), ("2025-10-25", ""), P.YEAR, Q.SINCE),
        "2019/..",
        "since 2019",
    ),
    (
        lasted(("2018-09-01", "2018-11-30"), ("2025-10-25", ""), P.SEASON, Q.SINCE),
        "2018-23/..",
        "since autumn 2018",
    ),
    (
        lasted(("2025-10-27", "2025-10-27"), ("2025-10-29", "2025-10-29"), P.DAY),
        "2025-10-27/2025-10-29",
        "27–29 Oct 2025",
    ),
    (
        lasted(("2025-07-01", "2025-07-31"), ("2025-09-01", "2025-09-30"), P.MONTH),
        "2025-07/2025-09",
        "July–September 2025",
    ),
    (
        lasted(("2018-01-01", "2018-12-31"), ("2020-01-01", "2020-12-31"), P.YEAR),
        "2018/2020",
        "2018–2020",
    ),
    (
        lasted(("", "2025-10-25"), ("2025-10-31", "2025-10-31"), P.DAY, Q.UNTIL),
        "../2025-10-31",
        "until 31 Oct 2025",
    ),
    (
        lasted(("", "2025-10-25"), ("2025-10-25", ""), P.DAY),
        "../..",
        "ongoing on 25 Oct 2025",
    ),
    (When.lasted(OPEN, OPEN, P.NONE), "../..", "ongoing"),
    (
        lasted(("2025-10-26", "2025-10-28"), ("2025-10-30", "2025-10-30"), P.DAY, Q.INFERRED),
        "2025-10-26~/2025-10-30",
        "from between 26 and 28 Oct 2025 to 30 Oct 2025",
    ),
    (
        lasted(("2025-07-01", "2025-07-31"), ("2025-07-01", "2025-07-31"), P.MONTH),
        "2025-07/2025-07",
        "during July 2025",
    ),
]


@pytest.mark.parametrize(("when", "exchanged", "read"), CASES)
def test_a_time_is_written_as_the_table_says(when: When, exchanged: str, read: str) -> None:
    assert (edtf(when), words(when)) == (exchanged, read)


def _read_unit(text: str) -> tuple[date, date]:
    """The first and last day of an EDTF date, of the forms that `edtf` writes for a unit."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        day = date(*map(int, match.groups()))
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d{2})", text):
        year, part = map(int, match.groups())
        if part > 40 or part == 40:
            first, months = (part - 40) * 6 + 1, 6
        elif part >= 33:
            first, months = (part - 33) * 3 + 1, 3
        else:
            first, months = part, 1
        last = first + months - 1
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    digits = text.replace("X", "")
    width = 10 ** (4 - len(digits))
    return date(int(digits) * width, 1, 1), date(int(digits) * width + width - 1, 12, 31)


def _read(text: str) -> tuple[date | None, date | None]:
    """The bounds of an EDTF date or set."""
    if not text:
        return None, None
    if not text.startswith("["):
        return _read_unit(text)
    first, last = text.strip("[]").split("..")
    return _read_unit(first)[0] if first else None, _read_unit(last)[1] if last else None


days = st.dates(min_value=date(1000, 1, 1), max_value=date(8999, 12, 31))
qualifiers = st.sampled_from([q for q in Qualifier if q is not Q.ABOUT])


def _end_of_month(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1) - timedelta(days=1)


@st.composite
def bounds_of_some_size(draw: st.DrawFn) -> tuple[date | None, date | None, Precision]:
    """Bounds as texts give them: a whole unit, part of one, or open on a side."""
    day = draw(days)
    size = draw(st.sampled_from([1, 3, 6, 12, 120, 1200, 0]))
    if size:
        step = max(size // 12, 1) if size > 12 else 1
        month = (day.month - 1) // size * size + 1 if size <= 12 else 1
        first = date(day.year // step * step, month, 1)
        last = _end_of_month(first, size)
    else:
        first, last = day, day + timedelta(days=draw(st.integers(0, 400)))
    precision = draw(st.sampled_from([p for p in Precision if p is not P.SEASON]))
    cut = draw(st.sampled_from(["none", "none", "first", "last", "both"]))
    return (
        None if cut in ("first", "both") else first,
        None if cut in ("last", "both") else last,
        precision,
    )


@given(bounds_of_some_size(), qualifiers)
def test_the_edtf_of_a_time_denotes_exactly_its_bounds(
    bounds: tuple[date | None, date | None, Precision], qualifier: Qualifier
) -> None:
    first, last, precision = bounds
    assert _read(edtf(When.within(first, last, precision, qualifier))) == (first, last)


@given(days, st.integers(0, 3000), st.sampled_from([P.DAY, P.MONTH, P.YEAR]))
def test_an_interval_between_units_denotes_the_bounds_of_both_ends(
    day: date, gap: int, precision: Precision
) -> None:
    def unit(of: date) -> Bounds:
        if precision is P.DAY:
            return Bounds(of, of)
        if precision is P.MONTH:
            return Bounds(of.replace(day=1), _end_of_month(of.replace(day=1), 1))
        return Bounds(date(of.year, 1, 1), date(of.year, 12, 31))

    when = When.lasted(unit(day), unit(day + timedelta(days=gap)), precision)
    begin, end = edtf(when).split("/")
    assert (Bounds(*_read_unit(begin)), Bounds(*_read_unit(end))) == (when.begin, when.end)


@given(bounds_of_some_size(), st.sampled_from(Qualifier))
def test_words_name_no_day_that_the_text_does_not_give(
    bounds: tuple[date | None, date | None, Precision], qualifier: Qualifier
) -> None:
    first, last, _ = bounds
    assume(first is not None and last is not None and first.day == 1)
    assume((last + timedelta(days=1)).day == 1 and first.month == last.month)
    assume(first.year == last.year)
    said = words(When.within(first, last, P.MONTH, qualifier))
    assert re.match(r"\d{1,2} \w", said) is None
