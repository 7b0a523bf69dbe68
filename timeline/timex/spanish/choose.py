"""The year of a month or day without one: told beside it, the story's, or by its clause."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Direction
from timeline.timex.nearest import day_by, month_by
from timeline.timex.rule import Lean, Place, Reading
from timeline.timex.running import month_day, month_year, reached, say
from timeline.timex.spanish.fragments import MONTHS
from timeline.timex.spanish.phrase import attributive
from timeline.timex.timex3 import on_day, on_month

_NAMES = (
    rb"(?P<mon>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre"
    rb"|noviembre|diciembre)"
)
_YEAR_BEFORE = re.compile(
    rb"(?i)" + _NAMES + rb" (?:de|del) (?P<y>1\d{3}|20\d\d)(?: y| hasta| al?|,| ?-)"
    rb"(?: el| los)?(?: en)?(?: (?:principios|mediados|finales|fines) de)? ?$"
)
_YEAR_BESIDE = re.compile(
    rb"(?i)(?: ?- ?| a | al | y | o | hasta |, )(?:(?:en|el|de|hasta|los) ){0,2}"
    rb"(?:(?:principios|mediados|finales|fines) de )?(?:\d{1,2} de )?"
    + _NAMES
    + rb" (?:de|del)(?: ano)? (?P<y>1\d{3}|20\d\d)\b"
)


def _year_beside(at: Place, month: int) -> int:
    """The year of "mayo" in "de mayo a julio de 1987"; 0 if none is told."""
    begun = _YEAR_BEFORE.search(at.flat, max(0, at.start - 48), at.start)
    if begun:
        return int(begun.group("y")) + (month < _month(begun))
    beside = _YEAR_BESIDE.match(at.flat, at.end, at.end + 60)
    if not beside:
        return 0
    return int(beside.group("y")) - (month > _month(beside))


def _month(found: re.Match[bytes]) -> int:
    return MONTHS[found.group("mon").decode().lower()[:3]]


def choose_month(month: int, at: Place) -> Reading:
    """A month without a year: of a year told beside it, by the story, or by its clause."""
    told = _year_beside(at, month)
    if told:
        return on_month(told, month, "takes its year from the date beside it")
    running = reached(at)
    if running:
        return on_month(month_year(*running, month), month, f"follows {say(*running)}", running[0])
    lean = at.lean()
    if attributive(at.flat, at.start, at.end) and lean.direction is Direction.FUTURE:
        # "la cumbre de julio se revisará": the verb tells of the noun's future, not of July's
        back = (at.anchor.month - month) % 12
        way = Direction.PAST if back <= 6 else Direction.FUTURE
        lean = Lean(way, "it qualifies a noun and is nearest")
    if lean.direction is Direction.FUTURE and not lean.sure:
        lean = Lean(Direction.NEAREST, "no verb of its own clause says which way")
    return month_by(month, at.anchor, lean)


_SAID = {"past": Direction.PAST, "next": Direction.FUTURE}


def choose_day(month: int, day: int, at: Place, said: str = "") -> Reading:
    """A day and month without a year; `said` is past or next where the text says so."""
    if said:
        lean = Lean(_SAID[said], f"it is said to be the {said} one")
        return day_by(month, day, at.anchor, lean, said=True)
    told = _year_beside(at, month)
    if told:
        return on_day(date(told, month, day), "takes its year from the date beside it")
    running = reached(at)
    if running:
        d = month_day(*running, month, day)
        return on_day(d, f"follows {say(*running)}", running[0], bare=True)
    lean = at.lean()
    if lean.direction is Direction.FUTURE and attributive(at.flat, at.start, at.end):
        lean = Lean(
            Direction.NEAREST, "it qualifies a noun"
        )  # "se juzgará el crimen del 5 de mayo"
    return day_by(month, day, at.anchor, lean)
