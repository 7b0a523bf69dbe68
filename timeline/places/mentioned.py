"""A name in a text and the place that it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Place
from timeline.places.countries import countries
from timeline.places.dictionary import Kind


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in the text and what it stands for.

    Attributes:
        start, end, text: where it stands.
        place: coordinates; None for peoples ("Japanese") and bodies ("the Kremlin").
        countries: ISO alpha-2 codes; none for a region of several countries or a sea.
        kind: what sort of name it is.
        capital_of: the code of the country whose capital it is, else empty.
        qualifier: the name behind it that says which one is meant (Texas in "Paris, Texas");
            it is not listed as a mention of its own, for nobody goes to both.
    """

    start: int
    end: int
    text: str
    place: Place | None
    countries: tuple[str, ...]
    kind: Kind
    capital_of: str = ""
    qualifier: PlaceMention | None = None

    @property
    def point(self) -> Place | None:
        """Where to put it on a map: its place, for a people its country; None for a body."""
        if self.place is None and self.kind is Kind.DEMONYM and len(self.countries) == 1:
            return countries()[self.countries[0]].place
        return self.place
