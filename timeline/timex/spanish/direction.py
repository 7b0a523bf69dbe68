"""A light reader of Spanish verbs: which way a bare weekday or month points, and why."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from timeline.model import Direction
from timeline.timex.rule import Lean
from timeline.timex.spanish.verbs import BREAK, SUBORDINATE, commits, is_infinitive, verb, written

_WORD = re.compile(r"[A-Za-z]+|[.,;:!?()\"~`]")
_REACH_LEFT, _REACH_RIGHT = 260, 160
_ENDS = re.compile(rb"[.!?;][\"')]{0,2}[ \n]+|\n\n|\n(?=[A-Z])")
_ABBREVIATION = re.compile(rb"(?:^|[^a-zA-Z])(?:[A-Z]|Sr|Sra|Dr|Dra|EE|UU|D|Dna|No|St|etc|art)$")


def sentence(flat: bytes, start: int, end: int) -> tuple[int, int]:
    """The borders of the sentence around `start:end`, at most a few lines of it."""
    low = max(0, start - _REACH_LEFT)
    left = flat[low:start]
    first = low
    for border in _ENDS.finditer(left):
        if not _abbreviated(left, border):
            first = low + border.end()
    right = flat[end : end + _REACH_RIGHT]
    for border in _ENDS.finditer(right):
        if not _abbreviated(right, border):
            return first, end + border.start()
    return first, end + len(right)


def _abbreviated(piece: bytes, border: re.Match[bytes]) -> bool:
    if border.group()[:1] != b".":
        return False
    return bool(_ABBREVIATION.search(piece, max(0, border.start() - 5), border.start()))


def lean(flat: bytes, start: int, end: int) -> Lean:
    """The direction of the clause around `flat[start:end]`.

    Args:
        flat: the text, one byte a character.
        start, end: the time phrase.

    Returns:
        PAST or FUTURE with the verb that says so, NEAREST where there is none.
    """
    first, last = sentence(flat, start, end)
    return _lean(flat[first:start], flat[end:last])


@lru_cache(maxsize=1024)
def _lean(before: bytes, after: bytes) -> Lean:
    left, right = _tokens(before), _tokens(after)
    if left:
        left[0] = left[0][:1].lower() + left[0][1:]
    cut = max(
        (i + 1 for i, word in enumerate(left) if word in BREAK or word in SUBORDINATE), default=0
    )
    found = _leftwards(left, cut, len(left))
    if found:
        return found
    # a phrase that opens the clause may have a comma after it
    i = 1 if right[:1] == [","] and cut >= len(left) - 2 else 0
    while i < len(right) and right[i] not in BREAK and right[i] not in SUBORDINATE:
        told = verb(right, i)
        if told:
            return told
        i += 1
    found = _leftwards(left, 0, cut)
    if found:
        return replace(found, sure=False)
    for j in range(i, len(right)):
        if right[j] in ('"', "`"):
            break
        told = verb(right, j)
        if told:
            return replace(told, sure=False)
    return Lean(Direction.NEAREST, "no verb says which way", False)


def _tokens(piece: bytes) -> list[str]:
    return _WORD.findall(piece.decode("ascii"))


def _leftwards(left: list[str], low: int, high: int) -> Lean | None:
    """The nearest verb in `left[low:high]`, and whether an infinitive stands between."""
    infinitive = False
    for i in range(high - 1, low - 1, -1):
        found = verb(left, i)
        if not found:
            infinitive = infinitive or is_infinitive(left[i])
            continue
        if infinitive and commits(left[i]):
            return Lean(Direction.FUTURE, f"what '{written(left[i])}' asks or promises lies ahead")
        return replace(found, sure=found.sure and not infinitive)
    return None
