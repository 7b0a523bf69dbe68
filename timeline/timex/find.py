"""The tagger: find time expressions in text and resolve each against a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from timeline.model import Direction, TimeExpression, TimexType
from timeline.timex import combine, compose, eras, lists, ranges
from timeline.timex import language as languages
from timeline.timex.course import Course
from timeline.timex.day_parts import with_part
from timeline.timex.flat import flatten
from timeline.timex.genre import Genre
from timeline.timex.hedges import REACH, Hedged, hedge
from timeline.timex.language import Language
from timeline.timex.patterns import Dispatch, Parts, Pattern, Tail, Tails, fill
from timeline.timex.rule import Lean, Place, Reading, Rule

DirectionAt = Callable[[int], Direction | None]

_LONGEST = 160  # no expression is longer; bounds what a refused match can cost
_NO_DATE = (ValueError, OverflowError, ZeroDivisionError)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's compiled rules: one scan over all, a test of which match, and each alone.

    `before` tells of most places at once that no hedge ends there.
    """

    language: Language
    rules: tuple[Rule, ...]
    scan: Pattern
    dispatch: Dispatch
    before: Tails
    alone: list[Pattern | None]
    sources: tuple[str, ...]

    def whole(self, index: int, flat: bytes, first: int, last: int) -> Parts | None:
        """The groups of one rule's match of all of `flat[first:last]`."""
        pattern = self.alone[index]
        if pattern is None:  # most texts need few of the rules: compile each when first met
            pattern = self.alone[index] = Pattern(self.sources[index])
        return pattern.whole(flat, first, last)


@cache
def grammar(code: str, message: bool = False) -> Grammar:
    """The grammar of a language, compiled when first asked for; messages have more rules."""
    spoken = languages.language(code)
    rules = tuple(rule for rule in spoken.rules if message or rule.only is not Genre.MESSAGE)
    filled = [fill(rule.pattern, spoken.fragments) for rule in rules]
    sources = tuple(f"\\b(?:{pattern})\\b" for pattern in filled)
    everything = "|".join(f"(?:{pattern})" for pattern in filled)
    return Grammar(
        spoken,
        rules,
        Pattern(f"\\b(?:{everything})\\b", longest=True),
        Dispatch(sources),
        Tails(
            [
                Tail.of(spoken.hedges.modifier),
                Tail.of(spoken.hedges.preposition),
                Tail.of(spoken.joints.part_of),
            ],
            REACH + 1,
        ),
        [None] * len(sources),
        sources,
    )


def find(
    text: str,
    anchor: date,
    *,
    start: int = 0,
    end: int | None = None,
    direction_at: DirectionAt | None = None,
    merge: bool = True,
    language: str = "en",
    genre: Genre | str = "auto",
) -> list[TimeExpression]:
    """Find the time expressions of a text.

    Args:
        text: any text; offsets count its characters.
        anchor: the day that relative words hang on, as a rule the article's date.
        start, end: look only at `text[start:end]`.
        direction_at: the direction of the clause at an offset, where a parse knows it; None
            from it (or no callable) leaves the question to the language's own verb reader.
        merge: join ranges ("from Monday to Wednesday") into one expression. TIMEX3 corpora keep
            their ends apart, and in some languages a day and its time of day.
        language: ISO 639-1 code of a language that has a grammar here.
        genre: news, narrative or message; "auto" decides by the text itself.

    Returns:
        Expressions in order, none overlapping another. A phrase whose date lies outside the years
        1 to 9999 is left out.

    Raises:
        ValueError: if the language or the genre is unknown.
    """
    known = languages.language(language)
    flat = flatten(text, known.letters)
    kind = known.genre(flat, anchor) if genre == "auto" else Genre(genre)
    spoken = grammar(known.code, kind is Genre.MESSAGE)
    stop = len(flat) if end is None else max(0, min(end, len(flat)))
    joints = known.joints
    reader = _Reader(spoken, kind, flat, text, anchor, stop, direction_at)
    reader.joins = merge or not joints.apart
    found = lists.expand(flat, text, reader.run(max(0, start)), joints.listing, joints.within)
    if not merge:
        return found
    found = compose.count_on(flat, text, found, joints)
    return ranges.merge(flat, text, found, joints)


