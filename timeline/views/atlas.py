"""What a map shows, before any map is drawn: places with their events, and travellers' legs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any

import pandas as pd

from timeline.model import PlacePrecision, Status
from timeline.views.hover import customdata
from timeline.views.lanes import LaneBy, lanes_of
from timeline.views.routes import LonLat, great_circle
from timeline.views.theme import DARK_EDITION, INK, PAPER, colour_of, plain, trimmed

_CERTAIN = {"happened", "ongoing", "reported"}
_OFF = {Status.CANCELLED.value, Status.DENIED.value}  # stops that nobody makes
_WIDE = {PlacePrecision.COUNTRY.value, PlacePrecision.REGION.value, PlacePrecision.ADMIN.value}


@dataclass(slots=True)
class Spot:
    """One point of the map and all that happens there.

    Attributes:
        name, latitude, longitude: the place.
        wide: the point stands for a country or a region, not for a town.
        colour: of its first event or traveller.
        numbers: what number the place has in each journey that stops there.
        events: hover data of its events, as `hover.customdata` gives them.
    """

    name: str
    latitude: float
    longitude: float
    wide: bool
    colour: str
    numbers: list[str] = field(default_factory=list)
    events: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The number on the mark: "2", or "1·4" for a place that is visited twice."""
        return "·".join(dict.fromkeys(self.numbers[:3]))

    def feature(self) -> dict[str, Any]:
        """Name and number as GeoJSON, with the number's colour for each edition of the map."""
        ink = INK if self.wide else PAPER
        clear = "rgba(0,0,0,0)"  # a dot that nobody sees keeps other names off the mark
        return {
            "type": "Feature",
            "properties": {
                "name": trimmed(self.name, 28),
                "number": self.text or "●",
                "light": ink if self.text else clear,
                "dark": DARK_EDITION[ink] if self.text else clear,
            },
            "geometry": {"type": "Point", "coordinates": [self.longitude, self.latitude]},
        }

    @property
    def data(self) -> list[Any]:
        """Customdata of the mark: id and lines of the first event, then all ids."""
        first = self.events[0] if self.events else ["", plain(self.name), "", "", ""]
        lines = list(first)
        if len(self.events) > 1:
            others = [event[1] for event in self.events[1:6]]
            more = len(self.events) - 1 - len(others)
            lines[4] = "<br>".join([*others, *([f"and {more} more"] if more else [])])
        return [*lines, [event[0] for event in self.events]]


