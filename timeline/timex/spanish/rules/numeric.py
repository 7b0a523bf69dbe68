"""Dates in digits: ISO 8601, 21/7/2017, 21.7.2017, day first as Spanish has it."""

from __future__ import annotations

import re
from datetime import date, time

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish.choose import choose_day
from timeline.timex.spanish.fragments import month_number
from timeline.timex.timex3 import on_day, on_month


def _iso(m: Parts, _at: Place) -> Reading | None:
    d = date(int(m["y"]), int(m["m"]), int(m["d"]))
    if not m["h"]:
        return on_day(d, "is written in full")
    clock = time(int(m["h"]), int(m["min"]))
    value = f"{d.isoformat()}T{clock:%H:%M}"
    return Reading(
        TimexType.TIME, value, days.day(d), Precision.MINUTE, "is written in full", clock=clock
    )


_NUMBER_ON = re.compile(rb"[-/.]\d")


def _slashed(m: Parts, at: Place) -> Reading | None:
    """Day first, unless that is impossible."""
    if at.before(1) in ("/", "$", ".", "+", "-") or _NUMBER_ON.match(at.flat, at.end, at.end + 2):
        return None
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if m["sep"] != m["sep2"]:
        return None
    if len(m["y"]) == 2:
        year += 1900 if year > (at.anchor.year + 20) % 100 else 2000
    day, month = (b, a) if b > 12 else (a, b)
    order = "month first" if b > 12 else "day first"
    return on_day(date(year, month, day), f"is written in digits, {order}")


_BEFORE_DAY = ("el", "dia", "hasta", "desde", "del", "al", "este")


def _day_month(m: Parts, at: Place) -> Reading | None:
    """ "el 15/2": a day only after an article or where nothing else is said."""
    if not at.is_whole() and at.words_before()[-1:] not in [[word] for word in _BEFORE_DAY]:
        return None
    if at.after(1) in ("%", "/", "-") or at.before(1) in ("/", "$", "-"):
        return None
    return choose_day(int(m["b"]), int(m["a"]), at)


def _month_year(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in ("/", "$", "-", ".") or at.after(1) in ("/", "-", "%"):
        return None
    return on_month(int(m["y"]), int(m["m"]), "is written in digits")


def _named_month(m: Parts, _at: Place) -> Reading | None:
    d = date(int(m["y"]), month_number(m["mon"]), int(m["d"]))
    return on_day(d, "is written in full")


RULES: tuple[Rule, ...] = (
    Rule(
        "iso date",
        r"(?P<y>[12]\d{3})-(?P<m>0?[1-9]|1[0-2])-(?P<d>0?[1-9]|[12]\d|3[01])"
        r"(?:[T ](?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d)?)?",
        _iso,
        yes=(
            ("Archivado [2024-02-29].", "2024-02-29"),
            ("Anotado [2024-02-29T08:15] en la puerta.", "2024-02-29T08:15"),
        ),
        no=("La pieza 2024-13-45 se ha agotado.",),
    ),
    Rule(
        "numeric date",
        r"(?P<a>0?[1-9]|[12]\d|3[01])(?P<sep>[./-])(?P<b>0?[1-9]|[12]\d|3[01])(?P<sep2>[./-])"
        r"(?P<y>(?:19|20)\d\d|\d\d)",
        _slashed,
        yes=(
            ("Firmado el [14/3/2024] en Lima.", "2024-03-14"),
            ("Firmado el [5/12/2024] en Lima.", "2024-12-05"),
            ("Firmado el [14.03.98] en Lima.", "1998-03-14"),
        ),
        no=("Llame al 555-10-12-13 ya.", "La versión 31/31/2024 falla."),
    ),
    Rule(
        "day and month in digits",
        r"(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|1[0-2])",
        _day_month,
        yes=(("Se firmó el [15/2].", "2025-02-15"),),
        no=("Se hundió 2/3 de la flota.",),
    ),
    Rule(
        "month and year in digits",
        r"(?P<m>0?[1-9]|1[0-2])/(?P<y>19\d\d|20\d\d)",
        _month_year,
        yes=(("Publicado en [06/2004].", "2004-06"),),
    ),
    Rule(
        "date with a month's name between strokes",
        r"(?P<d>\d\d?)[-/](?P<mon>{MONTH})[-/](?P<y>[12]\d{3})",
        _named_month,
        yes=(("Firmado el [31/oct/1974].", "1974-10-31"),),
    ),
)
