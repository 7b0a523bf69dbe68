"""Whole dates in the languages that have no grammar here: "samedi 25 octobre 2025"."""

from __future__ import annotations

from timeline.model import TimeExpression, TimexType, When
from timeline.reading.dates import whole_date
from timeline.reading.errors import ArticleError


def absolute(phrase: str) -> TimeExpression | None:
    """The day that a phrase gives with day, month and year, in any language that dateparser knows.

    It is the fallback where a grammar reads nothing: relative words are not its business, and
    what is not a whole date is None, so that no part of it can come from a clock.

    Args:
        phrase: a date and nothing else, in words or figures.
    """
    try:
        day = whole_date(phrase)
    except ArticleError:  # either way round, or no such day
        return None
    if day is None:
        return None
    text = phrase.strip()
    start = phrase.index(text)
    return TimeExpression(
        start=start,
        end=start + len(text),
        text=text,
        type=TimexType.DATE,
        value=day.isoformat(),
        when=When.on(day),
        rule="whole date in any language",
        reason=f"'{text}' gives its day, month and year, so it needs no other day to count from.",
    )
