"""A light reader of verb groups: which way a bare weekday or month points, and why.

It looks for the verb that the time phrase hangs on, first to the left inside the clause, then to
the right, then beyond the nearest commas. A parser does better; this one needs only the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from timeline.model import Direction
from timeline.timex.english.verbs import (
    BREAK,
    HELPERS,
    PLANNED_EVENTS,
    SCHEDULED,
    SUBORDINATE,
    is_infinitive,
    verb,
)
from timeline.timex.rule import Lean
from timeline.timex.words import words

_WORD = re.compile(
    r"[A-Za-z]+(?=n't)|n't|'[a-z]+|[A-Za-z]+(?:-[A-Za-z]+)*|[.,;:!?()\"~`]|\n|-{2,}|(?<= )[-_](?= )"
)
_SPEECH = ('"', "`")
_REACH_LEFT, _REACH_RIGHT = 260, 160

# what may stand before a day that opens its clause: "but on Friday, the crew struck"
_OPENING = words("and but so yet then or on in at by late early just only also even later earlier")
_NO_NOUN = words(
    "that which who whom and or but in on at to of for by from with was were is are will"
)

_ENDS = re.compile(rb"[.!?][\"')]{0,2}[ \n]+|\n\n")
_ABBREVIATION = re.compile(
    rb"(?:^|[^a-zA-Z])(?:[A-Z]|[A-Z][a-z]{1,3}|U\.S|U\.N|a\.m|p\.m|No|vs|etc)$"
)


def sentence(flat: bytes, start: int, end: int) -> tuple[int, int]:
    """The borders of the sentence around `start:end`, at most a few lines of it."""
    low = max(0, start - _REACH_LEFT)
    left = flat[low:start]
    first = low
    for border in reversed([*_ENDS.finditer(left)]):
        if not _is_abbreviated(left, border):
            first = low + border.end()
            break
    right = flat[end : end + _REACH_RIGHT]
    last = end + len(right)
    for border in _ENDS.finditer(right):
        if not _is_abbreviated(right, border):
            last = end + border.start()
            break
    return first, last


def _is_abbreviated(piece: bytes, border: re.Match[bytes]) -> bool:
    at = border.start()
    return piece[at] == 46 and _ABBREVIATION.search(piece, max(0, at - 6), at) is not None


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


# "postponed to", "pushed back from Monday to": told of in the past, yet still to come
_MOVED = re.compile(
    rb"\b(?:moved|postponed|rescheduled|re-scheduled|delayed|deferred|adjourned|pushed|brought"
    rb"|shifted|put off|put back|bumped)(?: (?:back|forward|off|again|up))?"
    rb"(?: from [^,.;]{3,30})?[ \n](?:to|until|till|for|from)[ \n](?:the )?$"
)


# "called for a march on": what is called for has not been
_CALLED = re.compile(
    rb"\bcall(?:s|ed|ing)?[ \n]for[ \n](?:[a-z]+[ \n]){0,3}(?:protests?|march|marches|rally|rallies"
    rb"|demonstrations?|strikes?|elections?|vote|meeting|talks|session|referendum|boycott|hearing)"
    rb"[ \n](?:on[ \n])?$"
)


@lru_cache(maxsize=1024)  # a table or a hostile text says the same thing many times
def _lean(before: bytes, after: bytes) -> Lean:
    """The direction of a phrase by what stands before and after it in its sentence."""
    left, right = _tokens(before), _tokens(after)
    if _MOVED.search(before):
        return Lean(Direction.FUTURE, "what is moved to a day lies ahead")
    if _CALLED.search(before):
        return Lean(Direction.FUTURE, "what is called for is still to come", False)
    owner = right[:1] == ["'s"]
    planned = any(word in PLANNED_EVENTS for word in _noun_phrase(right[owner:]))
    if owner or (planned and right[0] in PLANNED_EVENTS):
        return _of_a_noun(left, right, planned, owner)
    return _of_a_clause(left, right)


def _noun_phrase(right: list[str]) -> list[str]:
    """The few words after a day that it may qualify."""
    for i, word in enumerate(right[:4]):
        if word in BREAK or not word.isalpha() or word in _NO_NOUN:
            return right[:i]
    return right[:4]


def _of_a_noun(left: list[str], right: list[str], planned: bool, owner: bool) -> Lean:
    """A day that qualifies a noun: "Friday's crash" is known, "ahead of Friday's vote" is near."""
    ahead = left[-1:] and left[-1] in ("for", "before", "until", "by", "to")
    leading_up = left[-2:] in (["ahead", "of"], ["eve", "of"], ["advance", "of"], ["up", "to"])
    if owner and planned and not left[_clause_start(left) :]:
        own = _of_a_clause(left, right[1:])
        if own.direction is Direction.FUTURE and own.sure:
            return own
    if owner and not ahead and not leading_up:
        return Lean(Direction.PAST, "a possessive names a day that is known", False)
    own = _of_a_clause(left, right[1:] if planned else right)
    if own.direction is Direction.FUTURE or (own.sure and not owner):
        return own
    if leading_up or (planned and (ahead or not owner)):
        return Lean(Direction.NEAREST, "what leads up to a planned event is near it", False)
    return own


def _of_a_clause(left: list[str], right: list[str]) -> Lean:
    """The direction that the verb of the clause gives."""
    beside = verb(right, 0) if right else None
    cut = _clause_start(left)
    if beside and left and right[0] != "to" and right[0] not in PLANNED_EVENTS:
        # "the court on Thursday refused", but "the crew that sank on Thursday will be paid"
        if left[-7:-1].count("been") and beside.direction is Direction.PAST:
            return beside  # "a boat that had been due on Thursday sank"
        return _of_a_relative(left, cut) or beside
    # inside the clause, leftwards
    found = _leftwards(left, cut, len(left))
    if found:
        return found
    # inside the clause, rightwards; a phrase that opens the clause may have a comma after it
    opens = cut >= len(left) - 1 or all(word in _OPENING for word in left[cut:])
    dashed = cut > 0 and left[cut - 1][:1] in ("-", "_", "~")
    i = 1 if right[:1] == [","] and opens and not dashed else 0
    while i < len(right) and right[i] not in BREAK and right[i] != "that":
        lean_ = verb(right, i)
        if lean_:
            return lean_
        i += 1
    # beyond the commas: left, then right
    found = _leftwards(left, 0, cut)
    if found:
        return replace(found, sure=False)
    relative = False
    for j in range(i, len(right)):
        if right[j] in _SPEECH:
            break  # what is said in quotation marks is no clause of its day
        if right[j] in BREAK:  # "On Friday the crew, who will be paid, struck"
            relative = not relative and right[j + 1 : j + 2] in (["who"], ["which"], ["whose"])
        if relative:
            continue
        lean_ = verb(right, j)
        if lean_:
            return replace(lean_, sure=False)
    return Lean(Direction.NEAREST, "no verb says which way", False)


_RELATIVE = 9  # words that such a clause has at most


def _of_a_relative(left: list[str], cut: int) -> Lean | None:
    """The verb of the relative clause that a day closes."""
    for i in range(len(left) - 1, max(cut, len(left) - _RELATIVE), -1):
        if left[i] == ".":
            return None
        if left[i] in ("that", "who", "which"):
            return _leftwards(left, i + 1, len(left))
    return None


def _tokens(piece: bytes) -> list[str]:
    """Words and marks; names keep their capitals so that no verb is read from them."""
    return _WORD.findall(_lower_first(piece.decode("ascii")))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _clause_start(left: list[str]) -> int:
    """Where the clause of a phrase after `left` begins."""
    for i in range(len(left) - 1, -1, -1):
        if left[i] in BREAK:
            return i + 1
    return 0


def _leftwards(left: list[str], low: int, high: int) -> Lean | None:
    """The nearest verb in `left[low:high]`, read with the helper that stands before it."""
    infinitive = False
    for i in range(high - 1, low - 1, -1):
        found = verb(left, i)
        if not found:
            infinitive = infinitive or (left[i] == "to" and is_infinitive(left, i))
            continue
        if left[i] == "after":
            return found
        # "is expected", "will be held": the helper decides, wherever it stands in the group
        for back in range(max(low, i - 4), i):
            if left[back] not in HELPERS or _has_its_verb(left, back, i):
                continue
            if any(w in BREAK or w in SUBORDINATE for w in left[back:i]):
                continue
            helper = verb(left, back)
            if helper:
                return replace(helper, sure=helper.sure and not infinitive)
        if left[i] in SCHEDULED:
            # "members had filed reports by Wednesday": a noun if the clause has its verb already
            earlier = _earlier_verb(left, low, i)
            found = earlier or found
        return replace(found, sure=found.sure and not infinitive)
    return None


def _has_its_verb(left: list[str], helper: int, i: int) -> bool:
    """Whether a form of "be" has its verb already: "are studying samples sent on Friday"."""
    return (
        helper + 1 < i and left[helper] in ("is", "are", "'re") and left[helper + 1][-3:] == "ing"
    )


def _earlier_verb(left: list[str], low: int, i: int) -> Lean | None:
    """The verb before position `i` of the same clause, with no conjunction between."""
    for back in range(i - 1, low - 1, -1):
        if left[back] in SUBORDINATE or left[back] in ("and", "as", "if", "when", "after"):
            return None
        found = verb(left, back)
        if found:
            return found
    return None
