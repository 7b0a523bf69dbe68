"""Kinds of text, which decide what a bare "June" or "Tuesday" hangs on."""

from __future__ import annotations

from enum import StrEnum


class Genre(StrEnum):
    """News hangs bare dates on its own day, narrative on the date that its story has reached.

    A message is news of a line or two, in which even "the evening" or "a long day" is its own.
    """

    NEWS = "news"
    NARRATIVE = "narrative"
    MESSAGE = "message"
