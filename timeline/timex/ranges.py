"""Ranges: two expressions with "to", a dash or "and" between them become one that lasts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Bounds, Precision, Qualifier, TimeExpression, TimexType, When
from timeline.timex import days
from timeline.timex.language import Joints


def merge(
    flat: bytes, text: str, found: list[TimeExpression], joints: Joints
) -> list[TimeExpression]:
    """Join neighbours that are the two ends of a range.

    "from X to Y", "X-Y" and "X through Y" last from X to Y; "between X and Y" happened once
    within, unless its ends are days that a visit could fill, which the text does not say.

    Args:
        flat: the text, one byte a character.
        text: the text.
        found: expressions in order.
        joints: how the language joins.
    """
    merged: list[TimeExpression] = []
    for expression in found:
        joined = _join(flat, text, merged[-1], expression, joints) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(expression)
    return merged


def _join(
    flat: bytes, text: str, left: TimeExpression, right: TimeExpression, joints: Joints
) -> TimeExpression | None:
    gap = flat[left.end : right.start]
    parting = joints.between.match(gap) if len(gap) <= 12 else None
    if not parting:
        return None
    if left.type is not TimexType.DATE or right.type is not TimexType.DATE:
        return None
    if right.value == "PRESENT_REF" and right.anchor:
        right = _until_now(right, right.anchor)
    if not _FIXED.match(left.value) or not _FIXED.match(right.value):
        return None
    word = parting.group(1).lower()
    opening = joints.opening.search(flat, max(0, left.start - 14), left.start)
    opened = opening.group(1).lower() if opening else b""
    between = opened == joints.within and word == joints.conjunction
    if not between and word not in joints.joining:
        return None
    unopened = word in joints.only_after and opened != joints.opener
    alike = _precision(left) is _precision(right)
    if unopened and _precision(left) is not Precision.DAY and not alike:
        return None
    left, right = _around(left, right)
    a = _span(left)
    if a is not None:
        right = _after(right, a[0])
    b = _span(right)
    if a is None or b is None:
        return None
    value_right = right.value
    if b[1] < a[0] or b == a:
        return None
    precision = min((left, right), key=lambda e: list(Precision).index(_precision(e)))
    fine = _precision(precision)
    if between:
        when = When.within(a[0], b[1], fine, Qualifier.BETWEEN)
        how = "happened once between its ends"
    else:
        # "this year - Easter", "3 March - March": neither end reaches past the other
        begin, end = Bounds(a[0], min(a[1], b[1])), Bounds(max(a[0], b[0]), b[1])
        when = When.lasted(begin, end, fine)
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


def _until_now(right: TimeExpression, now: date) -> TimeExpression:
    """ "from March to date", "between 2019 and now": a range may end with the article's day."""
    return replace(right, value=now.isoformat(), when=When.on(now))


def _around(left: TimeExpression, right: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Two bare months a year back, if the range then holds the day that it is told on.

    "Between August and October", told in September of what is to come, is of this year.
    """
    a, b = _span(left), _span(right)
    if _rule(left) in _DAYS_OF_MONTH and _rule(right) in _DAYS_OF_MONTH and a and b and left.anchor:
        return _days_around(left, right, a[0], b[0], left.anchor)
    if _rule(left) != "month" or _rule(right) != "month" or not (a and b and left.anchor):
        return left, right
    now, year = left.anchor, a[0].year - 1
    if a[0] <= now or year < 1:
        return left, right
    first = days.month(year, a[0].month)
    last = b if b[0] < a[0] else days.month(b[0].year - 1, b[0].month)
    if not first[0] <= now < last[0]:
        return left, right
    return _in_month(left, first), _in_month(right, last)


_DAYS_OF_MONTH = ("day of a month", "day of a month, day first")


def _days_around(
    left: TimeExpression, right: TimeExpression, first: date, last: date, now: date
) -> tuple[TimeExpression, TimeExpression]:
    """ "Runs Oct. 3 through Nov. 5", told between the two, has begun."""
    try:
        begun = days.step(first, "year", -1)
        ended = last if last < first else days.step(last, "year", -1)
    except (ValueError, OverflowError):
        return left, right
    if not (first > now and begun <= now <= ended):
        return left, right
    return _on(left, begun), _on(right, ended)


def _on(expression: TimeExpression, day: date) -> TimeExpression:
    return replace(expression, value=day.isoformat(), when=When.on(day))


def _in_month(expression: TimeExpression, span: days.Span) -> TimeExpression:
    value = f"{span[0].year:04}-{span[0].month:02}"
    return replace(expression, value=value, when=When.within(*span, Precision.MONTH))


def _rule(expression: TimeExpression) -> str:
    """The name of the rule; chat has rules of its own for the same forms."""
    return expression.rule.removesuffix(" in chat")


def _after(right: TimeExpression, begun: date) -> TimeExpression:
    """The end of a range moved on to the first of its name after the beginning.

    "from next Monday to Friday", "from August to October": only what leaned on its clause moves.
    """
    span = _span(right)
    if span is None or span[0] >= begun or right.anchor is None or right.when is None:
        return right
    fine = right.when.precision
    try:
        if _rule(right) in ("weekday", "last, this, next weekday") and fine is Precision.DAY:
            weeks = -((span[0] - begun).days // 7)
            first = last = span[0] + timedelta(7 * weeks)
            value = first.isoformat()
        elif _rule(right) in ("month", "day of a month", "day of a month, day first"):
            years = begun.year - span[0].year
            years += span[0].replace(year=begun.year, day=1) < begun.replace(day=1)
            first, last = (days.step(day, "year", years) for day in span)
            value = first.isoformat()[: len(right.value)]
        else:
            return right
    except (ValueError, OverflowError):
        return right
    return replace(
        right,
        value=value,
        when=replace(right.when, begin=Bounds(first, last), end=Bounds(first, last)),
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
