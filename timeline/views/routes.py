"""Routes on the globe: great circles between stops, as lines that a map can draw.

Formulae: Ed Williams, "Aviation Formulary" (edwilliams.org/avform147.htm), on a sphere.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, atan2, ceil, cos, degrees, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
STEP_KM = 100.0

LonLat = tuple[float, float]


def great_circle(start: LonLat, end: LonLat) -> list[LonLat]:
    """Points along the shortest way between two places, some `STEP_KM` apart.

    Args:
        start, end: longitude and latitude in degrees.

    Returns:
        Longitudes and latitudes from `start` to `end`. Longitudes run on past ±180 instead of
        jumping there, as a map wants them. Two places at opposite ends of the globe have no
        shortest way: the route then goes over the North Pole side. Empty for one and the same
        place.
    """
    angle = _angle(start, end)
    if angle < 1e-9:
        return []
    count = max(2, ceil(angle * EARTH_RADIUS_KM / STEP_KM))
    if sin(angle) < 1e-6:
        middle = (start[0], min(90.0, start[1] + 90.0) if start[1] <= 0 else 90.0)
        first, second = great_circle(start, middle), great_circle(middle, end)
        return _continuous([*first, *second[1:]])
    lon1, lat1, lon2, lat2 = (radians(value) for value in (*start, *end))
    points: list[LonLat] = []
    for step in range(count + 1):
        share = step / count
        a = sin((1 - share) * angle) / sin(angle)
        b = sin(share * angle) / sin(angle)
        x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2)
        y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2)
        z = a * sin(lat1) + b * sin(lat2)
        points.append((degrees(atan2(y, x)), degrees(atan2(z, sqrt(x * x + y * y)))))
    points[0], points[-1] = start, end
    return _continuous(points)


def _angle(start: LonLat, end: LonLat) -> float:
    """The angle between two points at the centre of the globe, in radians."""
    lon1, lat1, lon2, lat2 = (radians(value) for value in (*start, *end))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * asin(min(1.0, sqrt(half)))


def _continuous(points: Sequence[LonLat]) -> list[LonLat]:
    """The same points with longitudes that never jump by more than half a turn."""
    out: list[LonLat] = []
    for lon, lat in points:
        if out:
            lon += 360 * round((out[-1][0] - lon) / 360)
        out.append((round(lon, 4), round(lat, 4)))
    return out
