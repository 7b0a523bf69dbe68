"""Predictions of the temporal tagger for a corpus in JSON lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from timeline.timex.find import find


def day_of(stamp: str) -> date:
    """The day of a corpus's document time, which may carry a time of day or lack a month."""
    year, month, day = ([*stamp[:10].split("-"), "01", "01"])[:3]
    return date(int(year), int(month), int(day))


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """One document's expressions in the scorer's form; a corpus keeps the ends of ranges apart."""
    found = find(row["text"], day_of(row["dct"]), merge=False)
    return {
        "id": row["id"],
        "timexes": [
            {
                "start": e.start,
                "end": e.end,
                "text": e.text,
                "type": str(e.type),
                "value": e.value,
                "mod": e.mod,
                "rule": e.rule,
            }
            for e in found
        ],
    }


def run(data: Path, out: Path) -> None:
    """Read documents from `data`, write predictions to `out`, one JSON object a line."""
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as sink:
        for line in rows:
            if line.strip():
                sink.write(json.dumps(predict(json.loads(line)), ensure_ascii=False) + "\n")
