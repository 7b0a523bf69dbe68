"""Chronologies: texts whose paragraphs each open with the date of what they tell.

"March 3, 1992: The firm collapses." Court papers, obituaries and histories list events so. What an
entry tells happened on its date, and its own relative words hang on that date, not on the
article's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import Direction, TimeExpression
from timeline.timex.find import find

_FEWEST = 3  # two dates at the head of a paragraph may be chance
_MARK = re.compile(r"[ \t]*(?::|[-–—][ \t]|\n)")
_BULLET = re.compile(r"[ \t]*(?:[-*•–][ \t]+)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """The date at the head of an entry, and the characters `start:end` of what it tells."""

    time: TimeExpression
    start: int
    end: int


def entries(text: str, times: Sequence[TimeExpression], start: int = 0) -> tuple[Entry, ...]:
    """The entries of a chronology; none if the text is no chronology.

    Args:
        text: the article.
        times: its time expressions, in order.
        start: where the article proper begins.
    """
    found = [
        Entry(time, mark.end(), _line_end(text, mark.end()))
        for time in times
        if time.start >= start
        and time.when is not None
        and time.when.is_dated
        and _opens_a_line(text, time.start)
        and (mark := _MARK.match(text, time.end))
    ]
    return tuple(found) if len(found) >= _FEWEST else ()


def _opens_a_line(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    bullet = _BULLET.match(text, line, at)
    return bullet is not None and bullet.end() == at


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def find_in_entries(
    text: str,
    anchor: date,
    *,
    start: int = 0,
    direction_at: Callable[[int], Direction | None] | None = None,
) -> tuple[list[TimeExpression], tuple[Entry, ...]]:
    """The time expressions of an article, those of a chronology read by the dates of its entries.

    Args:
        text, anchor, start, direction_at: as for `find`.

    Returns:
        The expressions in order, and the entries.
    """
    times = find(text, anchor, start=start, direction_at=direction_at)
    listed = entries(text, times, start)
    if not listed:
        return times, ()
    told = [t for t in times if not any(e.start <= t.start < e.end for e in listed)]
    for entry in listed:
        day = entry.time.when.begin.earliest if entry.time.when else None
        inside = find(
            text, day or anchor, start=entry.start, end=entry.end, direction_at=direction_at
        )
        told.extend(inside)
    return sorted(told, key=lambda t: t.start), listed
