"""The CSV files: what spreadsheets and TimelineJS see, and a round trip that loses nothing."""

from __future__ import annotations

import csv
import io
from datetime import date, time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.export.csv import READ_EVENT_COLUMNS, TIMELINEJS_COLUMNS, csv_bytes, read_csv
from timeline.export.frame import EVENT_COLUMNS, ITINERARY_COLUMNS, as_frame, event_frame
from timeline.model import (
    Article,
    Bounds,
    Event,
    Person,
    Precision,
    Qualifier,
    Span,
    Status,
    When,
)

texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=12)
awkward = st.one_of(
    texts,
    st.text("'=+-@\t\r\n\";, \\x", max_size=6),
    st.sampled_from(
        ["'=1", "''=1", "=1", "'", "''", "a; b", "a\\", "\\;", "NA", "nan", "1.0", "＝1"]
    ),
)
items = st.lists(awkward.filter(bool), max_size=3).map(tuple)
day = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(9000, 12, 31)))
numbers = st.one_of(st.just(float("nan")), st.floats(-180, 180, allow_nan=False))
STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "text": awkward,
    "texts": items,
    "day": day,
    "number": numbers,
    "count": st.integers(-1, 10**9),
}
FIXED: dict[str, st.SearchStrategy[Any]] = {
    "edtf": st.sampled_from(["", "2025", "2025-07", "2019/..", "[..2026-03]", "2025-24", "201X"]),
    "article_date": st.just("2025-10-25"),
}


