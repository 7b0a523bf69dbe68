"""The course of a story: which dates move it on, and which are only mentioned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.model import Precision
from timeline.timex import eras
from timeline.timex.genre import Genre
from timeline.timex.rule import Reading

_BRACKET = 60  # characters before a date in which its bracket opens


@dataclass(slots=True)
class Course:
    """Where a text's story stands, while it is read from its beginning.

    Attributes:
        flat: the text, one byte a character.
        genre: the kind of text; only a narrative has flashbacks and mentions.
        attributive: whether the phrase at an extent only qualifies a noun.
        flashback: where the flashback ends that a date at an extent stands in; 0 if none.
        story: the last date that the story named, if any.
        day, day_at: the last that is a day, and where that ended.
        back: what the story returns to when a flashback is over, at `back_at`.
    """

    flat: bytes
    genre: Genre
    attributive: Callable[[bytes, int, int], bool]
    flashback: Callable[[bytes, int, int], int] | None
    story: Reading | None = None
    day: Reading | None = None
    day_at: int = -1
    back: tuple[Reading | None, Reading | None, int] | None = None
    back_at: int = -1

    def reach(self, offset: int) -> None:
        """Go on to an offset; a flashback may be over there."""
        if self.back and offset >= self.back_at:
            self.story, self.day, self.day_at = self.back
            self.back = None

    def move(self, reading: Reading, begin: int, end: int) -> None:
        """Let a date that was read at an extent move the story, if it does."""
        reading = eras.lend(reading)
        if reading.span is None or reading.aside:
            return
        if self.genre is Genre.NARRATIVE:
            if self._is_mentioned(reading, begin, end):
                return
            over = self._behind(reading, begin, end)
            if over and not self.back:
                self.back, self.back_at = (self.story, self.day, self.day_at), over
            elif not over:
                self.back = None
        elif self.attributive(self.flat, begin, end) and self._is_older(reading):
            return  # "the 3 May accord", told of in June, names a thing and moves nothing
        self.story = reading
        timed = self.genre is Genre.NARRATIVE and reading.clock is not None
        if (reading.precision is Precision.DAY or timed) and reading.span[0] == reading.span[1]:
            self.day, self.day_at = reading, end

    def _is_older(self, reading: Reading) -> bool:
        """Whether a day lies before what the story has reached."""
        told = self.story if reading.precision is Precision.DAY else None
        return bool(told and told.span and reading.span and reading.span[0] < told.span[0])

    def _behind(self, reading: Reading, begin: int, end: int) -> int:
        """Where the flashback of a date ends: "the marshal, who had been captured in 1933, fled".

        0 if the date does not look back.
        """
        told = self.back[0] if self.back else self.story
        if not (self.flashback and told and told.span and reading.span):
            return 0
        if reading.span[0] >= told.span[0]:
            return 0
        return self.back_at if self.back else self.flashback(self.flat, begin, end)

    def _is_mentioned(self, reading: Reading, begin: int, end: int) -> bool:
        """Whether a date is in brackets, or names a thing: neither moves the story."""
        if reading.precision in (Precision.DECADE, Precision.CENTURY):
            return True  # no month of "the 1920s" has a year
        opened = self.flat.rfind(b"(", max(0, begin - _BRACKET), begin)
        if opened >= 0 and b")" not in self.flat[opened:begin]:
            return True
        return self.attributive(self.flat, begin, end)
