"""Days in a row: what is "on Thursday and Friday" goes on over both of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from timeline.events.scene import Scene
from timeline.model import Bounds, Precision, Qualifier, TimeExpression, TimexType, When

_BETWEEN = re.compile(r"\s*(?:,|,? and|,? &)\s+(?:on )?(?:the )?")
# "met aides on Monday and Tuesday's talks failed", "… and Tuesday was quiet": another clause
_OF_ANOTHER = frozenset("nsubj nsubjpass poss compound".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_DAY = timedelta(days=1)


def days_listed(scene: Scene, start: int) -> list[TimeExpression]:
    """The days of the list that opens at an offset, in order; none if no day stands there."""
    told = scene.times_in(scene.doc.tokens[scene.doc.token_at(start) or 0].sentence)
    found = [t for t in told if t.start == start]
    if not found or not _is_day(found[0]):
        return []
    for later in told:
        last = found[-1]
        if later.start < last.end:
            continue
        between = scene.article.text[last.end : later.start]
        if not _BETWEEN.fullmatch(between) or not _is_day(later) or _opens_clause(scene, later):
            break
        if _day(later) <= _day(last):
            break
        found.append(later)
    return found


def over_days(scene: Scene, time: TimeExpression) -> TimeExpression:
    """A time with the days listed after it, if they follow one upon the other; else itself."""
    days = days_listed(scene, time.start)
    if len(days) < 2 or any(_day(b) - _day(a) != _DAY for a, b in pairwise(days)):
        return time
    first, last = _day(days[0]), _day(days[-1])
    return replace(
        time,
        end=days[-1].end,
        text=scene.article.text[time.start : days[-1].end],
        when=When.lasted(Bounds(first, first), Bounds(last, last), Precision.DAY),
        value=f"{time.value}/{days[-1].value}",
        reason=" ".join(d.reason for d in days),
    )


def _is_day(time: TimeExpression) -> bool:
    when = time.when
    return (
        time.type is TimexType.DATE
        and when is not None
        and when.precision is Precision.DAY
        and when.qualifier is Qualifier.EXACT
        and when.start is not None
        and when.start == when.finish
    )


def _day(time: TimeExpression) -> date:
    assert time.when is not None
    assert time.when.start is not None
    return time.when.start


def _opens_clause(scene: Scene, time: TimeExpression) -> bool:
    doc = scene.doc
    tokens = doc.tokens_in(time.start, time.end)
    head = doc.head_of(tokens)
    if head is None:
        return False
    after = doc.tokens[min(tokens[-1] + 1, len(doc.tokens) - 1)]
    return doc.tokens[head].dep in _OF_ANOTHER or after.tag in _FINITE
