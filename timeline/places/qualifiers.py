"""What stands after a city's name to say which one: "Paris, Texas", "Birmingham (Alabama)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.places.cities import division_names, divisions
from timeline.places.countries import countries
from timeline.places.names import fold

# ", Texas" / " (Texas" / " in Texas"; then up to five words in capitals, small words between.
_AFTER = re.compile(
    r"(?P<lead>\s?,\s{1,2}|\s\(|,?\s(?:located\s)?(?:in|of)\s(?:the\s)?"
    r"(?:(?:north|south|east|west|central)(?:ern|east|west|eastern|western)?\s)?"
    r"(?:(?:state|province|county)\sof\s)?)"
    r"(?P<words>[^\W\d_a-zà-ÿ][\w.’'-]*(?:\s(?:(?:and|of|the)\s)?[^\W\d_a-zà-ÿ][\w.’'-]*){0,4})"
)


_NEXT_WORD = re.compile(r"[ \t]([^\W\d_]+)")
# News agencies put the day right behind the place: "in Austin, Texas Monday".
_NOT_OF_THE_NAME = frozenset(
    f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A country or division after a name.

    Attributes:
        start, end: where it stands.
        areas: (country, division code or "") that it may mean; "Georgia" means two.
        loose: joined by "in" or "of" rather than a comma or bracket, and so weaker.
    """

    start: int
    end: int
    areas: tuple[tuple[str, str], ...]
    loose: bool


@cache
def _areas() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}

    def add(name: str, area: tuple[str, str]) -> None:
        # Short forms are told apart by case and full stops: "Me" is not "ME".
        for key in {name, fold(name)} if len(name) > 3 else {name}:
            areas = found.setdefault(key, [])
            if area not in areas:
                areas.append(area)

    for code, country in countries().items():
        for name in (country.name, *country.names):
            add(name.removeprefix("the "), (code, ""))
    for key, town in divisions().items():
        for name in (town.place.name, *division_names().get(key, ())):
            add(name, key)
    return {name: tuple(areas) for name, areas in found.items()}


def areas_named(name: str) -> tuple[tuple[str, str], ...]:
    """The countries and divisions of a name or abbreviation."""
    areas = _areas()
    return areas.get(name) or (areas.get(fold(name), ()) if len(name) > 3 else ())


def _longest_known(words: str) -> tuple[int, tuple[tuple[str, str], ...]]:
    """How many characters of the words name an area, without a sentence's full stop, and which."""
    areas = _areas()
    bare = words.rstrip(".")
    owned = words.removesuffix("'s").removesuffix("’s")
    for tried in (words, bare, owned):
        if tried in areas:
            return len(tried), areas[tried]
    for tried in (bare, owned):
        if areas_named(tried):
            return len(tried), areas_named(tried)
    return 0, ()


def _goes_on(text: str, end: int) -> bool:
    """Whether a longer name in capitals starts with it: "Victoria" in Victoria Falls."""
    after = _NEXT_WORD.match(text, end)
    if after is None:
        return False
    word = after.group(1)
    return word[0].isupper() and word not in _NOT_OF_THE_NAME


def qualifier_at(text: str, position: int) -> Qualifier | None:
    """The qualifier that follows a name which ends at `position`, if there is one."""
    match = _AFTER.match(text, position)
    if match is None:
        return None
    begin = match.start("words")
    loose = match.group("lead").lstrip(",").split()[:1] in (["in"], ["of"], ["located"])
    words = match.group("words")
    while words:
        length, areas = _longest_known(words)
        if areas and not _goes_on(text, begin + length):
            return Qualifier(begin, begin + length, areas, loose)
        words = words[: max(words.rfind(" "), 0)].removesuffix(" and").removesuffix(" of")
    return None
