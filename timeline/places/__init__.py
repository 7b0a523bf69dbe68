"""Names in an article become places with coordinates: countries, regions, cities, bodies."""

from __future__ import annotations

from timeline.places.distance import distance_km
from timeline.places.gazetteer import Gazetteer
from timeline.places.mentioned import PlaceMention
from timeline.places.spans import NameSpan

__all__ = ["Gazetteer", "NameSpan", "PlaceMention", "distance_km"]
