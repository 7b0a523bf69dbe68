"""The timeline of one entity over many articles: the days of the events that it takes part in.

Track A finds the events itself; track B is given the mentions and only dates and attributes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.mentions import Row, article, day, rows, write
from timeline.events import Scene, date_mentions, find_mentions
from timeline.events.antecedents import antecedent
from timeline.pipeline import read_scene

_UNKNOWN = "XXXX-XX-XX"
_WORD = re.compile(r"[^\W_]+")
# words of an entity's name that tell it from no other
_COMMON = frozenset("inc corp company group the of and ltd co plc".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event as the scorer names it, with its day and the words of its parties."""

    name: str
    day: str
    parties: frozenset[str]


def _told(row: Row, given: bool) -> Iterator[Told]:
    """The mentions of one document."""
    scene = read_scene(article(row))
    spans = (
        [(e["start"], e["end"]) for e in row.get("trackB_events", [])]
        if given
        else find_mentions(scene)
    )
    for (start, end), dating in zip(spans, date_mentions(scene, spans), strict=True):
        sentence = next((s for s in reversed(row["sentences"]) if s["start"] <= start), None)
        if sentence is None:
            continue
        words = "_".join(scene.article.text[start:end].split())
        at = day(dating.when, scene.article.date) if dating.when.is_dated else "XXXX"
        yield Told(
            f"{row['doc_id']}-{sentence['id']}-{words}",
            at + "-XX" * ((10 - len(at)) // 3),
            _parties(scene, start, end),
        )


def _parties(scene: Scene, start: int, end: int) -> frozenset[str]:
    """The words of the clause of a mention, and what its pronouns stand for, in lower case."""
    doc = scene.doc
    i = doc.tokens_in(start, end).start
    sentence = doc.sentence_of(i)
    words: set[str] = set()
    for k in range(sentence.first, sentence.last):
        meant = antecedent(scene, k)
        words.add(doc.tokens[k if meant is None else meant].lower)
        person = scene.person_at(k)
        if person is not None:
            words.update(_WORD.findall(person.name.lower()))
    return frozenset(words)


def _concerns(entity: str, told: Told) -> bool:
    wanted = {w for w in _WORD.findall(entity.lower()) if w not in _COMMON}
    return wanted <= told.parties


def _timeline(entity: str, mentions: list[Told]) -> list[Row]:
    found = sorted((t for t in mentions if _concerns(entity, t)), key=lambda t: (t.day, t.name))
    days = sorted({t.day for t in found if t.day != _UNKNOWN})
    return [
        {
            "order": days.index(t.day) + 1 if t.day in days else 0,
            "anchor": t.day,
            "mentions": [t.name],
        }
        for t in found
    ]


def run(data: Path, out: Path, track: str = "A") -> None:
    """Write a timeline for each entity of the folder `data`; track "B" is given the mentions."""
    told: dict[object, list[Told]] = {}
    for row in rows(data / "docs.jsonl"):
        told.setdefault(row["corpus"], []).extend(_told(row, given=track == "B"))
    wanted = ((r["corpus"], r["file"], r["entity"]) for r in rows(data / "gold.jsonl"))
    write(
        out,
        (
            {"corpus": corpus, "file": file, "rows": _timeline(entity, told.get(corpus, []))}
            for corpus, file, entity in wanted
        ),
    )
