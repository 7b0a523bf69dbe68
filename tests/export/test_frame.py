"""Tables of events and itineraries: their columns, their types, and whose event is whose."""

from __future__ import annotations

from datetime import date, time

import pandas as pd
import pytest

from timeline.export.frame import (
    EVENT_COLUMNS,
    EVENT_EXTRAS,
    ITINERARY_COLUMNS,
    ITINERARY_EXTRAS,
    event_frame,
    itinerary_frame,
)
from timeline.model import (
    Article,
    Bounds,
    Event,
    Itinerary,
    Person,
    Place,
    PlacePrecision,
    Precision,
    Span,
    Status,
    Stop,
    When,
)

TEXT = "Ada Moss flew to Rome on Monday. She came back."
ARTICLE = Article("a1", TEXT, date(2025, 10, 25), title="Moss", source_url="https://example.org/a")
ROME = Place("Rome", "IT", 41.9, 12.5, PlacePrecision.CITY)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def event(trigger: str = "flew", **changes: object) -> Event:
    quote = "Ada Moss flew to Rome on Monday." if trigger == "flew" else "She came back."
    fields: dict[str, object] = {
        "id": f"e-{trigger}",
        "article_id": "a1",
        "title": "Ada Moss flies to Rome",
        "trigger": span(trigger),
        "when": When.on(date(2025, 10, 20)),
        "status": Status.HAPPENED,
        "quote": span(quote),
        **changes,
    }
    return Event(**fields)  # type: ignore[arg-type]


def test_an_event_becomes_one_row_with_everything_that_is_known() -> None:
    full = event(
        when_text=span("on Monday"),
        anchor=date(2025, 10, 25),
        rule="weekday",
        reason="because",
        people=(Person("Ada Moss"),),
        organisations=("FAO",),
        countries=("IT", "FR"),
        place=ROME,
        confidence=0.75,
    )
    (row,) = event_frame([ARTICLE], [full]).to_dict("records")
    day = pd.Timestamp(2025, 10, 20)
    assert row == {
        "event_id": "e-flew",
        "title": "Ada Moss flies to Rome",
        "trigger": "flew",
        "sort_time": "2025-10-20 00:00:00",
        "start": day,
        "end": day,
        "edtf": "2025-10-20",
        "precision": "day",
        "qualifier": "exact",
        "when_text": "on Monday",
        "anchor_date": "2025-10-25",
        "rule": "weekday",
        "status": "happened",
        "people": ("Ada Moss",),
        "organisations": ("FAO",),
        "countries": ("IT", "FR"),
        "place": "Rome",
        "latitude": 41.9,
        "longitude": 12.5,
        "place_precision": "city",
        "article_id": "a1",
        "article_title": "Moss",
        "article_date": "2025-10-25",
        "source_url": "https://example.org/a",
        "quote": "Ada Moss flew to Rome on Monday.",
        "quote_start": 0,
        "quote_end": 32,
        "confidence": 0.75,
        "review": "",
        "edited": (),
        "begin_earliest": day,
        "begin_latest": day,
        "end_earliest": day,
        "end_latest": day,
        "lasting": False,
        "dated": True,
        "words": "20 Oct 2025",
        "reason": "because",
        "when_start": 22,
        "when_end": 31,
        "trigger_start": 9,
        "reporting": False,
        "article_index": 0,
    }


def test_what_is_unknown_stays_empty_and_no_date_is_made_up() -> None:
    (row,) = event_frame([ARTICLE], [event(when=When.undated())]).to_dict("records")
    assert pd.isna(row["start"])
    assert pd.isna(row["end"])
    assert pd.isna(row["latitude"])
    assert (row["sort_time"], row["edtf"], row["anchor_date"], row["place"]) == ("", "", "", "")
    assert (row["when_start"], row["when_end"], row["dated"]) == (-1, -1, False)


