"""Kinds of text, which decide what a bare "June" or "Tuesday" hangs on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from timeline.timex.patterns import Pattern

_READ = 8000  # as much of a text as decides
_LEAD = 320  # what it opens with


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
    yesterday, weekdays and people who said. What a text opens with weighs most: news with its day,
    a narrative with a year.

    Args:
        flat: the text, one byte a character.
        anchor: the day the text was written.
        years: finds years that are dates; its group `y`, `y2` or `y3` is the number.
        here: finds the words of someone who tells of his own day; its group `dated`, if it has
            one, those that a date beside them makes no such word, and `now` the surest ones.
    """
    end = min(len(flat), _READ)
    told, begun = 0, end
    for parts in years.all(flat, 0, end):
        if abs(int(parts["y"] or parts["y2"] or parts["y3"]) - anchor.year) > 1:
            told += 1
            begun = min(begun, parts.span()[0])
    if told < 2:
        return Genre.NEWS
    own, first, sure = 0, end, end
    for parts in here.all(flat, 0, end):
        if not parts["dated"]:
            own += 1
            first = min(first, parts.span()[0])
            sure = min(sure, parts.span()[0]) if parts["now"] else sure
    if sure < min(begun, _LEAD):
        narrative = told >= 8 * own
    elif begun < first:
        narrative = told >= 3 * own or (told > 3 and told >= own)
    else:
        narrative = told >= 4 * own or (told > 4 and told >= 2 * own)
    return Genre.NARRATIVE if narrative else Genre.NEWS
