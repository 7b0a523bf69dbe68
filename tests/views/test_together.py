"""Who was where together: certain and possible days, by place and by country."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.export.frame import itinerary_frame
from timeline.model import Bounds, Itinerary, Person, Place, PlacePrecision, Status, Stop
from timeline.views.together import Stretch, Together, together

PLACES = {
    "Bergen": Place("Bergen", "NO", 60.39, 5.32, PlacePrecision.CITY),
    "Oslo": Place("Oslo", "NO", 59.91, 10.75, PlacePrecision.CITY),
    "Norway": Place("Norway", "NO", 64.5, 12.0, PlacePrecision.COUNTRY),
    "Porto": Place("Porto", "PT", 41.15, -8.61, PlacePrecision.CITY),
    "North Sea": Place("North Sea", "", 56.0, 3.0, PlacePrecision.REGION),
}
FIRST = date(2024, 5, 1)


def day(number: int | None) -> date | None:
    """A day of May 2024."""
    return None if number is None else FIRST + timedelta(days=number - 1)


def stop(place: str, *days: int | None, status: Status = Status.HAPPENED) -> Stop:
    """A stop with its earliest and latest arrival, then its earliest and latest departure."""
    a, b, c, d = (day(number) for number in days)
    return Stop(PLACES[place], Bounds(a, b), Bounds(c, d), status)


def journey(*stops: Stop) -> pd.DataFrame:
    return itinerary_frame([Itinerary(Person("Ada Moss"), stops)])


def days(*pairs: tuple[int | None, int | None]) -> tuple[Stretch, ...]:
    return tuple(Stretch(day(a) or date.min, day(b) or date.max) for a, b in pairs)


@pytest.mark.parametrize(
    ("mine", "other", "certain", "possible"),
    [
        # both for certain on the days that the surest part of each shares
        ((1, 2, 6, 8), (3, 4, 9, 9), days((4, 6)), days((3, 8))),
        # sure of the one, possible of the other
        ((1, 1, 6, 6), (5, 8, 9, 9), (), days((5, 6))),
        # one day in common
        ((1, 1, 3, 3), (3, 3, 5, 5), days((3, 3)), days((3, 3))),
        # open ends reach as far as the other does
        ((None, 2, 4, None), (1, 1, 3, 9), days((2, 3)), days((1, 9))),
        ((None, None, None, None), (None, 2, 3, None), (), days((None, None))),
    ],
)
def test_days_in_one_place(mine, other, certain, possible) -> None:
    found = together(journey(stop("Oslo", *mine)), journey(stop("Oslo", *other)))
    assert found == (Together("Oslo", "NO", certain, possible, False),)


def test_who_never_meets_is_not_together() -> None:
    mine = journey(stop("Oslo", 1, 1, 3, 3))
    assert together(mine, journey(stop("Oslo", 4, 4, 6, 6))) == ()
    assert together(mine, journey(stop("Porto", 1, 1, 3, 3))) == ()


def test_two_towns_of_a_country_share_the_country_alone() -> None:
    found = together(
        journey(stop("Oslo", 1, 1, 3, 3), stop("Bergen", 4, 4, 6, 6)),
        journey(stop("Norway", 2, 2, 5, 5)),
    )
    assert found == (Together("", "NO", days((2, 5)), days((2, 5)), False),)


def test_a_country_has_a_row_where_it_says_more_than_its_places() -> None:
    found = together(
        journey(stop("Oslo", 1, 1, 3, 3), stop("Bergen", 4, 4, 6, 6)),
        journey(stop("Oslo", 2, 2, 5, 5)),
    )
    assert [(one.place, one.certain) for one in found] == [
        ("Oslo", days((2, 3))),
        ("", days((2, 5))),
    ]


def test_a_sea_has_no_country() -> None:
    mine = journey(stop("North Sea", 1, 1, 3, 3))
    assert [one.place for one in together(mine, mine)] == ["North Sea"]


@pytest.mark.parametrize(
    ("status", "planned"),
    [(Status.PLANNED, [True]), (Status.HAPPENED, [False]), (Status.CANCELLED, []),
     (Status.DENIED, []), (Status.PROPOSED, []), (Status.CONDITIONAL, [])],
)  # fmt: skip
def test_what_is_not_made_is_not_shared(status: Status, planned: list[bool]) -> None:
    mine = journey(stop("Oslo", 1, 1, 3, 3, status=status))
    found = together(mine, journey(stop("Oslo", 1, 1, 3, 3)))
    assert [one.planned for one in found] == planned


@st.composite
def journeys(draw: st.DrawFn) -> list[Stop]:
    found = []
    for _ in range(draw(st.integers(1, 4))):
        ends = sorted(draw(st.lists(st.integers(1, 12), min_size=4, max_size=4)))
        place = draw(st.sampled_from(["Oslo", "Bergen", "Porto", "Norway"]))
        known = [draw(st.sampled_from([end, None])) for end in ends]
        found.append(stop(place, *known))
    return found


@given(journeys(), journeys())
def test_every_day_is_told_as_going_day_by_day_tells_it(mine, others) -> None:
    found = together(journey(*mine), journey(*others))
    for place, country in (("Oslo", "NO"), ("Bergen", "NO"), ("Norway", "NO"), ("Porto", "PT")):
        told = [one for one in found if one.place == place]
        for number in range(1, 13):
            there = [[s for s in stops if s.place.name == place] for stops in (mine, others)]
            sure = all(any(certainly(s, day(number)) for s in some) for some in there)
            maybe = all(any(possibly(s, day(number)) for s in some) for some in there)
            assert sure == any(within(one.certain, day(number)) for one in told)
            assert maybe == any(within(one.possible, day(number)) for one in told)
        assert all(one.country == country for one in told)


def certainly(one: Stop, when: date | None) -> bool:
    a, b = one.arrive.latest, one.depart.earliest
    return when is not None and a is not None and b is not None and a <= when <= b


def possibly(one: Stop, when: date | None) -> bool:
    assert when is not None
    first, last = one.arrive.earliest, one.depart.latest
    return (first is None or first <= when) and (last is None or when <= last)


def within(stretches: tuple[Stretch, ...], when: date | None) -> bool:
    return when is not None and any(s.first <= when <= s.last for s in stretches)
