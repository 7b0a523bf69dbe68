"""A text with its time expressions: marked for people, and as TIMEX3, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from rich.text import Text

from timeline.model import TimeExpression, TimexType
from timeline.notation import edtf, words

_COLOURS = {
    TimexType.DATE: "bold green",
    TimexType.TIME: "bold cyan",
    TimexType.DURATION: "bold yellow",
    TimexType.SET: "bold magenta",
}
# what a spreadsheet would take for a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text, the day that its relative words hang on, and what was found in it."""

    name: str
    text: str
    anchor: date
    expressions: Sequence[TimeExpression]


def marked(tagged: Tagged) -> Text:
    """The text with each expression in the colour of its type, and its meaning in brackets."""
    shown, pos = Text(), 0
    for one in tagged.expressions:
        shown.append(tagged.text[pos : one.start])
        shown.append(tagged.text[one.start : one.end], style=_COLOURS[one.type])
        shown.append(f" [{meaning(one)}]", style="dim")
        pos = one.end
    shown.append(tagged.text[pos:])
    return shown


def meaning(one: TimeExpression) -> str:
    """An expression in a few words: its date, else its TIMEX3 value."""
    said = words(one.when) if one.when is not None else ""
    return one.value if said in ("", "no date") else said


def timex3(tagged: Tagged) -> str:
    """A TimeML document: the text with TIMEX3 elements, its own date being `t0`."""
    pieces, pos = [], 0
    for number, one in enumerate(tagged.expressions, start=1):
        attributes = {"tid": f"t{number}", "type": one.type.value, "value": one.value}
        if one.mod:
            attributes["mod"] = one.mod
        if one.anchor:
            attributes["anchorTimeID"] = "t0"
        told = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
        own = escape(tagged.text[one.start : one.end])
        pieces += [escape(tagged.text[pos : one.start]), f"<TIMEX3{told}>{own}</TIMEX3>"]
        pos = one.end
    pieces.append(escape(tagged.text[pos:]))
    day = tagged.anchor.isoformat()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TimeML>\n<DOCID>{escape(tagged.name)}</DOCID>\n<DCT><TIMEX3 tid="t0" type="DATE" '
        f'value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
        f"<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"
    )


def row(one: TimeExpression, name: str = "") -> dict[str, Any]:
    """One expression as a flat record; days are ISO 8601 or None, offsets count characters."""
    when = one.when
    return {
        "file": name,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "type": one.type.value,
        "value": one.value,
        "mod": one.mod,
        "earliest": when.start.isoformat() if when and when.start else None,
        "latest": when.finish.isoformat() if when and when.finish else None,
        "time": f"{when.clock:%H:%M}" if when and when.clock else None,
        "lasting": when.lasting if when else None,
        "precision": when.precision.value if when else None,
        "qualifier": when.qualifier.value if when else None,
        "edtf": edtf(when) if when else "",
        "words": meaning(one),
        "shortest_days": one.days[0] if one.days else None,
        "longest_days": one.days[1] if one.days else None,
        "anchor": one.anchor.isoformat() if one.anchor else None,
        "rule": one.rule,
        "reason": one.reason,
    }


def tagged_json(every: Sequence[Tagged]) -> bytes:
    """All expressions of all texts as one JSON array, UTF-8."""
    rows = [row(one, tagged.name) for tagged in every for one in tagged.expressions]
    return json.dumps(rows, ensure_ascii=False, indent=2).encode() + b"\n"


def tagged_csv(every: Sequence[Tagged]) -> bytes:
    """All expressions of all texts as one CSV: UTF-8 with a byte order mark, CRLF."""
    rows = [row(one, tagged.name) for tagged in every for one in tagged.expressions]
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(_HEADER)
    for one in rows:
        writer.writerow([_cell(value) for value in one.values()])
    return b"\xef\xbb\xbf" + sink.getvalue().encode()


_HEADER = (
    "file,start,end,text,type,value,mod,earliest,latest,time,lasting,precision,qualifier,edtf,"
    "words,shortest_days,longest_days,anchor,rule,reason"
).split(",")


def _cell(value: Any) -> str:
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
