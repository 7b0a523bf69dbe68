"""The names that are places whatever the tagger says, and how they are found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from timeline.model import Place, PlacePrecision
from timeline.places.cities import division_names, divisions
from timeline.places.countries import capitals, countries, listed, rows

# Federal states that news in English names without saying which country they are in.
_WELL_KNOWN_DIVISIONS = {"US", "CA", "AU"}
# Of those, the names that mean something else at least as often. "Georgia" has a rule of its own.
_SHARED_DIVISIONS = {"Georgia", "Washington", "New York", "Victoria", "District of Columbia"}

_PRECISIONS = {
    "admin": PlacePrecision.ADMIN,
    "region": PlacePrecision.REGION,
    "sea": PlacePrecision.REGION,
    "site": PlacePrecision.SITE,
}

_WORD = re.compile(r"[^\W_]+")


class Kind(StrEnum):
    """What a name stands for."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    CITY = "city"
    ADMIN = "admin"
    REGION = "region"
    SEA = "sea"
    SITE = "site"
    BODY = "body"
    LOOKALIKE = "lookalike"  # holds a place's name and is none: "Panama Papers"; never returned


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and what it means.

    Attributes:
        name: as printed; matched case by case.
        place: None for demonyms, bodies and lookalikes.
        countries: ISO alpha-2 codes.
        capital_of: the country whose national capital it is.
        division: GeoNames code of the division, if it is one.
        article: whether "the" must stand before it ("the Gulf", but not "Gulf Oil").
        tagged: whether it is a place only where the tagger says so ("Rhodes", "Java").
    """

    name: str
    kind: Kind
    place: Place | None
    countries: tuple[str, ...]
    capital_of: str = ""
    division: str = ""
    article: bool = False
    tagged: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at characters `start:end`."""

    start: int
    end: int
    entry: Entry


def _spellings(name: str, others: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Each spelling without its article, and whether the article is needed."""
    names = dict.fromkeys((name, *others))
    for spelling in names:
        bare = spelling.removeprefix("the ")
        if bare == spelling:
            yield spelling, False
        elif bare not in names:
            # A region's own name is written with its article; it is unmistakable without it
            # if the file lists that too.
            yield bare, True


def _country_entries() -> Iterator[Entry]:
    for code, country in countries().items():
        for name, article in _spellings(country.name, country.names):
            yield Entry(name, Kind.COUNTRY, country.place, (code,), article=article)
        for name in country.demonyms:
            yield Entry(name, Kind.DEMONYM, None, (code,))


def _capital_entries() -> Iterator[Entry]:
    for capital in capitals():
        if capital.tagged:
            continue
        code = capital.place.country
        for name, article in _spellings(capital.place.name, capital.names):
            yield Entry(name, Kind.CITY, capital.place, (code,), code, article=article)


def _division_entries() -> Iterator[Entry]:
    for (country, code), town in divisions().items():
        if country not in _WELL_KNOWN_DIVISIONS or town.place.name in _SHARED_DIVISIONS:
            continue
        # Two-letter codes and abbreviations like "Mass." only qualify a city.
        others = tuple(
            name
            for name in division_names().get((country, code), ())
            if len(name) > 4 and not name.endswith(".")
        )
        for name in (town.place.name, *others):
            yield Entry(name, Kind.ADMIN, town.place, (country,), division=code)


def _area_entries() -> Iterator[Entry]:
    for row in rows("areas.csv"):
        place = Place(
            name=row["name"],
            country=row["country"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision=PlacePrecision.ADMIN,
        )
        for name, article in _spellings(row["name"], listed(row["names"])):
            yield Entry(name, Kind.ADMIN, place, (row["country"],), article=article)


def _region_entries() -> Iterator[Entry]:
    for row in rows("regions.csv"):
        place = Place(
            name=row["name"].removeprefix("the "),
            country="",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision=PlacePrecision.REGION,
        )
        members = tuple(row["members"].split())
        for name, article in _spellings(row["name"], listed(row["names"])):
            yield Entry(name, Kind(row["kind"]), place, members, article=article)
        for name in listed(row["adjectives"]):
            yield Entry(name, Kind.DEMONYM, None, members)


def _feature_entries() -> Iterator[Entry]:
    for row in rows("features.csv"):
        members = tuple(row["countries"].split())
        country = members[0] if len(members) == 1 else ""
        place = Place(
            name=row["name"],
            country=country,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision=_PRECISIONS[row["kind"]],
        )
        for name, article in _spellings(row["name"], listed(row["names"])):
            tagged = " " not in name and not article
            yield Entry(name, Kind(row["kind"]), place, members, article=article, tagged=tagged)


def _airport_entries() -> Iterator[Entry]:
    for row in rows("airports.csv"):
        place = Place(
            name=row["name"],
            country=row["country"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision=PlacePrecision.SITE,
        )
        for name in (row["name"], row["name"].replace(" International", "")):
            yield Entry(name, Kind.SITE, place, (row["country"],))


def _other_entries() -> Iterator[Entry]:
    for row in rows("bodies.csv"):
        names = listed(row["names"])
        for name, article in _spellings(names[0], names[1:]):
            yield Entry(name, Kind.BODY, None, (row["country"],), article=article)
    for row in rows("lookalikes.csv"):
        yield Entry(row["phrase"], Kind.LOOKALIKE, None, ())


def _printed(entry: Entry) -> Iterator[Entry]:
    """The entry, with a curly apostrophe, and in capitals as in datelines ("KUALA LUMPUR")."""
    yield entry
    names = dict.fromkeys((entry.name, entry.name.replace("'", "’")))
    if entry.kind is not Kind.DEMONYM and len(entry.name) > 3:
        names |= dict.fromkeys(name.upper() for name in list(names))
    del names[entry.name]
    for name in names:
        yield Entry(
            name,
            entry.kind,
            entry.place,
            entry.countries,
            entry.capital_of,
            entry.division,
            entry.article,
            entry.tagged,
        )


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    """Entries by first word, longest first; of two with one name, the first file wins."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for source in (
        _country_entries,
        _capital_entries,
        _area_entries,
        _division_entries,
        _region_entries,
        _feature_entries,
        _airport_entries,
        _other_entries,
    ):
        for entry in source():
            for printed in _printed(entry):
                first = _WORD.search(printed.name)
                if first is not None and first.start() == 0:
                    found[first.group()].setdefault(printed.name, printed)
    return {
        word: tuple(sorted(entries.values(), key=lambda e: -len(e.name)))
        for word, entries in found.items()
    }


def _ends_well(text: str, end: int) -> bool:
    if end >= len(text):
        return True
    after = text[end]
    # "US$" is money.
    return not (after.isalnum() or after in "_$@")


def _follows_article(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].casefold() == "the "


def scan(text: str, start: int = 0, end: int | None = None) -> list[Match]:
    """Names of the dictionary in `text[start:end]`, longest match first, left to right.

    Linear in the text: each word is looked up once and the few names that begin with it are
    compared in place. No pattern could be caught out by "U.S.", which ends in no word boundary.
    """
    index = _index()
    limit = len(text) if end is None else end
    matches: list[Match] = []
    resume = start
    for word in _WORD.finditer(text, start, limit):
        position = word.start()
        if position < resume:
            continue
        for entry in index.get(word.group(), ()):
            stop = position + len(entry.name)
            if (
                stop <= limit
                and text.startswith(entry.name, position)
                and (_ends_well(text, stop))
                and (not entry.article or _follows_article(text, position))
            ):
                matches.append(Match(position, stop, entry))
                resume = stop
                break
    return matches
