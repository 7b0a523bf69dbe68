"""Periods that a report compares its own with: "the same quarter last year", "the 2024 quarter"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Precision
from timeline.timex import days
from timeline.timex.days import Span
from timeline.timex.english.direction import sentence
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_unit

_UNITS = {Precision.QUARTER: "quarter", Precision.MONTH: "month", Precision.WEEK: "week"}
_MONTHS_LONG = re.compile(rb"\b(?:six|nine|6|9)[ \n-]months?|\b(?:half|year-to-date)\b")
_QUARTER = re.compile(rb"\b(?:quarter|period)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    rb"(?:[$#%]|\b(?:from|than|against|with|to) )[^.;\n]{0,60}\b(?:million|billion|trillion"
    rb"|thousand|cents?|a share|percent),?[ \n]$|[$#]\d[\d.,]*,?[ \n]$"
)


def _year_of_quarter(at: Place) -> Span | None:
    """The quarter that the story tells of, unless longer months have come between."""
    if not at.story or not at.story.span or at.story.precision is not Precision.QUARTER:
        return None
    return None if _MONTHS_LONG.search(at.flat, max(0, at.start - 160), at.start) else at.story.span


def _same_period(m: Parts, at: Place) -> Reading | None:
    """ "the same period last year", "the corresponding quarter of 2024"."""
    story = at.story.span if at.story else None
    base = story[0] if story else at.anchor
    unit = m["unit"]
    if unit in ("period", "time"):
        unit = _UNITS.get(at.story.precision, "year") if at.story and story else "year"
        if unit == "quarter" and not _year_of_quarter(at):
            unit = "year"
    elif unit == "quarter" and not (at.story and at.story.precision is Precision.QUARTER):
        base = days.step(at.anchor, "quarter", -1)
    elif unit in ("month", "week") and not (at.story and at.story.precision in _UNITS):
        base = at.anchor
    if m["y"]:
        d = base.replace(year=int(m["y"]), day=min(base.day, 28))
    else:
        d = days.step(base, "year", -1)
    why = f"is a year apart from the {unit} of {days.say(base)}"
    return replace(on_unit(d, unit, why, base), aside=True)


def _quarter_of(m: Parts, at: Place) -> Reading | None:
    """ "last year's quarter", "the 2024 period": the quarter told of, in that year."""
    told = _year_of_quarter(at)
    if told is None and m["unit"] == "quarter":
        told = on_unit(days.step(at.anchor, "quarter", -1), "quarter", "", None).span
    if told is None:
        return None
    year = int(m["y"]) if m["y"] else at.anchor.year - 1
    if not 0 < told[0].year - year <= 2:
        return None
    d = told[0].replace(year=year)
    return replace(on_unit(d, "quarter", "is the quarter told of, in that year", d), aside=True)


def _last_year(_m: Parts, at: Place) -> Reading | None:
    """ "against $3 million last year", said of a quarter in the same sentence."""
    told = _year_of_quarter(at)
    if told is None or not _AMOUNT.search(at.flat, max(0, at.start - 80), at.start):
        return None
    first, _ = sentence(at.flat, at.start, at.end)
    if not _QUARTER.search(at.flat, first, at.start) or at.after(6).startswith(("'s", " in ")):
        return None
    d = days.step(told[0], "year", -1)
    return replace(on_unit(d, "quarter", "is the quarter told of, a year before", d), aside=True)


RULES: tuple[Rule, ...] = (
    Rule(
        "the same period a year before",
        r"the{S}(?:same|corresponding|comparable|similar|equivalent|matching){S}(?:fiscal{S})?"
        r"(?P<unit>quarter|period|month|week|time),?{S}(?:(?:of|in|from|for){S})?"
        r"(?:last{S}year|a{S}year{S}(?:ago|earlier|before)|(?:the{S})?(?:previous|prior){S}year"
        r"|the{S}year{S}before|(?P<y>{YEAR}))",
        _same_period,
        yes=(
            ("Sales fell in the first quarter from [the same period last year].", "2024-Q1"),
            ("Sales rose in March from [the same month of 2023].", "2023-03"),
            ("Rain was scarcer than in [the same period last year].", "2024"),
        ),
        no=("At the same time last week was dry.",),
    ),
    Rule(
        "the quarter of another year",
        r"(?:last{S}year's|the{S}(?P<y>{YEAR})){S}(?P<unit>quarter|period)",
        _quarter_of,
        yes=(
            ("Sales fell in the first quarter; in [the 2024 quarter] they rose.", "2024-Q1"),
            ("Sales fell in the first quarter; in [last year's period] they rose.", "2024-Q1"),
        ),
    ),
    Rule(
        "last year of a quarter",
        r"last{S}year",
        _last_year,
        yes=(
            ("The second quarter cost it $4 million, against $3 million [last year].", "2024-Q2"),
        ),
        no=("In the second quarter it sold the mill that burned last year.",),
    ),
)
