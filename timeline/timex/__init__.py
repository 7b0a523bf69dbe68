"""Time expressions: found in text, resolved against a day, and explained."""

from __future__ import annotations

from timeline.timex.find import find

__all__ = ["find"]
