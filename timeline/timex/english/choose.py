"""The year of a month or day without one: told beside it, the story's, or by its clause."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Direction
from timeline.timex.english import numbers
from timeline.timex.english.direction import sentence
from timeline.timex.english.fragments import MONTHS
from timeline.timex.english.phrase import attributive
from timeline.timex.nearest import day_by, month_by
from timeline.timex.rule import Lean, Place, Reading
from timeline.timex.running import month_day, month_year, reached, say
from timeline.timex.timex3 import on_day, on_month


def month_number(name: str) -> int:
    """1 to 12 for any spelling."""
    return MONTHS[name[:3].lower()]


def day_number(words: str) -> int:
    """1 to 31 for "21", "21st" or "twenty-first"."""
    return numbers.ordinal(words) or 0


def year_number(digits: str, words: str = "") -> int:
    """A year in digits or words."""
    return int(digits) if digits else numbers.year_words(words) or 0


def relative_year(word: str, anchor: date) -> int:
    """The year that "last", "this", "the previous", "next", "that" … year names."""
    if word in ("last", "previous", "prior", "past"):
        return anchor.year - 1
    if word in ("next", "following", "coming"):
        return anchor.year + 1
    return anchor.year


_YEAR_BEFORE = re.compile(
    rb"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,?"
    rb" (?:of |in )?(1\d{3}|20\d\d) ?(?:-|to|through|until)(?: the)? ?$"
)
_YEAR_BESIDE = re.compile(
    rb"(?: ?- ?| to | through | until | and | or |, )(?:(?:early|late|mid|the|in|on)[ -])?"
    rb"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:of )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    rb"[a-z]*\.?"
    rb"(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:of |in )?(1\d{3}|20\d\d)\b"
)


def _year_beside(at: Place, month: int) -> int:
    """The year of "May" in "from May to July 1987", "3 May and 4 June 1987"; 0 if none is told."""
    begun = _YEAR_BEFORE.search(at.flat, max(0, at.start - 40), at.start)
    if begun:  # "10 August 2013 - 12 September"
        return int(begun.group(2)) + (month < MONTHS[begun.group(1).decode().lower()])
    beside = _YEAR_BESIDE.match(at.flat, at.end, at.end + 50)
    if not beside:
        return 0
    year = int(beside.group(2))
    other = MONTHS[beside.group(1).decode().lower()]
    return year - 1 if month > other else year


_JUST_OVER = 3  # months
_LONG_PAST = 10  # months: in June "tickets for July concerts were sold" is not of eleven months ago


def _for_a_noun(at: Place) -> bool:
    """Whether a month qualifies the noun that "for" leads to."""
    return at.words_before() == ["for"] and at.after(2)[:1] == " " and at.after(2)[1:].islower()


_OPENING_YEAR = re.compile(rb"[\"'`( ]*(?:[Bb]ack )?[Ii]n (1\d{3}|20\d\d),? ")


def _year_of_sentence(at: Place) -> int:
    """The year that opens the sentence: "In 1918, a wave began in April"; 0 if none does."""
    first, _ = sentence(at.flat, at.start, at.end)
    opening = _OPENING_YEAR.match(at.flat, first, at.start)
    return int(opening.group(1)) if opening else 0


def _lean_of_month(month: int, at: Place) -> Lean:
    """Which way a bare month points, weighing how near either way is."""
    lean = at.lean()
    decided = lean.direction is Direction.PAST or (
        lean.given and lean.direction is Direction.FUTURE
    )
    back = (at.anchor.month - month) % 12
    noun = attributive(at.flat, at.start, at.end)
    if noun and at.words_before(2)[:1] in (["until"], ["till"]):
        return Lean(Direction.FUTURE, "'until' looks ahead")
    if (noun and not decided) or (back >= _LONG_PAST and (noun or _for_a_noun(at))):
        # "the July deal may be looked at again": the verb tells of the deal's future, not of July's
        return Lean(
            Direction.PAST if back <= 6 else Direction.FUTURE, "it qualifies a noun and is nearest"
        )
    if lean.direction is Direction.FUTURE and not lean.sure and 0 < back <= _JUST_OVER:
        return Lean(Direction.PAST, "no verb of its own looks ahead and it is just over")
    return lean


def choose_month(month: int, at: Place) -> Reading:
    """A month without a year: of a year told beside it, by the story, or by its clause."""
    told = _year_beside(at, month)
    if told:
        return on_month(told, month, "takes its year from the date beside it")
    running = reached(at)
    if running:
        return on_month(month_year(*running, month), month, f"follows {say(*running)}", running[0])
    year = _year_of_sentence(at)
    if year:
        return on_month(year, month, "takes its year from the one that opens the sentence")
    return month_by(month, at.anchor, _lean_of_month(month, at))


_SAID = {"last": Direction.PAST, "next": Direction.FUTURE}


def choose_day(month: int, day: int, at: Place, said: str = "") -> Reading:
    """A day and month without a year: as a month, else the nearest to the article's day."""
    if not said:
        told = _year_beside(at, month)
        if told:
            return on_day(date(told, month, day), "takes its year from the date beside it")
        running = reached(at)
        if running:
            d = month_day(*running, month, day)
            return on_day(d, f"follows {say(*running)}", running[0], bare=True)
        year = _year_of_sentence(at)
        if year:
            d = date(year, month, day)
            return on_day(d, "takes its year from the one that opens the sentence")
    lean = Lean(_SAID[said], f"it is '{said}'") if said in _SAID else at.lean()
    return day_by(month, day, at.anchor, lean, said=bool(said))
