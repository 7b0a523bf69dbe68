"""An article as its format gives it, before its date is settled and its text is checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file or page says of one article.

    Attributes:
        text: the article, with paragraphs on lines of their own.
        title: its headline, if the format has a place for one.
        day: its date by the format's own word, None if only the text may tell.
        source: where that date stands ("page's metadata", "mail's date", …).
        words: how it is written there.
        url: where it was published.
        name: what to call it in a complaint, if its file holds several ("row 7").
        problem: why it cannot be read, empty if it can.
    """

    text: str
    title: str = ""
    day: date | None = None
    source: str = ""
    words: str = ""
    url: str = ""
    name: str = ""
    problem: str = ""


def local_day(words: str) -> date | None:
    """The day of a time stamp where it was written: its own offset from UTC is left alone.

    Args:
        words: ISO 8601 ("2025-10-25T23:30:00-04:00") or as mail has it ("Sat, 25 Oct 2025 …").

    Returns:
        The day, or None if it is no such time stamp.
    """
    from email.utils import parsedate_to_datetime

    words = words.strip()
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None
