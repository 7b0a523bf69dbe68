"""Cities, divisions and districts by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from timeline.model import Place, PlacePrecision
from timeline.places.countries import listed, rows
from timeline.places.names import fold
from timeline.places.sorted_rows import SortedRows


class Rank(Enum):
    """How much of a country a name covers."""

    CITY = 0
    DISTRICT = 1
    DIVISION = 2
    COUNTRY = 3


@dataclass(frozen=True, slots=True)
class Town:
    """A city, division or district that a name may mean.

    Attributes:
        place: under its main name.
        division: GeoNames code of its first-level division ("TX", "08").
        population: by GeoNames; a division's is the sum of its cities'.
        rank: a city, a first-level division, or a district within one.
    """

    place: Place
    division: str
    population: int
    rank: Rank = Rank.CITY

    @property
    def is_division(self) -> bool:
        return self.rank is Rank.DIVISION


@cache
def _cities() -> SortedRows:
    return SortedRows("cities.csv")


@cache
def _districts() -> SortedRows:
    return SortedRows("districts.csv")


@lru_cache(maxsize=4096)
def cities_named(key: str) -> tuple[Town, ...]:
    """Cities whose folded name is `key`, most populous first."""
    found = []
    for name, country, division, latitude, longitude, population, main in _cities().named(key):
        place = Place(
            name=main or name,
            country=country,
            latitude=float(latitude),
            longitude=float(longitude),
            precision=PlacePrecision.CITY,
        )
        found.append(Town(place, division, int(population)))
    return tuple(sorted(found, key=lambda town: -town.population))


@lru_cache(maxsize=4096)
def districts_named(key: str) -> tuple[Town, ...]:
    """Counties, districts and provinces of the second level, most populous first."""
    found = []
    for name, country, division, latitude, longitude, population in _districts().named(key):
        place = Place(
            name=name,
            country=country,
            latitude=float(latitude),
            longitude=float(longitude),
            precision=PlacePrecision.ADMIN,
        )
        found.append(Town(place, division, int(population), Rank.DISTRICT))
    return tuple(found)


@cache
def divisions() -> dict[tuple[str, str], Town]:
    """States, provinces and the like by (country, GeoNames code).

    Their point is the population-weighted mean of their cities: where people are, which for an
    event is likelier than the middle of the map.
    """
    found = {}
    for row in rows("divisions.csv"):
        place = Place(
            name=row["name"],
            country=row["country"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision=PlacePrecision.ADMIN,
        )
        found[row["country"], row["code"]] = Town(
            place, row["code"], int(row["population"]), Rank.DIVISION
        )
    return found


@cache
def division_names() -> dict[tuple[str, str], tuple[str, ...]]:
    """Other names of divisions: "Calif.", "N.S.W."."""
    return {
        (row["country"], row["code"]): listed(row["names"]) for row in rows("division_names.csv")
    }


@cache
def _divisions_by_name() -> dict[str, tuple[Town, ...]]:
    found: dict[str, list[Town]] = defaultdict(list)
    for key, town in divisions().items():
        # Two-letter codes only qualify ("Paris, TX"); alone they are words.
        names: Iterable[str] = (n for n in division_names().get(key, ()) if len(n) > 2)
        for name in (town.place.name, *names):
            found[fold(name)].append(town)
    return {
        name: tuple(sorted(towns, key=lambda t: -t.population)) for name, towns in found.items()
    }


def divisions_named(key: str) -> tuple[Town, ...]:
    """Divisions whose folded name is `key`, most populous first."""
    return _divisions_by_name().get(key, ())
