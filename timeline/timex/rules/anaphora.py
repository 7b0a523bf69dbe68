"""What hangs on the last date that the story named: "the following day", "three days later"."""

from __future__ import annotations

from datetime import date

from timeline.timex import days, numbers
from timeline.timex.patterns import Parts, unit_name
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import PART_CODE, duration_value, on_unit
from timeline.timex.timex3 import duration as bare_duration
from timeline.timex.day_parts import with_part

_FINE = {"day": 0, "week": 1, "fortnight": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5}


def base_day(at: Place) -> tuple[date, str]:
    """The day that the story has reached, and what to call it."""
    if at.story and at.story.span:
        first = at.story.span[0]
        return first, f"the date that the story named last, {days.say(first)}"
    return at.anchor, f"the article's day, {days.say(at.anchor)}"


def _shifted(m: Parts, at: Place) -> Reading | None:
    """ "the following day", "the previous year", "the year before"."""
    unit = unit_name(m["unit"] or m["unit2"])
    word = m["rel"] or m["rel2"]
    sign = -1 if word in ("previous", "preceding", "before", "prior", "earlier") else 1
    base, name = base_day(at)
    part = m["unit"] or m["unit2"]
    if part in PART_CODE:
        d = days.step(base, "day", sign)
        return with_part(on_unit(d, "day", f"is a day {_way(sign)} {name}", base), part)
    d = days.step(base, unit, sign)
    return on_unit(d, unit, f"is one {unit} {_way(sign)} {name}", base)


def _way(sign: int) -> str:
    return "before" if sign < 0 else "after"


def _same(m: Parts, at: Place) -> Reading | None:
    """ "that day", "the same month": only where the story has named one."""
    unit = unit_name(m["unit"])
    if m["unit"] in PART_CODE:
        if not at.story or not at.story.span:
            return None
        base, name = base_day(at)
        return with_part(on_unit(base, "day", f"is the day of {name}", base), m["unit"])
    base, name = base_day(at)
    if not at.story and unit != "day":
        return None
    return on_unit(base, unit, f"is the {unit} of {name}", base)


def _later(m: Parts, at: Place) -> Reading | None:
    """ "three days later", "a year earlier": from the story's date, else the article's."""
    count, unit = numbers.number(m["n"]), unit_name(m["unit"])
    sign = 1 if m["way"] in ("later", "afterwards", "after", "on") else -1
    if unit in ("second", "minute", "hour"):
        return bare_duration(count, unit)
    base, name = base_day(at)
    if count is None:
        return bare_duration(count, unit)
    if count != int(count):
        finer = {"year": 12, "decade": 10}.get(unit)
        if not finer:
            return None
        d = days.step(base, {"year": "month", "decade": "year"}[unit], sign * int(count * finer))
    else:
        d = days.step(base, unit, sign * int(count))
    return on_unit(d, unit, f"counts {duration_value(count, unit)} {_way(sign)} {name}", base)


RULES: tuple[Rule, ...] = (
    Rule(
        "the following day",
        r"(?:the|that|on{S}the){S}(?P<rel>following|next|previous|preceding|prior){S}(?P<unit>{CALUNIT}|weekend|morning|afternoon|evening|night)"
        r"|the{S}(?P<unit2>day|week|month|year|night|decade){S}(?P<rel2>before|earlier|after|following|prior)",
        _shifted,
        yes=(
            ("He landed on March 3, 1987. [The following day] he left.", "1987-03-04"),
            ("He landed on March 3, 1987. [The next month] he left.", "1987-04"),
            ("He landed on March 3, 1987, having left [the day before].", "1987-03-02"),
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
        r"(?:{FUZZ}{S})?(?P<n>{COUNT}){S}(?P<unit>{UNITS}){S}(?P<way>later|afterwards|earlier|before|previously|prior)",
        _later,
        yes=(
            ("He landed on March 3, 1987. [Three days later] he left.", "1987-03-06"),
            ("He landed on March 3, 1987. [Two years earlier] he had left.", "1985"),
            ("Sales fell from [a year earlier].", "2024"),
        ),
    ),
)
