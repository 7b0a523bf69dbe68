"""Fuzz the temporal tagger: texts of rule examples, calendar words and any characters.

Every language and genre that exists is read against any anchor; what is found must stand where it
says, in order, on the calendar, with no bounds inverted. A text that breaks this is printed with
all that is needed to read it again.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from timeline.model import Direction, TimeExpression
from timeline.timex import find
from timeline.timex.genre import Genre
from timeline.timex.language import FOLDERS, language
from timeline.timex.rule import EXAMPLE_ANCHOR

_MARKS = (*".,;:!?()[]\"'-–—/½’“”…\n\t ", "\n\n", "  ", "\u00a0", "\u2028", "'s", "a.m.")
_NUMBERS = (
    *("0", "00", "1", "3rd", "31", "29", "24:00", "10:30", "1999", "2019", "9999", "0001"),
    *("100000", "9" * 30, "1/2", "29/2/2023", "2024-02-30", "31.12.9999", "1,200", "Q5"),
)
_GENRES = ("auto", *(genre.value for genre in Genre))
_EDGES = (date.min, date.max, date(4, 2, 29), date(2024, 2, 29), date(1, 12, 31), date(9999, 1, 1))
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Case:
    """One call of `find`, to be made again."""

    text: str
    anchor: date
    code: str
    genre: str
    merge: bool
    start: int
    end: int | None
    lean: Direction | None

    def read(self) -> list[TimeExpression]:
        """The call."""
        return find(
            self.text,
            self.anchor,
            start=self.start,
            end=self.end,
            direction_at=(lambda _: self.lean) if self.lean else None,
            merge=self.merge,
            language=self.code,
            genre=self.genre,
        )


def words_of(code: str) -> list[str]:
    """The words of a language's own examples: all that its rules, traps and clauses turn on."""
    told = [sentence for rule in language(code).rules for sentence, _ in rule.yes]
    told += [sentence for rule in language(code).rules for sentence in rule.no]
    return sorted(set(re.sub(r"[\[\]]", "", " ".join(told)).split()))


def phrases_of(code: str) -> list[str]:
    """The phrases in brackets of those examples."""
    told = [sentence for rule in language(code).rules for sentence, _ in rule.yes]
    return [found.group(1) for text in told if (found := re.search(r"\[(.*?)\]", text))]


def cases(seed: int) -> Iterator[Case]:
    """Calls without an end, each language in turn."""
    chance = random.Random(seed)
    known = {code: (words_of(code), phrases_of(code)) for code in FOLDERS}
    for code, (_, phrases) in known.items():  # whatever is compiled when first met is met here
        for genre in Genre:
            find(". ".join(phrases), EXAMPLE_ANCHOR, language=code, genre=genre)
    while True:
        for code, (some, phrases) in known.items():
            text = _text(chance, some, phrases)
            yield Case(
                text,
                chance.choice((*_EDGES, *[_day(chance)] * 12)),
                code,
                chance.choice(_GENRES),
                chance.random() < 0.8,
                chance.randrange(len(text) + 1) if chance.random() < 0.1 else 0,
                chance.randrange(len(text) + 2) if chance.random() < 0.1 else None,
                chance.choice((*Direction, None, None, None)),
            )


def _day(chance: random.Random) -> date:
    return date.min + timedelta(chance.randrange((date.max - date.min).days + 1))


def _text(chance: random.Random, some: list[str], phrases: list[str]) -> str:
    """Pieces joined by spaces or nothing, then a few characters changed."""
    pieces: list[str] = []
    for _ in range(chance.choice((1, 3, 8, 20, 60))):
        kind = chance.random()
        if kind < 0.5:
            pieces.append(chance.choice(some))
        elif kind < 0.75:
            pieces.append(chance.choice(phrases))
        elif kind < 0.85:
            pieces.append(chance.choice(_NUMBERS))
        elif kind < 0.95:
            pieces.append(chance.choice(_MARKS))
        else:
            pieces.append("".join(chr(chance.randrange(0x110000)) for _ in range(3)))
    letters = list(chance.choice((" ", " ", " ", "", "\n")).join(pieces))
    for _ in range(chance.choice((0, 0, 1, 4)) if letters else 0):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice((*_MARKS, "", letters[at].swapcase(), letters[at] * 2))
    return "".join(letters)


def faults(case: Case, found: list[TimeExpression]) -> list[str]:
    """What is wrong with an answer, in words."""
    wrong: list[str] = []
    last = 0
    for e in found:
        if case.text[e.start : e.end] != e.text or not e.text.strip():
            wrong.append(f"{e.text!r} is not what stands at {e.start}:{e.end}")
        if e.start < last:
            wrong.append(f"{e.text!r} at {e.start} overlaps what ends at {last}")
        last = e.end
        if e.value[:4] == "0000" or re.match(r"\d{5}", e.value):
            wrong.append(f"{e.text!r} has no year of the calendar: {e.value}")
        if e.when is None:
            continue
        edges = (e.when.begin.earliest, e.when.begin.latest, e.when.end.earliest, e.when.end.latest)
        for before, after in ((0, 1), (2, 3), (0, 3), (0, 2), (1, 3)):
            first, then = edges[before], edges[after]
            if first and then and first > then:
                wrong.append(f"{e.text!r} ({e.rule}) is inverted: {first} is after {then}")
    return wrong


def run(data: Path | None = None, out: Path | None = None, minutes: float = 1.0) -> None:
    """Fuzz for some minutes of wall time; `data` and `out` are not used.

    Raises:
        SystemExit: if anything was wrong.
    """
    del data, out
    seed = time.time_ns() % 1_000_000
    ends = time.monotonic() + 60 * minutes
    read = expressions = broken = 0
    slowest = (0.0, "")
    for case in cases(seed):
        begun = time.monotonic()
        if begun > ends:
            break
        try:
            found = case.read()
            wrong = faults(case, found)
        except Exception as error:  # whatever it is, it is what is looked for
            found, wrong = [], [f"{type(error).__name__}: {error}"]
        took = (time.monotonic() - begun) / (len(case.text) + 100)
        slowest = max(slowest, (took, case.text[:60]))
        read, expressions = read + 1, expressions + len(found)
        if wrong:
            broken += 1
            if broken <= _SHOWN:
                print(f"{case!r}\n  " + "\n  ".join(wrong), flush=True)
    print(
        f"{read} texts in {', '.join(FOLDERS)}, {expressions} expressions, {broken} texts with"
        f" faults; slowest {1e6 * slowest[0]:.1f} µs a character: {slowest[1]!r} (seed {seed})"
    )
    if broken:
        raise SystemExit(1)
