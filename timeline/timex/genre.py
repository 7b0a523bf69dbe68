"""Kinds of text, which decide what a bare "June" or "Tuesday" hangs on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from timeline.timex.patterns import Pattern

_READ = 8000  # as much of a text as decides


class Genre(StrEnum):
    """News hangs bare dates on its own day, narrative on the date that its story has reached.

    A message is news of a line or two, in which even "the evening" or "a long day" is its own.
    """

    NEWS = "news"
    NARRATIVE = "narrative"
    MESSAGE = "message"


def news_or_narrative(flat: bytes, anchor: date, years: Pattern, here: Pattern) -> Genre:
    """Whether a text tells news or a story.

    A narrative gives the years of what it tells, and they are not its own; news has today,
    yesterday, weekdays and people who said.

    Args:
        flat: the text, one byte a character.
        anchor: the day the text was written.
        years: finds years that are dates; its group `y`, `y2` or `y3` is the number.
        here: finds the words of someone who tells of his own day.
    """
    end = min(len(flat), _READ)
    named = (int(parts["y"] or parts["y2"] or parts["y3"]) for parts in years.all(flat, 0, end))
    told = sum(abs(year - anchor.year) > 1 for year in named)
    if told < 2:
        return Genre.NEWS
    own = sum(1 for _ in here.all(flat, 0, end))
    narrative = told >= 4 * own or (told > 4 and told >= 2 * own)
    return Genre.NARRATIVE if narrative else Genre.NEWS
