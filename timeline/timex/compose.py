"""A length beside a date: "three weeks after 12 May", "the first two weeks of May" are one date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Bounds, Precision, Qualifier, TimeExpression, TimexType, When
from timeline.timex import days
from timeline.timex.language import Joints
from timeline.timex.timex3 import on_unit

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])$")
_UNIT = re.compile(r"(\d{4})(?:-(\d\d))?$")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_FINENESS = {"day": 0, "week": 1, "month": 2, "year": 3}
_COARSE = {Precision.WEEK: "week", Precision.MONTH: "month", Precision.YEAR: "year"}


def count_on(
    flat: bytes, text: str, found: list[TimeExpression], joints: Joints
) -> list[TimeExpression]:
    """Join a length and the date that it is counted from.

    A date coarser than a day stays as coarse: two days after a month lie in a month.

    Args:
        flat: the text, one byte a character.
        text: the text.
        found: expressions in order.
        joints: how the language counts on and back.
    """
    joined: list[TimeExpression] = []
    for expression in found:
        whole = None
        if joined and joined[-1].type is TimexType.DURATION:
            beside = flat, text, joined[-1], expression, joints
            whole = _join(*beside) or _begun(*beside) or _part(*beside)
        if whole:
            joined[-1] = whole
        else:
            joined.append(expression)
    return joined


def _join(
    flat: bytes, text: str, left: TimeExpression, right: TimeExpression, joints: Joints
) -> TimeExpression | None:
    length = _LENGTH.match(left.value)
    if not length or right.when is None or left.mod not in ("", "MORE_THAN", "LESS_THAN"):
        return None
    gap = joints.counting.match(flat[left.end : right.start][:24])
    if not gap or right.type is not TimexType.DATE or "/" in right.value:
        return None
    unit, count = _UNITS[length.group(2)], int(length.group(1))
    if gap.group("back"):
        count = -count
    span = _span(right)
    if span is None:
        return None
    try:
        first, last = (days.step(day, unit, count) for day in span)
    except (ValueError, OverflowError):
        return None
    if left.mod:
        return _side(text, left, right, span, (first, last), back=count < 0)
    if right.when.precision is Precision.DAY:
        value = first.isoformat()
    elif _FINENESS[unit] >= _FINENESS.get(_COARSE.get(right.when.precision, ""), 4):
        value = on_unit(first, _COARSE[right.when.precision], "", None).value
    else:
        return None
    return replace(
        right,
        start=left.start,
        text=text[left.start : right.end],
        value=value,
        when=When.within(first, last, right.when.precision),
        rule="counted from a date",
        mod="",
        reason=f"{right.reason.rstrip('.')}; '{left.text}' is counted from there.",
    )


def _side(
    text: str,
    left: TimeExpression,
    right: TimeExpression,
    base: tuple[date, date],
    away: tuple[date, date],
    *,
    back: bool,
) -> TimeExpression | None:
    """ "more than two days before yesterday" is further away than that, "less than" is nearer."""
    if base[0] != base[1] or not right.when or right.when.precision is not Precision.DAY:
        return None
    day, far = base[0], away[0]
    one = timedelta(1)
    first: date | None
    last: date | None
    try:
        if left.mod == "MORE_THAN":
            first, last = (None, far - one) if back else (far + one, None)
            side = Qualifier.BEFORE if back else Qualifier.AFTER
        else:
            first, last = (far + one, day) if back else (day, far - one)
            side = Qualifier.BETWEEN
            if first > last:
                return None
    except OverflowError:
        return None
    return replace(
        right,
        start=left.start,
        text=text[left.start : right.end],
        value=far.isoformat(),
        when=When.within(first, last, Precision.DAY, side),
        rule="counted from a date",
        mod=left.mod,
        reason=f"{right.reason.rstrip('.')}; '{left.text}' is counted from there.",
    )


def _begun(
    flat: bytes, text: str, left: TimeExpression, right: TimeExpression, joints: Joints
) -> TimeExpression | None:
    """ "two weeks starting on 20 May": so long from that day on."""
    length = _LENGTH.match(left.value)
    if not (length and joints.beginning.match(flat[left.end : right.start][:24])):
        return None
    start = _span(right)
    if start is None or start[0] != start[1]:
        return None
    unit, count = _UNITS[length.group(2)], int(length.group(1))
    try:
        last = days.step(start[0], unit, count) - timedelta(1)
    except (ValueError, OverflowError):
        return None
    if last < start[0]:
        return None
    return replace(
        right,
        start=left.start,
        text=text[left.start : right.end],
        value=f"{start[0].isoformat()}/{last.isoformat()}",
        when=When.lasted(Bounds(*start), Bounds(last, last), Precision.DAY),
        rule="length from a date",
        reason=f"{right.reason.rstrip('.')}; '{left.text}' begins there.",
    )


def _part(
    flat: bytes, text: str, left: TimeExpression, right: TimeExpression, joints: Joints
) -> TimeExpression | None:
    """ "the last four months of 2021": so much of a longer span, from its beginning or its end."""
    length = _LENGTH.match(left.value)
    side = joints.side.match(flat, left.start, left.end)
    if not (length and side and joints.of.match(flat[left.end : right.start][:24])):
        return None
    whole = _span(right)
    if whole is None or right.when is None or "/" in right.value:
        return None
    unit, count = _UNITS[length.group(2)], int(length.group(1))
    try:
        if side.group("first"):
            first, last = whole[0], days.step(whole[0], unit, count) - timedelta(1)
        else:
            first, last = days.step(whole[1] + timedelta(1), unit, -count), whole[1]
    except (ValueError, OverflowError):
        return None
    if first < whole[0] or last > whole[1]:
        return None
    fine = {"M": Precision.MONTH, "Y": Precision.YEAR}.get(length.group(2), Precision.DAY)
    form = {"M": 7, "Y": 4}.get(length.group(2), 10)
    return replace(
        right,
        start=left.start,
        text=text[left.start : right.end],
        value=f"{first.isoformat()[:form]}/{last.isoformat()[:form]}",
        when=When.lasted(Bounds(first, first), Bounds(last, last), fine),
        rule="part of a span",
        reason=f"{right.reason.rstrip('.')}; '{left.text}' is a part of it.",
    )


def _span(expression: TimeExpression) -> tuple[date, date] | None:
    """The days of the date itself, whatever the preposition before it made of its bounds."""
    when = expression.when
    if when is None:
        return None
    if when.precision is Precision.DAY:
        try:
            day = date.fromisoformat(expression.value[:10])
        except ValueError:
            return None
        return day, day
    unit = _UNIT.match(expression.value)
    if unit and unit.group(2):
        return days.month(int(unit.group(1)), int(unit.group(2)))
    return days.year(int(unit.group(1))) if unit else None