def rows(columns: dict[str, str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    one = {name: FIXED.get(name, STRATEGIES[kind]) for name, kind in columns.items()}
    return st.lists(st.fixed_dictionaries(one), max_size=3)


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def one_event(when: When, **changes: Any) -> dict[str, str]:
    """The row of an event of an article of 25 October 2025."""
    text = changes.pop("text", "Ada Moss spoke.")
    start = text.index("spoke")
    event = Event(
        "e1", "a", "Moss speaks", Span(start, start + 5, "spoke"), when, Status.HAPPENED,
        Span(0, len(text), text), **changes,
    )  # fmt: skip
    return cells(csv_bytes(event_frame([Article("a", text, date(2025, 10, 25))], [event])))[0]


@settings(max_examples=60)
@given(rows(dict(READ_EVENT_COLUMNS)))
def test_reading_our_own_events_back_loses_nothing(data: list[dict[str, Any]]) -> None:
    frame = as_frame(data, READ_EVENT_COLUMNS)
    frame["words"] = frame["words"].where(frame["words"] != "", "no date")
    pd.testing.assert_frame_equal(read_csv(csv_bytes(frame)), frame)


@settings(max_examples=40)
@given(rows(dict(ITINERARY_COLUMNS)))
def test_reading_our_own_stops_back_loses_nothing(data: list[dict[str, Any]]) -> None:
    frame = as_frame(data, ITINERARY_COLUMNS)
    pd.testing.assert_frame_equal(read_csv(csv_bytes(frame)), frame)


@given(awkward)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    row = dict.fromkeys(ITINERARY_COLUMNS, "") | {
        "person": text, "purpose": text, "quotes": (text,) if text else (), "order": 1,
        "latitude": -1.5, "longitude": -0.5, "arrive_earliest": None, "arrive_latest": None,
        "depart_earliest": None, "depart_latest": None,
    }  # fmt: skip
    (read,) = cells(csv_bytes(as_frame([row], ITINERARY_COLUMNS)))
    for name in ("person", "purpose", "quotes"):
        assert not read[name].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert (read["latitude"], read["longitude"]) == ("-1.5", "-0.5")  # numbers stay numbers


def test_the_file_is_utf_8_with_a_mark_and_crlf() -> None:
    data = csv_bytes(event_frame([], []))
    assert data.startswith(b"\xef\xbb\xbfevent_id,title,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 1


def test_the_columns_stand_in_order_and_timelinejs_sees_no_first_version() -> None:
    header = csv_bytes(event_frame([], [])).decode("utf-8-sig").strip().split(",")
    assert header == [*EVENT_COLUMNS, *TIMELINEJS_COLUMNS]
    assert header[:7] == ["event_id", "title", "trigger", "sort_time", "start", "end", "edtf"]
    assert header[-18:-10] == [
        "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    ]  # fmt: skip
    assert not {"Start Date", "End Date"} & set(header)


JULY = (date(2025, 7, 1), date(2025, 7, 31))
P, Q = Precision, Qualifier
BEGIN = ["Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "Display Date"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (When.on(date(2025, 10, 5)), ["2025", "10", "5", "", "", "", "", "5 Oct 2025"]),
        (When.within(*JULY, P.MONTH), ["2025", "7", "", "", "", "", "", "July 2025"]),
        (
            When.within(date(2024, 1, 1), date(2024, 12, 31), P.YEAR),
            ["2024", "", "", "", "", "", "", "2024"],
        ),
        (
            When.within(date(2025, 10, 25), date(2026, 3, 31), P.MONTH, Q.BY),
            ["2025", "10", "25", "", "2026", "3", "", "by March 2026"],
        ),
        (
            When.lasted(
                Bounds(date(2019, 1, 1), date(2019, 12, 31)),
                Bounds(date(2025, 10, 25), None),
                P.YEAR,
                Q.SINCE,
            ),
            ["2019", "", "", "", "", "", "", "since 2019"],
        ),
        (
            When.within(date(2026, 1, 1), date(2026, 3, 31), P.QUARTER),
            ["2026", "1", "1", "", "2026", "3", "31", "Q1 2026"],
        ),
        (
            When.within(None, date(2025, 10, 20), P.DAY, Q.BY),
            ["2025", "10", "20", "", "", "", "", "by 20 Oct 2025"],
        ),
        (
            When(
                Bounds(date(2025, 10, 5), date(2025, 10, 5)),
                Bounds(date(2025, 10, 5), date(2025, 10, 5)),
                P.MINUTE,
                clock=time(9, 30),
            ),
            ["2025", "10", "5", "09:30", "", "", "", "5 Oct 2025, 09:30"],
        ),
        # TimelineJS refuses a row without a year: it stands at the article's date, and says so.
        (When.undated(), ["2025", "10", "25", "", "", "", "", "no date"]),
    ],
)
def test_timelinejs_gets_whole_numbers_no_finer_than_the_text(
    when: When, expected: list[str]
) -> None:
    row = one_event(when)
    assert [row[name] for name in BEGIN] == expected


def test_an_undated_event_has_no_date_in_our_own_columns() -> None:
    row = one_event(When.undated())
    assert [row[name] for name in ("sort_time", "start", "end", "edtf")] == ["", "", "", ""]


def test_markup_in_an_article_is_text_for_timelinejs() -> None:
    text = "<img src=x> & Ada Moss spoke."
    row = one_event(When.undated(), text=text, people=(Person("Ada <b>&</b> Moss"),))
    assert row["quote"] == text
    assert row["Text"] == "&lt;img src=x&gt; &amp; Ada Moss spoke."
    assert row["people"] == "Ada <b>&</b> Moss"
    assert row["Group"] == "Ada &lt;b&gt;&amp;&lt;/b&gt; Moss"


def test_nul_is_left_out() -> None:
    frame = event_frame([], [])
    assert b"\0" not in csv_bytes(frame)
    row = one_event(When.undated(), text="Ada\0 Moss spoke.")
    assert row["quote"] == "Ada Moss spoke."


def test_a_very_long_quote_is_read_back(tmp_path: Path) -> None:
    text = "Ada Moss spoke" + " on" * 100_000 + "."
    event = Event(
        "e",
        "a",
        "t",
        Span(9, 14, "spoke"),
        When.undated(),
        Status.HAPPENED,
        Span(0, len(text), text),
    )
    path = tmp_path / "events.csv"
    path.write_bytes(csv_bytes(event_frame([Article("a", text, date(2025, 1, 1))], [event])))
    assert read_csv(path)["quote"][0] == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "neither"),
        (b"a,b\r\n1,2\r\n", "neither"),
        (b"event_id,title\r\n", "missing: trigger"),
        (csv_bytes(event_frame([], [])) + b"one,two\r\n", "a row has 2 cells"),
    ],
)
def test_a_file_of_someone_else_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_csv(data)
