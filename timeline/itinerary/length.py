"""How far a journey goes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from timeline.itinerary.travel import is_point
from timeline.model import Itinerary
from timeline.places import distance_km


def measured(itinerary: Itinerary) -> Itinerary:
    """An itinerary with its distance: great circles between the stops that are or will be made.

    Args:
        itinerary: its stops in the order of travel.

    Returns:
        The same, with kilometres along the sphere. A country or a region is measured to its label
        point, and makes the whole approximate; so does a place without coordinates, which is
        passed over.
    """
    places = [stop.place for stop in itinerary.made]
    total = sum(distance_km(a, b) for a, b in pairwise(p for p in places if p.is_located))
    rough = len(places) > 1 and not all(is_point(place) for place in places)
    return replace(itinerary, distance_km=round(total, 1), approximate=rough)
