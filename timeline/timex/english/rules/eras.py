"""Dates of an era: "15 March 44 BC", "May AD 70", "300-200 BC", "the second millennium"."""

from __future__ import annotations

from datetime import date

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.english import numbers
from timeline.timex.english.choose import month_number
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day, on_month, on_year

_NOT_COUNTED = "is before the common era, where this calendar has no days"


def _dated(m: Parts, _at: Place) -> Reading | None:
    """A day or month of a year that its era names."""
    year, month = int(m["y"] or m["y2"]), month_number(m["mon"] or m["mon2"])
    day = m["d"] or m["d2"]
    number = numbers.ordinal(day) if day else None
    if m["bc"]:
        date(2000, month, number or 1)  # "31 June 44 BC" is no date in any year
        value = f"BC{year:04}-{month:02}" + (f"-{number:02}" if number else "")
        fine = Precision.DAY if number else Precision.MONTH
        return Reading(TimexType.DATE, value, None, fine, _NOT_COUNTED)
    if number:
        return on_day(date(year, month, number), "gives its day, month and year, and their era")
    return on_month(year, month, "gives its month and year, and their era")


_BUDDHIST = 543  # years that the calendar of Thailand is ahead


def _buddhist(m: Parts, _at: Place) -> Reading | None:
    """ "10 August 2567 BE": the year as Thailand counts it, since 1941 from 1 January."""
    year = int(m["y"]) - _BUDDHIST
    why = f"gives its year by the Buddhist era, {_BUDDHIST} ahead of ours"
    month, day = m["mon"] or m["mon2"], m["d"] or m["d2"]
    if not month:
        return on_year(year, why)
    if not day:
        return on_month(year, month_number(month), why)
    return on_day(date(year, month_number(month), numbers.ordinal(day) or 0), why)


def _years(m: Parts, _at: Place) -> Reading | None:
    first, last = int(m["a"]), int(m["b"])
    if first <= last:  # years before the era count down
        return None
    value = f"BC{first:04}/BC{last:04}"
    return Reading(TimexType.DATE, value, None, Precision.YEAR, _NOT_COUNTED)


def _decade(m: Parts, _at: Place) -> Reading | None:
    value = f"BC{int(m['y']) // 10:03}"
    return Reading(TimexType.DATE, value, None, Precision.DECADE, _NOT_COUNTED)


def _millennium(m: Parts, _at: Place) -> Reading | None:
    n = numbers.ordinal(m["n"])
    if n is None or not 1 <= n <= 9:
        return None
    if m["bc"]:
        return Reading(TimexType.DATE, f"BC{n - 1}", None, Precision.CENTURY, _NOT_COUNTED)
    return Reading(
        TimexType.DATE,
        f"{n - 1}",
        days.years(1000 * n - 999, min(1000 * n, 9999)),
        Precision.CENTURY,
        f"is the thousand years from {1000 * n - 999} on",
    )


_BC = r"(?:BCE?|B\.C(?:\.E)?)"
_ERA = (
    rf"(?:(?P<y>\d{{1,4}}){{S}}?(?:(?P<bc>{_BC})|(?-i:CE|AD|A\.D))"
    r"|(?-i:A\.?D\.?){S}(?P<y2>\d{1,4}))"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "date of an era",
        r"(?:(?P<mon>{MONTH})(?:{S}(?P<d>{DAY}))?|(?:the{S})?(?P<d2>{DAY}){S}(?:of{S})?(?P<mon2>{MONTH})),?{S}(?:of{S})?"
        + _ERA.replace("{{", "{").replace("}}", "}"),
        _dated,
        yes=(
            ("The consul fell on [15 March 44 BC].", "BC0044-03-15"),
            ("The wall fell in [May AD 70].", "0070-05"),
            ("The wall fell on [24 August 79 CE].", "0079-08-24"),
        ),
    ),
    Rule(
        "year of the Buddhist era",
        r"(?:(?:(?P<d>{DAY}){S})?(?P<mon>{MONTH}),?{S}|(?P<mon2>{MONTH}){S}(?P<d2>{DAY}),?{S})?"
        r"(?:B\.E\.{S})?(?P<y>2[45]\d\d){S}(?-i:BE|B\.E)",
        _buddhist,
        yes=(
            ("He was crowned on [4 May 2562 BE].", "2019-05-04"),
            ("He was crowned in [2562 BE].", "2019"),
        ),
    ),
    Rule(
        "years before the era",
        rf"(?P<a>\d{{1,4}})(?:{{S}}{_BC}\.?)?{{S}}?(?:-|to|until|and){{S}}?(?P<b>\d{{1,4}}){{S}}?{_BC}",
        _years,
        yes=(("The city grew from [300 to 200 BC].", "BC0300/BC0200"),),
        no=("The city has 3 and 44 BC is its year.",),
    ),
    Rule(
        "decade before the era",
        rf"(?:the{{S}})?(?P<y>\d{{1,3}}0)'?s{{S}}{_BC}",
        _decade,
        yes=(("The city grew in [the 50s BC].", "BC005"),),
    ),
    Rule(
        "millennium",
        rf"(?:the{{S}})?(?P<n>{{ORD}})(?:{{S}}|-)millennium(?:{{S}}(?P<bc>{_BC})|{{S}}(?-i:AD|CE))?",
        _millennium,
        yes=(
            ("It began in [the third millennium].", "2"),
            ("It is of [the second millennium BC].", "BC1"),
        ),
    ),
)
