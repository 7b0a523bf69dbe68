"""Which day a bare weekday, month or day of a month means, by the direction of its clause."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Direction
from timeline.timex import days
from timeline.timex.rule import Lean, Place, Reading
from timeline.timex.timex3 import on_day, on_month


def latest(weekday: int, anchor: date) -> date:
    """The latest such weekday up to and including the anchor."""
    return anchor - timedelta((anchor.weekday() - weekday) % 7)


def coming(weekday: int, anchor: date) -> date:
    """The first such weekday after the anchor."""
    return anchor + timedelta((weekday - anchor.weekday() - 1) % 7 + 1)


def weekday_by(weekday: int, anchor: date, lean: Lean) -> tuple[date, str]:
    """A weekday's date and the reasoning.

    The anchor's own weekday is the anchor, whatever the verb: what a paper of Tuesday says will
    happen on Tuesday is still to come that day, for a week on it would say "next Tuesday".

    Args:
        weekday: 0 for Monday to 6 for Sunday.
        anchor: the day that it hangs on.
        lean: the direction of its clause; nearest means past on a tie.
    """
    day_name, full = days.say(anchor), days.WEEKDAY_NAMES[weekday]
    past = latest(weekday, anchor)
    if lean.direction is Direction.FUTURE and past != anchor:
        return coming(weekday, anchor), f"is the next {full} after {day_name}, because {lean.why}"
    if lean.direction is not Direction.NEAREST:
        which = "that very day" if past == anchor else f"the latest {full} up to {day_name}"
        return past, f"is {which}, because {lean.why}"
    future = past + timedelta(7)
    picked = past if anchor - past <= future - anchor else future
    return picked, f"is the nearest {full} to {day_name}, because {lean.why}"


def month_by(month: int, anchor: date, lean: Lean) -> Reading:
    """A month without a year: the latest, the next or the nearest."""
    this = (anchor.year, anchor.month)
    year = anchor.year
    if lean.direction is Direction.NEAREST:
        back = (this[1] - month) % 12
        year = days.step_month(*this, -back if back <= 6 else 12 - back)[0]
        why = f"is the one nearest to {days.say(anchor)}, because {lean.why}"
    elif lean.direction is Direction.FUTURE:
        if month < this[1]:
            year += 1
        why = f"is the next one from {days.say(anchor)}, because {lean.why}"
    else:
        if month > this[1]:
            year -= 1
        why = f"is the latest one up to {days.say(anchor)}, because {lean.why}"
    return on_month(year, month, why, anchor)


def day_by(month: int, day: int, anchor: date, lean: Lean, *, said: bool = False) -> Reading:
    """A day of a month without a year.

    Args:
        month, day: what the text names.
        anchor: the article's day.
        lean: the direction of the clause; one that is not sure leaves it at the nearest.
        said: whether the text says the direction itself ("last 3 October").

    Raises:
        ValueError: if no year near has such a day.
    """
    found: list[date] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if month == 2 and day == 29 and not found:
        raise ValueError("no leap year near")
    past = [d for d in found if d <= anchor]
    future = [d for d in found if d >= anchor]
    if (
        past
        and future
        and not said
        and (anchor - past[-1]).days > 330
        and (future[0] - anchor).days < 40
    ):
        # news names the year of a day that is almost a year gone
        lean = Lean(Direction.FUTURE, "a day so long past would be given with its year")
    if lean.direction is Direction.PAST and past and lean.sure:
        picked, which = past[-1], "the latest one up to"
    elif lean.direction is Direction.FUTURE and future and lean.sure:
        picked, which = future[0], "the next one from"
    else:
        picked, which = min(found, key=lambda d: (abs(d - anchor), d)), "the nearest one to"
    return on_day(picked, f"is {which} {days.say(anchor)}, because {lean.why}", anchor, bare=True)


def weekday_and_day(day: int, weekday: int, at: Place) -> Reading | None:
    """ "Tuesday the 19th": in the nearest month whose day it is, within a year.

    Args:
        day: the day of the month.
        weekday: 0 for Monday.
        at: where the phrase stands; its clause may rule out days ahead or behind.
    """
    lean = at.lean()
    for away in sorted(range(-12, 13), key=lambda n: (abs(n), n)):
        year, month = days.step_month(at.anchor.year, at.anchor.month, away)
        try:
            d = date(year, month, day)
        except ValueError:
            continue
        against = lean.direction is (Direction.PAST if d > at.anchor else Direction.FUTURE)
        if d.weekday() == weekday and not (against and lean.sure and d != at.anchor):
            return on_day(d, f"is the nearest such day to {days.say(at.anchor)}", at.anchor)
    return None
