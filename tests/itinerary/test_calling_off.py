"""What is called off: the trip that the sentence names, and never what has happened."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Status, Stop

ENVOY = "Kenyan envoy Ruth Wambui"
SET_OUT = f"{ENVOY} landed in Oslo on Thursday. She travels to Riga on Wednesday."
STANDS = {"Oslo": Status.HAPPENED, "Riga": Status.PLANNED}


def stops(read, text: str, person: str = "Ruth Wambui") -> tuple[Stop, ...]:
    return next((i.stops for i in read(text).itineraries if i.person.name == person), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "A planned stop in Tallinn was called off last week.",
        "Her planned stop in Tallinn was called off because of snow.",
        "Her visit to Tallinn was cancelled on Friday.",
        "A visit to Tallinn was postponed.",
        "She scrapped a visit to Tallinn.",
        "She was forced to call off her stop in Tallinn.",
        "She will no longer go to Tallinn.",
        "She no longer plans to visit Tallinn.",
        "Tallinn was dropped from the tour.",
        "She cut Tallinn from her itinerary.",
        "The Tallinn leg was shelved.",
        "Plans for a trip to Tallinn were abandoned.",
    ],
)
def test_the_place_that_is_named_is_off_and_no_other(read, sentence: str) -> None:
    found = stops(read, f"{SET_OUT} {sentence}")
    assert {s.place.name: s.status for s in found} == {**STANDS, "Tallinn": Status.CANCELLED}
    (off,) = (s for s in found if s.place.name == "Tallinn")
    assert [q.text for q in off.quotes] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The concert was called off.",
        "Her flight to Tallinn was cancelled.",
        "The visit to Riga could be called off.",
        "She refused to call off the trip.",
        "The bank dropped Tallinn.",
        "The band's tour was called off.",
        "A visit to Riga by the band was called off.",
        "Danish envoy Lars Holm's visit to Riga was called off.",
    ],
)
def test_nothing_else_is_off(read, sentence: str) -> None:
    found = {s.place.name: s.status for s in stops(read, f"{SET_OUT} {sentence}")}
    assert found == STANDS


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        # the trip last told of, with all that its sentence puts into it
        (f"{ENVOY} flew to Oslo on Monday. She will visit Riga and Tallinn in May, but the trip "
         "was called off.", {"Oslo": "happened", "Riga": "cancelled", "Tallinn": "cancelled"}),
        (f"{ENVOY} will fly to Riga on Monday and to Tallinn on Friday, but that stop was "
         "cancelled.",
         {"Riga": "planned", "Tallinn": "cancelled"}),
        (f"{ENVOY} arrived in Oslo on Thursday. The trip was called off on Friday.",
         {"Oslo": "happened"}),
        (f"{ENVOY} will fly to Riga on Wednesday. Danish envoy Lars Holm was to visit Tallinn, but "
         "his trip was called off.", {"Riga": "planned"}),
        (f"{ENVOY} flies to Riga on Friday for a concert. It was called off.", {"Riga": "planned"}),
        (f"{ENVOY} flies from Oslo to Riga on Friday. The Kuwaiti leg was abandoned.",
         {"Oslo": "planned", "Riga": "planned", "Kuwait": "cancelled"}),
        # a country is off with its towns, a town without its country
        (f"{ENVOY} will visit Lima on Tuesday. Her visit to Peru was cancelled.",
         {"Lima": "cancelled"}),
        (f"{ENVOY} will visit Peru on Tuesday. A stop in Lima was cancelled.",
         {"Peru": "planned", "Lima": "cancelled"}),
    ],
)  # fmt: skip
def test_what_a_bare_trip_means(read, text: str, statuses: dict[str, str]) -> None:
    assert {s.place.name: s.status for s in stops(read, text)} == statuses


def test_a_second_visit_that_is_off_leaves_the_first(read) -> None:
    text = (
        f"{ENVOY} visited Riga on Monday, and she met farmers there. "
        "A second visit to Riga was called off."
    )
    assert [s.status for s in stops(read, text)] == [Status.HAPPENED, Status.CANCELLED]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENVOY} was to visit Riga on Wednesday, but the visit was postponed until March.",
        f"{ENVOY} was to visit Riga on Wednesday. Her visit to Riga was put off until March.",
    ],
)
def test_what_is_put_off_is_to_come_then(read, text: str) -> None:
    before, after = stops(read, text)
    assert (before.status, before.arrive.latest) == (Status.CANCELLED, date(2025, 10, 29))
    assert (after.status, after.arrive.earliest) == (Status.PLANNED, date(2026, 3, 1))
