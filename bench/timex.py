"""Predictions of the temporal tagger for a corpus in JSON lines."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import TimeExpression
from timeline.timex.find import find


def day_of(stamp: str) -> date:
    """The day of a corpus's document time, which may carry a time of day or lack a month."""
    year, month, day = ([*stamp[:10].split("-"), "01", "01"])[:3]
    return date(int(year), int(month), int(day))


# TIMEX3 corpora by and large leave ages untagged; readers of articles want them found
UNTAGGED = frozenset({"age"})
_SEPARATOR = re.compile(r"\s*(?:[-–]|to|and|through|until)\s*|\s(?:al?|y|hasta|bis|und)\s(?:el\s)?")


def ends(expression: TimeExpression) -> list[tuple[int, int, str]]:
    """An expression's extents and values; "Oct. 26-28" is two of them in TIMEX3 corpora."""
    first, _, last = expression.value.partition("/")
    parting = _SEPARATOR.search(expression.text, 1 if expression.text[:1].isdigit() else 3)
    if not last or not parting:
        return [(expression.start, expression.end, expression.value)]
    at = expression.start
    return [(at, at + parting.start(), first), (at + parting.end(), expression.end, last)]


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """One document's expressions in the scorer's form; a corpus keeps the ends of ranges apart."""
    found = find(row["text"], day_of(row["dct"]), merge=False, language=row.get("lang", "en"))
    return {
        "id": row["id"],
        "timexes": [
            {
                "start": start,
                "end": end,
                "text": row["text"][start:end],
                "type": str(e.type),
                "value": value,
                "mod": e.mod,
                "rule": e.rule,
            }
            for e in found
            if e.rule not in UNTAGGED
            for start, end, value in ends(e)
        ],
    }


def run(data: Path, out: Path) -> None:
    """Read documents from `data`, write predictions to `out`, one JSON object a line."""
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as sink:
        for line in rows:
            if line.strip():
                sink.write(json.dumps(predict(json.loads(line)), ensure_ascii=False) + "\n")
