"""The gazetteer: countries by code, places by name, and places found in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.model import Place, PlacePrecision
from timeline.places import mentions
from timeline.places.choice import capital_of
from timeline.places.cities import cities_named, divisions_named
from timeline.places.countries import countries
from timeline.places.dictionary import Kind, scan
from timeline.places.mentioned import PlaceMention
from timeline.places.names import fold
from timeline.places.qualifiers import areas_named
from timeline.places.spans import NameSpan

# People from which a place is a city.
_CITY = 10_000


class Gazetteer:
    """Where places are. Holds no state of its own; the data files are read once a process."""

    @staticmethod
    @cache
    def load() -> Gazetteer:
        """The gazetteer, with its data read so that the first article is not slower."""
        gazetteer = Gazetteer()
        scan("Geneva")
        areas_named("Texas")
        cities_named("geneva")
        divisions_named("texas")
        return gazetteer

    @property
    def country_codes(self) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes that are known, and XK."""
        return frozenset(countries())

    def country(self, code: str) -> Place:
        """A country at its label point.

        Raises:
            KeyError: if no country has the code.
        """
        return countries()[code].place

    def country_name(self, code: str) -> str:
        """The English name that news uses.

        Raises:
            KeyError: if no country has the code.
        """
        return countries()[code].name

    def lookup(self, name: str, country: str = "") -> Place | None:
        """The place of a bare name: a dictionary name if it is all of it, else the largest city.

        Args:
            name: "Geneva", "the Gulf", "Japan".
            country: an alpha-2 code, to look in that country only.
        """
        for match in scan(name):
            before = name[: match.start].casefold()
            whole = before in ("", "the ") and match.end == len(name)
            if whole and match.entry.place and country in ("", *match.entry.countries):
                return match.entry.place
        key = fold(name)
        for town in cities_named(key) + divisions_named(key):
            if country in ("", town.place.country):
                return town.place
        return None

    def is_well_known(self, name: str) -> bool:
        """Whether a bare name is a place that readers far away know: no village, but a city."""
        found = self.lookup(name)
        if found is None or found.precision is not PlacePrecision.CITY:
            return found is not None
        return bool(capital_of(found)) or cities_named(fold(name))[0].population >= _CITY

    def members(self, region: str) -> tuple[str, ...]:
        """The countries of a region by any of its names, as alpha-2 codes; empty if unknown."""
        for match in scan(f"the {region.removeprefix('the ')}"):
            if match.entry.kind is Kind.REGION:
                return match.entry.countries
        return ()

    def find(self, text: str, names: Sequence[NameSpan], *, start: int = 0) -> list[PlaceMention]:
        """Places in a text; see `timeline.places.mentions.find`."""
        return mentions.find(text, names, start=start)

    def sent_from(self, text: str, start: int) -> Place | None:
        """The town of the dateline that ends at `start` ("LIMA, May 3 -"), if one does."""
        town = mentions.sent_from(text, start)
        return self.lookup(town) if town else None

    def resolve(
        self, text: str, extents: Sequence[tuple[int, int]], names: Sequence[NameSpan]
    ) -> list[PlaceMention | None]:
        """What stands at given extents; see `timeline.places.mentions.resolve`."""
        return mentions.resolve(text, extents, names)
