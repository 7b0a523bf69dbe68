"""Speed of the temporal tagger beside dateparser's search: the same varied text, in one process.

Single thread, both warm, processor time. Without --data the text is made of sentences that
never repeat; with it, of the `text` of each line of a corpus in JSON lines.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from timeline.timex import find

ANCHOR = date(2025, 10, 25)
_PEER_SHARE = 12  # dateparser reads this part of the documents: it would take minutes for all
_WHO = "ministers farmers the mayor a court two envoys the union rescuers the bank".split()
_WHAT = "met voted left signed argued waited agreed resigned returned landed".split()
_WHERE = "in Lima near Oslo at the harbour over the pass with its rivals without a word".split()
_WHEN = (
    "on Monday",
    "last week",
    "in {month}",
    "on {day} {month} {year}",
    "two days later",
    "in {year}",
    "by the end of the year",
    "at {hour} p.m.",
    "for three weeks",
    "",
    "",
    "",
    "",
)
_MONTHS = "January February March April May June July August September October November".split()


def made_up(count: int, seed: int = 7) -> list[str]:
    """`count` documents of some 2,000 characters each, no two alike."""
    chance = random.Random(seed)
    documents = []
    for _ in range(count):
        sentences = []
        for _ in range(22):
            words = " ".join(chance.choice(_WHERE) for _ in range(chance.randint(3, 9)))
            when = chance.choice(_WHEN).format(
                month=chance.choice(_MONTHS),
                day=chance.randint(1, 28),
                year=chance.randint(1950, 2025),
                hour=chance.randint(1, 11),
            )
            who, what = chance.choice(_WHO), chance.choice(_WHAT)
            sentences.append(f"{who} {what} {words} {when}".strip().capitalize() + ".")
        documents.append(" ".join(sentences))
    return documents


def corpus(data: Path) -> list[str]:
    """The texts of a corpus."""
    lines = data.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines if line.strip()]


def seconds(read: Callable[[str], object], documents: list[str]) -> float:
    """Processor seconds to read all documents once warm, each the fastest of five times.

    Others' work on the same machine slows a reading down and never speeds it up.
    """
    for text in documents:
        read(text)
    best = [float("inf")] * len(documents)
    for _ in range(5):
        for i, text in enumerate(documents):
            begun = time.process_time()
            read(text)
            best[i] = min(best[i], time.process_time() - begun)
    return sum(best)


def run(data: Path | None = None, out: Path | None = None) -> None:
    """Print megabytes a second of both; `out` is not used."""
    del out
    documents = corpus(data) if data else made_up(400)
    few = documents[::_PEER_SHARE]
    base = datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)

    def peer(text: str) -> object:
        return search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base})

    rows = (
        ("timeline.timex", lambda text: find(text, ANCHOR), documents),
        ("timeline.timex, the peer's share", lambda text: find(text, ANCHOR), few),
        ("dateparser.search", peer, few),
    )
    print(f"{'':34} {'MB':>6} {'s':>7} {'MB/s':>7}")
    for name, read, texts in rows:
        size = sum(len(text.encode()) for text in texts) / 1e6
        took = seconds(read, texts)
        print(f"{name:34} {size:6.2f} {took:7.2f} {size / took:7.3f}")
