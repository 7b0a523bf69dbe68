"""What a reader gives to be opened, and why it was refused."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date as Date  # `date` is what callers name the argument
from uuid import uuid4

from timeline.language import ModelMissing
from timeline.reading import ArticleError, Batch, DateError
from timeline.reading.dateline import days_before

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """Something to be opened.

    Attributes:
        name: what the reader knows it by.
        read: reads it under a date in words, empty if the text is to give its own.
        given: the field of the form that holds it and may still be changed there; empty for what
            is not at hand any more, such as a file that was dropped.
    """

    name: str
    read: Callable[[str], Batch]
    given: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something could not be opened, and what to do next.

    Attributes:
        source: what was refused, None if it is the date that was given for all.
        name: what to call it, which may be a part of the source ("table.csv, row 7").
        text: what is wrong.
        hint: what to do next, empty if the question for a date says it.
        asks: whether a date is all that is wanting.
        days: what that date may be.
        begun: the part of that date that is known.
        id: to tell it from others.
    """

    source: Source | None
    name: str
    text: str
    hint: str = ""
    asks: bool = False
    days: tuple[Date, ...] = ()
    begun: str = ""
    id: str = field(default_factory=lambda: uuid4().hex)


def refusal_of(error: Exception, source: Source | None, part: str = "") -> Refusal:
    """What to tell the reader about something that could not be opened.

    What nobody foresaw goes into the server's log, and the page lives on with what was open.

    Args:
        error: what was raised.
        source: what was being read.
        part: the article in it, if it holds several; a date is not asked for one of those.
    """
    name = ", ".join(text for text in (source.name if source else "", part) if text)
    if isinstance(error, DateError) and part:
        hint = "Give the whole again with a date: it is for those in it that have none."
        return Refusal(source, name, error.message, hint)
    if isinstance(error, DateError):
        days = error.readings
        begun = f"{error.yearless} " if error.yearless else ""
        if error.yearless:
            # The clock proposes and resolves nothing: the reader's choice alone is taken.
            days = days_before(error.yearless, Date.today())  # noqa: DTZ011
        return Refusal(source, name, error.message, "", True, days, begun)
    if isinstance(error, ArticleError):
        return Refusal(source, name, error.message, error.hint)
    if isinstance(error, ModelMissing):
        hint = "Install it, and give the article again."
        return Refusal(source, name, f"The page cannot read: {error}.", hint)
    _log.error("an article could not be extracted", exc_info=error)
    return Refusal(
        source,
        name,
        "Something went wrong while this article was read; what was open is still open.",
        "Try a part of the text. The cause is in the log of the server.",
    )


def asked_again(refusal: Refusal, error: ArticleError, words: str) -> Refusal:
    """The same refusal after a date that cannot be used was given for it.

    Args:
        refusal: what was asked.
        error: what is wrong with the answer.
        words: the answer.
    """
    days = error.readings if isinstance(error, DateError) else refusal.days
    return replace(refusal, text=error.message, days=days, begun=words)
