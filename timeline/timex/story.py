"""The date that a story has reached, as "the following day" or "three days later" count from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from timeline.model import Precision, Qualifier, TimexType
from timeline.timex import days
from timeline.timex.rule import Place, Reading
from timeline.timex.timex3 import longest_days, on_unit

# A day told of so many sentence ends ago no longer is where the story stands, if it has named a
# month since: "ruled on Tuesday. … In March, a bus burned. The following day …"
_FORGOTTEN = 2
_SENTENCE_ENDS = re.compile(rb"[.!?][\"')]* |\n")
_UNIT_OF = {
    Precision.WEEK: "week",
    Precision.MONTH: "month",
    Precision.QUARTER: "quarter",
    Precision.YEAR: "year",
    Precision.DECADE: "decade",
    Precision.CENTURY: "century",
}


def base_day(at: Place, unit: str = "") -> tuple[date, str]:
    """The day that the story has reached, and what to call it; for days the last whole day."""
    base, name = _story_base(at, unit)
    return base.span[0] if base and base.span else at.anchor, name


def _story_base(at: Place, unit: str) -> tuple[Reading | None, str]:
    """What the story named last, None for the article's day, and what to call it."""
    day = at.story_day
    if unit == "day" and day and day.span and (day is at.story or not _forgotten(at)):
        return day, f"the day that the story named last, {days.say(day.span[0])}"
    if at.story and at.story.span:
        return at.story, f"the date that the story named last, {days.say(at.story.span[0])}"
    return None, f"the article's day, {days.say(at.anchor)}"


def _forgotten(at: Place) -> bool:
    told = at.flat[max(at.story_at, at.start - 2000) : at.start]
    return len(_SENTENCE_ENDS.findall(told)) > _FORGOTTEN


def moved(at: Place, unit: str, move: Callable[[date], date], why: str) -> Reading:
    """The unit that the story's date lies in once it is moved.

    A date coarser than the unit stays coarse: the day after something in March is a day of March
    or the first of April, and no more is known of it.
    """
    base, name = _story_base(at, unit)
    if base is None or base.span is None:
        return on_unit(move(at.anchor), unit, f"{why} {name}", at.anchor)
    first, last = base.span
    if (last - first).days < longest_days(unit):
        found = on_unit(move(first), unit, f"{why} {name}", first)
        if found.span and move(last) <= found.span[1]:
            return found
        # a month after a week that runs into the next month: it may be of either
        span = (move(first), move(last))
        return replace(found, span=span, mod="APPROX", qualifier=Qualifier.ABOUT)
    coarse = _UNIT_OF.get(base.precision, "month")
    wide = on_unit(move(first), coarse, "", first)
    when = f"{days.say(first)} to {days.say(last)}"
    across = wide.span is not None and move(last) > wide.span[1]
    return Reading(
        TimexType.DATE,
        wide.value,
        (move(first), move(last)),
        base.precision if base.precision is not Precision.DAY else Precision.MONTH,
        f"{why} a date of which the story says only that it lies in {when}",
        first,
        mod="APPROX" if across else "",
        qualifier=Qualifier.ABOUT if across else Qualifier.EXACT,
    )


def is_day(at: Place) -> bool:
    """Whether what a day is counted from is one day; the article's own is."""
    base, _ = _story_base(at, "day")
    return base is None or base.span is None or base.span[0] == base.span[1]
