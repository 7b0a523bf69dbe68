"""How many days travel takes at least, and how far a journey goes."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.itinerary.length import measured
from timeline.itinerary.travel import WHOLE_DAY, least_days
from timeline.model import OPEN, Itinerary, Person, Place, PlacePrecision, Status, Stop

OSLO = Place("Oslo", "NO", 59.91, 10.75, PlacePrecision.CITY)
LONDON = Place("London", "GB", 51.51, -0.13, PlacePrecision.CITY)
SYDNEY = Place("Sydney", "AU", -33.87, 151.21, PlacePrecision.CITY)
AUCKLAND = Place("Auckland", "NZ", -36.85, 174.76, PlacePrecision.CITY)
HONOLULU = Place("Honolulu", "US", 21.31, -157.86, PlacePrecision.CITY)
VANCOUVER = Place("Vancouver", "CA", 49.25, -123.12, PlacePrecision.CITY)
PERU = Place("Peru", "PE", -9.2, -74.4, PlacePrecision.COUNTRY)
JAPAN = Place("Japan", "JP", 36.0, 138.0, PlacePrecision.COUNTRY)
EVENING, MORNING = (16.0, 24.0), (0.0, 13.0)


@pytest.mark.parametrize(
    ("a", "b", "leaves", "arrives", "days"),
    [
        (OSLO, LONDON, WHOLE_DAY, WHOLE_DAY, 0),
        (OSLO, LONDON, EVENING, MORNING, 0),  # zones are not looked up, and might allow it
        (OSLO, LONDON, (20.5, 22.0), (8.5, 10.0), 1),
        (SYDNEY, LONDON, WHOLE_DAY, WHOLE_DAY, 0),  # out at dawn, and there by the evening
        (SYDNEY, LONDON, EVENING, MORNING, 1),
        (SYDNEY, LONDON, EVENING, (14.0, 15.0), 1),
        (LONDON, SYDNEY, EVENING, WHOLE_DAY, 1),
        (VANCOUVER, SYDNEY, WHOLE_DAY, WHOLE_DAY, 1),  # the date line takes a day
        (AUCKLAND, HONOLULU, WHOLE_DAY, WHOLE_DAY, -1),  # and gives it back
        (PERU, JAPAN, EVENING, MORNING, 0),  # whole countries bound nothing
        (PERU, SYDNEY, WHOLE_DAY, WHOLE_DAY, 0),
    ],
)
def test_days_on_the_way(a, b, leaves, arrives, days: int) -> None:
    assert least_days(a, b, leaves, arrives) == days


@pytest.mark.parametrize(
    ("text", "place", "earliest"),
    [
        ("Maria Costa left Vancouver on Monday. From there she flew to Sydney.", "Sydney", 21),
        ("Maria Costa left Oslo on Monday. From there she flew to Rome.", "Rome", 20),
        ("Maria Costa left London on Monday evening. From there she flew to Sydney.",
         "Sydney", 21),
        # of one verb's day nobody knows which end it is of: either is in the bounds
        ("Maria Costa flew from Vancouver to Sydney on Monday.", "Sydney", 21),
    ],
)  # fmt: skip
def test_the_way_moves_the_arrival(read, text: str, place: str, earliest: int) -> None:
    (itinerary,) = read(text).itineraries
    stop = next(s for s in itinerary.stops if s.place.name == place)
    assert stop.arrive.earliest == date(2025, 10, earliest)
    assert itinerary.conflicts == ()


def test_a_long_way_is_said_with_its_distance(read) -> None:
    text = "Maria Costa left Vancouver on Monday. From there she flew to Sydney."
    (itinerary,) = read(text).itineraries
    assert itinerary.stops[1].chains[0] == (
        "after Vancouver, 12,500 km away (sentence 2) ← leaves Vancouver on Monday (sentence 1)"
    )


def test_a_journey_is_measured_over_the_stops_that_are_made() -> None:
    stops = [
        Stop(place, OPEN, OPEN, status)
        for place, status in (
            (OSLO, Status.HAPPENED),
            (SYDNEY, Status.CANCELLED),
            (LONDON, Status.PLANNED),
        )
    ]
    ada = Person("Ada Moss")
    there = measured(Itinerary(ada, tuple(stops)))
    assert there.distance_km == pytest.approx(1155, abs=5)
    assert (there.approximate, there.countries) == (False, ("NO", "GB"))
    onward = measured(Itinerary(ada, (*stops, Stop(PERU, OPEN, OPEN, Status.PLANNED))))
    assert onward.approximate
    assert onward.distance_km > there.distance_km + 9000


def test_one_stop_is_no_distance() -> None:
    alone = measured(Itinerary(Person("Ada Moss"), (Stop(PERU, OPEN, OPEN, Status.PLANNED),)))
    assert (alone.distance_km, alone.approximate) == (0.0, False)
