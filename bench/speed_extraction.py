"""What extraction costs beside spaCy's own pipeline on the same articles; loading, memory.

Single thread, both warm, processor time, in turns, so that other work on the machine slows both.
spaCy's side is its model as `spacy.load` gives it, which reads the articles' lines and stops there.
Loading and memory are those of a process of their own.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import spacy

from timeline import extract
from timeline.language.parser import PIPELINES
from timeline.model import Article
from timeline.reading import read_text

_CORPUS = Path(__file__).parent / "corpus"
_TURNS = 7
_LOADS = 5
_DATE = date(2000, 1, 1)
_LOADING = """
import time
wall, processor = time.perf_counter(), time.process_time()
from timeline import extract
from timeline.language import Parser
from timeline.places import Gazetteer
Parser.load()
Gazetteer.load()
print(time.perf_counter() - wall, time.process_time() - processor)
"""
_READING = """
from pathlib import Path
from bench.speed_extraction import articles
from timeline import extract
for article in articles():
    extract(article)
status = dict(line.split(":", 1) for line in Path("/proc/self/status").open())
print(int(status["VmHWM"].split()[0]) / 1024)
"""


def articles(data: Path = _CORPUS) -> list[Article]:
    """The articles of a folder of texts; the day is of no account here, so all have one."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.glob("*.txt"))]
    return [read_text(text, date=_DATE) for text in texts]


def _seconds(read: Callable[[Article], object], read_by: list[Article]) -> float:
    begun = time.process_time()
    for article in read_by:
        read(article)
    return time.process_time() - begun


def _told(program: str) -> list[float]:
    """The numbers that a program prints in a process of its own."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return [float(number) for number in done.stdout.split()]


def run(data: Path | None, _out: Path | None) -> None:
    """Print both times, their ratio, and what loading and memory take."""
    chosen = articles(data or _CORPUS)
    nlp = spacy.load(next(name for name in PIPELINES if find_spec(name)))

    def parse(article: Article) -> object:
        lines = article.text[article.body_start :].split("\n")
        return list(nlp.pipe(line for line in lines if line.strip()))

    ours, theirs = [], []
    for _ in range(1 + _TURNS):
        ours.append(_seconds(extract, chosen))
        theirs.append(_seconds(parse, chosen))
    # each turn's own ratio: what else the machine does changes from turn to turn
    ratios = [a / b for a, b in zip(ours[1:], theirs[1:], strict=True)]
    print(f"{len(chosen)} articles, {_TURNS} turns")
    print(f"extraction   {1000 * median(ours[1:]) / len(chosen):6.0f} ms an article")
    print(f"spaCy alone  {1000 * median(theirs[1:]) / len(chosen):6.0f} ms an article")
    print(f"ratio        {median(ratios):6.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    loads = [_told(_LOADING) for _ in range(_LOADS)]
    wall, processor = zip(*loads, strict=True)
    print(
        f"loading      {median(wall):6.2f} s ({min(wall):.2f} to {max(wall):.2f}),"
        f" {median(processor):.2f} s of processor time"
    )
    print(f"memory       {_told(_READING)[0]:6.0f} MB")
