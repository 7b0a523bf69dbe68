"""Itineraries in words: a line for each traveller, a list of stops, totals, what they share."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tests.views import story
from timeline.dashboard import stops
from timeline.dashboard.cited import Sources
from timeline.export.frame import event_frame, itinerary_frame
from timeline.model import Bounds, Itinerary, Person, Status, Stop
from timeline.views.together import together

NOTHING = Sources({}, lambda _: (), pd.DataFrame())


def between(first: str, last: str) -> Bounds:
    return Bounds(*(story.day(text) if text else None for text in (first, last)))


def stop(
    arrive: tuple[str, str], depart: tuple[str, str], status: Status = Status.HAPPENED, **more: Any
) -> Stop:
    return Stop(story.LISBON, between(*arrive), between(*depart), status, **more)


def frame_of(*made: Stop, **more: Any) -> pd.DataFrame:
    return itinerary_frame([Itinerary(Person("Ada Moss"), made, **more)])


@pytest.fixture
def told() -> pd.DataFrame:
    return itinerary_frame(story.itineraries())


@pytest.fixture
def events() -> pd.DataFrame:
    return event_frame((story.article(),), story.events())


def test_the_summary_is_one_line_for_each_traveller(
    told: pd.DataFrame, events: pd.DataFrame
) -> None:
    ((block),) = stops.summary(told, events["event_id"])
    (journey,) = block["journeys"]
    assert journey["name"] == "Thandi Mokoena"
    assert [(one["number"], one["place"]) for one in journey["stops"]] == [
        (1, "Lisbon"),
        (2, "Rabat"),
        (3, "Senegal"),
    ]
    assert journey["stops"][0]["days"] == "within 18–20 May 2024"
    assert journey["stops"][2]["days"] == "from 21 May 2024"
    assert journey["stops"][0]["id"] == "e01"


def test_an_event_that_is_filtered_out_cannot_be_picked(told: pd.DataFrame) -> None:
    (block,) = stops.summary(told, ())
    assert {one["id"] for one in block["journeys"][0]["stops"]} == {""}


@pytest.mark.parametrize(
    ("arrive", "depart", "words"),
    [
        (("2024-05-03", "2024-05-03"), ("2024-05-03", "2024-05-03"), "3 May 2024"),
        (("2024-05-03", "2024-05-03"), ("2024-05-05", "2024-05-05"), "3–5 May 2024"),
        (("2024-05-02", "2024-05-03"), ("2024-05-05", "2024-05-05"), "within 2–5 May 2024"),
        (("", "2024-05-03"), ("2024-05-05", "2024-05-08"), "until 8 May 2024"),
        (("", "2024-05-03"), ("2024-05-05", ""), "around 3 May 2024"),
        (("", ""), ("", ""), ""),
    ],
)
def test_days_in_few_words(arrive, depart, words) -> None:
    (block,) = stops.summary(frame_of(stop(arrive, depart)), ())
    assert block["journeys"][0]["stops"][0]["days"] == words


def test_each_stop_says_its_number_status_distance_and_days(told: pd.DataFrame) -> None:
    lisbon, rabat, senegal = stops.stop_list(told, told, NOTHING)["stops"]
    assert [one["number"] for one in (lisbon, rabat, senegal)] == [1, 2, 3]
    assert (lisbon["country"], senegal["country"]) == ("Portugal", "")
    assert lisbon["distance"] == ""
    assert rabat["distance"].endswith(" km from the stop before")
    assert not rabat["distance"].startswith("about")
    assert senegal["distance"].startswith("about ")
    assert lisbon["ends"][0]["text"] == "Arrives 18 May 2024"
    assert lisbon["ends"][1]["text"] == "Leaves between 19 and 20 May 2024"
    assert all(one["status"] in stops.STATUS_WORDS.values() for one in (lisbon, rabat, senegal))


def test_a_bound_is_explained_once_where_both_sides_have_one_reason() -> None:
    day, open_end = ("2024-05-03", "2024-05-03"), ("2024-05-05", "")
    frame = frame_of(stop(day, open_end, chains=("lands on Friday",) * 2 + ("lasts 3 days", "")))
    (one,) = stops.stop_list(frame, frame, NOTHING)["stops"]
    arrives, leaves = one["ends"]
    assert [why["bound"] for why in arrives["why"]] == ["On 3 May 2024"]
    assert [why["bound"] for why in leaves["why"]] == ["Not before 5 May 2024"]
    assert leaves["why"][0]["links"] == [{"text": "lasts 3 days", "cited": []}]


def test_distances_pass_by_what_is_not_made(told: pd.DataFrame) -> None:
    whole = stops.totals(told)
    assert [label for label, _ in whole] == [
        "Distance", "Stops", "3 countries", "First day", "Last day",
    ]  # fmt: skip
    cancelled = [
        Stop(one.place, one.arrive, one.depart, Status.CANCELLED if number == 1 else one.status)
        for number, one in enumerate(story.itineraries()[0].stops)
    ]
    frame = frame_of(*cancelled)
    assert frame["leg_km"].isna().tolist() == [True, True, False]
    assert frame["leg_km"].iat[2] > 2000  # from Lisbon, not from Rabat
    assert stops.made(frame)["place"].tolist() == ["Lisbon", "Senegal"]
    assert stops.called_off(frame)["place"].tolist() == ["Rabat"]
    assert "Rabat" not in [one["place"] for one in stops.itinerant(frame, ())[0]["stops"]]


def test_a_contradicted_stop_says_so() -> None:
    day = ("2024-05-03", "2024-05-03")
    frame = frame_of(
        stop(day, day), conflicts=("Lisbon: 'lands on Friday' contradicts the rest (x)",)
    )
    (one,) = stops.stop_list(frame, frame, NOTHING)["stops"]
    assert one["status"] == "made, contradicted"
    (block,) = stops.conflicts(frame, NOTHING)
    assert block["conflicts"][0]["said"] == "lands on Friday"


def test_travellers_with_most_stops_come_first_and_keep_names_apart() -> None:
    day = ("2024-05-03", "2024-05-03")
    one, two = (stop(day, day),), (stop(day, day), stop(day, day))
    frame = itinerary_frame(
        [
            Itinerary(Person("Ada Moss"), one, "a1"),
            Itinerary(Person("Bo Lind"), two, "a1"),
            Itinerary(Person("Ada Moss"), one, "a2"),
        ]
    )
    assert {name: len(rows) for name, rows in stops.travellers(frame).items()} == {
        "Bo Lind": 2,
        "Ada Moss": 1,
        "Ada Moss (a2)": 1,
    }


def test_meetings_in_words() -> None:
    mine = frame_of(stop(("2024-05-01", "2024-05-02"), ("2024-05-04", "2024-05-06")))
    other = frame_of(stop(("2024-05-03", "2024-05-03"), ("2024-05-09", "")))
    assert stops.meetings(together(mine, other)) == [
        {
            "Where": "Lisbon, Portugal",
            "Both certainly there": "3–4 May 2024",
            "Both possibly there": "3–6 May 2024",
            "Status": "made",
        }
    ]
