"""Hostile text: ten times as long, it must cost about ten times as much, whatever it is made of.

Each row is one kind of text, read at a tenth of the size and in full; the last column is the
ratio of their processor times. A ratio of 12 or more is marked: something there grows faster
than the text.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from timeline.timex import find
from timeline.timex.language import FOLDERS, language

ANCHOR = date(2025, 10, 25)
_STEEP = 12.0
Text = Callable[[int], str]


def repeated(piece: str) -> Text:
    """Nothing but one piece."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def all_planes(size: int) -> str:
    """Characters of all Unicode planes, lone surrogates too."""
    chance = random.Random(3)
    return "".join(chr(chance.randrange(0x110000)) for _ in range(size))


def digits(size: int) -> str:
    """Digits without an end, no two lines alike."""
    chance = random.Random(4)
    return "".join(chance.choices("0123456789", k=size))


def scattered(pieces: str, seed: int = 5) -> Text:
    """Pieces in any order."""
    few = pieces.split("|")
    return lambda size: " ".join(random.Random(seed).choices(few, k=size // 4))[:size]


def sentences(code: str) -> Text:
    """The examples of a language's own rules, over and over."""
    yes = [sentence for rule in language(code).rules for sentence, _ in rule.yes]
    return repeated(" ".join(yes).replace("[", "").replace("]", "") + "\n")


KINDS: dict[str, Text] = {
    "one trigger": repeated("Monday "),
    "a trigger that is a verb too": repeated("May "),
    "words that begin much and end nothing": repeated("the last "),
    "number words": repeated("twenty "),
    "digits with spaces": repeated("1 "),
    "digits without an end": digits,
    "dates without an end": repeated("2019-"),
    "nested ranges": repeated("from Monday to Wednesday until "),
    "ranges of years": repeated("1914-1918 to "),
    "lengths on lengths": repeated("three weeks after two days before "),
    "lists of days": repeated("3, 4, 5 and 6 May, "),
    "a list that never ends": repeated("20, "),
    "brackets that only open": repeated("((in 1987 "),
    "words of 100,000 letters": repeated("a" * 100_000 + " "),
    "words of 100,000 other letters": repeated("日" * 100_000 + " "),
    "spaces": repeated(" "),
    "ends of lines": repeated("\n"),
    "full stops": repeated("May. "),
    "quotation marks": repeated("\"'Monday'\" "),
    "any character": all_planes,
    "triggers in any order": scattered(
        "on|in|by|the|last|May|3|2019|-|three|days|later|to|,|(|noon"
    ),
}


def seconds(text: str, code: str, genre: str) -> float:
    """Processor seconds to read a text: the least of three, of one if one takes seconds."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        begun = time.process_time()
        find(text, ANCHOR, language=code, genre=genre)
        best = min(best, time.process_time() - begun)
        if best > 4:
            break
    return best


def run(data: Path | None = None, out: Path | None = None, megabytes: float = 1.0) -> None:
    """Print the table; `megabytes` is the longer length. `data` and `out` are not used."""
    del data, out
    full = int(megabytes * 1e6)
    print(f"{'':48} {full / 1e7:7.2f} MB {full / 1e6:7.2f} MB  MB/s  ratio")
    kinds = KINDS | {f"the examples of its rules, {code}": sentences(code) for code in FOLDERS}
    for name, text in kinds.items():
        code = name[-2:] if name[:-2].endswith("rules, ") else "en"
        for genre in ("news", "narrative"):
            seconds(text(20_000), code, genre)
            short = seconds(text(full // 10), code, genre)
            long = seconds(text(full), code, genre)
            ratio = long / max(short, 1e-3)
            mark = "  too steep" if ratio >= _STEEP else ""
            print(
                f"{f'{name}, {genre}':48} {short:8.2f} s {long:8.2f} s {megabytes / long:5.2f}"
                f" {ratio:6.1f}{mark}",
                flush=True,
            )
