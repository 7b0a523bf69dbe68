"""The project's own annotated articles: how their files are read and checked.

`bench/corpus/README.md` describes the format. Offsets are not stored: a quote finds itself in its
article, so an article can be mended without recounting, and a slip is an error at once.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.timex_table import half
from timeline.model import Article, Bounds, Precision, Span, Status
from timeline.reading import read_text

FOLDER = Path(__file__).parent / "corpus"
HALVES = {"A": "read", "B": "kept"}

EVENT_KEYS = frozenset(
    "quote nth again when when_ok precision status status_ok people people_ok countries"
    " countries_ok place place_ok salience".split()
)
STOP_KEYS = frozenset("place place_ok country arrive depart optional".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article tells of an event: a stretch of text and the trigger word within it."""

    quote: Span
    trigger: Span


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as an annotator drew it.

    Attributes:
        mentions: the main one first, then those that tell of it again.
        windows: the accepted outermost days, the preferred first; None is unbounded.
        statuses, places: what is accepted, the preferred first; no places: it has none.
        people, countries: all are asked for; `*_ok` may be given or left out.
        salience: 1 core, 2 useful, 3 optional: may be found, need not be.
    """

    mentions: tuple[Mention, ...]
    windows: tuple[Bounds, ...]
    precision: Precision
    statuses: tuple[Status, ...]
    people: tuple[str, ...]
    people_ok: tuple[str, ...]
    countries: tuple[str, ...]
    countries_ok: tuple[str, ...]
    place: str
    places: tuple[str, ...]
    salience: int


@dataclass(frozen=True, slots=True)
class GoldStop:
    """One stay: the days on which the arrival and the departure lie, as far as the text tells."""

    places: tuple[str, ...]
    country: str
    arrive: Bounds
    depart: Bounds
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all that a careful reader draws from it; stops by traveller."""

    article: Article
    topic: str
    style: str
    half: str
    events: tuple[GoldEvent, ...]
    itineraries: Mapping[str, tuple[GoldStop, ...]]


def bounds(text: str) -> Bounds:
    """`1962-05-03`, `1962-05`, `1962`, `A/B`, `../B`, `A/..` or `` as outermost days.

    Raises:
        ValueError: if it is none of these.
    """
    first, slash, last = text.partition("/")
    return Bounds(_day(first, 0), _day(last if slash else first, 1))


def _day(text: str, edge: int) -> date | None:
    if text in ("", ".."):
        return None
    year, month, day = [*(int(part) for part in text.split("-")), 0, 0][:3]
    month = month or (1, 12)[edge]
    return date(year, month, day or (1, monthrange(year, month)[1])[edge])


def mention(text: str, quote: str, nth: int = 1) -> Mention:
    """Find a quote, whose trigger stands in square brackets, in an article.

    Raises:
        ValueError: if it has not one trigger, or is not there, or is there more than once and
            `nth` does not say which is meant.
    """
    before, opened, rest = quote.partition("[")
    trigger, closed, after = rest.partition("]")
    plain = before + trigger + after
    count = text.count(plain)
    if not (opened and closed and trigger):
        raise ValueError(f"no [trigger] in {quote!r}")
    if not 1 <= nth <= count or (count > 1 and nth == 1):
        raise ValueError(f"{plain!r} is there {count} times, number {nth} was asked for")
    start = -1
    for _ in range(nth):
        start = text.index(plain, start + 1)
    at = start + len(before)
    return Mention(Span(start, start + len(plain), plain), Span(at, at + len(trigger), trigger))


def _event(text: str, row: Mapping[str, Any]) -> GoldEvent:
    if unknown := set(row) - EVENT_KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)} in {row['quote']!r}")
    place = row.get("place", "")
    return GoldEvent(
        (
            mention(text, row["quote"], row.get("nth", 1)),
            *(mention(text, quote) for quote in row.get("again", ())),
        ),
        tuple(bounds(window) for window in (row["when"], *row.get("when_ok", ()))),
        Precision(row.get("precision", "day")),
        tuple(Status(s) for s in (row.get("status", "happened"), *row.get("status_ok", ()))),
        tuple(row.get("people", ())),
        tuple(row.get("people_ok", ())),
        tuple(row.get("countries", ())),
        tuple(row.get("countries_ok", ())),
        place,
        tuple(name for name in (place, *row.get("place_ok", ())) if name),
        row.get("salience", 2),
    )


def _stop(row: Mapping[str, Any]) -> GoldStop:
    if unknown := set(row) - STOP_KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)} in the stop {row['place']!r}")
    return GoldStop(
        (row["place"], *row.get("place_ok", ())),
        row["country"],
        bounds(row["arrive"]),
        bounds(row["depart"]),
        row.get("optional", False),
    )


def read_gold(path: Path) -> GoldArticle:
    """Read `<id>.json` and the `<id>.txt` beside it.

    Raises:
        ValueError: if they do not fit together or a value is not of its kind.
    """
    row = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\n")
    try:
        events = tuple(_event(text, event) for event in row["events"])
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return GoldArticle(
        read_text(
            text,
            date=date.fromisoformat(row["date"]),
            title=row["title"],
            article_id=path.stem,
        ),
        row["topic"],
        row["style"],
        HALVES[half(path.stem)],
        events,
        {name: tuple(map(_stop, stops)) for name, stops in row.get("itineraries", {}).items()},
    )


def read_corpus(folder: Path = FOLDER) -> list[GoldArticle]:
    """All articles of a folder, by name."""
    return [read_gold(path) for path in sorted(folder.glob("*.json"))]
