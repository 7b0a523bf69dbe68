"""What went wrong with an article, in words for the person who gave it."""

from __future__ import annotations


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
