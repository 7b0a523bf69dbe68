"""What a rule is, what it may ask about its place in the text, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from timeline.model import Direction, Precision, Qualifier, TimexType, When
from timeline.timex.days import Span
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts

EXAMPLE_ANCHOR = date(2025, 10, 25)  # a Saturday: the anchor of every example that names no other


@dataclass(frozen=True, slots=True)
class Lean:
    """Which way a bare weekday or month points, and why in a clause of English."""

    direction: Direction
    why: str
    sure: bool = True  # the verb stands in the phrase's own clause, with no infinitive between
    given: bool = False  # by the caller's parse, which has seen whether it qualifies a noun


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a phrase, before hedges around it are read.

    Attributes:
        type, value, mod: as TIMEX3 has them.
        span: the first and last day that it names; None for a bare duration or a set.
        precision: how fine the phrase is.
        why: the reasoning, as the rest of a sentence that begins with the phrase in quotes.
        anchor: the day it was counted from, if it was.
        clock: the time of day.
        days: shortest and longest length of a duration, in days.
        when: given only where the span does not say it all ("now", "several years ago").
        qualifier: a hedge that is part of the phrase itself.
        aside: looks back to compare, so the story does not move there ("a year earlier").
        bare: a weekday, month or day of a month whose year or week the direction chose.
    """

    type: TimexType
    value: str
    span: Span | None = None
    precision: Precision = Precision.DAY
    why: str = ""
    anchor: date | None = None
    clock: time | None = None
    mod: str = ""
    days: tuple[int, int] | None = None
    when: When | None = None
    qualifier: Qualifier = Qualifier.EXACT
    bare: bool = False
    aside: bool = False


@dataclass(slots=True)
class Place:
    """Where a match stands: what a rule may ask about its surroundings.

    Attributes:
        flat: the whole text, one byte a character.
        start, end: the match.
        anchor: the day that relative words hang on.
        story: the last date that the story named, if any; `story_day` the last that is a day, and
            `story_at` where that ended.
        lean_at: the direction of the clause at an offset.
        genre: the kind of text.
    """

    flat: bytes
    start: int
    end: int
    anchor: date
    story: Reading | None
    lean_at: Callable[[int, int], Lean]
    story_day: Reading | None = None
    story_at: int = -1
    genre: Genre = Genre.NEWS

    def before(self, count: int = 24) -> str:
        """Up to `count` characters before the match, as written."""
        return self.flat[max(0, self.start - count) : self.start].decode("ascii")

    def after(self, count: int = 24) -> str:
        """Up to `count` characters after the match, as written."""
        return self.flat[self.end : self.end + count].decode("ascii")

    def is_whole(self) -> bool:
        """Whether the text is the match and nothing else, but for its stop."""
        if len(self.flat) > 64:
            return False
        return not self.flat[: self.start].strip() and not self.flat[self.end :].strip(b" .!?\n")

    def words_before(self, count: int = 1) -> list[str]:
        """The last `count` words before the match, lower case."""
        return self.before(14 * count).lower().replace("\n", " ").split()[-count:]

    def lean(self) -> Lean:
        """Which way the clause points."""
        return self.lean_at(self.start, self.end)


Yes = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar.

    Attributes:
        name: how results cite it.
        pattern: with {FRAGMENTS}; it must match from one word's border to another's. The group
            `x`, if there is one, is the extent of the expression, the rest being its context.
        read: what the match means; None where it is no time at all.
        yes: sentences with the phrase in [brackets], and the TIMEX3 value under EXAMPLE_ANCHOR.
        no: sentences that this rule must leave alone.
        only: the one genre that the rule is for; None for all.
    """

    name: str
    pattern: str
    read: Callable[[Parts, Place], Reading | None]
    yes: tuple[Yes, ...] = ()
    no: tuple[str, ...] = ()
    only: Genre | None = None
