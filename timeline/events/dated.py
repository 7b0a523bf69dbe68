"""What dating yields: a date with the phrase, the rule and the reason behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.model import Precision, Qualifier, TimeExpression, When

_WITHIN_A_DAY = (Precision.DAY, Precision.HOUR, Precision.MINUTE)


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with the phrase, the rule and the reason behind it."""

    when: When
    rule: str
    reason: str
    time: TimeExpression | None = None
    firm: bool = True  # of its own clause, so that the story may go on from it


def inferred(when: When) -> When:
    """A date that the text does not give to an event itself, marked so."""
    exact = when.qualifier is Qualifier.EXACT
    return replace(when, qualifier=Qualifier.INFERRED) if exact else when


def is_day(when: When) -> bool:
    """Whether a date is one day or a time of one, at which something happened."""
    return when.precision in _WITHIN_A_DAY and not when.lasting