class _Reader:
    """One pass over a text, keeping the date that the story has reached."""

    def __init__(
        self,
        spoken: Grammar,
        genre: Genre,
        flat: bytes,
        text: str,
        anchor: date,
        stop: int,
        direction_at: DirectionAt | None,
    ) -> None:
        self.grammar, self.language, self.genre = spoken, spoken.language, genre
        self.flat, self.text, self.anchor, self.stop = flat, text, anchor, stop
        self.direction_at = direction_at
        self.course = Course(flat, genre, self.language.hedges.attributive, self.language.flashback)
        self.forced: Lean | None = None
        self.joins = True  # a day and its time of day

    def run(self, start: int) -> list[TimeExpression]:
        """All expressions from `start` on."""
        scan, flat, stop = self.grammar.scan, self.flat, self.stop
        found: list[TimeExpression] = []
        pos = start
        while pos < stop:
            hit = scan.search(flat, pos, stop)
            if hit is None:
                break
            first, last = hit
            if first and _is_word(flat[first - 1]) and _is_word(flat[first]):
                pos = _word_end(flat, first, stop)  # the search began inside a word
                continue
            expression = self._read(first, min(last, first + _LONGEST), found)
            if expression is None:
                pos = _word_end(flat, first, stop)
                continue
            if self._is_the_same_clock(expression, found):
                pos = max(expression.end, first + 1)
                continue
            joined = (
                combine.join(flat, self.text, found[-1], expression, self.language.joints)
                if found and self.joins
                else None
            )
            if joined:
                found[-1] = joined
            else:
                found.append(expression)
            pos = max(expression.end, first + 1)
            if pos < stop and _is_word(flat[pos]) and _is_word(flat[pos - 1]):
                pos = _word_end(flat, pos, stop)
        return found

    def _is_the_same_clock(self, told: TimeExpression, found: list[TimeExpression]) -> bool:
        """Whether a time in brackets repeats the one before it: "10:35 a.m. (0735 GMT)"."""
        clocks = self.language.joints.clocks
        if not found or told.rule not in clocks or found[-1].rule not in clocks:
            return False
        return self.flat[found[-1].end : told.start] in (b" (", b"(", b", or ")

    def _read(self, first: int, last: int, found: list[TimeExpression]) -> TimeExpression | None:
        """The longest piece from `first` on, up to `last`, that some rule accepts."""
        scan, dispatch = self.grammar.scan, self.grammar.dispatch
        while last > first:
            for index in dispatch.rules(self.flat[first:last]):
                expression = self._try(index, first, last, found)
                if expression is not None:
                    return expression
            shorter = _shorten(self.flat, first, last)
            if shorter <= first:
                return None
            hit = scan.prefix(self.flat, first, shorter)
            if hit is None:
                return None
            last = hit[1]
        return None

    def _try(
        self, index: int, first: int, last: int, found: list[TimeExpression]
    ) -> TimeExpression | None:
        rule = self.grammar.rules[index]
        parts = self.grammar.whole(index, self.flat, first, last)
        if parts is None:
            return None
        inner = parts.span("x")
        begin, end = inner if inner[0] >= 0 else (first, last)
        course = self.course
        course.reach(begin)
        at = self._place(begin, end)
        self.forced = None
        lent = eras.is_lent(course.story) or eras.is_lent(course.day)
        try:
            reading = rule.read(parts, at)
            if reading is None:
                return None
            if lent:
                reading = eras.turn_back(reading)

            def again(wanted: Direction, word: str) -> Reading | None:
                if self.language.hedges.told_past(word, at):
                    return None
                self.forced = Lean(wanted, f"'{word}' {_POINTS[wanted]}")
                anew = rule.read(parts, at)
                return eras.turn_back(anew) if lent and anew else anew

            hedges, alone = self.language.hedges, self.grammar.before.none(self.flat, begin)
            hedged = hedge(self.flat, begin, end, reading, self.anchor, again, hedges, alone)
        except _NO_DATE:
            return None
        finally:
            self.forced = None
        if not alone:
            hedged = self._part_of(hedged)
        if found and hedged.start < found[-1].end:
            hedged = replace(hedged, start=begin)
        course.move(hedged.reading, begin, end)
        return self._expression(rule, hedged, begin, end)

    def _place(self, begin: int, end: int) -> Place:
        """An extent, with what the story has reached there."""
        course = self.course
        return Place(
            self.flat,
            begin,
            end,
            self.anchor,
            course.story,
            self._lean,
            course.day,
            course.day_at,
            self.genre,
        )

    def _expression(self, rule: Rule, hedged: Hedged, begin: int, end: int) -> TimeExpression:
        """What a rule read at an extent; its hedge may stand before that."""
        reading = hedged.reading
        end = _with_dot(self.flat, begin, end, self.stop, self.language.dotted)
        quoted = " ".join(self.text[begin:end].split())
        return TimeExpression(
            start=hedged.start,
            end=end,
            text=self.text[hedged.start : end],
            type=reading.type,
            value=reading.value,
            when=hedged.when,
            rule=rule.name,
            mod=reading.mod,
            anchor=reading.anchor,
            reason=f"'{quoted}' {hedged.why}.",
            days=reading.days,
        )

    def _part_of(self, hedged: Hedged) -> Hedged:
        """A day narrowed by what stands before it: "the night of 5 June"."""
        reading, start = hedged.reading, hedged.start
        if reading.type is not TimexType.DATE or not _DAY_VALUE.match(reading.value):
            return hedged
        part = self.language.joints.part_of.search(self.flat, max(0, start - 34), start)
        if not part:
            return hedged
        name = self.language.joints.parts[part.group("part").lower()]
        return replace(hedged, start=part.start("x"), reading=with_part(reading, name))

    def _lean(self, start: int, end: int) -> Lean:
        if self.forced:
            return self.forced
        if self.direction_at:
            given = self.direction_at(start)
            if given is not None:
                return Lean(given, f"its clause {_POINTS[given]}", given=True)
        return self.language.lean(self.flat, start, end)


