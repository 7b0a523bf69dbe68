"""Dates in digits: ISO 8601, 7/21/2017, 21.7.2017."""

from __future__ import annotations

import re
from datetime import date, time

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.english.choose import choose_day, month_number
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day, on_month


def _iso(m: Parts, _at: Place) -> Reading | None:
    d = date(int(m["y"]), int(m["m"] or m["m2"]), int(m["d"] or m["d2"]))
    if not m["h"]:
        return on_day(d, "gives its year, month and day")
    clock = time(int(m["h"]), int(m["min"]), int(m["s"] or 0))
    value = f"{d.isoformat()}T{clock:%H:%M}" + (f":{m['s']}" if m["s"] else "")
    return Reading(
        TimexType.TIME, value, days.day(d), Precision.MINUTE, "gives its day and time", clock=clock
    )


def _iso_month(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in "-/$" and at.before(1):
        return None
    return on_month(int(m["y"]), int(m["m"]), "gives its year and month")


def _iso_week(m: Parts, _at: Place) -> Reading | None:
    monday = date.fromisocalendar(int(m["y"]), int(m["w"]), 1)
    return Reading(
        TimexType.DATE,
        days.iso_week(monday),
        days.week(monday),
        Precision.WEEK,
        "gives its year and the number of its week",
    )


_NUMBER_ON = re.compile(rb"-(?!\d{1,2}[./]\d)")


def _slashed(m: Parts, at: Place) -> Reading | None:
    """Month first, as in American news, unless that is impossible; day first with dots."""
    if at.before(1) in ("/", "$", ".", "+") or at.after(1) == "/":
        return None
    glued = at.before(5)[-1:] == "-" and at.before(5)[-5:-1].isdigit()
    if (at.before(1) == "-" and not glued) or _NUMBER_ON.match(at.flat, at.end, at.end + 8):
        return None
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if len(m["y"]) == 2:
        year += 1900 if year > (at.anchor.year + 20) % 100 and at.anchor.year < 2080 else 2000
    day_first = (m["sep"] == "." and int(m["b"]) <= 12) or a > 12
    month, day = (b, a) if day_first else (a, b)
    order = "day first" if day_first else "month first"
    return on_day(date(year, month, day), f"gives its day, month and year in digits, {order}")


_LISTED = re.compile(rb",? (?:and |or |to |- ?)?\d{1,2}/\d{1,2}\b")
_LISTING = re.compile(rb"\d/\d{1,2},? (?:and |or |to |- ?)?$")
_WEEKDAY = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BEFORE_DAY = ("on", "by", "until", "till", "since", "from", "to", "before", "after", "due")


def _month_day(m: Parts, at: Place) -> Reading | None:
    """ "on 2/15": a day only where a preposition or nothing at all stands before it."""
    before = at.words_before()[-1:]
    listed = _LISTING.search(at.flat, max(0, at.start - 12), at.start)
    if before == ["for"]:  # "set for 11/20, 11/22": one alone could be a fraction
        listed = listed or _LISTED.match(at.flat, at.end, at.end + 14)
    known = listed or at.is_whole() or (before and before[0] in _BEFORE_DAY)
    if not (known or (before and before[0].strip(",.") in _WEEKDAY)):
        return None
    if at.after(1) in ("%", "/", "-") or at.before(1) in ("/", "$", "-"):
        return None
    a, b = int(m["a"]), int(m["b"])
    if (a, b) == (9, 11) and at.words_before()[-1:] != ["on"]:
        return None  # the day of 2001
    month, day = (b, a) if a > 12 else (a, b)
    return choose_day(month, day, at)


def _month_year(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in ("/", "$", "-", ".") or at.after(1) in ("/", "-", "%"):
        return None
    return on_month(int(m["y"] or m["y2"]), int(m["m"] or m["m2"]), "gives its date in digits")


def _named_month(m: Parts, _at: Place) -> Reading | None:
    day, year = int(m["d"] or m["d2"]), int(m["y"] or m["y2"])
    return on_day(
        date(year, month_number(m["mon"] or m["mon2"]), day), "gives its day, month and year"
    )


def _compact(m: Parts, _at: Place) -> Reading | None:
    return on_day(date(int(m["y"]), int(m["m"]), int(m["d"])), "gives its date in digits")


RULES: tuple[Rule, ...] = (
    Rule(
        "iso date",
        r"(?P<y>[12]\d{3})(?:-(?P<m>0?[1-9]|1[0-2])-(?P<d>0?[1-9]|[12]\d|3[01])"
        r"|(?P<sep>[/.])(?P<m2>0?[1-9]|1[0-2])[/.](?P<d2>0?[1-9]|[12]\d|3[01]))"
        r"(?:[T ](?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,6})?)?"
        r"(?:Z|[+-]\d\d:?\d\d)?)?",
        _iso,
        yes=(
            ("Filed [2024-02-29].", "2024-02-29"),
            ("Logged [2024-02-29T08:15] at the gate.", "2024-02-29T08:15"),
        ),
        no=("Part 2024-13-45 is sold out.",),
    ),
    Rule(
        "iso month",
        r"(?P<y>19\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])",
        _iso_month,
        yes=(("The [2024-02] figures are out.", "2024-02"),),
    ),
    Rule(
        "iso week",
        r"(?P<y>[12]\d{3})-W(?P<w>[0-5]\d)",
        _iso_week,
        yes=(("Sprint [2025-W07] is over.", "2025-W07"),),
        no=("Bay 2025-W59 is empty.",),
    ),
    Rule(
        "numeric date",
        r"(?P<a>0?[1-9]|[12]\d|3[01])(?:(?P<sep>[./-]))(?P<b>0?[1-9]|[12]\d|3[01])[./-](?P<y>(?:19|20)\d\d|\d\d)",
        _slashed,
        yes=(
            ("Signed [3/14/2024] in Lima.", "2024-03-14"),
            ("Signed [14/3/2024] in Lima.", "2024-03-14"),
            ("Am [14.03.2024] unterschrieben.", "2024-03-14"),
            ("Signed [3/14/98] in Lima.", "1998-03-14"),
        ),
        no=("Call 555-10-12-13 now.", "Version 31/31/2024 failed."),
    ),
    Rule(
        "day and month in digits",
        r"(?P<a>0?[1-9]|[12]\d|3[01])(?:/|{S}/{S})(?P<b>0?[1-9]|[12]\d|3[01])",
        _month_day,
        yes=(
            ("It was signed on [2/15].", "2025-02-15"),
            ("It will open by [22/12].", "2025-12-22"),
            ("It was open on 2/15 and [2/17].", "2025-02-17"),
        ),
        no=("About 2/3 of it sank.", "They lost 3/10 games."),
    ),
    Rule(
        "month and year in digits",
        r"(?P<m>0?[1-9]|1[0-2])/(?P<y>19\d\d|20\d\d)|(?P<y2>19\d\d|20\d\d)/(?P<m2>0[1-9]|1[0-2])",
        _month_year,
        yes=(("Published [06/2004] in Lima.", "2004-06"),),
    ),
    Rule(
        "date with a month's name between strokes",
        r"(?P<y>[12]\d{3})(?:[-/])(?P<mon>{MONTH})[-/](?P<d>\d\d?)"
        r"|(?P<d2>\d\d?)[-/](?P<mon2>{MONTH})[-/](?P<y2>[12]\d{3})",
        _named_month,
        yes=(("Signed [31/Oct/1974].", "1974-10-31"), ("Signed [2019-aug-01].", "2019-08-01")),
    ),
    Rule(
        "compact date",
        r"(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
        _compact,
        yes=(("File [20240229] was lost.", "2024-02-29"),),
    ),
)
