"""Which places a name that somebody typed may mean, told apart by where they lie."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Place, PlacePrecision
from timeline.places.cities import cities_named, districts_named, divisions, divisions_named
from timeline.places.countries import countries
from timeline.places.dictionary import scan
from timeline.places.names import fold


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place, and the division and country it lies in, in words."""

    place: Place
    within: str


def suggest(name: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Places of a name, the likeliest first.

    Args:
        name: a place's whole name, "Springfield" or "Paris, France"; case and accents do not
            matter. What follows a comma must begin the name of the country or division.
        limit: the most suggestions that are made.

    Returns:
        First what the dictionary of news knows the name as (a country, a region, a site), then
        cities, divisions and districts, each by their people. Places of one name, kind, division
        and country are named once.
    """
    bare, _, area = (part.strip() for part in name.partition(","))
    found = [
        Suggestion(match.entry.place, _country(match.entry.place))
        for match in scan(bare)
        if match.entry.place and (match.start, match.end) == (0, len(bare))
    ]
    key = fold(bare)
    for town in (*cities_named(key), *divisions_named(key), *districts_named(key)):
        division = divisions().get((town.place.country, town.division))
        named = division.place.name if division and not town.is_division else ""
        country = _country(town.place)
        found.append(Suggestion(town.place, ", ".join(part for part in (named, country) if part)))
    wanted = fold(area)
    told: dict[tuple[str, PlacePrecision, str], Suggestion] = {}
    for one in found:
        parts = [fold(part) for part in one.within.split(", ")]
        if not wanted or any(part.startswith(wanted) for part in parts):
            told.setdefault((one.place.name, one.place.precision, one.within), one)
    return tuple(told.values())[:limit]


def _country(place: Place) -> str:
    known = countries().get(place.country)
    return known.name if known and known.name != place.name else ""
