"""What a map shows, before any map is drawn: places with their events, and travellers' legs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import pi
from typing import Any

import numpy as np
import pandas as pd

from timeline.model import NOT_MADE, PlacePrecision, Status
from timeline.views.hover import customdata
from timeline.views.lanes import LaneBy, Lanes, Numbers, lanes_of
from timeline.views.routes import LonLat, great_circle
from timeline.views.theme import DARK_EDITION, INK, MUTED, OTHER, PAPER, colour_of, plain, trimmed

Flags = np.ndarray[Any, np.dtype[np.bool_]]

_CERTAIN = {"happened", "ongoing", "reported"}
_OFF = {status.value for status in NOT_MADE}  # stops that nobody makes, or may never make
_STRUCK = {Status.CANCELLED.value, Status.DENIED.value}
CROSS = "×"  # on what is called off
MOST_SPOTS = 400  # places, above which neighbours are drawn as one
_MOST_LISTED = 4000  # events that all spots together list
_SQUARE = 84  # pixels
_WIDE = {PlacePrecision.COUNTRY.value, PlacePrecision.REGION.value, PlacePrecision.ADMIN.value}


@dataclass(slots=True)
class Spot:
    """One point of the map and all that happens there.

    Attributes:
        name, latitude, longitude: the place.
        wide: the point stands for a country or a region, not for a town.
        colour: of its first event or traveller; neutral where several travellers stop.
        owner: whose colour that is: the name of a lane or of a traveller.
        numbers: what number the place has in each traveller's journey, by the traveller's name.
        off: nothing takes place there: every stop and event is one that was called off.
        events: hover data of its first events, as `hover.customdata` gives them.
        count: how many events there are.
        places: how many places it stands for; more than one is a cluster.
    """

    name: str
    latitude: float
    longitude: float
    wide: bool
    colour: str
    owner: str = ""
    numbers: dict[str, list[str]] = field(default_factory=dict)
    off: bool = False
    events: list[list[str]] = field(default_factory=list)
    count: int = 0
    places: int = 1

    @property
    def text(self) -> str:
        """The number on the mark: "2", or "1·4" for a place that is visited twice.

        Where several travellers stop, each has a side: "4 | 1". A cluster has the number of its
        events instead, and what is called off a cross.
        """
        if self.places > 1:
            return _rounded(self.count)
        sides = ["·".join(dict.fromkeys(own[:3])) for own in self.numbers.values()]
        more = [] if len(sides) <= 2 else ["…"]
        return " | ".join(sides[:2] + more) or (CROSS if self.off else "")

    @property
    def shared(self) -> bool:
        """Whether several travellers stop there."""
        return len(self.numbers) > 1

    @property
    def hollow(self) -> bool:
        """Whether its mark is open."""
        return self.wide or self.off

    @property
    def ink(self) -> str:
        """The colour of what is written on its mark."""
        return OTHER if self.off else INK if self.wide else PAPER

    @property
    def title(self) -> str:
        """What it is called, a cluster by its busiest place."""
        return f"{self.name} and {self.places - 1:,} more" if self.places > 1 else self.name

    def feature(self, later: float = 0) -> dict[str, Any]:
        """Name and number as GeoJSON, with the number's colour for each edition of the map.

        Args:
            later: from 0 to 1, the higher the later it is drawn.
        """
        clear = "rgba(0,0,0,0)"  # a dot that nobody sees keeps other names off the mark
        return {
            "type": "Feature",
            "properties": {
                "name": trimmed(self.title, 28),
                "number": self.text or "●",
                "size": 18 if self.off else 12,
                "light": self.ink if self.text else clear,
                "dark": DARK_EDITION[self.ink] if self.text else clear,
                # Where marks meet, the number is kept of what is drawn above the others.
                "order": (3 if not self.text else 2 if self.off else int(self.wide)) - later,
            },
            "geometry": {"type": "Point", "coordinates": [self.longitude, self.latitude]},
        }

    @property
    def data(self) -> list[Any]:
        """Customdata of the mark.

        Id and hover lines of the first event; then ids of the listed events, the place's name,
        title and time of each listed event, the number of all its events, and whether it is a
        cluster.
        """
        first = self.events[0] if self.events else ["", plain(self.title), "", "", ""]
        lines = list(first)
        if self.places > 1:
            lines = ["", plain(self.title), f"{self.count:,} events", "Select to come closer", ""]
        elif self.count > 1:
            others = [event[1] for event in self.events[1:6]]
            more = self.count - 1 - len(others)
            lines[4] = "<br>".join([*others, *([f"and {more:,} more"] if more else [])])
        ids = [event[0] for event in self.events]
        listed = [event[1:3] for event in self.events]
        return [*lines, ids, plain(self.title), listed, self.count, self.places > 1]


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
        count = len(self.spots)
        features = [spot.feature(later / count) for later, spot in enumerate(self.spots)]
        return {"type": "FeatureCollection", "features": features}

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
    dealt: Lanes | None = None,
    zoom: float = 1.5,
    selected: str | None = None,
) -> Atlas:
    """Gather what a map shows.

    Args:
        frame: the event frame; events without coordinates are left to the timeline.
        stops: the itinerary frame.
        by, preferred, colours: as for the timeline's lanes, so that colours agree.
        dealt: the lanes themselves, where they have been dealt out before.
        zoom: of the map, by which more than `MOST_SPOTS` places are gathered into clusters.
        selected: id of the event that its spot must list, however many it has.

    Returns:
        One spot for each pair of coordinates. A leg joins stops that follow one another: if a
        filter has taken out the one between, there is no leg. A stop that was cancelled, denied or
        merely proposed is a spot with a cross instead of a number, unless something else takes
        place there; legs pass it by.
    """
    dealt = dealt or lanes_of(frame, by, preferred=preferred, colours=colours)
    by_person = dict(colours or {}) if by is LaneBy.PERSON else {}
    tones = _travellers(stops, by_person)
    missed = {one for ids in stops.loc[stops["status"].isin(_OFF), "event_ids"] for one in ids}
    spots = _spots(frame, dealt, zoom, selected, missed)
    national = frame["place_precision"].eq(PlacePrecision.COUNTRY.value) & _located(frame)
    lands = frame.loc[national, "countries"].tolist()
    countries = dict.fromkeys(code for codes in lands for code in codes[:1])
    stays: list[Any] = list(stops.dropna(subset=["latitude", "longitude"]).itertuples())
    for row in stays:
        key = (round(float(row.latitude), 4), round(float(row.longitude), 4))
        if key not in spots:
            wide = str(row.place_precision) in _WIDE
            spots[key] = Spot(str(row.place), *key, wide, OTHER, off=True)
        spot = spots[key]
        if str(row.status) in _OFF:
            continue
        person = str(row.person)
        spot.numbers.setdefault(person, []).append(str(row.order))
        spot.off = False
        spot.colour, spot.owner = (INK, "") if spot.shared else (tones[person], person)
        if row.place_precision == PlacePrecision.COUNTRY.value and row.country:
            countries[str(row.country)] = None
    return Atlas(tuple(spots.values()), tuple(_legs(stops, tones)), tuple(countries))


def _located(frame: pd.DataFrame) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return (frame["latitude"].notna() & frame["longitude"].notna()).to_numpy(bool)


def _spots(
    frame: pd.DataFrame, dealt: Lanes, zoom: float, selected: str | None, missed: set[str]
) -> dict[tuple[float, float], Spot]:
    """One spot for each pair of coordinates, or for each square of the map if they are many.

    Args:
        frame, dealt, zoom, selected: as for `atlas_of`.
        missed: ids of events at stops that nobody makes.
    """
    located = np.flatnonzero(_located(frame))
    at = frame[["latitude", "longitude"]].to_numpy("float64")[located].round(4)
    pairs, group = _grouped(at)
    cells = np.arange(len(pairs))
    if len(pairs) > MOST_SPOTS:
        _, cells = _grouped(_squares(pairs, zoom))
    cell_of = cells[group]
    total = int(cells.max(initial=-1)) + 1
    listed = max(6, min(40, _MOST_LISTED // max(total, 1)))
    chosen = frame["event_id"].eq(selected or "").to_numpy(bool)[located]
    gathered = len(pairs) > MOST_SPOTS
    order = np.argsort(cell_of, kind="stable")
    sizes = np.bincount(cell_of, minlength=total)
    kept: list[int] = []  # the first row of each spot, then those that it lists
    spans: list[tuple[int, int]] = []
    for rows in np.split(order, np.cumsum(sizes)[:-1]) if total else []:
        some = rows[:1] if gathered else rows[:listed]
        own = rows[chosen[rows]]
        spans.append((len(kept), len(some) + len(own)))
        kept += [int(rows[np.bincount(group[rows]).argmax() == group[rows]][0]), *some, *own]
    found: list[Any] = list(frame.iloc[located[kept]].itertuples())
    lane_of = dealt.of[located]
    told = frame[["event_id", "status"]].iloc[located]
    off = _called_off(told, cell_of, total, missed)
    many = np.bincount(cells, minlength=total)
    middle = np.column_stack(
        [
            np.bincount(cell_of, at[:, axis], minlength=total) / np.maximum(sizes, 1)
            for axis in (0, 1)
        ]
    ).round(4)
    spots: dict[tuple[float, float], Spot] = {}
    for number, (first, count) in enumerate(spans):
        place = found[first]
        key = (round(float(place.latitude), 4), round(float(place.longitude), 4))
        if many[number] > 1:
            key = (float(middle[number, 0]), float(middle[number, 1]))
        lane = lane_of[kept[first]]
        one = many[number] == 1
        called_off = bool(one and off[number])
        colour = OTHER if called_off else colour_of(dealt.ordinals[lane]) if one else MUTED
        events = {str(row.event_id): row for row in found[first + 1 : first + 1 + count]}
        spots[key] = Spot(
            str(place.place),
            *key,
            str(place.place_precision) in _WIDE,
            colour,
            "" if called_off or not one else dealt.names[lane],
            off=called_off,
            events=[customdata(row) for row in events.values()],
            count=int(sizes[number]),
            places=int(many[number]),
        )
    return spots


def _called_off(located: pd.DataFrame, cell_of: Numbers, total: int, missed: set[str]) -> Flags:
    """Where nothing takes place: all was cancelled or denied, or only proposed for a lost stop."""

    def count(which: pd.Series[bool]) -> Numbers:
        return np.bincount(cell_of[which.to_numpy(bool)], minlength=total)

    sizes = np.bincount(cell_of, minlength=total)
    struck: Flags = count(located["status"].isin(_STRUCK)) == sizes
    if not missed:
        return struck
    unmade = count(located["status"].isin(_OFF)) == sizes
    lost: Flags = unmade & (count(located["event_id"].isin(missed)) > 0)
    return struck | lost


def _grouped(
    values: np.ndarray[Any, np.dtype[Any]],
) -> tuple[np.ndarray[Any, np.dtype[Any]], np.ndarray[Any, np.dtype[np.intp]]]:
    """Distinct rows in the order in which they first occur, and which of them each row is."""
    distinct, first, inverse = np.unique(values, axis=0, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.intp)
    rank[np.argsort(first)] = np.arange(len(first))
    return distinct[np.argsort(first)], rank[inverse.reshape(-1)]


def _squares(
    pairs: np.ndarray[Any, np.dtype[np.float64]], zoom: float
) -> np.ndarray[Any, np.dtype[Any]]:
    """The square of a Mercator map, `_SQUARE` pixels wide at this zoom, that each pair is in."""
    world = 512 * 2**zoom
    latitude = np.radians(np.clip(pairs[:, 0], -85, 85))
    x = (pairs[:, 1] + 180) / 360 * world
    y = np.arcsinh(np.tan(latitude)) / (2 * pi) * world
    return np.floor(np.column_stack([x, y]) / _SQUARE).astype("int64")


def _rounded(count: int) -> str:
    """A count in at most four characters: "87", "1.2k", "34k"."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 9950 else f"{count / 1000:.0f}k"


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
        off = journey["status"].isin(_OFF)
        passed = set(journey.loc[off, "order"])
        rows: list[Any] = list(journey[~off].sort_values("order").itertuples())
        for here, there in pairwise(rows):
            if not passed.issuperset(range(here.order + 1, there.order)):
                continue
            path = great_circle(
                (float(here.longitude), float(here.latitude)),
                (float(there.longitude), float(there.latitude)),
            )
            if path:
                planned = str(there.status) not in _CERTAIN
                legs.append(Leg(str(person), tones[str(person)], planned, tuple(path)))
    return legs
