"""Dates in digits: "25.10.2025", "25.10.", "2025-10-25"; German puts the day first."""

from __future__ import annotations

import re
from datetime import date

from timeline.timex.german.choose import choose_day
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day, on_month

_GOES_ON = re.compile(rb"[./:-]\d")


def _full(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in (".", "-", "/", ":", ",") or _GOES_ON.match(at.flat, at.end, at.end + 2):
        return None
    year = int(m["y"])
    if len(m["y"]) == 2:
        year += 2000 if year <= (at.anchor.year + 20) % 100 else 1900
    return on_day(date(year, int(m["mon"]), int(m["d"])), "is written in full")


_STOP = re.compile(rb"\.(?!\d)")
_LEADING = re.compile(
    r"(?:^|[^a-z])(?:am|vom|bis(?: zum)?|zum|ab|ab dem|seit dem|den|dem|der|und|termine?:?)$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\d\.,?|[(/])$")
_WEEKDAY = re.compile(r"(?:tag|woch|abend|\b(?:mo|di|mi|do|fr|sa|so)\.?),?$", re.IGNORECASE)


def _day_month(m: Parts, at: Place) -> Reading | None:
    """ "25.10.": the second stop tells it from a number or a time of day."""
    before = at.before(16).rstrip()
    if not _STOP.match(at.flat, at.end, at.end + 2):
        return None
    if not (_LEADING.search(before) or _WEEKDAY.search(before) or _LISTED.search(before)):
        return None
    return choose_day(int(m["mon"]), int(m["d"]), at)


def _month_year(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in (".", "-", "/", ":", ",") or at.after(1) in ("/", "."):
        return None
    return on_month(int(m["y"]), int(m["mon"]), "is written in full")


_D, _M = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<mon>0?[1-9]|1[0-2])"

RULES: tuple[Rule, ...] = (
    Rule(
        "date in digits",
        rf"(?:{{WDAY}},?{{S}}(?:de[nmr]{{S}})?)?{_D}\.{{S}}?{_M}\.{{S}}?(?P<y>{{YEAR}}|\d\d)",
        _full,
        yes=(
            ("Das Schiff sank am [25.10.1987].", "1987-10-25"),
            ("Das Schiff sank am [3. 5. 98].", "1998-05-03"),
            ("Das Schiff sank am [Montag, 03.05.2021].", "2021-05-03"),
        ),
        no=("Die Adresse ist 10.10.10.10.", "Das sind 30.02.2021 nicht."),
    ),
    Rule(
        "date by ISO 8601",
        r"(?P<y>{YEAR})-(?P<mon>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])",
        _full,
        yes=(("Das Schiff sank am [1987-10-25].", "1987-10-25"),),
    ),
    Rule(
        "day and month in digits",
        rf"{_D}\.{{S}}?{_M}",
        _day_month,
        yes=(("Das Schiff kommt am [3.11]. an.", "2025-11-03"),),
        no=("Er lief 3.11 Sekunden.", "Sie beginnt um 14.10."),
    ),
    Rule(
        "month and year in digits",
        r"(?P<mon>0[1-9]|1[0-2])/(?P<y>{YEAR})",
        _month_year,
        yes=(("Die Ausgabe [05/2019] fehlt.", "2019-05"),),
    ),
)
