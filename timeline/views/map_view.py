"""Which part of the earth a map opens on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan

from timeline.views.routes import LonLat


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
