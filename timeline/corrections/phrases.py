"""What a date that a reader types means, counted from the article's own date."""

from __future__ import annotations

import re
from datetime import date

from timeline.corrections.edits import Dated
from timeline.corrections.edtf import from_edtf
from timeline.model import AHEAD, Direction, Status, When
from timeline.notation import day_words
from timeline.reading.dates import refuse_ambiguous
from timeline.reading.errors import DateError
from timeline.timex import find
from timeline.timex.foreign import absolute

_NO_DATE = re.compile(r"(?:no date|undated|unknown)\.?", re.IGNORECASE)
# A deadline lies ahead, whatever has happened since.
_DEADLINES = ("by ", "until ", "before ", "within ")
# Words that may stand around a time without telling of anything else.
_AROUND = frozenset(
    "a about after around as at before between by circa during early for from in late no of on "
    "or past since than the then till to until up within not later earlier sometime".split()
)
_WORD = re.compile(r"[^\W\d_]+")


class UnclearPhraseError(ValueError):
    """A phrase that has no single meaning; the text says what to write instead."""


def read_phrase(phrase: str, anchor: date, status: Status) -> Dated:
    """Resolve a date as a reader writes it.

    Args:
        phrase: a time in English ("by March", "last Friday", "3 May 2024"), in ISO 8601 or in
            EDTF (`2025-10`, `2025-10-25/2025-10-29`), or "no date".
        anchor: the article's date, from which relative words are counted.
        status: of the event; what is planned lies ahead, as a deadline does, and what happened
            lies behind.

    Raises:
        UnclearPhraseError: if it says no time, or several, or more than a time, or a date in
            figures that could be of either of two months.
    """
    text = " ".join(phrase.split())
    if _NO_DATE.fullmatch(text):
        return Dated(When.undated(), text, "You say that nothing dates it.")
    exact = from_edtf(text)
    if exact is not None:
        return Dated(exact, text, f"You give it as “{text}”.")
    try:
        refuse_ambiguous(text)
    except DateError as error:
        raise UnclearPhraseError(f"{error.message} Give the one that is meant.") from error
    ahead = status in AHEAD or text.casefold().startswith(_DEADLINES)
    side = Direction.FUTURE if ahead else Direction.PAST
    found = [
        one
        for one in find(text, anchor, direction_at=lambda _: side, genre="news")
        if one.when is not None
    ]
    if not any(one.text == text for one in found):
        whole = absolute(text)
        found = [whole] if whole else found
    rest = f"{text[: found[0].start]} {text[found[0].end :]}" if found else ""
    if not found or (len(found) == 1 and re.search(r"\d", rest)):
        raise UnclearPhraseError("No time is known by these words. Try “by March” or 2025-10-26.")
    if len(found) > 1:
        said = " and ".join(f"“{one.text}”" for one in found)
        raise UnclearPhraseError(f"These are several times: {said}. Give one, or “from … to …”.")
    (one,) = found
    strange = [word for word in _WORD.findall(rest.casefold()) if word not in _AROUND]
    if strange:
        raise UnclearPhraseError(f"“{strange[0]}” is no part of a date here. Leave it out.")
    assert one.when is not None
    counted = f", counted from {day_words(anchor)}" if one.anchor else ""
    return Dated(one.when, text, f"You give it as “{text}”{counted}.")
