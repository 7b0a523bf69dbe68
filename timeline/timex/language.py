"""What a language is to the tagger: its rules, its hedges, its verbs, and how it joins two dates.

Everything else in this room knows no language. A language is a folder with a `LANGUAGE` of this
type; adding one is adding a folder and its line in `FOLDERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module

from timeline.model import Direction
from timeline.timex.genre import Genre
from timeline.timex.patterns import Tail
from timeline.timex.rule import Lean, Place, Rule

FOLDERS = {"en": "english", "de": "german", "es": "spanish"}


@dataclass(frozen=True, slots=True)
class Hedges:
    """The words before an expression that hedge it; patterns end where the expression begins.

    Attributes:
        modifier: groups `part` ("the end of"), `word` ("late") and `about` ("around").
        sides: early, earlier, mid, late or later for each `part` and `word`; late for others.
        closing: what makes of "the end of March" its last day ("at", "by").
        preposition: group `p` is the preposition.
        onwards: what opens the window from behind: "2019 or later".
        acts: by, before, after, from, since or until for each preposition that bounds.
        points: the direction that a preposition imposes on a bare weekday or month.
        attributive: whether the phrase at an extent only qualifies a noun ("the July deal").
        told_past: whether a preposition stands in a clause that is past all the same.
        negated: what makes of "until" a beginning: "did not open until".
    """

    modifier: re.Pattern[bytes] | Tail
    sides: Mapping[str, str]
    closing: re.Pattern[bytes]
    preposition: re.Pattern[bytes] | Tail
    onwards: re.Pattern[bytes]
    acts: Mapping[str, str]
    points: Mapping[str, Direction]
    attributive: Callable[[bytes, int, int], bool]
    told_past: Callable[[str, Place], bool]
    negated: re.Pattern[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Joints:
    """How two neighbours become one expression.

    Attributes:
        beside: what may stand between a day and a time of day.
        clocks: the names of the rules that read a time of day alone.
        between: what may stand between the ends of a range; group 1 its word.
        opening: what may stand before a range; group 1 its word.
        joining: the words and marks that make "X to Y" last from X to Y.
        only_after: those of them that join only days, unless the range was opened by `opener`.
        opener, within, conjunction: "from"; "between" and its "and".
        counting: what stands between a length and the date it is counted from; group `back` is
            there if it is counted back.
        part_of: "the night of" before a day; group `part` its word, `x` where it begins.
        parts: the plain name of each such word.
        beginning: what stands between a length and the date that it begins on.
        listing: what stands before the last day of a list, as an alternation: b"and|or".
        apart: whether TIMEX3 corpora keep a day and its time of day as two expressions.
        side, of: "the first" (group `first`) or "the last" that begins a length, and what joins
            the length to its whole.
    """

    beside: re.Pattern[bytes]
    clocks: frozenset[str]
    between: re.Pattern[bytes]
    opening: re.Pattern[bytes] | Tail
    joining: frozenset[bytes]
    only_after: frozenset[bytes]
    opener: bytes
    within: bytes
    conjunction: bytes
    counting: re.Pattern[bytes]
    part_of: re.Pattern[bytes] | Tail
    parts: Mapping[bytes, str]
    beginning: re.Pattern[bytes]
    side: re.Pattern[bytes]
    of: re.Pattern[bytes]
    listing: bytes = b""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One language's grammar.

    Attributes:
        code: ISO 639-1.
        rules: in the order in which rules that match the same words are asked.
        fragments: what {NAMES} in the rules' patterns stand for.
        lean: the direction of the clause around an extent.
        hedges, joints: the words around an expression and between two.
        genre: the kind of a text, by the text itself and its date.
        dotted: abbreviations whose full stop belongs to them ("Oct.").
        flashback: where the flashback ends that a date at an extent stands in; 0 if none.
        letters: plain ASCII letters for letters of the language that are not ASCII.
    """

    code: str
    rules: tuple[Rule, ...]
    fragments: Mapping[str, str]
    lean: Callable[[bytes, int, int], Lean]
    hedges: Hedges
    joints: Joints
    genre: Callable[[bytes, date], Genre]
    dotted: frozenset[bytes]
    letters: Mapping[str, str]
    flashback: Callable[[bytes, int, int], int] | None = None


@cache
def language(code: str) -> Language:
    """The language of a code.

    Raises:
        ValueError: if there is no grammar of it.
    """
    folder = FOLDERS.get(code.lower().partition("-")[0])
    if folder is None:
        raise ValueError(f"no time grammar for language {code!r}; known: {', '.join(FOLDERS)}")
    found: Language = import_module(f"timeline.timex.{folder}").LANGUAGE
    hedges, joints = found.hedges, found.joints
    return replace(
        found,
        hedges=replace(
            hedges, modifier=Tail.of(hedges.modifier), preposition=Tail.of(hedges.preposition)
        ),
        joints=replace(joints, opening=Tail.of(joints.opening), part_of=Tail.of(joints.part_of)),
    )