_DAY_VALUE = re.compile(r"\d{4}-\d\d-\d\d$")
_POINTS = {
    Direction.PAST: "looks back",
    Direction.FUTURE: "looks ahead",
    Direction.NEAREST: "says no direction",
}


def _is_word(byte: int) -> bool:
    return 48 <= byte <= 57 or 65 <= byte <= 90 or byte == 95 or 97 <= byte <= 122


def _word_end(flat: bytes, pos: int, stop: int) -> int:
    """The end of the word at `pos`, one further at least."""
    end = pos + 1
    if _is_word(flat[pos]):
        while end < stop and _is_word(flat[end]):
            end += 1
    return end


def _shorten(flat: bytes, first: int, last: int) -> int:
    """The end of the last word but one in `first:last`; `first` if there is no other."""
    end = last - 1
    while end > first and _is_word(flat[end]) == _is_word(flat[end - 1]):
        end -= 1
    return end


def _with_dot(flat: bytes, start: int, end: int, stop: int, dotted: frozenset[bytes]) -> int:
    """The end, one further over the dot of "Oct." or "a.m."."""
    if end >= stop or flat[end] != 46:
        return end
    tail = flat[max(start, end - 4) : end].lower()
    word = tail.split()[-1] if tail.split() else b""
    return end + 1 if word in dotted or word.endswith((b"a.m", b"p.m")) else end
