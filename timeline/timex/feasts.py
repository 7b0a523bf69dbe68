"""Days with names in any language: Easter by computus, and the year that a bare feast means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from timeline.model import Direction
from timeline.timex import days
from timeline.timex.genre import Genre
from timeline.timex.rule import Place, Reading
from timeline.timex.running import month_year, reached, say
from timeline.timex.timex3 import on_day

Feast = Callable[[int], date]


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, by the Julian computus (Meeus), as we count days."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def fixed(month: int, day: int) -> Feast:
    """A feast of the same day every year."""
    return lambda year: date(year, month, day)


def nth(month: int, weekday: int, n: int) -> Feast:
    """The n-th such weekday (0 for Monday) of a month; n = -1 is the last."""
    return lambda year: days.nth_weekday(year, month, weekday, n)


def from_easter(offset: int) -> Feast:
    """So many days after Easter Sunday."""
    return lambda year: easter(year) + timedelta(offset)


def bare_feast(at: Place, feast: Feast) -> Reading:
    """A feast without a year: by the story of a narrative, else by the clause and the day."""
    now = at.anchor
    running = reached(at)
    if running:
        year = month_year(*running, feast(running[0].year).month)
        return on_day(feast(year), f"follows {say(*running)}", running[0], bare=True)
    lean = at.lean()
    found = []
    for year in (now.year - 1, now.year, now.year + 1):
        try:
            found.append(feast(year))
        except (ValueError, OverflowError):
            continue
    past = [d for d in found if d <= now]
    future = [d for d in found if d >= now]
    closest = min(found, key=lambda f: (abs(f - now), f))
    chat = at.genre is Genre.MESSAGE and abs(closest - now).days <= 60
    # news names the year of a feast that is almost a year gone, as it does for other days
    long_gone = (
        bool(past and future) and (now - past[-1]).days > 330 and (future[0] - now).days < 40
    )
    near = long_gone or ((not lean.sure or chat) and not lean.given)
    if lean.direction is Direction.PAST and past and not near:
        d = past[-1]
    elif lean.direction is Direction.FUTURE and future and not near:
        d = future[0]
    else:
        d = closest
    return on_day(d, f"is the one that fits {days.say(now)}, because {lean.why}", now, bare=True)
