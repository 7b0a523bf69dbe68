"""On the way: stopovers, day trips, the way home, onward legs, and groups that travel as one."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Status


def journeys(read, text: str) -> dict[str, list[str]]:
    return {i.person.name: [s.place.name for s in i.stops] for i in read(text).itineraries}


@pytest.mark.parametrize(
    ("text", "person", "places"),
    [
        ("Maria Costa flew from Lima to Oslo on Monday, with a stopover in Madrid.",
         "Maria Costa", ["Lima", "Madrid", "Oslo"]),
        ("Maria Costa flew to Oslo via Madrid on Monday.", "Maria Costa", ["Madrid", "Oslo"]),
        ("Maria Costa changed planes in Doha on Monday and arrived in Nairobi on Tuesday.",
         "Maria Costa", ["Doha", "Nairobi"]),
        ("Kenyan minister Maria Costa spoke to reporters aboard her plane in Oslo.",
         "Maria Costa", []),
        ("Kenyan minister Maria Costa flew to Oslo for the day on Monday and returned to Rome.",
         "Maria Costa", ["Oslo", "Rome"]),
        ("Kenyan President Maria Costa visited Oslo on Monday and flew home on Wednesday.",
         "Maria Costa", ["Oslo", "Kenya"]),
        ("Maria Costa visited Oslo on Monday and flew home on Wednesday.",
         "Maria Costa", ["Oslo"]),  # nobody knows where her home is
    ],
)  # fmt: skip
def test_the_stops_on_the_way(read, text: str, person: str, places: list[str]) -> None:
    assert journeys(read, text).get(person, []) == places


def test_a_stopover_says_what_it_is(read) -> None:
    (itinerary,) = read("Maria Costa changed planes in Doha on Monday.").itineraries
    assert itinerary.stops[0].purpose == "stopover"


def test_a_return_bounds_what_came_before_it(read) -> None:
    text = "Kenyan minister Maria Costa flew to Oslo for the day on Monday and returned to Rome."
    oslo, rome = read(text).itineraries[0].stops
    assert oslo.depart.latest == rome.arrive.latest == date(2025, 10, 20)


def test_each_leg_has_its_own_day(read) -> None:
    text = (
        "Norwegian Foreign Minister Maria Costa goes on to Santiago on Sunday, and from there, on "
        "Wednesday of next week, to Buenos Aires."
    )
    first, second = read(text).itineraries[0].stops
    assert (first.arrive.earliest, first.arrive.latest) == (date(2025, 10, 26), date(2025, 10, 26))
    assert (second.arrive.earliest, second.arrive.latest) == (
        date(2025, 10, 29),
        date(2025, 10, 29),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kenyan delegation flew on to Oslo on Monday.", {"Kenyan delegation": ["Oslo"]}),
        ("The squad arrived in Lima on Monday and will fly to Quito on Wednesday.",
         {"the squad": ["Lima", "Quito"]}),
        ("The Riverside Symphony Orchestra arrived in Lima on Monday. The orchestra flies on to "
         "Quito on Wednesday.", {"Riverside Symphony Orchestra": ["Lima", "Quito"]}),
        ("Brazil's national team flew to Lima on Tuesday. The players will travel to Quito on "
         "Friday.", {"Brazil national team": ["Lima", "Quito"]}),
        ("The choir's tour took in Peru, Chile and Bolivia.",
         {"the choir": ["Peru", "Chile", "Bolivia"]}),
        # who is one of many, who only tells, and what is somebody's own
        ("A rescue team flew to Oslo on Monday.", {}),
        ("The Toyota delegation told Tokyo on Monday that it would invest.", {}),
        ("The Kenyan team and the Greek team were rivals. The team flew to Oslo on Monday.", {}),
        ("Maria Costa's delegation landed in Oslo on Monday.", {"Maria Costa": ["Oslo"]}),
    ],
)  # fmt: skip
def test_groups_that_travel_as_one(read, text: str, found: dict[str, list[str]]) -> None:
    assert journeys(read, text) == found


def test_who_is_made_to_go_has_gone(read) -> None:
    text = "The hearing required the Kenyan team to travel to Oslo on Monday."
    (stop,) = read(text).itineraries[0].stops
    assert stop.status is Status.HAPPENED
    assert stop.arrive.latest == date(2025, 10, 20)


def test_who_left_for_a_town_has_gone_there(read) -> None:
    text = "Maria Costa flew to Oslo on Monday. She left for Rome on Wednesday."
    oslo, rome = read(text).itineraries[0].stops
    assert oslo.depart.latest == date(2025, 10, 22)
    assert (rome.arrive.earliest, rome.arrive.latest) == (date(2025, 10, 22), date(2025, 10, 22))


def test_who_goes_on_comes_from_the_place_before(read) -> None:
    text = "The squad will fly to Quito on Wednesday. The players go on to Bogota."
    quito, bogota = read(text).itineraries[0].stops
    assert bogota.arrive.earliest == quito.arrive.earliest == date(2025, 10, 29)
