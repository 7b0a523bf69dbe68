"""Dates by another event: "three months after the fight", "before she left", "during the summit".

What the text gives is an order and perhaps a distance. With a distance the event gets a date as
fine as the distance is; with an order alone it gets bounds and stays undated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.model import Bounds, Precision, Qualifier, When
from timeline.timex.days import Span, month, step, week, year

_AFTER = frozenset("after following since".split())
_BEFORE = frozenset("before until".split())
_DURING = frozenset("during amid".split())
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])$")
_ONE = frozenset("a an the one".split())


@dataclass(frozen=True, slots=True)
class Relation:
    """How an event stands to another.

    Attributes:
        word: "after", "before", "during" or "within", as the text has it.
        other: the token of the other event.
        count, unit: the distance in days, weeks, months or years; 0 where none is given.
    """

    word: str
    other: int
    count: int = 0
    unit: str = ""


def relation_of(scene: Scene, trigger: Trigger) -> Relation | None:
    """The other event that a clause dates its own by, if it does."""
    doc = scene.doc
    for c in doc.children[trigger.token]:
        token = doc.tokens[c]
        if token.dep == "prep" and token.lower in _AFTER | _BEFORE | _DURING:
            noun = doc.child(c, "pobj")
            if noun is not None and noun not in scene.time_tokens:
                return Relation(token.lower, noun, *_distance(scene, c, token.start))
        if token.dep == "advcl":
            mark = next((m for m in doc.children_of(c, "mark")), None)
            if mark is not None and doc.tokens[mark].lower in _AFTER | _BEFORE:
                word = doc.tokens[mark]
                return Relation(word.lower, c, *_distance(scene, c, word.start))
    return limit_of(scene, trigger.token)


def limit_of(scene: Scene, i: int) -> Relation | None:
    """The limit that a clause counts from an event: "must report within a week of her return"."""
    doc = scene.doc
    for near in (i, *doc.children_of(i, "dobj")):
        for c in doc.children_of(near, "prep"):
            limit = _limit(scene, c) if doc.tokens[c].lower == "within" else None
            if limit is not None:
                return limit
    return None


def from_the_other_side(scene: Scene, i: int) -> Relation | None:
    """The event that a clause is counted from: "quit two days after the vote was held"."""
    doc = scene.doc
    if doc.tokens[i].dep != "advcl":
        return None
    for mark in doc.children_of(i, "mark"):
        word = doc.tokens[mark]
        count, unit = _distance(scene, i, word.start)
        if count and word.lower in _AFTER | _BEFORE:
            turned = "before" if word.lower in _AFTER else "after"
            return Relation(turned, doc.tokens[i].head, count, unit)
    return None


def after_the_main_clause(scene: Scene, i: int) -> Relation | None:
    """ "Speaks in Oslo on Monday before she flies to Rome": not before, and nobody says when."""
    doc = scene.doc
    token = doc.tokens[i]
    marks = {doc.tokens[m].lower for m in doc.children_of(i, "mark")}
    if token.dep == "advcl" and marks == {"before"} and i > token.head:
        return Relation("after", token.head)
    return None


def _limit(scene: Scene, within: int) -> Relation | None:
    """The event that a limit is counted from: "within ten days of her return"."""
    doc = scene.doc
    length = doc.child(within, "pobj")
    if length is None or doc.tokens[length].lemma not in _UNITS.values():
        return None
    for p in doc.children_of(length, "prep"):
        noun = doc.child(p, "pobj", "pcomp")
        counted = doc.tokens[p].lower in ("of", "after", "from", "following")
        if counted and noun is not None and noun not in scene.time_tokens:
            count, unit = _length(scene, length)
            return Relation("within", noun, count, unit) if count else None
    return None


def _distance(scene: Scene, head: int, end: int) -> tuple[int, str]:
    """The length that stands right before "after" or "before"."""
    doc = scene.doc
    for c in doc.children_of(head, "npadvmod", "advmod", "nmod"):
        token = doc.tokens[c]
        if token.lemma not in _UNITS.values() or not 0 <= end - token.end <= 1:
            continue
        return _length(scene, c)
    return 0, ""


def _length(scene: Scene, i: int) -> tuple[int, str]:
    """How many units a noun of time counts: 3 and "month" for "three months"."""
    token = scene.doc.tokens[i]
    for time in scene.times:
        length = _LENGTH.match(time.value)
        if length and time.start <= token.start < time.end:
            return int(length.group(1)), _UNITS[length.group(2)]
    if any(scene.doc.tokens[k].lower in _ONE for k in scene.doc.children_of(i, "det", "nummod")):
        return 1, token.lemma
    return 0, ""


def when_by(relation: Relation, other: When, anchor: date, ahead: bool) -> When | None:
    """The time of an event by that of another.

    Args:
        relation: how it stands to the other.
        other: when that was.
        anchor: the article's day, which bounds what has happened and what is to come.
        ahead: whether the event is to come.

    Returns:
        A date if the text gives a distance, else bounds; None if they say nothing.
    """
    first, last = other.start, other.finish
    if relation.word in _DURING:
        if first is None or last is None or not other.is_dated:
            return None
        return When.within(first, last, other.precision, Qualifier.INFERRED)
    if relation.word == "within":
        return _within(relation, other, anchor, ahead)
    if relation.count:
        return _shifted(relation, first, last)
    if relation.word == "since":
        known = other.is_dated and first is not None
        return (
            When.lasted(
                Bounds(first, last), Bounds(earliest=anchor), other.precision, Qualifier.SINCE
            )
            if known
            else None
        )
    earliest, latest = (anchor, None) if ahead else (None, anchor)
    if relation.word in _AFTER:
        first = other.end.earliest if other.lasting else first
        earliest = max(filter(None, (first, earliest)), default=None)
    else:
        latest = min(filter(None, (last, latest)), default=None)
    if earliest and latest and earliest > latest:
        return None
    return When.undated(earliest, latest)


def _within(relation: Relation, other: When, anchor: date, ahead: bool) -> When | None:
    """From an event to so long after it; only not before it, if its day is not known."""
    first = max(filter(None, (other.start, anchor if ahead else None)), default=None)
    if not other.is_dated or other.finish is None or first is None:
        return When.undated(first, None if ahead else anchor) if first else None
    try:
        last = step(other.finish, relation.unit, relation.count)
    except (ValueError, OverflowError):
        return None
    last = last if ahead else min(last, anchor)
    if last < first:
        return None
    return When.within(first, last, Precision(relation.unit), Qualifier.BY)


def _shifted(relation: Relation, first: date | None, last: date | None) -> When | None:
    if first is None or last is None or last - first > timedelta(366):
        return None
    count = relation.count if relation.word in _AFTER else -relation.count
    unit = relation.unit
    begin, end = (_around(step(d, unit, count), unit) for d in (first, last))
    return When.within(begin[0], end[1], Precision(unit), Qualifier.INFERRED)


def _around(day: date, unit: str) -> Span:
    """The week, month or year of a day, as coarse as the distance to it."""
    if unit == "week":
        return week(day)
    if unit == "month":
        return month(day.year, day.month)
    return year(day.year) if unit == "year" else (day, day)
