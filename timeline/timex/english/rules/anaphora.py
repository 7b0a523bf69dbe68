"""What hangs on the last date that the story named: "the following day", "three days later"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Precision
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.english import numbers
from timeline.timex.english.fragments import unit_name
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.story import base_day, is_day, moved
from timeline.timex.timex3 import PART_CODE, on_unit, on_year
from timeline.timex.timex3 import duration as bare_duration


def _shifted(m: Parts, at: Place) -> Reading | None:
    """ "the following day", "the previous year", "the year before"."""
    unit = unit_name(m["unit"] or m["unit2"])
    word = m["rel"] or m["rel2"]
    sign = -1 if word in ("previous", "preceding", "before", "prior", "earlier") else 1
    if m["rel2"] in ("before", "after", "following") and at.after(2).strip()[:1].isalpha():
        return None  # "the day before the vote" hangs on the vote
    part = m["unit"] or m["unit2"]
    base, name = base_day(at, "day" if part in PART_CODE else unit)
    if part in PART_CODE and not is_day(at):
        # the night after something in March is no one night
        way = f"is a day {_way(sign)}"
        return moved(at, "day", lambda d: days.step(d, "day", sign), way)
    if part in PART_CODE:
        d = days.step(base, "day", sign)
        return with_part(on_unit(d, "day", f"is a day {_way(sign)} {name}", base), part)
    reading = moved(at, unit, lambda d: days.step(d, unit, sign), f"is one {unit} {_way(sign)}")
    return replace(reading, aside=sign < 0)


def _way(sign: int) -> str:
    return "before" if sign < 0 else "after"


def _same(m: Parts, at: Place) -> Reading | None:
    """ "that day", "the same month": only where the story has named one."""
    unit = unit_name(m["unit"])
    if m["unit"] in PART_CODE:
        if not at.story or not at.story.span:
            return None
        if not is_day(at):
            return moved(at, "day", lambda d: d, "is of")
        base, name = base_day(at, "day")
        return with_part(on_unit(base, "day", f"is the day of {name}", base), m["unit"])
    if not at.story and unit != "day":
        return None
    return moved(at, unit, lambda d: d, f"is the {unit} of")


_IN_YEAR = re.compile(rb",? \(?in (1\d{3}|20\d\d)\b")


def _later(m: Parts, at: Place) -> Reading | None:
    """ "three days later", "a year earlier": from the story's date, else the article's."""
    count, unit = numbers.number(m["n"]), unit_name(m["unit"])
    sign = 1 if m["way"] in ("later", "afterwards", "after", "on") else -1
    if m["way"] in ("before", "previously", "prior") and at.after(2).strip()[:1].isalnum():
        return None  # "two days before the launch" is a length; the launch is not dated here
    if unit in ("second", "minute", "hour"):
        return bare_duration(count, unit)
    if count is None:
        return bare_duration(count, unit)
    told = _IN_YEAR.match(at.flat, at.end, at.end + 14)
    if unit == "year" and told:  # "some 170 years later, in 1896": the year is given
        return on_year(int(told.group(1)), "is the year that the text gives beside it")
    step, steps = unit, sign * int(count)
    if count != int(count):
        finer = {"year": ("month", 12), "decade": ("year", 10)}.get(unit)
        if not finer:
            return None
        step, steps = finer[0], sign * int(count * finer[1])
    story = at.story
    if unit == "year" and sign < 0 and story and story.precision is Precision.QUARTER:
        base, _ = base_day(at, unit)
        back = days.step(base, step, steps)
        reading = on_unit(back, "quarter", f"is the same quarter {int(count)} years before", base)
        return replace(reading, aside=True)
    why = f"counts {m['n']} {m['unit']} {_way(sign)}"
    reading = moved(at, unit, lambda d: days.step(d, step, steps), why)
    return replace(reading, aside=sign < 0)


def _compared(m: Parts, at: Place) -> Reading | None:
    """ "year-earlier", "the year-ago quarter": a year before what the story tells of."""
    base, name = base_day(at)
    unit = m["unit"] or "year"
    if unit == "period" or (unit == "year" and at.story):
        quarterly = at.story is not None and at.story.precision is Precision.QUARTER
        unit = "quarter" if quarterly else "year"
    if unit == "quarter" and not (at.story and at.story.precision is Precision.QUARTER):
        base = days.step(base, "quarter", -1)
    if unit in ("month", "week") and at.story and at.story.precision is Precision.YEAR:
        base, name = at.anchor, f"that of {days.say(at.anchor)}"  # a year holds no one month
    d = days.step(base, "year", -1)
    return replace(on_unit(d, unit, f"is a year before {name}", base), aside=True)


def _reported(_m: Parts, at: Place) -> Reading | None:
    """ "the quarter", "the latest period": the quarter that the story tells of, else the last."""
    if at.story and at.story.precision is Precision.QUARTER and at.story.span:
        base = at.story.span[0]
        return on_unit(base, "quarter", "is the quarter that the story tells of", base)
    base = days.step(at.anchor, "quarter", -1)
    return on_unit(
        base, "quarter", f"is the last whole one before {days.say(at.anchor)}", at.anchor
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "year-earlier",
        r"(?:the{S}|a{S})?(?:comparable{S})?year-(?:ago|earlier)(?:{S}(?:fiscal{S})?(?P<unit>quarter|period|month|week))?",
        _compared,
        yes=(
            ("Sales rose in the third quarter of 2019 from [the year-ago quarter].", "2018-Q3"),
            ("Profit in the first quarter of 2019 beat [the year-earlier] loss.", "2018-Q1"),
        ),
    ),
    Rule(
        "the quarter told of",
        r"the{S}(?:latest{S}|most{S}recent{S}|just-ended{S})(?P<unit>quarter|period)|the{S}(?P<unit2>quarter)",
        _reported,
        yes=(
            ("Sales rose in the second quarter of 2019; [the latest quarter] was good.", "2019-Q2"),
            ("Sales rose in [the latest quarter].", "2025-Q3"),
        ),
    ),
    Rule(
        "the following day",
        r"(?:the|that|on{S}the){S}(?P<rel>following|next|previous|preceding|prior){S}(?P<unit>{CALUNIT}|weekend|morning|afternoon|evening|night)"
        r"|the{S}(?P<unit2>day|week|month|year|night|decade){S}(?P<rel2>before|earlier|after|following|prior)",
        _shifted,
        yes=(
            ("He landed on March 3, 1987. [The following day] he left.", "1987-03-04"),
            ("He landed on March 3, 1987. [The next month] he left.", "1987-04"),
            ("He landed on March 3, 1987, having left [the day before].", "1987-03-02"),
            ("In March 1987 a mill burned. [The following day] it rained.", "1987-03"),
        ),
    ),
    Rule(
        "that day",
        r"(?:that{S}same|the{S}same|that|the{S}very{S}same){S}(?P<unit>day|week|weekend|month|year|quarter|decade|century|morning|afternoon|evening|night)",
        _same,
        yes=(
            ("He landed on March 3, 1987. [That month] he left.", "1987-03"),
            ("He landed on March 3, 1987. [The same day] he left.", "1987-03-03"),
        ),
        no=("He hoped that year would be long.",),
    ),
    Rule(
        "three days later",
        r"(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?P<unit>{UNITS}){S}(?P<way>later|afterwards|earlier|before|previously|prior)",
        _later,
        yes=(
            ("He landed on March 3, 1987. [Three days later] he left.", "1987-03-06"),
            ("He landed on March 3, 1987. [Two years earlier] he had left.", "1985"),
            ("He landed in 1801. [About 170 years later], in 1969, others did.", "1969"),
            ("Sales fell from [a year earlier].", "2024"),
            ("Profit in the first quarter of 2019 rose from [a year earlier].", "2018-Q1"),
        ),
    ),
)
