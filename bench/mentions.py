"""What the benches of given mentions share: documents, and a date as the scorers write it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import Article, Precision, Qualifier, When
from timeline.reading import read_text

Row = dict[str, Any]

_DIGITS = {
    Precision.MONTH: 7,
    Precision.QUARTER: 7,
    Precision.SEASON: 7,
    Precision.YEAR: 4,
    Precision.DECADE: 4,
    Precision.CENTURY: 4,
}
_UP_TO = frozenset((Qualifier.BY, Qualifier.BEFORE, Qualifier.UNTIL))


def rows(path: Path) -> Iterator[Row]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(out: Path, answers: Iterable[Row]) -> None:
    """Write JSON lines."""
    with out.open("w", encoding="utf-8") as sink:
        for answer in answers:
            sink.write(json.dumps(answer, ensure_ascii=False) + "\n")


def article(row: Row) -> Article:
    """A document of a corpus as an article, its heading and date line read as a user's would be."""
    year, month, day = ([*(row.get("dct") or "1970-01-01")[:10].split("-"), "01", "01"])[:3]
    return read_text(
        row["text"],
        date=date(int(year), int(month), int(day)),
        title=row.get("title", ""),
        article_id=str(row["doc_id"]),
    )


def day(when: When, published: date) -> str:
    """One date for a time, as fine as the time is: its first day, or its last if it is a limit.

    Scorers want an answer where we say only "by the article's day" or "after it": of all days
    that leaves, the article's own is the likeliest in news.
    """
    if not when.is_dated:
        return published.isoformat()
    at = when.end.latest if when.qualifier in _UP_TO else when.begin.earliest
    at = at or when.end.latest or when.begin.latest
    return (at or published).isoformat()[: _DIGITS.get(when.precision, 10)]
