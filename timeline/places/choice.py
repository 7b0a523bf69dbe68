"""Which of several towns with one name is meant, from what the text says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from timeline.model import Place, PlacePrecision
from timeline.places.cities import Town, cities_named, divisions_named
from timeline.places.countries import capitals
from timeline.places.dictionary import Kind, Match
from timeline.places.distance import distance_km
from timeline.places.names import fold
from timeline.places.qualifiers import qualifier_at
from timeline.places.spans import Spans, trimmed

# Divisions with such names are anybody's: they need their country in the text.
_ANYBODYS = re.compile(
    r"(?:(?:north|south|east|west|central|upper|lower|middle)(?:ern)?\s?)+(?:side|region|district)?"
    r"|capital|centre|center|coast|island|islands|highlands|metropolitan"
)
_SMALL_DIVISION = 200_000

_SAME_TOWN_KM = 60.0

_OF_THE_CAUCASUS = {
    "Georgian",
    "Georgians",
    "Abkhazia",
    "South Ossetia",
    "Caucasus",
    "South Caucasus",
    "Black Sea",
}
_OF_US_GEORGIA = re.compile(r"\b(?:Atlanta|Savannah|Fulton County|Peach State)\b")

# How much a mention weighs, in tenfold steps of population.
_COUNTRY_MENTIONED = 1.0
_DIVISION_MENTIONED = 1.0
_IS_CAPITAL = 0.7
# A name is the city's before it is that of the division around it (Lagos, Oaxaca).
_IS_DIVISION = -1.0


@cache
def _capitals_by_name() -> dict[tuple[str, str], Place]:
    return {
        (capital.place.country, fold(name)): capital.place
        for capital in capitals()
        for name in (capital.place.name, *capital.names)
    }


def capital_of(place: Place) -> str:
    """The code of the country whose capital or seat of government the place is, else empty."""
    if place.precision is not PlacePrecision.CITY:
        return ""
    capital = _capitals_by_name().get((place.country, fold(place.name)))
    # There are other Washingtons in the United States.
    return place.country if capital and distance_km(capital, place) < _SAME_TOWN_KM else ""


def within(towns: Iterable[Town], areas: tuple[tuple[str, str], ...]) -> Town | None:
    """The most populous of the towns that lies in one of the areas."""
    inside = [
        town
        for town in towns
        if not town.is_division
        and any(
            town.place.country == country and code in ("", town.division) for country, code in areas
        )
    ]
    return max(inside, key=lambda town: town.population, default=None)


def towns_named(name: str) -> tuple[Town, ...]:
    """Cities and divisions of the name."""
    key = fold(name)
    return cities_named(key) + divisions_named(key)


@dataclass(frozen=True, slots=True)
class Context:
    """What the text says elsewhere: countries, divisions, and towns with their qualifier."""

    countries: frozenset[str]
    divisions: frozenset[tuple[str, str]]
    qualified: Mapping[str, Town]
    american_georgia: bool = False

    def score(self, town: Town) -> float:
        """How likely the town is meant: population on a log scale, and what the text mentions."""
        country = town.place.country
        score = log10(town.population + 100)
        score += _COUNTRY_MENTIONED * (country in self.countries)
        score += _DIVISION_MENTIONED * ((country, town.division) in self.divisions)
        score += _IS_CAPITAL * bool(capital_of(town.place))
        return score + _IS_DIVISION * town.is_division


def _is_about_us_georgia(text: str, matches: Sequence[Match]) -> bool:
    """Whether the company that "Georgia" keeps is American rather than of the Caucasus."""
    caucasus = american = 0
    for match in matches:
        entry = match.entry
        if entry.name.title() == "Georgia":
            continue
        caucasus += entry.capital_of == "GE" or entry.name in _OF_THE_CAUCASUS
        caucasus += entry.countries in {("AM",), ("AZ",)}
        american += entry.kind is Kind.ADMIN and entry.countries == ("US",)
    american += len(_OF_US_GEORGIA.findall(text))
    return american > caucasus


def read_context(matches: Sequence[Match], text: str, spans: Spans) -> Context:
    """What the finds of the dictionary and the tagged places say of the whole text."""
    named: set[str] = set()
    states: set[tuple[str, str]] = set()
    for match in matches:
        if len(match.entry.countries) == 1:
            named.add(match.entry.countries[0])
        if match.entry.division:
            states.add((match.entry.countries[0], match.entry.division))
    towns: dict[str, Town] = {}
    candidates = [trimmed(text, span[0], span[1]) for span in spans.places]
    candidates += [(m.start, m.end) for m in matches if m.entry.capital_of]
    for start, end in candidates:
        qualifier = qualifier_at(text, end)
        if qualifier is None or qualifier.loose:
            continue
        key = fold(text[start:end])
        town = within(cities_named(key), qualifier.areas)
        if town is None:
            continue
        named.add(town.place.country)
        if any(code for _, code in qualifier.areas):
            states.add((town.place.country, town.division))
            # A story that says "Moscow, Idaho" once means it each time; of the seat of a
            # government this cannot be said.
            if key != "washington":
                towns.setdefault(key, town)
    return Context(frozenset(named), frozenset(states), towns, _is_about_us_georgia(text, matches))


def _is_likely(town: Town, key: str, context: Context) -> bool:
    """False for divisions that few know, in texts that say nothing of their country."""
    return (
        not town.is_division
        or town.place.country in context.countries
        or (town.population >= _SMALL_DIVISION and _ANYBODYS.fullmatch(key) is None)
    )


def best_town(name: str, context: Context, prefer_division: bool) -> Town | None:
    """The likeliest place of an unqualified name; None if the gazetteer has none."""
    key = fold(name)
    if key in context.qualified and not prefer_division:
        return context.qualified[key]
    towns = tuple(town for town in towns_named(name) if _is_likely(town, key, context))
    if prefer_division and any(town.is_division for town in towns):
        towns = tuple(town for town in towns if town.is_division)
    return max(towns, key=context.score, default=None)
