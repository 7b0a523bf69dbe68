"""Quarters, halves, seasons, fiscal years, and counted weeks and days of a month."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType
from timeline.timex import days
from timeline.timex.english import numbers
from timeline.timex.english.choose import (
    choose_day,
    month_number,
    relative_year,
    year_number,
)
from timeline.timex.english.fragments import SEASON_CODES, WEEKDAYS
from timeline.timex.english.habits import is_habitual
from timeline.timex.english.hemisphere import southern
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import month_year, reached, say
from timeline.timex.timex3 import on_day, on_month, on_part_of_year, on_season, on_week

_IN = frozenset("in by until till since during early late mid".split())
_NOT_ON = re.compile(rb" (?:of|from|to|for|in|water|rolls?|training|break)\b|-|s\b")


def _in(at: Place) -> bool:
    """Whether "spring" or "fall" without "the" is a season: "by spring", but not "in fall of"."""
    return at.words_before()[-1:] != [] and (
        at.words_before()[-1] in _IN and not _NOT_ON.match(at.flat, at.end, at.end + 10)
    )


_ENDED = re.compile(
    rb",?[ \n](?:that |which )?end(?:ed|ing|s) (?:on )?[A-Z][a-z]+\.? \d{1,2}, (\d{4})\b"
)


def _part(m: Parts, at: Place) -> Reading | None:
    """A quarter or half, with its year or else the latest one that has begun."""
    unit = "half" if m["half"] or m["h"] else "quarter"
    n = numbers.ordinal(m["n"]) if m["n"] else int(m["q"] or m["q2"] or m["h"])
    size = 3 if unit == "quarter" else 6
    count = 12 // size
    if n == -1:
        n = count
    if n is None or not 1 <= n <= count:
        return None
    if m["n"] == "last" and not (m["y"] or m["rel"]):
        return None  # "the last quarter" alone is the one before this
    ended = _ENDED.match(at.flat, at.end, at.end + 40)
    year_text = m["y"] or m["y0"] or (ended.group(1).decode() if ended else "")
    why = "gives its year and the part of it"
    anchor: date | None = None
    if year_text:
        year = int(year_text)
        if year < 100:
            year += 1900 if year > 50 else 2000
    else:
        anchor = at.anchor
        relative = m["rel"] or m["rel0"]
        if relative:
            year = relative_year(relative, anchor)
            why = f"counts years from {days.say(anchor)}"
        else:
            if unit == "half" and not m["year"] and not m["h"]:
                return None  # "the second half" is more often of a match
            lean = at.lean()
            year = anchor.year
            begun = date(year, (n - 1) * size + 1, 1) <= anchor
            if not begun and (
                lean.direction is Direction.PAST
                or (n == count and anchor.month <= 3 and lean.direction is not Direction.FUTURE)
            ):
                year -= 1
            why = f"is the one nearest to {days.say(anchor)}, because {lean.why}"
            running = reached(at)
            if running:
                year, anchor, why = running[0].year, running[0], f"follows {say(*running)}"
    return on_part_of_year(year, unit, n, why, anchor)


def _trimester(m: Parts, _at: Place) -> Reading | None:
    """A trimester is three months to some and four to others: the bounds leave room for both."""
    n = numbers.ordinal(m["n"])
    if n is None or n == -1:
        return None
    year = int(m["y"])
    months = ((1, 4), (4, 8), (7, 12), (10, 12))[n - 1]
    reading = on_part_of_year(year, "quarter", n, "is three months of its year, or four")
    span = (date(year, months[0], 1), days.month(year, months[1])[1])
    return replace(reading, span=span, qualifier=Qualifier.ABOUT)


def _over_new_year(code: str, first: str, last: str) -> bool:
    """Whether "1808-09" is one winter: no other season lies in two years."""
    return code == "WI" and int(last) % 100 == (int(first) + 1) % 100


def _is_bare(m: Parts, at: Place) -> bool:
    """Whether "spring" or "fall" is too bare a word to be a season."""
    if m["the"] or m["s"] not in ("spring", "fall") or _in(at):
        return False
    return m["s"] == "fall" or at.genre is not Genre.MESSAGE


def _told_season(word: str, now: date, *, begun: bool, over: bool) -> tuple[int, str] | None:
    """How many years away the "last", "this" or "next" such season is, and why."""
    if word in ("last", "past", "this past", "previous"):
        return (0 if over else -1), f"is the last one to have ended before {days.say(now)}"
    if word in ("next", "coming", "this coming"):
        return (1 if begun else 0), f"is the next one to begin after {days.say(now)}"
    if word == "this":
        return 0, f"is the one of the year of {days.say(now)}"
    return None


def _season(m: Parts, at: Place) -> Reading | None:
    code, now = SEASON_CODES[m["s"]], at.anchor
    if m["s"] in ("fall", "spring") and not (m["y"] or m["yw"]) and at.after(4) == " of ":
        return None  # "the fall of Rome"
    if m["y2"] and not _over_new_year(code, m["y"], m["y2"]):
        return None
    south = southern(at)
    where = ", as the southern hemisphere has it" if south else ""
    if m["y"] or m["yw"]:
        why = f"gives its season and its year{where}"
        return on_season(year_number(m["y"], m["yw"]), code, why, south=south)
    if m["yy"]:
        short = int(m["yy"])
        year = short + (1900 if short > (now.year + 10) % 100 else 2000)
        why = f"gives its year in two digits, which are taken for {year}{where}"
        return on_season(year, code, why, south=south)
    relative = m["rel"]
    year = now.year
    if m["rel2"]:
        why = f"counts years from {days.say(now)}{where}"
        return on_season(relative_year(m["rel2"], now), code, why, now, south=south)
    in_it = days.season(year, code, south=south)
    begun = in_it[0] <= now
    over = in_it[1] < now
    if in_it[0].month == 12 and now.month <= 2:
        year, begun, over = year - 1, True, False
    told = _told_season(relative, now, begun=begun, over=over)
    if told:
        year, why = year + told[0], told[1]
    else:
        if _is_bare(m, at):
            return None
        if is_habitual(at):
            why = "is that of any year, as its sentence tells what is usual"
            return Reading(TimexType.DATE, f"XXXX-{code}", None, Precision.NONE, why)
        running = reached(at)
        if running:
            year = month_year(*running, in_it[0].month)
            return on_season(year, code, f"follows {say(*running)}{where}", running[0], south=south)
        lean = at.lean()
        if not begun and lean.direction is not Direction.FUTURE:
            year -= 1
        elif over and lean.direction is Direction.FUTURE:
            year += 1
        why = f"is the one that fits {days.say(now)}, because {lean.why}"
    return on_season(year, code, why + where, now, south=south)


def _counted(m: Parts, at: Place) -> Reading | None:
    """The n-th weekday, week, weekend or day of a month, or the last day of a year."""
    n = numbers.ordinal(m["n"])
    if n is None:
        return None
    now = at.anchor
    if m["y"]:
        year, month, why, anchor = (
            int(m["y"]),
            month_number(m["mon"]),
            "is counted within its month",
            None,
        )
    else:
        lean = at.lean()
        month, anchor = month_number(m["mon"]), now
        year = now.year
        if month > now.month and lean.direction is Direction.PAST:
            year -= 1
        elif month < now.month and lean.direction is Direction.FUTURE:
            year += 1
        why = f"is counted in the month nearest to {days.say(now)}, because {lean.why}"
        running = reached(at)
        if running:
            year, why = month_year(*running, month), f"follows {say(*running)}"
    unit = m["unit"]
    if unit[:3] in WEEKDAYS:
        return on_day(days.nth_weekday(year, month, WEEKDAYS[unit[:3]], n), why, anchor)
    first, last = days.month(year, month)
    if unit == "day":
        d = last if n == -1 else first.replace(day=n)
        return on_day(d, why, anchor)
    if unit == "weekend":
        saturday = days.nth_weekday(year, month, 5, n)
        return Reading(
            TimexType.DATE,
            days.iso_week(saturday) + "-WE",
            (saturday, saturday + timedelta(1)),
            Precision.DAY,
            why,
            anchor,
        )
    if n == -1:
        span = (last - timedelta(6), last)
    else:
        if n > 5:
            return None
        span = (first + timedelta(7 * (n - 1)), min(first + timedelta(7 * n - 1), last))
    return replace(on_week(span[0], why, anchor), span=span)


def _week_of(m: Parts, at: Place) -> Reading | None:
    month, day = month_number(m["mon"]), int(m["d"].rstrip("stndrh "))
    now = at.anchor
    if m["y"]:
        d = date(int(m["y"]), month, day)
    else:
        chosen = choose_day(month, day, at)
        if not chosen.span:
            return None
        d = chosen.span[0]
    return on_week(d, "is the week that holds the day", None if m["y"] else now)


def _year_end(_m: Parts, at: Place) -> Reading | None:
    running = reached(at)
    if running:
        return on_day(date(running[0].year, 12, 31), f"follows {say(*running)}", running[0])
    year = at.anchor.year
    since = at.words_before() == ["since"]
    if since or (at.lean().direction is Direction.PAST and at.anchor.month <= 6):
        year -= 1
    return on_day(
        date(year, 12, 31), f"is the last day of the year of {days.say(at.anchor)}", at.anchor
    )


def _last_month_of(m: Parts, _at: Place) -> Reading | None:
    n = numbers.ordinal(m["n"])
    if n is None:
        return None
    return on_month(int(m["y"]), 12 if n == -1 else n, "counts the months of its year")


_OF_YEAR = (
    r"(?:,?{S}(?:of{S}|in{S})?(?:the{S}year{S})?(?P<y>{YEAR}|'\d\d)"
    r"|{S}(?:of{S})?(?P<rel>last|this|next|the{S}previous){S}year"
    r"|{S}of{S}(?P<year>the{S}year))?"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "quarter",
        r"(?:the{S})?(?:(?P<y0>{YEAR}){S}|(?P<rel0>last|this|next){S}year's{S})?"
        r"(?P<n>first|second|third|fourth|final|last|1st|2nd|3rd|4th)(?:{S}|-)(?:quarter|qtr|(?P<half>half))"
        + _OF_YEAR,
        _part,
        yes=(
            ("Sales fell in [the third quarter].", "2025-Q3"),
            ("Sales fell in [the third quarter of 2019].", "2019-Q3"),
            ("Sales fell in [the first half of 2019].", "2019-H1"),
            ("A [second-quarter] loss hurt.", "2025-Q2"),
            ("Sales fell in [the last half of 2019].", "2019-H2"),
            ("Sales fell in [last year's fourth quarter].", "2024-Q4"),
            ("Sales fell in [the second quarter of last year].", "2024-Q2"),
        ),
        no=("They scored twice in the second half.",),
    ),
    Rule(
        "trimester",
        r"(?:the{S})?(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th){S}trimester{S}of{S}(?P<y>{YEAR})",
        _trimester,
        yes=(("Sales fell in [the second trimester of 2024].", "2024-Q2"),),
        no=("She was ill in the second trimester of 40 weeks.",),
    ),
    Rule(
        "quarter in short",
        r"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12]))(?:{S}?(?:of{S})?'?(?P<y>{YEAR}|\d\d))?|(?P<y0>{YEAR})(?:{S}|-)?(?:Q(?P<q3>[1-4])|H(?P<h3>[12]))",
        lambda m, at: _short(m) if m["q3"] or m["h3"] else _part(m, at),
        yes=(
            ("Sales fell in [Q3 2019].", "2019-Q3"),
            ("Sales fell in [Q2].", "2025-Q2"),
            ("Sales fell in [2019-Q3].", "2019-Q3"),
        ),
    ),
    Rule(
        "season",
        r"(?:(?P<the>the){S})?(?:(?P<rel>last|this|next|this{S}past|this{S}coming|coming|past|previous){S})?(?P<s>{SEASON})"
        r"(?:{S}of{S}'(?P<yy>\d\d)|,?{S}(?:of{S})?(?:(?P<y>{YEAR})(?:{S}?[-/]{S}?(?P<y2>{YEAR}|\d\d))?|(?P<yw>{YEAR_WORDS}))|{S}(?:of{S})?(?P<rel2>last|this|next){S}year)?",
        _season,
        yes=(
            ("It flooded in [the winter of 1808-09].", "1808-WI"),
            ("It will flood by [spring].", "2026-SP"),
            ("It flooded [last summer].", "2025-SU"),
            ("It flooded in [the spring of 1998].", "1998-SP"),
            ("It flooded in [the summer of '69].", "1969-SU"),
            ("It will open [next spring].", "2026-SP"),
            ("It opened [this summer].", "2025-SU"),
            ("In Chile it will open [next winter].", "2026-WI"),
        ),
        no=(
            "Prices fall again.",
            "A hot spring of water.",
            "Empires fall in time.",
            "It was lost in fall of rock.",
            "She bathed in spring water.",
        ),
    ),
    Rule(
        "counted day, week or weekday of a month",
        r"(?:the{S})?(?P<n>{ORD}|last|final){S}(?P<unit>{WEEKDAY}|day|week|weekend){S}(?:of|in){S}(?P<mon>{MONTH})(?:,?{S}(?:of{S})?(?P<y>{YEAR}))?",
        _counted,
        yes=(
            ("They met on [the third Sunday in October 2024].", "2024-10-20"),
            ("They met on [the last day of June].", "2025-06-30"),
            ("They met in [the first week of May 2025].", "2025-W18"),
        ),
        no=("They met on the sixth Sunday in October.",),
    ),
    Rule(
        "week of a day",
        r"(?:the{S})?week{S}(?:of|beginning|starting|ending|ended|commencing){S}(?:on{S})?(?P<mon>{MONTH}){S}(?P<d>{DAY})(?:,?{S}(?P<y>{YEAR}))?",
        _week_of,
        yes=(("It opened [the week of Oct. 13].", "2025-W42"),),
    ),
    Rule(
        "year-end",
        r"(?:the{S})?year(?:-|{S})end|(?:the{S})?year's{S}end",
        _year_end,
        yes=(
            ("It closes by [year-end].", "2025-12-31"),
            ("Shares are up a fifth since [year-end].", "2024-12-31"),
        ),
    ),
    Rule(
        "counted month of a year",
        r"(?:the{S})?(?P<n>first|second|third|final|last){S}month{S}of{S}(?P<y>{YEAR})",
        _last_month_of,
        yes=(("It rained in [the first month of 2019].", "2019-01"),),
    ),
)


def _short(m: Parts) -> Reading:
    unit, n = ("quarter", m["q3"]) if m["q3"] else ("half", m["h3"])
    return on_part_of_year(int(m["y0"]), unit, int(n), "gives its year and the part of it")
