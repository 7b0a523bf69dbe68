"""How far apart two places are on the ground."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from timeline.model import Place

MEAN_EARTH_RADIUS_KM = 6371.0088


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance in kilometres, by the haversine formula on a spherical Earth.

    The sphere is off by at most 0.6%. What the coordinates stand for still counts: a country's
    are its label point, so the distance from Seoul to South Korea is not zero.
    """
    latitude_a, latitude_b = radians(a.latitude), radians(b.latitude)
    rise = sin((latitude_b - latitude_a) / 2)
    turn = sin(radians(b.longitude - a.longitude) / 2)
    chord = rise * rise + cos(latitude_a) * cos(latitude_b) * turn * turn
    return 2 * MEAN_EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
