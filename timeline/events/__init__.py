"""From a parsed article with its times, places and people to events."""

from timeline.events.extract import extract_events
from timeline.events.mentions import date_mentions, find_mentions
from timeline.events.scene import Scene
from timeline.events.triggers import Trigger, find_triggers

__all__ = ["Scene", "Trigger", "date_mentions", "extract_events", "find_mentions", "find_triggers"]
