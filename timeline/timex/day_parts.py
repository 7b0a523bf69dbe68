"""Parts of a day put onto a day: "Friday night", "the next morning", "noon Tuesday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from timeline.model import Precision, TimexType
from timeline.timex.rule import Reading
from timeline.timex.timex3 import PART_CLOCK, PART_CODE


def with_part(day: Reading, part: str) -> Reading:
    """A day's reading narrowed to its morning, night, noon …; TIMEX3 type TIME."""
    if part in PART_CLOCK:
        clock = PART_CLOCK[part]
        timed = with_clock(day, clock, f"T{clock:%H:%M}")
        return replace(timed, precision=Precision.HOUR)  # "noon" is no finer than its hour
    return replace(
        day, type=TimexType.TIME, value=f"{day.value}T{PART_CODE[part]}", precision=Precision.DAY
    )


def with_clock(day: Reading, clock: time, suffix: str) -> Reading:
    """A day's reading with a time of day; `suffix` is its TIMEX3 form, such as `T15:00`."""
    return replace(
        day,
        type=TimexType.TIME,
        value=day.value.split("T")[0] + suffix,
        precision=Precision.MINUTE if len(suffix) > 3 else Precision.HOUR,
        clock=clock,
    )
