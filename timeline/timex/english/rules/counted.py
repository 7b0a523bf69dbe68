"""Counted weekdays, weeks and months: "three Fridays from now", "the last four months of 2021"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.english import numbers
from timeline.timex.english.choose import choose_day, month_number
from timeline.timex.english.fragments import WEEKDAYS
from timeline.timex.english.rules.named_days import NAMES, resolve
from timeline.timex.nearest import coming, latest
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import duration, on_day, on_month, on_week

_AWAY = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}


def _weekdays_away(m: Parts, at: Place) -> Reading | None:
    """ "two Thursdays ago", "Friday after next", "the Wednesday before last"."""
    now, weekday = at.anchor, WEEKDAYS[m["wd"][:3]]
    count = 2.0 if m["twice"] else numbers.number(m["n"])
    if count is None or count != int(count) or count > 500:
        return None
    back = m["way"] in ("ago", "back") or m["twice"].endswith("last")
    first = latest(weekday, now - timedelta(1)) if back else coming(weekday, now)
    d = first + timedelta(7 * (int(count) - 1) * (-1 if back else 1))
    return on_day(d, f"counts weekdays from {days.say(now)}", now)


def _of_month(m: Parts, at: Place) -> Reading | None:
    """ "the first Monday of next month"."""
    n = numbers.ordinal(m["n"])
    if n is None:
        return None
    now = at.anchor
    year, month = days.step_month(now.year, now.month, _AWAY.get(m["rel"], 0))
    d = days.nth_weekday(year, month, WEEKDAYS[m["wd"][:3]], n)
    return on_day(d, f"is counted in a month told from {days.say(now)}", now)


def _week_of_year(m: Parts, at: Place) -> Reading | None:
    """ "week 23", "the third week of 2018", "week 5 of next year", by ISO 8601."""
    n = int(m["w"]) if m["w"] else numbers.ordinal(m["n"])
    year = int(m["y"]) if m["y"] else at.anchor.year + _AWAY.get(m["rel"], 0)
    if n is None:
        return None
    if n == -1:
        return on_week(date(year, 12, 28), "is the last ISO week of its year")
    return on_week(date.fromisocalendar(year, n, 1), f"is ISO week {n} of {year}")


def _month_of_year(m: Parts, at: Place) -> Reading | None:
    n = numbers.ordinal(m["n"])
    year = int(m["y"]) if m["y"] else at.anchor.year + _AWAY.get(m["rel"], 0)
    if n is None or n == 0 or n > 12:
        return None
    return on_month(year, 12 if n == -1 else n, "counts the months of its year")


def _months(m: Parts, _at: Place) -> Reading | None:
    """ "Nov-Feb 2017": the year is that of the last month."""
    first, last, year = month_number(m["a"]), month_number(m["b"]), int(m["y"])
    began = year - 1 if first > last else year
    return Reading(
        TimexType.DATE,
        f"{began:04}-{first:02}/{year:04}-{last:02}",
        (date(began, first, 1), days.month(year, last)[1]),
        Precision.MONTH,
        "runs from the first month to the last",
    )


def _to_date(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    unit = m["unit"]
    first = {
        "year": date(now.year, 1, 1),
        "month": now.replace(day=1),
        "week": days.week(now)[0],
    }[unit]
    reading = duration(None, "day")
    span = (first, now)
    why = f"runs from the first day of the {unit} to {days.say(now)}"
    value = f"{first.isoformat()}/{now.isoformat()}"
    return replace(reading, type=TimexType.DATE, value=value, span=span, anchor=now, why=why)


def _beside(m: Parts, at: Place) -> Reading | None:
    """ "the Monday closest to Oct. 5", "the third Tuesday after 3 May": weekdays from a date."""
    if m["name"]:
        chosen = resolve(m, at)
    else:
        chosen = choose_day(month_number(m["mon"]), int(m["d"].rstrip("stndrh ")), at)
    if chosen is None or not chosen.span:
        return None
    day, weekday = chosen.span[0], WEEKDAYS[(m["wd"] or m["wd2"])[:3]]
    if m["y"] and m["mon"]:
        day = day.replace(year=int(m["y"]))
    ahead = (weekday - day.weekday()) % 7
    if m["near"]:
        d = day + timedelta(ahead if ahead <= 3 else ahead - 7)
    else:
        n = numbers.ordinal(m["n"]) if m["n"] else 1
        if n is None or n < 1:
            return None
        back = m["way"] == "before"
        first = (ahead or 7) - (7 if back and ahead else 14 if back else 0)
        d = day + timedelta(first + 7 * (n - 1) * (-1 if back else 1))
    return on_day(d, f"is counted from {days.say(day)}", None if m["y"] else at.anchor)


_IN_YEAR = r"(?:(?P<y>{YEAR})|(?P<rel>last|next|this|the{S}following){S}year)"

RULES: tuple[Rule, ...] = (
    Rule(
        "weekdays away",
        r"(?P<n>{NUM}|a|a{S}couple{S}of){S}(?P<wd>{WEEKDAY})s?{S}(?P<way>ago|back|from{S}now|hence)",
        _weekdays_away,
        yes=(
            ("They met [two Thursdays ago].", "2025-10-16"),
            ("They meet [three Fridays from now].", "2025-11-14"),
        ),
    ),
    Rule(
        "weekday after next",
        r"(?:the{S})?(?P<wd>{WEEKDAY}){S}(?P<twice>after{S}next|before{S}last)",
        _weekdays_away,
        yes=(
            ("They meet [Friday after next].", "2025-11-07"),
            ("They met [the Wednesday before last].", "2025-10-15"),
        ),
    ),
    Rule(
        "counted weekday of a month told from here",
        r"(?:the{S})?(?P<n>{ORD}|last|final){S}(?P<wd>{WEEKDAY}){S}(?:of|in){S}(?:the{S})?"
        r"(?:(?P<rel>this|last|next|previous|following|coming){S})?month",
        _of_month,
        yes=(("They meet on [the first Monday of next month].", "2025-11-03"),),
    ),
    Rule(
        "week of a year",
        r"(?:the{S})?(?:week{S}(?P<w>[1-9]|[1-4]\d|5[0-3])|(?P<n>{ORD}|last|final){S}week){S}(?:of|in){S}"
        + _IN_YEAR,
        _week_of_year,
        yes=(
            ("It opens in [week 23 of 2018].", "2018-W23"),
            ("It opens in [the third week of 2018].", "2018-W03"),
        ),
        no=("It opens in week 60 of 2018.",),
    ),
    Rule(
        "month of a year by number",
        r"(?:the{S})?(?P<n>{ORD}){S}month{S}of{S}" + _IN_YEAR,
        _month_of_year,
        yes=(("It opens in [the ninth month of next year].", "2026-09"),),
    ),
    Rule(
        "months of a year",
        r"(?P<a>{MONTH})(?:-|/)(?P<b>{MONTH}),?{S}(?:of{S})?(?P<y>{YEAR})",
        _months,
        yes=(("It ran [Nov-Feb 2017].", "2016-11/2017-02"),),
    ),
    Rule(
        "weekday beside a date",
        r"(?:the{S})?(?:(?P<near>closest|nearest){S}(?P<wd>{WDAY}){S}to|(?P<n>{ORD}){S}(?P<wd2>{WEEKDAY}){S}(?P<way>after|before))"
        rf"{{S}}(?:(?P<mon>{{MONTH}}){{S}}(?P<d>{{DAY}})|(?P<name>{NAMES}))(?:,?{{S}}(?P<y>{{YEAR}}))?",
        _beside,
        yes=(
            ("They meet on [the nearest Monday to Nov. 5].", "2025-11-03"),
            ("They meet on [the second Tuesday after Nov. 5, 2025].", "2025-11-18"),
            ("They meet on [the first Friday after Christmas 2024].", "2024-12-27"),
        ),
    ),
    Rule(
        "year to date",
        r"(?:the{S})?(?P<unit>year|month|week)(?:{S}|-)to(?:{S}|-)date",
        _to_date,
        yes=(("Sales rose in [the year to date].", "2025-01-01/2025-10-25"),),
    ),
)
