"""The gazetteer's data and look-ups: codes, points, names, distances."""

from __future__ import annotations

import csv
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Place, PlacePrecision
from timeline.places import Gazetteer, distance_km
from timeline.places.cities import cities_named, divisions
from timeline.places.countries import capitals, countries
from timeline.places.names import fold
from timeline.resources import data_path

GAZETTEER = Gazetteer.load()


def rows(name: str) -> list[dict[str, str]]:
    with data_path(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_country_has_codes_and_a_point_on_the_globe() -> None:
    assert len(countries()) == 250
    for code, country in countries().items():
        assert len(code) == 2
        assert code.isupper()
        assert len(country.iso3) == 3
        assert country.iso3.isupper()
        assert -90 <= country.place.latitude <= 90
        assert -180 <= country.place.longitude <= 180
        assert GAZETTEER.country(code) is country.place
        assert GAZETTEER.country_name(code) == country.name


def test_unknown_country_is_an_error() -> None:
    with pytest.raises(KeyError):
        GAZETTEER.country("QQ")


def test_every_state_of_the_united_nations_has_a_word_for_its_people() -> None:
    # Territories, and two states whose people share a name with others' (Dominica, Congo).
    without = {code for code, country in countries().items() if not country.demonyms}
    assert "DO" not in without
    assert without <= {
        "BL",
        "BV",
        "CC",
        "CG",
        "CX",
        "DM",
        "GG",
        "GS",
        "HM",
        "JE",
        "MF",
        "MP",
        "PM",
        "SJ",
        "SX",
        "TC",
        "TF",
        "UM",
        "VA",
        "WF",
    }


@pytest.mark.parametrize(
    "file", ["capitals.csv", "areas.csv", "bodies.csv", "divisions.csv", "districts.csv"]
)
def test_countries_of_other_files_are_known(file: str) -> None:
    assert {row["country"] for row in rows(file)} <= GAZETTEER.country_codes


def test_members_of_regions_are_known_countries() -> None:
    for row in rows("regions.csv"):
        assert set(row["members"].split()) <= GAZETTEER.country_codes, row["name"]
        assert row["kind"] in {"region", "sea"}
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180


def test_no_name_means_two_countries() -> None:
    owners: dict[str, str] = {}
    for code, country in countries().items():
        for name in (country.name, *country.names, *country.demonyms):
            assert owners.setdefault(name, code) == code, name


def test_capitals_lie_near_their_country() -> None:
    for capital in capitals():
        country = GAZETTEER.country(capital.place.country)
        assert distance_km(capital.place, country) < 6500, capital.place.name


def test_cities_are_sorted_for_the_binary_search() -> None:
    keys = [fold(row["name"]) for row in rows("cities.csv")]
    assert keys == sorted(keys)
    assert len(keys) > 50_000


@pytest.mark.parametrize("name", ["Zürich", "Zurich", "ZURICH", "zürich"])
def test_spelling_does_not_matter(name: str) -> None:
    assert cities_named(fold(name))[0].place.country == "CH"


def test_first_and_last_rows_are_found() -> None:
    cities = rows("cities.csv")
    for row in (cities[0], cities[-1]):
        assert any(town.place.country == row["country"] for town in cities_named(fold(row["name"])))


# GeoNames lists the first of these as another name of the second.
JUNK = [("White House", "MA"), ("", ""), ("Zzyxton", "")]


@pytest.mark.parametrize(("name", "country"), JUNK)
def test_junk_alternates_are_not_cities(name: str, country: str) -> None:
    towns = cities_named(fold(name))
    assert not [town for town in towns if country in ("", town.place.country)]


def test_divisions_lie_in_their_country() -> None:
    texas = divisions()["US", "TX"].place
    assert texas.precision is PlacePrecision.ADMIN
    assert 26 < texas.latitude < 36.5
    assert -106.6 < texas.longitude < -93.5
    chukotka = next(t.place for t in divisions().values() if t.place.name == "Chukotka")
    assert 157 < chukotka.longitude <= 180 or chukotka.longitude < -169


LOOKUPS = [
    ("Japan", "", "Japan", "JP"),
    ("the Gulf", "", "Gulf", ""),
    ("Geneva", "", "Geneva", "CH"),
    ("Bombay", "", "Mumbai", "IN"),
    ("London", "CA", "London", "CA"),
    ("California", "", "California", "US"),
]


@pytest.mark.parametrize(("name", "country", "found", "where"), LOOKUPS)
def test_lookup(name: str, country: str, found: str, where: str) -> None:
    place = GAZETTEER.lookup(name, country)
    assert place is not None
    assert (place.name, place.country) == (found, where)


def test_lookup_of_nothing() -> None:
    assert GAZETTEER.lookup("Zzyxton") is None


def test_members_of_unknown_region() -> None:
    assert GAZETTEER.members("Atlantis") == ()


def point(latitude: float, longitude: float) -> Place:
    return Place("somewhere", "", latitude, longitude, PlacePrecision.CITY)


points = st.builds(point, st.floats(-90, 90), st.floats(-180, 180))


def test_known_distance() -> None:
    tokyo, seoul = GAZETTEER.lookup("Tokyo"), GAZETTEER.lookup("Seoul")
    assert tokyo is not None
    assert seoul is not None
    assert distance_km(tokyo, seoul) == pytest.approx(1155, abs=15)


@given(points, points)
def test_distance_is_symmetric_and_at_most_half_way_round(a: Place, b: Place) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a))
    assert 0 <= distance_km(a, b) <= math.pi * 6372
    assert distance_km(a, a) == 0


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("file", ["features.csv", "airports.csv"])
def test_landscape_and_sites_are_on_the_map(file: str) -> None:
    names = set()
    for row in rows(file):
        codes = row.get("countries", row.get("country", "")).split()
        assert set(codes) <= GAZETTEER.country_codes, row["name"]
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
        assert row["name"] not in names, row["name"]
        names.add(row["name"])


def test_districts_are_sorted_for_the_binary_search() -> None:
    keys = [fold(row["name"]) for row in rows("districts.csv")]
    assert keys == sorted(keys)


def test_a_village_is_not_well_known() -> None:
    assert GAZETTEER.is_well_known("Geneva")
    assert GAZETTEER.is_well_known("Texas")
    assert not GAZETTEER.is_well_known("Abbotsbury")
    assert not GAZETTEER.is_well_known("Zzyxton")
