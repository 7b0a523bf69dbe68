"""How many days travel takes at least: the great circle at an airliner's speed, zone to zone.

Nothing that could be true is excluded. A point's time zone is not looked up: it lies near the sun's
time at its longitude, since hardly any zone is more than an hour behind the sun, or more than
three hours ahead of it. Points alone have a distance; a country allows nearly anything.
"""

from __future__ import annotations

import re
from math import ceil, floor

from timeline.itinerary.evidence import Visit
from timeline.model import Place, PlacePrecision
from timeline.places import distance_km

POINTS = frozenset((PlacePrecision.CITY, PlacePrecision.SITE))
# An airliner's cruise with the strongest jet stream behind it, in km an hour over the ground.
_SPEED = 1100.0
_HOURS_PER_DEGREE = 24 / 360
# How far a zone's clock may stand behind the sun's time and ahead of it, summer time included.
_BEHIND, _AHEAD = 1.2, 3.3
# Who gains as many hours has crossed the date line, and may arrive on the day before.
_GAINED = -6.0
# Local hours of the parts of a day, as widely as anybody means them.
_PARTS = (
    (re.compile(r"\bmorning\b", re.IGNORECASE), (0.0, 13.0)),
    (re.compile(r"\b(?:noon|midday|lunchtime)\b", re.IGNORECASE), (11.0, 14.0)),
    (re.compile(r"\bafternoon\b", re.IGNORECASE), (12.0, 19.0)),
    (re.compile(r"\b(?:evening|tonight)\b", re.IGNORECASE), (16.0, 24.0)),
)
WHOLE_DAY = (0.0, 24.0)
Hours = tuple[float, float]


def hours_of(visit: Visit) -> Hours:
    """The local hours within which something is told to be: a clock time, "in the evening"."""
    clock = visit.when.clock if visit.when else None
    if clock is not None:
        hour = clock.hour + clock.minute / 60
        return max(0.0, hour - 0.5), min(24.0, hour + 1.0)
    return next((hours for part, hours in _PARTS if part.search(visit.phrase)), WHOLE_DAY)


def is_point(place: Place) -> bool:
    """Whether a place is a point on the map, from which distances can be measured."""
    return place.precision in POINTS and place.is_located


def least_days(a: Place, b: Place, leaves: Hours = WHOLE_DAY, arrives: Hours = WHOLE_DAY) -> int:
    """How many days of the calendar lie at least between leaving one place and arriving in another.

    Args:
        a, b: the places; only towns and sites bound anything.
        leaves, arrives: the local hours of either, as far as they are told.

    Returns:
        Days, each local to its place: 0 mostly; 1 or 2 where the way and the lost hours take so
        long; -1 eastwards over the date line.
    """
    if not (is_point(a) and is_point(b)):
        return 0
    flight = distance_km(a, b) / _SPEED
    apart = (b.longitude - a.longitude) * _HOURS_PER_DEGREE
    if flight + apart < _GAINED:
        return -1
    soonest = leaves[0] + flight + apart - _BEHIND - _AHEAD
    latest = arrives[1]
    # "on the same day" ends at midnight, so that an arrival then is on the next one
    late = floor(soonest / 24) if latest >= WHOLE_DAY[1] else ceil((soonest - latest) / 24)
    return max(0, late)


def way(a: Place, b: Place) -> str:
    """The way between two places in words: "16,990 km"."""
    return f"{round(distance_km(a, b), -1):,.0f} km"
