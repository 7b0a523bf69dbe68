"""Ranges: two expressions with "to", a dash or "and" between them become one that lasts."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Bounds, Precision, Qualifier, TimeExpression, TimexType, When

_GAP = re.compile(
    rb"[ \n]?(?:-|to|through|thru|until|till|and|to the)[ \n]?(?:on |the )?$", re.IGNORECASE
)
_OPENING = re.compile(rb"(?:^|[^A-Za-z])(from|between)[ \n](?:the )?$", re.IGNORECASE)
_JOINS = {b"-", b"to", b"through", b"thru", b"until", b"till"}


def merge(flat: bytes, text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Join neighbours that are the two ends of a range.

    "from X to Y", "X-Y" and "X through Y" last from X to Y; "between X and Y" happened once
    within, unless its ends are days that a visit could fill, which the text does not say.

    Args:
        flat: the text, one byte a character.
        text: the text.
        found: expressions in order.
    """
    merged: list[TimeExpression] = []
    for expression in found:
        joined = _join(flat, text, merged[-1], expression) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(expression)
    return merged


def _join(
    flat: bytes, text: str, left: TimeExpression, right: TimeExpression
) -> TimeExpression | None:
    gap = flat[left.end : right.start]
    if len(gap) > 12 or not _GAP.match(gap):
        return None
    if left.type is not TimexType.DATE or right.type is not TimexType.DATE:
        return None
    if not _FIXED.match(left.value) or not _FIXED.match(right.value):
        return None
    word = gap.split()[0].lower() if gap.split() else b"-"
    opening = _OPENING.search(flat, max(0, left.start - 14), left.start)
    opened = opening.group(1).lower() if opening else b""
    between = opened == b"between" and word == b"and"
    if not between and word not in _JOINS:
        return None
    unopened = word in (b"to", b"until", b"till") and opened != b"from"
    if unopened and _precision(left) is not Precision.DAY:
        return None
    a, b = _span(left), _span(right)
    if a is None or b is None:
        return None
    value_right = right.value
    if b[0] < a[0] and right.anchor and left.rule == right.rule == "weekday":
        return None
    if b[1] < a[0] or b == a:
        return None
    precision = min((left, right), key=lambda e: list(Precision).index(_precision(e)))
    fine = _precision(precision)
    if between:
        when = When.within(a[0], b[1], fine, Qualifier.BETWEEN)
        how = "happened once between its ends"
    else:
        when = When.lasted(Bounds(*a), Bounds(*b), fine)
        how = "lasted from its first end to its last"
    return TimeExpression(
        start=left.start,
        end=right.end,
        text=text[left.start : right.end],
        type=TimexType.DATE,
        value=f"{left.value}/{value_right}",
        when=when,
        rule="range",
        anchor=left.anchor or right.anchor,
        reason=f"{left.reason.rstrip('.')}, and {right.reason.rstrip('.')}; it {how}.",
    )


_FIXED = re.compile(r"\d{2,4}(?:-[0-9QHWSPUFAI]+)*(?:-\d\d)?$")


def _span(expression: TimeExpression) -> tuple[date, date] | None:
    when = expression.when
    if when is None or (when.lasting and when.qualifier is not Qualifier.UNTIL):
        return None
    first = when.end.earliest if when.qualifier is Qualifier.UNTIL else when.begin.earliest
    last = when.end.latest
    if when.qualifier in (Qualifier.BY, Qualifier.BEFORE, Qualifier.AFTER):
        return None
    return (first, last) if first and last else None


def _precision(expression: TimeExpression) -> Precision:
    return expression.when.precision if expression.when else Precision.NONE
