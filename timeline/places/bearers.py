"""The places that bear a name: cities, divisions and districts, by what stands in and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline.places.cities import (
    Rank,
    Town,
    cities_named,
    districts_named,
    divisions,
    divisions_named,
)
from timeline.places.countries import countries
from timeline.places.names import fold

_DIRECTION = re.compile(
    r"(?:(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central|downtown|upstate|"
    r"greater|mainland|rural|inner|upper|lower|suburban|metro|metropolitan)[\s-]+(?=[^\W\d_])",
    re.IGNORECASE,
)
_AREA_WORDS = (
    "province|region|state|oblast|prefecture|governorate|district|territory|canton|krai|county|"
    "parish|department|division|voivodeship|borough"
)
_TOWN_WORDS = (
    r"city|township|twp\.?|town|village|municipality|metropolitan area|suburb|"
    r"(?:(?:international|regional|municipal) )?airport"
)
_TYPE_BEHIND = re.compile(rf"\s+(?:(?P<area>{_AREA_WORDS})|{_TOWN_WORDS})$", re.IGNORECASE)
_TYPE_BEFORE = re.compile(
    rf"(?:(?:(?P<area>{_AREA_WORDS})|{_TOWN_WORDS}|port)\s+of\s+(?:the\s+)?|county\s+)(?=[^\W\d_])",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(
    rf"\s{{1,3}}(?P<area>{_AREA_WORDS}|counties|parishes|districts|provinces)\b", re.IGNORECASE
)
# "Camden and Charlton counties", "Suba, Migori and Siaya districts"
_PLURAL = re.compile(
    r"(?:,? (?:and|or|to|&) (?:the )?[^\W\d_a-z][\w’'-]*| and"
    r"|, [^\W\d_a-z][\w’'-]*(?: [A-Z][\w’'-]*)?){1,8}"
    r" (?P<area>counties|parishes|districts|provinces|states|regions)\b",
    re.IGNORECASE,
)
_TOWN = 5_000
_SINGULAR = {"counties": "county", "parishes": "parish"}
_SHORT = {"n": "north", "s": "south", "e": "east", "w": "west", "no": "north", "so": "south"}
_SHORT_START = re.compile(r"(?:[NSEW]|No|So)\.\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Bearers:
    """The name proper, without "northern" or "Province", and the places that bear it.

    Attributes:
        start, end: where the name proper stands in the text.
        key: under which it is weighed with the other names of the text.
    """

    start: int
    end: int
    key: str
    towns: tuple[Town, ...]


@cache
def country_as_town(code: str) -> Town:
    """A country as a candidate beside towns of its name; its population is its divisions'."""
    people = sum(t.population for (country, _), t in divisions().items() if country == code)
    return Town(countries()[code].place, "", people, Rank.COUNTRY)


def _named(key: str) -> tuple[Town, ...]:
    return cities_named(key) + divisions_named(key) + districts_named(key)


def _areas(bare: str, word: str) -> tuple[Town, ...]:
    """Districts and divisions of a name, first those with the very word ("Monroe County")."""
    exact = districts_named(f"{bare} {word}")
    if exact:
        return exact
    if word in ("county", "parish", "borough"):
        return districts_named(bare) or divisions_named(bare)
    return divisions_named(bare) + divisions_named(f"{bare} {word}") + districts_named(bare)


def _readings(text: str, start: int, end: int) -> Iterator[Bearers]:
    """What the name may be, from the most to the least literal; some without bearers."""
    name = text[start:end]
    key = fold(name)
    typed = _TYPE_BEHIND.search(name)
    before = _TYPE_BEFORE.match(name)
    behind = _NEXT_WORD.match(text, end) or _PLURAL.match(text, end)
    if typed and typed.group("area"):
        word = typed.group("area").casefold()
        bare = fold(name[: typed.start()])
        yield Bearers(start, end, key, _areas(bare, word))
        yield Bearers(start, end, key, _named(key))
        yield Bearers(start, start + typed.start(), bare, _named(bare))
    if behind and not typed:
        word = behind.group("area").casefold()
        word = _SINGULAR.get(word, word.removesuffix("s"))
        yield Bearers(start, end, f"{key} {word}", _areas(key, word))
    yield Bearers(start, end, key, _named(key))
    if before:
        bare = fold(name[before.end() :])
        word = (before.group("area") or "").casefold()
        if word:
            yield Bearers(start, end, key, _areas(bare, word))
        yield Bearers(start, end, bare, _named(bare))
    if typed:
        bare = fold(name[: typed.start()])
        yield Bearers(start, end, bare, _named(bare))
    short = _SHORT_START.match(name)
    if short:
        word = _SHORT[fold(short.group().strip())]
        bare = f"{word} {fold(name[short.end() :])}"
        yield Bearers(start, end, bare, _named(bare))


def bearers_at(text: str, start: int, end: int) -> Bearers:
    """The places that the name at `start:end` may mean; none if the gazetteer knows none."""
    first = None
    for reading in _readings(text, start, end):
        if reading.towns:
            return reading
        first = first or reading
    direction = _DIRECTION.match(text, start, end)
    if direction is not None and direction.end() < end:
        inner = bearers_at(text, direction.end(), end)
        # "northern Selby" is Selby; the "South Lawn" is not the South of a village called Lawn.
        known = text[start].islower() or any(t.population >= _TOWN for t in inner.towns)
        if inner.towns and known:
            return inner
    return first or Bearers(start, end, fold(text[start:end]), ())