def test_an_open_end_has_no_day() -> None:
    since = When.lasted(
        Bounds(date(2019, 1, 1), date(2019, 12, 31)),
        Bounds(date(2025, 10, 25), None),
        Precision.YEAR,
    )
    (row,) = event_frame([ARTICLE], [event(when=since)]).to_dict("records")
    assert row["start"] == pd.Timestamp(2019, 1, 1)
    assert pd.isna(row["end"])
    assert row["end_earliest"] == pd.Timestamp(2025, 10, 25)
    assert row["lasting"] is True


def test_the_time_of_day_is_in_sort_time() -> None:
    bounds = Bounds(date(2025, 10, 20), date(2025, 10, 20))
    when = When(bounds, bounds, Precision.MINUTE, clock=time(14, 5))
    assert event_frame([ARTICLE], [event(when=when)])["sort_time"][0] == "2025-10-20 14:05:00"


def test_the_years_that_an_article_may_be_of_fit_into_the_table() -> None:
    for year in (1000, 9000):
        frame = event_frame([ARTICLE], [event(when=When.on(date(year, 1, 1)))])
        assert (frame["start"][0].year, frame["sort_time"][0][:4]) == (year, str(year))


@pytest.mark.parametrize(
    ("frame", "columns"),
    [
        (event_frame([], []), {**EVENT_COLUMNS, **EVENT_EXTRAS}),
        (itinerary_frame([]), {**ITINERARY_COLUMNS, **ITINERARY_EXTRAS}),
    ],
)
def test_an_empty_table_has_all_columns_and_can_be_filtered(
    frame: pd.DataFrame, columns: dict[str, str]
) -> None:
    assert list(frame.columns) == list(columns)
    days = [name for name, kind in columns.items() if kind == "day"]
    assert all(str(frame[name].dtype) == "datetime64[s]" for name in days)
    assert frame[frame["status"] == "planned"].empty


def test_an_empty_table_has_the_types_of_a_full_one() -> None:
    assert event_frame([], []).dtypes.equals(event_frame([ARTICLE], [event()]).dtypes)


def test_events_stand_beside_their_own_article() -> None:
    copy = Article("a2", TEXT, date(2024, 10, 25), title="Copy")
    events = [event(), event(id="b-flew", article_id="a2"), event("came")]
    frame = event_frame([copy, ARTICLE], events)
    assert list(frame["article_id"]) == ["a1", "a2", "a1"]
    assert list(frame["article_index"]) == [1, 0, 1]
    assert list(frame["article_title"]) == ["Moss", "Copy", "Moss"]


def test_an_event_of_no_article_is_an_error() -> None:
    with pytest.raises(KeyError):
        event_frame([Article("a0", "Another text.", date(2025, 1, 1))], [event()])


def test_stops_are_numbered_for_each_traveller() -> None:
    stop = Stop(
        ROME,
        Bounds(date(2025, 10, 20), None),
        Bounds(None, date(2025, 10, 24)),
        Status.PLANNED,
        purpose="a fair",
        quotes=(span("She came back."),),
        event_ids=("e-flew",),
        reasons=("She said so.",),
    )
    frame = itinerary_frame(
        [
            Itinerary(Person("Ada Moss"), (stop, stop), "a1", (), 12.5, True),
            Itinerary(Person("Bo Lind"), (stop,), "a2"),
        ]
    )
    assert list(zip(frame["person"], frame["order"], frame["article_id"], strict=True)) == [
        ("Ada Moss", 1, "a1"),
        ("Ada Moss", 2, "a1"),
        ("Bo Lind", 1, "a2"),
    ]
    assert list(frame["journey_km"]) == [12.5, 12.5, 0.0]
    assert list(frame["journey_approximate"]) == [True, True, False]
    assert frame["journey_countries"][0] == ("IT",)
    row = frame.iloc[0]
    assert row["quotes"] == ("She came back.",)
    assert (row["country"], row["place_precision"], row["purpose"]) == ("IT", "city", "a fair")
    assert row["arrive_earliest"] == pd.Timestamp(2025, 10, 20)
    assert pd.isna(row["arrive_latest"])
    assert pd.isna(row["depart_earliest"])
    assert row["depart_latest"] == pd.Timestamp(2025, 10, 24)
