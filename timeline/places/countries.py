"""Countries: code, names, demonyms, capitals and label point, from `data/countries.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline.model import Place, PlacePrecision
from timeline.resources import data_path


@dataclass(frozen=True, slots=True)
class Country:
    """One row of the countries file.

    Attributes:
        iso2, iso3: ISO 3166-1 codes; XK and XKX for Kosovo, which has none of its own.
        name: the name that English-language news uses.
        names: other names; one that begins with "the " counts only after that article.
        demonyms: adjectives and words for the people.
        place: its label point, not its capital.
    """

    iso2: str
    iso3: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Capital:
    """A capital or seat of government; `tagged` ones share their name with other towns."""

    place: Place
    names: tuple[str, ...]
    tagged: bool


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of `data/`."""
    with data_path(name).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)  # a third of the time that a DictReader takes
        columns = next(lines)
        for cells in lines:
            yield dict(zip(columns, cells, strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds a list joined with "; "."""
    return tuple(part for part in cell.split("; ") if part)


@cache
def countries() -> dict[str, Country]:
    """All countries and territories, by alpha-2 code."""
    found = {}
    for row in rows("countries.csv"):
        place = Place(
            name=row["name"],
            country=row["iso2"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision=PlacePrecision.COUNTRY,
        )
        found[row["iso2"]] = Country(
            iso2=row["iso2"],
            iso3=row["iso3"],
            name=row["name"],
            names=listed(row["names"]),
            demonyms=listed(row["demonyms"]),
            place=place,
        )
    return found


@cache
def capitals() -> tuple[Capital, ...]:
    """Capitals and seats of government; a country may have several (Pretoria, Cape Town)."""
    return tuple(
        Capital(
            place=Place(
                name=row["name"],
                country=row["country"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                precision=PlacePrecision.CITY,
            ),
            names=listed(row["names"]),
            tagged=row["found"] == "tagged",
        )
        for row in rows("capitals.csv")
    )
