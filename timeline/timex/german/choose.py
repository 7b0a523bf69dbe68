"""The year of a month or day without one: told beside it, the story's, or by its clause."""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex import days
from timeline.timex.german.fragments import month_number
from timeline.timex.german.letters import spelt
from timeline.timex.nearest import day_by, month_by
from timeline.timex.rule import Lean, Place, Reading
from timeline.timex.running import month_day, month_year, reached, say
from timeline.timex.timex3 import on_day, on_month

_MONTH = spelt("(Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[A-Za-z]*\\.?")
_YEAR_BESIDE = re.compile(
    (
        r"(?: ?- ?| bis (?:zum )?| und (?:dem |am )?| oder |, )(?:(?:Anfang|Mitte|Ende) )?"
        rf"(?:\d{{1,2}}\. ?)?{_MONTH} (1\d{{3}}|20\d\d)\b"
    ).encode()
)
_YEAR_BEFORE = re.compile(rf"{_MONTH} (1\d{{3}}|20\d\d) ?(?:-|bis|bis zum) ?$".encode())


def _year_beside(at: Place, month: int) -> int:
    """The year of "Mai" in "von Mai bis Juli 1987"; 0 if none is told."""
    begun = _YEAR_BEFORE.search(at.flat, max(0, at.start - 40), at.start)
    if begun:
        return int(begun.group(2)) + (month < month_number(begun.group(1).decode()))
    beside = _YEAR_BESIDE.match(at.flat, at.end, at.end + 50)
    if not beside:
        return 0
    year, other = int(beside.group(2)), month_number(beside.group(1).decode())
    return year - 1 if month > other else year


def choose_month(month: int, at: Place) -> Reading:
    """A month without a year: of a year told beside it, by the story, or by its clause."""
    told = _year_beside(at, month)
    if told:
        return on_month(told, month, "takes its year from the date beside it")
    running = reached(at)
    if running:
        return on_month(month_year(*running, month), month, f"follows {say(*running)}", running[0])
    return month_by(month, at.anchor, at.lean())


def choose_day(month: int, day: int, at: Place, sign: int = 0) -> Reading:
    """A day and month without a year: as a month, else the nearest to the article's day.

    Args:
        month, day: what the text names.
        at: where it stands.
        sign: -1 for "letzten 3. Oktober", 1 for "kommenden".
    """
    if sign:
        way = Direction.PAST if sign < 0 else Direction.FUTURE
        return day_by(month, day, at.anchor, Lean(way, "it is said so"), said=True)
    told = _year_beside(at, month)
    if told:
        return on_day(days.month(told, month)[0].replace(day=day), "takes the year beside it")
    running = reached(at)
    if running:
        return on_day(month_day(*running, month, day), f"follows {say(*running)}", running[0])
    return day_by(month, day, at.anchor, at.lean())


def sign_of(word: str) -> int:
    """-1 for letzte, vergangene …, -2 for vorletzte, 1 for nächste, kommende …, 2 for übernächste.

    0 for diese, laufende, heurige and for no word at all.
    """
    if word.startswith("vorletzt"):
        return -2
    if word.startswith(("ubernachst", "ueberna")):
        return 2
    if word.startswith(_BACK):
        return -1
    return 1 if word.startswith(_ON) else 0


_BACK = (
    "letzt",
    "vergangen",
    "vorig",
    "verflossen",
    "abgelaufen",
    "vorangegangen",
    "vorhergehend",
    "zuruck",
    "zurueck",
)
_ON = ("nachst", "naechst", "kommend", "kunftig", "kuenftig", "bevorstehend", "folgend", "darauf")
