"""The day of each event mention that a corpus gives: our dating, apart from our finding."""

from __future__ import annotations

from pathlib import Path

from bench.mentions import Row, article, day, rows, write
from timeline.events import date_mentions
from timeline.pipeline import read_scene


def predict(row: Row) -> list[Row]:
    """One answer for each mention in `events`; only their extents are read."""
    spans = [(event["start"], event["end"]) for event in row["events"]]
    scene = read_scene(article(row))
    datings = date_mentions(scene, spans)
    return [
        {
            "doc_id": row["doc_id"],
            "start": start,
            "end": end,
            "date": day(dating.when, scene.article.date),
        }
        for (start, end), dating in zip(spans, datings, strict=True)
    ]


def run(data: Path, out: Path) -> None:
    """Write a date for each mention of `docs.jsonl` in the folder `data`."""
    write(out, (answer for row in rows(data / "docs.jsonl") for answer in predict(row)))
