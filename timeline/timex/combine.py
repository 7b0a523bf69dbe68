"""A day and a time of day side by side are one expression: "10 p.m. Friday", "Friday at noon"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Precision, TimeExpression, TimexType
from timeline.timex.language import Joints

_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)")


def join(
    flat: bytes, text: str, left: TimeExpression, right: TimeExpression, joints: Joints
) -> TimeExpression | None:
    """One expression from a time of day and a day that stand side by side, in either order.

    Args:
        flat: the text, one byte a character.
        text: the text.
        left, right: neighbours; only what `joints.beside` allows ("at", a comma) may part them.
        joints: how the language joins.
    """
    if left.rule in joints.clocks:
        clock, day = left, right
    elif right.rule in joints.clocks:
        clock, day = right, left
    else:
        return None
    gap = flat[left.end : right.start]
    if len(gap) > 40 or not joints.beside.match(gap):
        return None
    timed = _TIMED.match(clock.value)
    whole = _DAY.match(day.value)
    if not timed or not whole or day.when is None or clock.when is None:
        return None
    if day.type is TimexType.TIME and clock.when.clock is None:
        return None
    precision = clock.when.precision if clock.when.clock else Precision.DAY
    return TimeExpression(
        start=left.start,
        end=right.end,
        text=text[left.start : right.end],
        type=TimexType.TIME,
        value=whole.group(1) + timed.group(2),
        when=replace(day.when, clock=clock.when.clock, precision=precision),
        rule=day.rule,
        mod=left.mod or right.mod,
        anchor=day.anchor,
        reason=f"{day.reason.rstrip('.')}; '{clock.text}' is its time of day.",
    )


_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(?:MO|AF|EV|NI|MI))?$")