@dataclass(frozen=True, slots=True)
class Leg:
    """One way from a stop to the next."""

    person: str
    colour: str
    planned: bool
    path: tuple[LonLat, ...]

    def feature(self) -> dict[str, Any]:
        """The leg as GeoJSON, with a colour for each edition of the map."""
        return {
            "type": "Feature",
            "properties": {
                "colour": self.colour,
                "dark": DARK_EDITION.get(self.colour, self.colour),
                "planned": self.planned,
            },
            "geometry": {"type": "LineString", "coordinates": [list(point) for point in self.path]},
        }


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything on the map.

    Attributes:
        spots: places, in the order of the events.
        legs: ways between stops.
        countries: ISO codes of countries that an event names as a whole, to be tinted.
    """

    spots: tuple[Spot, ...]
    legs: tuple[Leg, ...]
    countries: tuple[str, ...]

    def places(self) -> dict[str, Any]:
        """Names and numbers of all spots as one GeoJSON collection."""
        return {"type": "FeatureCollection", "features": [spot.feature() for spot in self.spots]}

    def routes(self) -> dict[str, Any]:
        """All legs as one GeoJSON collection."""
        return {"type": "FeatureCollection", "features": [leg.feature() for leg in self.legs]}


def atlas_of(
    frame: pd.DataFrame,
    stops: pd.DataFrame,
    *,
    by: LaneBy = LaneBy.PERSON,
    preferred: Sequence[str] = (),
    colours: Mapping[str, int] | None = None,
) -> Atlas:
    """Gather what a map shows.

    Args:
        frame: the event frame; events without coordinates are left to the timeline.
        stops: the itinerary frame.
        by, preferred, colours: as for the timeline's lanes, so that colours agree.

    Returns:
        One spot for each pair of coordinates. A leg joins stops that follow one another: if a
        filter has taken out the one between, there is no leg. A stop that was cancelled or denied
        is a spot without a number, and no leg leads to it or from it.
    """
    dealt = lanes_of(frame, by, preferred=preferred, colours=colours)
    spots: dict[tuple[float, float], Spot] = {}
    countries: dict[str, None] = {}
    by_person = dict(colours or {}) if by is LaneBy.PERSON else {}
    tones = _travellers(stops, by_person)

    located: list[Any] = list(frame.dropna(subset=["latitude", "longitude"]).itertuples())
    for row in located:
        colour = colour_of(dealt.ordinals[dealt.of[str(row.event_id)]])
        _spot(spots, row, colour).events.append(customdata(row))
        if row.place_precision == PlacePrecision.COUNTRY.value:
            countries |= dict.fromkeys(row.countries[:1])
    stays: list[Any] = list(stops.dropna(subset=["latitude", "longitude"]).itertuples())
    for row in stays:
        spot = _spot(spots, row, tones[str(row.person)])
        if str(row.status) in _OFF:
            continue
        spot.colour = tones[str(row.person)]
        spot.numbers.append(str(row.order))
        if row.place_precision == PlacePrecision.COUNTRY.value and row.country:
            countries[str(row.country)] = None
    return Atlas(tuple(spots.values()), tuple(_legs(stops, tones)), tuple(countries))


def _spot(spots: dict[tuple[float, float], Spot], row: Any, colour: str) -> Spot:
    key = (round(float(row.latitude), 4), round(float(row.longitude), 4))
    if key not in spots:
        wide = str(row.place_precision) in _WIDE
        spots[key] = Spot(str(row.place), key[0], key[1], wide, colour)
    return spots[key]


def _travellers(stops: pd.DataFrame, settled: Mapping[str, int]) -> dict[str, str]:
    """A colour for each traveller: that of the lane, else the next of the palette."""
    people = list(dict.fromkeys(str(person) for person in stops["person"]))
    if len(people) == 1 and people[0] not in settled:
        return {people[0]: INK}
    return {person: colour_of(settled.get(person, i)) for i, person in enumerate(people)}


def _legs(stops: pd.DataFrame, tones: Mapping[str, str]) -> list[Leg]:
    legs: list[Leg] = []
    located = stops.dropna(subset=["latitude", "longitude"])
    for (_, person), journey in located.groupby(["article_id", "person"], sort=False):
        rows: list[Any] = list(journey.sort_values("order").itertuples())
        for here, there in pairwise(rows):
            if there.order != here.order + 1 or _OFF & {str(here.status), str(there.status)}:
                continue
            path = great_circle(
                (float(here.longitude), float(here.latitude)),
                (float(there.longitude), float(there.latitude)),
            )
            if path:
                planned = str(there.status) not in _CERTAIN
                legs.append(Leg(str(person), tones[str(person)], planned, tuple(path)))
    return legs


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the map in degrees; `west` may be less than -180, never more than `east`."""

    west: float
    south: float
    east: float
    north: float

    @property
    def centre(self) -> LonLat:
        """Its middle on a Mercator map."""
        low, high = _mercator(self.south), _mercator(self.north)
        middle = degrees(_gudermann((low + high) / 2))
        lon = (self.west + self.east) / 2
        return ((lon + 180) % 360 - 180, middle)

    def zoom(self, width: float, height: float) -> float:
        """The MapLibre zoom at which it fits into so many pixels (512 pixels a world at 0)."""
        across = max((self.east - self.west) / 360, 1e-6)
        up = max((_mercator(self.north) - _mercator(self.south)) / (2 * pi), 1e-6)
        return log2(min(width / 512 / across, height / 512 / up))


_WORLD = View(-150, -45, 170, 72)


def view_of(points: Sequence[LonLat], *, least: float = 14) -> View:
    """The smallest rectangle around all points, across the date line if that is shorter.

    Args:
        points: longitudes and latitudes in degrees.
        least: degrees that it spans at least, so that one town keeps its surroundings.
    """
    if not points:
        return _WORLD
    lons = sorted((lon + 180) % 360 - 180 for lon, _ in points)
    gaps = [(after - before, i) for i, (before, after) in enumerate(pairwise(lons))]
    gaps.append((lons[0] + 360 - lons[-1], len(lons) - 1))
    _, widest = max(gaps)
    west, east = lons[(widest + 1) % len(lons)], lons[widest]
    if west > east:
        west -= 360
    lats = [lat for _, lat in points]
    south, north = min(lats), max(lats)
    wide, tall = max(least, (east - west) * 1.3), max(least * 0.6, (north - south) * 1.4)
    middle, level = (west + east) / 2, (south + north) / 2
    return View(
        middle - wide / 2,
        max(level - tall / 2, -75),
        middle + wide / 2,
        min(level + tall / 2, 80),
    )


def _mercator(latitude: float) -> float:
    return asinh(tan(radians(latitude)))


def _gudermann(y: float) -> float:
    return atan(sinh(y))
