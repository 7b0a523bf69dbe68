"""From a scene and its events to itineraries: stops in order, with bounds for each end."""

from timeline.itinerary.correcting import correct
from timeline.itinerary.gathering import Evidence, gather
from timeline.itinerary.joining import join
from timeline.itinerary.plan import plan

__all__ = ["Evidence", "correct", "gather", "join", "plan"]
