"""Mentions of events in news articles with their days and their order."""

from __future__ import annotations

from pathlib import Path

from bench.mentions import Row, article, day, rows, write
from timeline.events import date_mentions, find_mentions
from timeline.pipeline import read_scene


def predict(row: Row) -> list[Row]:
    """One answer for each mention of an event in a document; only its text and date are read."""
    scene = read_scene(article(row))
    spans = find_mentions(scene)
    answers = []
    for (start, end), dating in zip(spans, date_mentions(scene, spans), strict=True):
        first = dating.when.sort_day or scene.article.date
        answers.append(
            {
                "doc_id": row["doc_id"],
                "start": start,
                "end": end,
                "date": day(dating.when, scene.article.date),
                "order": first.toordinal(),
            }
        )
    return answers


def run(data: Path, out: Path) -> None:
    """Write the mentions of each article of `docs.jsonl` in the folder `data`."""
    write(out, (answer for row in rows(data / "docs.jsonl") for answer in predict(row)))
