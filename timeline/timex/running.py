"""Bare dates of a narrative: "In June", "on the 5th of May", by the date the story has reached."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Precision
from timeline.timex import days
from timeline.timex.genre import Genre
from timeline.timex.rule import Place

# A story goes forward; it steps back over a few months at most without naming the year.
_BACK_MONTHS = 4
_BACK_DAYS = 120
_FINE = (
    Precision.DAY,
    Precision.MINUTE,
    Precision.HOUR,
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.SEASON,
)
_SENTENCE = 160  # characters within which two dates tell one story
_YEAR_AHEAD = re.compile(rb"(?:^|[ (])(1\d{3}|20\d\d)(?![\d,.:/-]\d|\d)")


def reached(at: Place) -> tuple[date, Precision] | None:
    """The first day of what a narrative named last, and how fine that was; None for other texts.

    Before the story has named any date, the first year that follows within a few lines stands in.
    """
    if at.genre is not Genre.NARRATIVE:
        return None
    story = at.story
    if story and story.span:
        return story.span[0], story.precision
    ahead = _YEAR_AHEAD.search(at.flat, at.end, at.end + 400)
    return (date(int(ahead.group(1)), 1, 1), Precision.YEAR) if ahead else None


def day_of_sentence(at: Place) -> tuple[date, Precision] | None:
    """The day that the same sentence has named: "left on 3 May and landed on the 22nd"."""
    day = at.story_day
    if day is None or day.span is None or not 0 <= at.start - at.story_at <= _SENTENCE:
        return None
    between = at.flat[at.story_at : at.start]
    return None if b". " in between or b"\n" in between else (day.span[0], Precision.DAY)


def say(base: date, precision: Precision) -> str:
    """The running date in words, for reasons."""
    told = days.say(base) if precision is Precision.DAY else str(base.year)
    return f"the date that the story has reached, {told}"


def month_year(base: date, precision: Precision, month: int) -> int:
    """The year of a bare month in a narrative."""
    if precision not in _FINE:
        return base.year
    ahead = (month - base.month) % 12
    return days.step_month(base.year, base.month, ahead - (12 if ahead > 12 - _BACK_MONTHS else 0))[
        0
    ]


def month_day(base: date, precision: Precision, month: int, day: int) -> date:
    """The date of a bare day and month in a narrative."""
    if precision not in _FINE:
        return date(base.year, month, day)
    found = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError(f"no {day}. of month {month} about {base}")
    earliest = date.fromordinal(max(1, base.toordinal() - _BACK_DAYS))
    return next((d for d in found if d >= earliest), found[-1])
