"""Articles to event and itinerary tables, one pair of CSV files for each article."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import timeline
from timeline.export.csv import csv_bytes
from timeline.reading import read_text


def run(data: Path, out: Path) -> None:
    """Write `<id>.csv` and `<id>.itinerary.csv` for each line {id, title, date, text} of `data`."""
    out.mkdir(parents=True, exist_ok=True)
    for line in data.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = read_text(
            row["text"],
            date=date.fromisoformat(row["date"]),
            title=row.get("title", ""),
            article_id=row["id"],
        )
        found = timeline.extract(article)
        (out / f"{row['id']}.csv").write_bytes(csv_bytes(found.to_frame()))
        itinerary = csv_bytes(found.itinerary_frame())
        (out / f"{row['id']}.itinerary.csv").write_bytes(itinerary)
