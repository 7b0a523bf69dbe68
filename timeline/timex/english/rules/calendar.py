"""Days as they are named: "21 July 2017", "3-5 October", "on the 18th", "Tuesday the 19th"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from timeline.model import Direction, Precision, TimexType
from timeline.timex import days
from timeline.timex.english import numbers, traps
from timeline.timex.english.choose import (
    choose_day,
    day_number,
    month_number,
    relative_year,
    year_number,
)
from timeline.timex.english.fragments import WEEKDAYS
from timeline.timex.nearest import weekday_and_day
from timeline.timex.patterns import Parts
from timeline.timex.rule import Lean, Place, Reading, Rule
from timeline.timex.running import day_of_sentence, reached, say
from timeline.timex.timex3 import on_day, on_month
from timeline.timex.words import words


def _full(m: Parts, _at: Place) -> Reading | None:
    year = year_number(m["y"], m["yw"])
    d = date(year, month_number(m["mon"]), day_number(m["d"]))
    return on_day(d, "gives its day, month and year")


_NOUN_ON = re.compile(
    rb" (?!(?:and|at|to|for|but|he|she|they|it|by|with|in|on|of|was|is|were|when|after|before|until"
    rb"|as|from|the|that|this|last|next)\b)[a-z]"
)


def _day_month(m: Parts, at: Place) -> Reading | None:
    if traps.not_a_date(at):
        return None
    if m["d"].isalpha() and _NOUN_ON.match(at.flat, at.end, at.end + 16):
        return None  # "in June the first boat passed"
    month, day = month_number(m["mon"]), day_number(m["d"])
    if (
        m["mon"] in ("may", "march")
        and m.raw("mon").islower()
        and not m["suffix"]
        and m["d"].isdigit()
    ):
        return None
    reading = choose_day(month, day, at, m["rel"])
    if at.words_before()[-1:] == ["ended"] and at.story and at.story.precision is Precision.QUARTER:
        return replace(reading, aside=True)  # "the third quarter ended Sept. 30": it tells of both
    if m["wd"] and reading.span:  # "Friday, Oct. 3": a weekday that fits decides the year
        wanted = WEEKDAYS[m["wd"][:3]]
        for year in sorted(
            range(at.anchor.year - 3, at.anchor.year + 4), key=lambda y: abs(y - at.anchor.year)
        ):
            try:
                d = date(year, month, day)
            except ValueError:
                continue
            if d.weekday() == wanted:
                if abs(d - reading.span[0]).days > 400:
                    break
                return on_day(d, "is the nearest year in which the weekday fits", at.anchor)
    return reading


def _short_year(m: Parts, at: Place) -> Reading | None:
    """ "9 Aug 96", "April of '87": two digits that are no day, or that a mark tells for a year."""
    short, following = int(m["yy"] or m["yy2"]), at.after(2)
    if m["yy2"] and short < 32:
        return None
    if following[:1] in ("%", ":", "-") or (following[:1] == " " and following[1:].isalnum()):
        return None  # it counts what stands after it
    year = short + (1900 if short > (at.anchor.year + 10) % 100 else 2000)
    month, day = month_number(m["mon"] or m["mon2"]), m["d"] or m["d2"]
    why = f"gives its year in two digits, which are taken for {year}"
    if not day:
        return on_month(year, month, why)
    return on_day(date(year, month, day_number(day)), why)


def _day_month_of_year(m: Parts, at: Place) -> Reading | None:
    year = relative_year(m["rel"], at.anchor)
    d = date(year, month_number(m["mon"]), day_number(m["d"]))
    return on_day(d, f"counts years from {days.say(at.anchor)}", at.anchor)


def _day_of_month(m: Parts, at: Place) -> Reading | None:
    day = numbers.ordinal(m["d"].removesuffix("of").strip()) or 0
    if not 1 <= day <= 31 or not (m["rel"] or m["the"]):
        return None
    running = reached(at)
    base = running[0] if running else at.anchor
    if m["rel"] in ("that", "same") and not running:
        return None
    if m["rel"]:
        offset = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(
            m["rel"], 0
        )
        year, month = days.step_month(base.year, base.month, offset)
    else:
        year, month = base.year, base.month
    return on_day(date(year, month, day), f"counts from the month of {days.say(base)}", base)


_CLOCK_ON = re.compile(rb":\d")


def _day_span(m: Parts, at: Place) -> Reading | None:
    month, a, b = month_number(m["mon"]), day_number(m["a"]), day_number(m["b"])
    if " and " in m["join"] and at.words_before()[-1:] != ["between"]:
        return None  # "on 3 and 5 May" lists two days
    if a >= b or at.after(1) in ("-", "/", "%") or _CLOCK_ON.match(at.flat, at.end, at.end + 2):
        return None
    if m["y"]:
        first = date(int(m["y"]), month, a)
        why = "gives its days, month and year"
    else:
        chosen = choose_day(month, a, at)
        if not chosen.span:
            return None
        first, why = chosen.span[0], chosen.why
    last = first.replace(day=b)
    return Reading(
        TimexType.DATE,
        f"{first.isoformat()}/{last.isoformat()}",
        (first, last),
        Precision.DAY,
        why,
        None if m["y"] else at.anchor,
    )


_TO_A_DAY = re.compile(rb" ?(?:-|to|and|until|till|through) ?(?:the )?\d")
_AFTER_A_DAY = words(
    "and at to for but he she they the it by with a an his her their its after before in there as"
    " when where while until who which"
)
# "On the 14th Hoyt attacked" has a subject; "on the 14th Army" has none
_UNIT = words(
    """
    Army Corps Division Regiment Brigade Infantry Battalion Cavalry Fleet Squadron Artillery Panzer
    Guards Light Armoured Armored Airborne Marine Marines Amendment Congress Street Avenue Century
    District Ward Parallel Symphony Earl Duke Baron Dalai Arrondissement Floor
    """
)


def _starts_a_clause(at: Place) -> bool:
    """Whether what follows a day of the month is the subject of its sentence, in a narrative."""
    word = at.after(16).split()[0].strip(".,;:")
    opens = at.before(7).endswith("On ")
    return reached(at) is not None and opens and word[:1].isupper() and word not in _UNIT


def _day_alone(m: Parts, at: Place) -> Reading | None:
    """ "on the 18th": of this month or the next one that its clause points to."""
    following = at.after(12)
    if _TO_A_DAY.match(at.flat, at.end, at.end + 20):
        return None  # "from the 13th to the 15th of July"
    if following[:1] == "-" or (following[1:2].isalpha() and following[:1] == " "):
        word = following.split()[0].strip(".,;:")
        if word not in _AFTER_A_DAY and not _starts_a_clause(at):
            return None  # a floor, a hole, an anniversary
    if (m["word"] and not m["d"][0].isdigit()) or m["d3"]:
        if len(at.flat) > 64 or len(at.flat.strip(b" .!?\n")) > at.end - at.start + 8:
            return None  # bounded: a long text is never looked through for each day
        if following.strip(" .!?\n"):
            return None  # "on the first" is a day only where nothing else is asked about
    day = day_number(m["d"] or m["d3"])
    running = reached(at) or day_of_sentence(at)
    lean = Lean(Direction.FUTURE, f"it follows {say(*running)}") if running else at.lean()
    base = running[0] if running else at.anchor
    if running and running[1] is Precision.YEAR:
        return None
    for away in (0, 1, 2) if lean.direction is Direction.FUTURE else (0, -1, -2):
        year, month = days.step_month(base.year, base.month, away)
        try:
            d = date(year, month, day)
        except ValueError:
            continue
        if d >= base if lean.direction is Direction.FUTURE else d <= base:
            return on_day(d, f"is the one nearest to {days.say(base)}, because {lean.why}", base)
    return None


def _weekday_and_day(m: Parts, at: Place) -> Reading | None:
    """ "Tuesday the 19th": the nearest month in which the weekday fits."""
    day, wanted = day_number(m["d"]), WEEKDAYS[m["wd"][:3]]
    if m["wd"] in ("sat", "sun", "mon", "wed") and not m["the"] and m.raw("wd").islower():
        return None
    following = at.after(14).split()[:1] if at.after(1) == " " else []
    counts = following or at.after(1) in (":", "-", "/", "%") or at.after(2)[1:].isdigit()
    if m["bare"] and (counts or at.words_before()[-1:] != ["on"]):
        return None  # "on Friday 31 people" counts people
    if not m["d"][0].isdigit() and following and following[0].islower():
        return None  # "on Tuesday the second time"
    return weekday_and_day(day, wanted, at)


_STORY = "He fought in 1801, in 1802 and in 1803."  # what makes the examples a narrative


RULES: tuple[Rule, ...] = (
    Rule(
        "full date",
        r"(?:{WDAY},?{S}(?:the{S})?)?(?:{MONTH}{S}?(?:the{S})?(?P<d>{DAY}|{ORD}|{SPOKEN_DAY}){S}?,?{S}(?:(?:in|of){S})?(?:(?P<y>{ANY_YEAR})|(?P<yw>{YEAR_WORDS})))".replace(
            "{MONTH}", "(?P<mon>{MONTH})"
        ),
        _full,
        yes=(
            ("It sank on [March 3, 1987].", "1987-03-03"),
            ("It sank on [Tuesday, March 3rd, 1987].", "1987-03-03"),
            ("It sank on [Mar. 3, 1987].", "1987-03-03"),
        ),
        no=("It sank on February 30, 1987.",),
    ),
    Rule(
        "full date, day first",
        r"(?:{WDAY},?{S}(?:the{S})?)?(?P<d>{DAY}|{ORD})(?:{S}|-)(?:of{S})?(?P<mon>{MONTH})(?:,?{S}|-)(?:(?:of|in){S})?(?:(?P<y>{ANY_YEAR})|(?P<yw>{YEAR_WORDS}))",
        _full,
        yes=(
            ("It sank on [3 March 1987].", "1987-03-03"),
            ("It sank on the [3rd of March, 1987].", "1987-03-03"),
            ("It sank on [Tuesday 3 March 1987].", "1987-03-03"),
        ),
    ),
    Rule(
        "day of a month",
        r"(?:(?P<wd>{WDAY}),?{S}(?:the{S})?)?(?:(?P<rel>last|next|this){S})?"
        r"(?P<mon>{MONTH})(?:,?{S}|/)?(?:the{S})?(?P<d>(?:0?[1-9]|[12]\d|3[01])(?P<suffix>st|nd|rd|th)?|{ORD}|{SPOKEN_DAY})",
        _day_month,
        yes=(
            ("The ferry sank on [Oct. 3].", "2025-10-03"),
            ("The ferry will sail on [March 3].", "2026-03-03"),
            ("The ferry sank on [December third].", "2024-12-03"),
            ("The ferry sank on [Friday, Oct. 3].", "2025-10-03"),
            ("The ferry sank [last Oct. 3].", "2025-10-03"),
        ),
        no=("They may 3 times refuse.",),
    ),
    Rule(
        "day of a month, day first",
        r"(?:(?P<wd>{WDAY}),?{S}(?:the{S})?)?(?P<d>(?:0?[1-9]|[12]\d|3[01])(?P<suffix>st|nd|rd|th)?|{ORD}){S}(?:day{S})?(?:of{S})?(?P<mon>{MONTH})",
        _day_month,
        yes=(
            ("The ferry sank on [3 October].", "2025-10-03"),
            ("The ferry sank on the [3rd of October].", "2025-10-03"),
        ),
        no=("At least 3 may die.",),
    ),
    Rule(
        "year in two digits",
        r"(?:(?:(?P<d>{DAY}){S}(?:of{S})?)?(?P<mon>{MONTH})|(?P<mon2>{MONTH}){S}(?P<d2>{DAY}),?)"
        r"(?:{S}(?:of{S}|of{S}'|')(?P<yy>\d\d)|{S}(?P<yy2>[3-9]\d))",
        _short_year,
        yes=(
            ("It sank on [9 Aug 96].", "1996-08-09"),
            ("It sank in [April of 87].", "1987-04"),
            ("It sank on [May 3, '04].", "2004-05-03"),
        ),
        no=("On 9 Aug 96 people sank.",),
    ),
    Rule(
        "day of a month of a year told from here",
        r"(?P<mon>{MONTH}){S}(?P<d>{DAY}),?{S}(?:of{S})?(?P<rel>last|this|next){S}year",
        _day_month_of_year,
        yes=(("It sank on [Nov. 3 last year].", "2024-11-03"),),
    ),
    Rule(
        "days of a month",
        r"(?P<mon>{MONTH}){S}(?:the{S})?(?P<a>{DAY}|{ORD}){S}?(?:-|to|through|thru|till|until){S}?(?:the{S})?(?P<b>{DAY}|{ORD})(?:,?{S}(?P<y>{ANY_YEAR}))?",
        _day_span,
        yes=(
            ("The fair was held [Oct. 3-5].", "2025-10-03/2025-10-05"),
            ("The fair was held [Oct. 3-5, 2019].", "2019-10-03/2019-10-05"),
        ),
        no=("The fair was held Oct. 30-31-32.",),
    ),
    Rule(
        "days of a month, day first",
        r"(?:the{S})?(?P<a>{DAY}|{ORD})(?P<join>{S}?(?:-|/|to|and|till|until|through){S}?)(?:the{S})?(?P<b>{DAY}|{ORD}){S}(?:of{S})?(?P<mon>{MONTH})(?:,?{S}(?P<y>{ANY_YEAR}))?",
        _day_span,
        yes=(
            ("The fair was held [3-5 October].", "2025-10-03/2025-10-05"),
            ("It fell in the night of [5/6 June 1944].", "1944-06-05/1944-06-06"),
        ),
    ),
    Rule(
        "weekday and day of a month",
        r"(?P<wd>{WDAY}),?{S}(?P<the>the{S})?(?P<d>{ORD}|(?P<bare>[1-9]|[12]\d|3[01]))",
        _weekday_and_day,
        yes=(("They meet on [Tuesday the 18th].", "2025-11-18"),),
        no=("They meet on Tuesday the second time.",),
    ),
    Rule(
        "day alone",
        r"(?:on|by|until|till|since|before|after|from|(?:night|morning|afternoon|evening){S}of){S}(?P<x>the{S}(?P<d>\d{1,2}(?:st|nd|rd|th)|(?P<word>{ORD})))|the{S}(?P<d3>\d{1,2}(?:st|nd|rd|th))",
        _day_alone,
        yes=(
            ("They will meet on [the 28th].", "2025-10-28"),
            ("They met on [the 3rd] as guests.", "2025-10-03"),
            ("They sailed on 3 February and landed on [the 22nd].", "2025-02-22"),
            (f"{_STORY} He fell on 3 May 1804. On [the 9th] Hoyt fell.", "1804-05-09"),
        ),
        no=(
            "They met on the 3rd floor.",
            "They met on the 9th of the Urals.",
            f"{_STORY} He fell in May 1804. On the 9th Infantry he wrote much.",
        ),
    ),
    Rule(
        "day of this month",
        r"(?:the{S})?(?P<d>{ORD}|\d{1,2}{S}of)(?:{S}day)?{S}(?:of{S}|in{S})?(?P<the>the{S})?(?P<rel>this|last|next|current|previous|following|coming|that|same)?{S}?month",
        _day_of_month,
        yes=(
            ("It is due on [the 30th of this month].", "2025-10-30"),
            (f"{_STORY} He fell in May 1804, and rose on [the 9th of that month].", "1804-05-09"),
        ),
    ),
)
