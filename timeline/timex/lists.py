"""Days listed under one month: "20, 22 and 25 November", "Nov. 20, 22 and 25" are three days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from timeline.model import Precision, TimeExpression, TimexType, When

_DAY = rb"\d{1,2}(?:st|nd|rd|th)?"
_ENDS_IN_DAY = re.compile(rb"[a-z]\.? (\d{1,2})(?:st|nd|rd|th)?$", re.IGNORECASE)
_BEGINS_WITH_DAY = re.compile(rb"(\d{1,2})(?:st|nd|rd|th)? ", re.IGNORECASE)
_YEAR = re.compile(rb",? (\d{4})\b(?![.,]\d)")
_NUMBER = re.compile(rb"\d{1,2}")
# what may follow a list; a noun there means that the last number counts things, not days
_END_OF_LIST = re.compile(
    rb" ?(?:[.;,!?)\n]|$| (?:at|in|on|for|to|but|when|with|by|as|from|last)\b)"
)
_DAY_ALONE = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)$", re.IGNORECASE)
_REACH = 48


@cache
def _patterns(conjunctions: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """The rest of a list after its first day, and the beginning of one before its last."""
    last = rb",? (?:" + conjunctions + rb") (?:the )?"
    after = rb"((?:, (?:the )?" + _DAY + rb")*" + last + _DAY + rb")\b(?![:./%-]\d|-|%)"
    before = rb"(?:^|[^\w.:/$,-] ?)(" + _DAY + rb"(?:, (?:the )?" + _DAY + rb")*)" + last + rb"$"
    return re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def _follows(flat: bytes, at: int, word: bytes) -> bool:
    return flat[max(0, at - _REACH) : at].rstrip().lower().endswith(word)


def expand(
    flat: bytes, text: str, found: list[TimeExpression], conjunctions: bytes, within: bytes
) -> list[TimeExpression]:
    """Add the days that share the month of a day beside them.

    Args:
        flat: the text, one byte a character.
        text: the text.
        found: expressions in order.
        conjunctions: what stands before the last of a list, as an alternation: b"and|or".
        within: the word that makes a range of two days: b"between".
    """
    if not conjunctions:
        return found
    after, before = _patterns(conjunctions)
    whole: list[TimeExpression] = []
    for expression in found:
        day = _day(expression)
        if day is None:
            whole.append(expression)
            continue
        own = flat[expression.start : expression.end]
        start = expression.start
        if _BEGINS_WITH_DAY.match(own):
            head = before.search(flat, max(0, start - _REACH), start)
            if head and not _follows(flat, head.start(1), within):
                # "the 20th" was a day alone until its month was seen
                while whole and whole[-1].end > head.start(1) and _DAY_ALONE.match(whole[-1].text):
                    whole.pop()
                floor = whole[-1].end if whole else 0
                whole += _days(text, head, expression, day, floor, ahead=False)
        whole.append(expression)
        if _ENDS_IN_DAY.search(own):
            tail = after.match(flat, expression.end, expression.end + _REACH)
            if tail:
                year = _YEAR.match(flat, tail.end(), tail.end() + 7)
                if not year and not _END_OF_LIST.match(flat, tail.end(), tail.end() + 6):
                    continue
                if year:
                    whole[-1] = expression = _in_year(expression, day, int(year.group(1)))
                    day = _day(expression) or day
                added = _days(text, tail, expression, day, expression.end, ahead=True)
                if year and added:
                    end = year.end()
                    added[-1] = replace(added[-1], end=end, text=text[added[-1].start : end])
                whole += added
    return [e for i, e in enumerate(whole) if not (i and e.start < whole[i - 1].end)]


def _day(expression: TimeExpression) -> date | None:
    """The one day that an expression names; None if it is anything else."""
    when = expression.when
    if expression.type is not TimexType.DATE or when is None or when.precision is not Precision.DAY:
        return None
    try:
        return date.fromisoformat(expression.value)
    except ValueError:
        return None


def _in_year(expression: TimeExpression, day: date, year: int) -> TimeExpression:
    """The same day in the year that is told at the end of its list."""
    try:
        moved = day.replace(year=year)
    except ValueError:
        return expression
    return replace(
        expression,
        value=moved.isoformat(),
        when=When.on(moved),
        anchor=None,
        reason=f"'{expression.text}' takes its year from the end of its list.",
    )


def _days(
    text: str,
    match: re.Match[bytes],
    beside: TimeExpression,
    day: date,
    floor: int,
    *,
    ahead: bool,
) -> list[TimeExpression]:
    """The days of a list, if they rise and the month has them; none at all otherwise."""
    first = match.start(1)
    numbers = [n for n in _NUMBER.finditer(match.group(1)) if first + n.start() >= floor]
    told = [int(n.group()) for n in numbers]
    line = [day.day, *told] if ahead else [*told, day.day]
    if line != sorted(set(line)):
        return []
    added = []
    for number in numbers:
        try:
            other = day.replace(day=int(number.group()))
        except ValueError:
            return []
        start, end = first + number.start(), first + number.end()
        if text[end : end + 2].lower() in ("st", "nd", "rd", "th"):
            end += 2
        added.append(
            replace(
                beside,
                start=start,
                end=end,
                text=text[start:end],
                value=other.isoformat(),
                when=When.on(other),
                rule="day in a list",
                reason=f"'{text[start:end]}' shares the month of '{beside.text}' in one list.",
            )
        )
    return added
