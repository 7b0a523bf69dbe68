"""What went wrong with an article, in words for the person who gave it."""

from __future__ import annotations

from datetime import date


class ArticleError(ValueError):
    """An article that cannot be read.

    Attributes:
        message: what is wrong, in one sentence.
        hint: what to do next, in one sentence.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


class DateError(ArticleError):
    """An article whose date is not known or cannot be, so that somebody has to give it.

    What `str` gives names the option of the commands too; a page has a field of its own.

    Attributes:
        readings: the days that the words may mean, where there are several.
        yearless: the words of a day and a month, where only the year is not known.
    """

    def __init__(
        self,
        message: str,
        more: str = "",
        *,
        readings: tuple[date, ...] = (),
        yearless: str = "",
    ) -> None:
        hint = "Give the article's date, for example 2025-10-25."
        super().__init__(message, f"{hint} {more}".strip())
        self.readings = readings
        self.yearless = yearless

    def __str__(self) -> str:
        return f"{super().__str__()} (On the command line: --date.)"
