"""Tables of articles: CSV with a header, or JSON Lines; a row an article."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.reading.draft import Draft, local_day
from timeline.reading.errors import ArticleError

# The first of these names that a table has is taken.
TEXT = ("text", "body", "content", "article", "full_text", "maintext")
DATE = ("date", "published", "published_at", "publication_date", "article_date", "dct", "pubdate")
TITLE = ("title", "headline", "article_title")
URL = ("url", "source_url", "link")


def read_csv_rows(text: str) -> list[Draft]:
    """The articles of a CSV file with a header; the delimiter is found out.

    Raises:
        ArticleError: if it has no row, or no column has the articles' text.
    """
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(10_000_000)  # characters: a whole article may be in one field
    try:
        table = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
        columns = list(table.fieldnames or [])
        _check(columns)
        rows = [{name: value or "" for name, value in row.items() if name} for row in table]
    except csv.Error as error:
        raise ArticleError(f"This CSV file is broken: {error}.", "Save it as CSV again.") from error
    if not rows:
        raise _nothing()
    return [_draft(row, f"row {number}") for number, row in enumerate(rows, 2)]


def read_json_lines(text: str) -> list[Draft]:
    """The articles of a JSON Lines file, an object a line, or of one JSON array.

    Raises:
        ArticleError: if it is not JSON, or no key has the articles' text.
    """
    rows = list(_objects(text))
    if not rows:
        raise _nothing()
    _check([str(name) for _, row in rows for name in row])
    return [_draft(row, name) for name, row in rows]


def _objects(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    text = text.lstrip("\ufeff")
    try:
        if text.lstrip().startswith("["):
            named = [(f"item {n}", item) for n, item in enumerate(json.loads(text), 1)]
        else:
            lines = enumerate(text.splitlines(), 1)
            named = [(f"line {n}", json.loads(line)) for n, line in lines if line.strip()]
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"This is not JSON Lines: {error}.", _NAMES) from error
    for name, item in named:
        if not isinstance(item, dict):
            raise ArticleError(f"This is not JSON Lines: {name} is no object.", _NAMES)
        yield name, item


def _nothing() -> ArticleError:
    return ArticleError("There is no article in this file.", _NAMES)


def _check(columns: list[str]) -> None:
    if not {name.strip().lower() for name in columns} & set(TEXT):
        found = ", ".join(dict.fromkeys(columns))[:200] or "none"
        raise ArticleError(f"No column holds the articles' text; there are: {found}.", _NAMES)


def _draft(row: Mapping[str, Any], name: str) -> Draft:
    cells = {str(key).strip().lower(): value for key, value in row.items()}

    def cell(names: tuple[str, ...]) -> str:
        values = (str(cells[n]).strip() for n in names if cells.get(n) not in (None, ""))
        return next(values, "")

    words = cell(DATE)
    day = local_day(words) if words else None
    wrong = f"{words[:40]!r} is no date such as 2025-10-25." if words and day is None else ""
    return Draft(
        text=cell(TEXT),
        title=cell(TITLE),
        day=day,
        source="table" if day else "",
        words=words if day else "",
        url=cell(URL),
        name=name,
        problem=wrong,
    )


_NAMES = (
    f"A table of articles has the columns {TEXT[0]}, {DATE[0]}, and perhaps {TITLE[0]}"
    f" and {URL[0]}."
)
