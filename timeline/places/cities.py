"""Cities and first-level divisions by name: binary search in a sorted file."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.model import Place, PlacePrecision
from timeline.places.countries import listed, rows
from timeline.places.names import fold
from timeline.resources import data_path


@dataclass(frozen=True, slots=True)
class Town:
    """A city or a division that a name may mean.

    Attributes:
        place: under its main name.
        division: GeoNames code of its first-level division ("TX", "08").
        population: by GeoNames; a division's is the sum of its cities'.
    """

    place: Place
    division: str
    population: int

    @property
    def is_division(self) -> bool:
        return self.place.precision is PlacePrecision.ADMIN


@cache
def _lines() -> list[str]:
    # Kept as text and parsed when asked: 60,000 rows as objects would take longer to load
    # than an article takes to read.
    return data_path("cities.csv").read_text(encoding="utf-8").splitlines()[1:]


def _key(line: str) -> str:
    return fold(_name(line))


def _name(line: str) -> str:
    if line.startswith('"'):
        return next(csv.reader([line]))[0]
    return line.partition(",")[0]


@lru_cache(maxsize=4096)
def cities_named(key: str) -> tuple[Town, ...]:
    """Cities whose folded name is `key`, most populous first."""
    lines = _lines()
    position = bisect_left(lines, key, key=_key)
    found = []
    while position < len(lines) and _key(lines[position]) == key:
        name, country, division, latitude, longitude, population, main = next(
            csv.reader([lines[position]])
        )
        place = Place(
            name=main or name,
            country=country,
            latitude=float(latitude),
            longitude=float(longitude),
            precision=PlacePrecision.CITY,
        )
        found.append(Town(place, division, int(population)))
        position += 1
    return tuple(sorted(found, key=lambda town: -town.population))


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
        found[row["country"], row["code"]] = Town(place, row["code"], int(row["population"]))
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
