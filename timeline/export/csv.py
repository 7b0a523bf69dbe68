"""The CSV files: events and itineraries for Excel, Google Sheets, kepler.gl and TimelineJS.

UTF-8 with a byte order mark, CRLF, one event or stop a row. Reading our own file back gives the
same table: the formula guard is undone, and lists come apart where they were joined.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.export.frame import (
    COUNT,
    DAY,
    EVENT_COLUMNS,
    ITINERARY_COLUMNS,
    NUMBER,
    TEXT,
    TEXTS,
    as_frame,
)

# Case-sensitive, and none of them "Start Date" or "End Date", which TimelineJS takes as the sign
# of a spreadsheet of its first version.
TIMELINEJS_COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
)
# What reading gives back; `words` travels as TimelineJS's "Display Date".
READ_EVENT_COLUMNS: Mapping[str, str] = {**EVENT_COLUMNS, "words": TEXT}

# A spreadsheet takes a cell that begins so for a formula. Apostrophes before it are doubled up
# by one too, so that a cell which really begins with '= comes back as it was.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_LIST_BREAK = re.compile(r"(?<!\\)((?:\\\\)*); ")
_NO_DATE = "no date"


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Write a table of events or of itineraries as a CSV file.

    Args:
        frame: what `event_frame` or `itinerary_frame` made, or rows of it, or what `read_csv` read.

    Returns:
        The file. NUL characters are left out, since no spreadsheet reads on after one. In
        TimelineJS's columns an event without any bound stands at its article's date, because
        TimelineJS refuses a row without a year; its "Display Date" says that it has no date.

    Raises:
        ValueError: if a column is missing.
    """
    columns = _columns_of(frame.columns)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    is_events = columns is EVENT_COLUMNS
    writer.writerow([*columns, *TIMELINEJS_COLUMNS] if is_events else columns)
    kept = list(READ_EVENT_COLUMNS if is_events else columns)
    for values in frame[kept].itertuples(index=False, name=None):
        row = dict(zip(kept, values, strict=True))
        cells = [_write_cell(row[name], kind) for name, kind in columns.items()]
        writer.writerow(cells + (_timelinejs(row) if is_events else []))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def read_csv(source: Path | bytes) -> pd.DataFrame:
    """Read one of our CSV files back.

    Args:
        source: the file, or what is in it.

    Returns:
        The table that was written: for events the columns `READ_EVENT_COLUMNS`, for itineraries
        `ITINERARY_COLUMNS`, with the types that they have in `timeline.export.frame`.

    Raises:
        ValueError: if it is not one of our files.
        OSError: if the file cannot be read.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    # A quote may be longer than the 128 KB that the csv module allows by default.
    csv.field_size_limit(max(csv.field_size_limit(), len(data) + 1))
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    try:
        header = next(rows, [])
        columns = _columns_of(header)
        if columns is EVENT_COLUMNS:
            header = ["words" if name == "Display Date" else name for name in header]
            columns = READ_EVENT_COLUMNS
        return as_frame(_read_rows(rows, header, columns), columns)
    except csv.Error as error:
        raise ValueError(f"this is not a CSV file that timeline wrote: {error}") from error


def _columns_of(names: Any) -> Mapping[str, str]:
    """Which of the two tables this is."""
    present = set(names)
    for columns, key in ((EVENT_COLUMNS, "event_id"), (ITINERARY_COLUMNS, "person")):
        if key in present:
            missing = [name for name in columns if name not in present]
            if missing:
                raise ValueError(f"columns are missing: {', '.join(missing)}")
            return columns
    raise ValueError("this is neither a table of events nor one of itineraries")


def _read_rows(
    rows: Iterator[list[str]], header: list[str], columns: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"a row has {len(row)} cells where the header has {len(header)}")
        cells = dict(zip(header, row, strict=True))
        yield {name: _READERS[kind](cells[name]) for name, kind in columns.items()}


def _write_cell(value: Any, kind: str) -> str:
    if kind == TEXTS:
        return _guard("; ".join(map(_escape_item, value)))
    if kind == DAY:
        return "" if pd.isna(value) else f"{value:%Y-%m-%d}"
    if kind == NUMBER:
        return "" if pd.isna(value) else repr(float(value))
    return str(int(value)) if kind == COUNT else _guard(value)


def _guard(text: str) -> str:
    text = text.replace("\0", "")
    return f"'{text}" if _FORMULA.match(text) else text


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _escape_item(item: str) -> str:
    return item.replace("\\", "\\\\").replace(";", "\\;")


def _split_items(cell: str) -> tuple[str, ...]:
    text = _unguard(cell)
    if not text:
        return ()
    items = _LIST_BREAK.sub("\\1\0", text).split("\0")
    return tuple(re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in items)


_READERS: Mapping[str, Callable[[str], Any]] = {
    TEXT: _unguard,
    TEXTS: _split_items,
    DAY: lambda cell: cell or None,
    NUMBER: lambda cell: float(cell) if cell else float("nan"),
    COUNT: int,
}


def _timelinejs(row: Mapping[str, Any]) -> list[str]:
    """One event's cells in `TIMELINEJS_COLUMNS`: whole numbers, no finer than the text."""
    known = [day for day in (row["start"], row["end"]) if not pd.isna(day)]
    first_size, last_size = _sizes(row["edtf"])
    placed = bool(known)
    begin = known[0] if known else pd.Timestamp(row["article_date"])
    first = _date_cells(begin, first_size)
    last = _date_cells(known[-1], last_size) if placed else ["", "", ""]
    if not placed or first == last or len(known) < 2:
        last = ["", "", ""]
    clock = row["sort_time"][11:16] if row["precision"] in ("hour", "minute") else ""
    shown = row["words"] or _NO_DATE
    people = row["people"]
    texts = (shown, escape(row["title"], quote=False), escape(row["quote"], quote=False))
    group = escape(people[0], quote=False) if people else ""
    return [
        *first,
        clock,
        *last,
        "",
        *map(_guard, texts),
        *("", "", "", "", ""),
        _guard(group),
        "",
    ]


def _sizes(edtf: str) -> tuple[int, int]:
    """How many of year, month and day each end of an EDTF text gives: 1, 2 or 3."""
    if "/" in edtf:
        first, last = edtf.split("/")
    elif edtf.startswith("["):
        first, last = edtf.strip("[]").split("..")
    else:
        first = last = edtf
    return _size(first), _size(last)


def _size(edtf: str) -> int:
    plain = edtf.rstrip("~")
    if re.fullmatch(r"\d{4}", plain):
        return 1
    return 2 if re.fullmatch(r"\d{4}-(0\d|1[0-2])", plain) else 3


def _date_cells(day: Any, size: int) -> list[str]:
    parts = [str(day.year), str(day.month), str(day.day)]
    return [part if index < size else "" for index, part in enumerate(parts)]
