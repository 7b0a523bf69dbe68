"""Names that somebody types, and the places offered for them."""

from __future__ import annotations

import pytest

from timeline.model import PlacePrecision
from timeline.places.suggest import suggest


@pytest.mark.parametrize(
    ("name", "country", "within"),
    [
        ("Valparaiso", "CL", "Valparaíso, Chile"),
        ("cordoba", "AR", "Argentina"),
        ("Norway", "NO", ""),
        ("Birmingham, United S", "US", "Alabama, United States"),
        ("Birmingham", "GB", "England, United Kingdom"),
        ("  Oslo ", "NO", "Norway"),
    ],
)
def test_the_first_suggestion(name: str, country: str, within: str) -> None:
    first = suggest(name.strip())[0]
    assert first.place.country == country
    assert within in first.within


def test_places_of_one_name_are_told_apart() -> None:
    found = suggest("San Jose", limit=6)
    assert len(found) > 3
    assert len({(one.place.name, one.within, one.place.precision) for one in found}) == len(found)
    assert {"CR", "US"} <= {one.place.country for one in found}


@pytest.mark.parametrize("name", ["", ",", "Qqxyz", "(", "\\", "🙂", "x" * 10_000, "\u202eOslo"])
def test_what_is_no_place_has_no_suggestion(name: str) -> None:
    assert suggest(name) == ()


def test_a_country_is_not_a_pin_on_its_capital() -> None:
    assert suggest("Chile")[0].place.precision is PlacePrecision.COUNTRY
