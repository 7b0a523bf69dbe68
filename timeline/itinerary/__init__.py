"""From a scene and its events to itineraries: stops in order, with bounds for each end."""

from timeline.itinerary.joining import join
from timeline.itinerary.plan import plan

__all__ = ["join", "plan"]
