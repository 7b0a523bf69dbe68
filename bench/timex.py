"""Predictions of the temporal tagger for a corpus in JSON lines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import TimeExpression
from timeline.timex.find import find


def day_of(stamp: str) -> date:
    """The day of a corpus's document time, which may carry a time of day or lack a month."""
    year, month, day = ([*stamp[:10].split("-"), "01", "01"])[:3]
    return date(int(year), int(month), int(day))


# TIMEX3 corpora by and large leave ages untagged, German ones also "die gestrige Sitzung"; readers
# of articles want them found
UNTAGGED = frozenset({"age", "of today, of yesterday"})
# German corpora leave "vor" and "in" outside an expression, and what remains is a length of time
_LENGTHS = {"de": frozenset(("ago", "in two weeks"))}
_SEPARATOR = re.compile(r"\s*(?:[-–]|to|and|through|until)\s*|\s(?:al?|y|hasta|bis|und)\s(?:el\s)?")
# "el lunes por la tarde" is two expressions in Spanish TimeBank, of a day and of its part
_PART_OF_DAY = re.compile(r"\spor\s(la\s(?:mañana|tarde|noche|madrugada))$")


def ends(expression: TimeExpression) -> list[tuple[int, int, str]]:
    """An expression's extents and values; "Oct. 26-28" is two of them in TIMEX3 corpora."""
    part = _PART_OF_DAY.search(expression.text)
    if part and "T" in expression.value:
        at = expression.start
        day, whole = expression.value.partition("T")[0], expression.value
        return [(at, at + part.start(), day), (at + part.start(1), expression.end, whole)]
    first, _, last = expression.value.partition("/")
    parting = _SEPARATOR.search(expression.text, 1 if expression.text[:1].isdigit() else 3)
    if not last or not parting:
        return [(expression.start, expression.end, expression.value)]
    at = expression.start
    return [(at, at + parting.start(), first), (at + parting.end(), expression.end, last)]


def as_lengths(found: list[TimeExpression], anchor: date, language: str) -> list[TimeExpression]:
    """Expressions as a corpus of the language marks them: "vor [zwei Jahren]" as two years."""
    told: list[TimeExpression] = []
    for expression in found:
        words = expression.text
        skip = words.find(" ") + 1 if expression.rule == "ago" else 0
        length = (
            find(words[skip:], anchor, merge=False, language=language)
            if expression.rule in _LENGTHS.get(language, ())
            else []
        )
        if len(length) == 1 and length[0].end == len(words) - skip:
            start = expression.start + skip + length[0].start
            told.append(replace(length[0], start=start, end=expression.end))
        else:
            told.append(expression)
    return told


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """One document's expressions in the scorer's form; a corpus keeps the ends of ranges apart."""
    anchor, language = day_of(row["dct"]), row.get("lang", "en")
    found = find(row["text"], anchor, merge=False, language=language)
    found = as_lengths(found, anchor, language)
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
