"""The past, the present and the future in general: "recently", "now", "soon"."""

from __future__ import annotations

from timeline.model import Bounds, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.rule import Place, Reading


def past(at: Place) -> Reading:
    """No stated time before the anchor."""
    now = at.anchor
    why = f"lies at no stated time before {days.say(now)}"
    when = When.within(None, now, Precision.NONE, Qualifier.INFERRED)
    return Reading(TimexType.DATE, "PAST_REF", None, Precision.NONE, why, now, when=when)


def present(at: Place) -> Reading:
    """The time of the article, which has begun before it and goes on."""
    now = at.anchor
    why = f"is the time of the article, {days.say(now)}"
    when = When.lasted(Bounds(None, now), Bounds(now, None), Precision.DAY)
    return Reading(TimexType.DATE, "PRESENT_REF", None, Precision.DAY, why, now, when=when)


def future(at: Place) -> Reading:
    """No stated time after the anchor."""
    now = at.anchor
    why = f"lies at no stated time after {days.say(now)}"
    when = When.within(now, None, Precision.NONE, Qualifier.INFERRED)
    return Reading(TimexType.DATE, "FUTURE_REF", None, Precision.NONE, why, now, when=when)
