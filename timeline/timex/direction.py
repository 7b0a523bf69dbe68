"""A light reader of verb groups: which way a bare weekday or month points, and why.

It looks for the verb that the time phrase hangs on, first to the left inside the clause, then to
the right, then beyond the nearest commas. A parser does better; this one needs only the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Direction
from timeline.timex.rule import Lean

_WORD = re.compile(r"[A-Za-z]+(?=n't)|n't|'[a-z]+|[A-Za-z]+|[.,;:!?()\"~]|\n")
_REACH_LEFT, _REACH_RIGHT = 260, 160

_MODALS = frozenset(
    ["will", "shall", "would", "'ll", "wo", "should", "must", "ought", "'d", "can", "may"]
)
_DOUBTFUL = frozenset(["could", "might"])  # as often of the past: "could be seen Wednesday"
# after a form of "be": "is expected to", "was due on", "are set for"
_PLANNING = frozenset(
    [
        "expected",
        "scheduled",
        "due",
        "set",
        "slated",
        "planned",
        "planning",
        "going",
        "poised",
        "likely",
        "supposed",
        "to",
        "bound",
        "ready",
        "expecting",
        "hoping",
        "booked",
        "projected",
        "forecast",
    ]
)
_PLAN_WORDS = frozenset(
    [
        "scheduled",
        "slated",
        "due",
        "upcoming",
        "planned",
        "plan",
        "plans",
        "planning",
        "expects",
        "expect",
        "expected",
        "hopes",
        "hope",
        "intends",
        "intend",
        "aims",
        "aim",
        "deadline",
        "expires",
        "starting",
        "beginning",
        "effective",
        "agenda",
        "tentatively",
        "promises",
        "vows",
        "pending",
    ]
)
_BE = frozenset(["is", "are", "am", "be", "'s", "'re"])
_BEEN = frozenset(["was", "were"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
# what an infinitive hangs on when it points ahead: "vowed to return on Sunday"
_COMMITTING = frozenset(
    [
        "vowed",
        "promised",
        "pledged",
        "plan",
        "plans",
        "planned",
        "wants",
        "wanted",
        "hopes",
        "hoped",
        "expects",
        "expected",
        "intends",
        "intended",
        "ordered",
        "asked",
        "invited",
        "urged",
        "told",
        "threatened",
        "preparing",
        "prepares",
        "prepared",
        "agreed",
        "scheduled",
        "aims",
        "offered",
        "seeks",
        "sought",
        "deadline",
        "summoned",
        "subpoenaed",
        "required",
        "decided",
    ]
)
_NO_VERB = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
        "court",
        "jail",
        "prison",
        "hospital",
        "school",
        "work",
        "power",
        "office",
        "death",
        "war",
        "town",
        "church",
        "bed",
        "parliament",
        "congress",
        "people",
        "him",
        "them",
        "us",
        "me",
        "it",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "all",
        "any",
        "some",
        "such",
        "what",
        "date",
    ]
)
# verbs that swallow an infinitive without pointing ahead: "failed to win on Sunday"
_IMPLICATIVE = frozenset(
    [
        "failed",
        "managed",
        "began",
        "started",
        "continued",
        "used",
        "had",
        "happened",
        "refused",
        "helped",
        "proved",
        "tended",
        "declined",
        "appeared",
        "seemed",
        "ceased",
        "stopped",
        "needed",
        "forced",
        "able",
        "unable",
    ]
)
_SCHEDULED = frozenset(
    [
        "arrives",
        "begins",
        "starts",
        "opens",
        "closes",
        "ends",
        "leaves",
        "departs",
        "heads",
        "meets",
        "visits",
        "travels",
        "flies",
        "returns",
        "hosts",
        "faces",
        "kicks",
        "takes",
        "holds",
        "votes",
        "goes",
        "runs",
        "launches",
        "releases",
        "marks",
        "convenes",
        "resumes",
        "plays",
        "speaks",
        "addresses",
        "attends",
        "lands",
        "sails",
        "reports",
        "celebrates",
        "reopens",
        "concludes",
        "finishes",
        "premieres",
        "airs",
        "debuts",
        "tours",
        "signs",
        "welcomes",
        "receives",
    ]
)
_PRESENT_PAIRS = frozenset(
    [
        "arrive",
        "begin",
        "start",
        "open",
        "close",
        "end",
        "leave",
        "depart",
        "head",
        "meet",
        "visit",
        "travel",
        "fly",
        "return",
        "host",
        "face",
        "vote",
        "launch",
        "release",
        "convene",
        "resume",
        "play",
        "speak",
        "attend",
        "land",
    ]
)
_IRREGULAR = frozenset(
    [
        "said",
        "told",
        "began",
        "met",
        "took",
        "went",
        "came",
        "left",
        "gave",
        "held",
        "killed",
        "rose",
        "fell",
        "won",
        "lost",
        "made",
        "did",
        "got",
        "found",
        "ran",
        "became",
        "kept",
        "brought",
        "sold",
        "bought",
        "built",
        "sent",
        "spent",
        "spoke",
        "broke",
        "shot",
        "struck",
        "drew",
        "drove",
        "flew",
        "fought",
        "fled",
        "grew",
        "heard",
        "knew",
        "led",
        "lay",
        "paid",
        "saw",
        "sank",
        "sang",
        "sat",
        "set",
        "shook",
        "slept",
        "stood",
        "stole",
        "swore",
        "taught",
        "thought",
        "threw",
        "understood",
        "woke",
        "wore",
        "wrote",
        "hit",
        "put",
        "cut",
        "quit",
        "shut",
        "burst",
        "cast",
        "hurt",
        "let",
        "read",
        "spread",
        "bore",
        "beat",
        "bit",
        "blew",
        "caught",
        "chose",
        "dealt",
        "dug",
        "ate",
        "felt",
        "forgave",
        "froze",
        "hung",
        "hid",
        "laid",
        "lent",
        "lit",
        "meant",
        "rode",
        "rang",
        "sought",
        "shrank",
        "slid",
        "stuck",
        "swept",
        "swam",
        "swung",
        "tore",
        "withdrew",
        "overtook",
        "underwent",
        "undertook",
        "oversaw",
        "arose",
        "bid",
        "bled",
        "bred",
        "dove",
        "woven",
        "wove",
        "sped",
        "split",
    ]
)
_NOT_PAST = frozenset(
    [
        "need",
        "indeed",
        "speed",
        "seed",
        "feed",
        "deed",
        "breed",
        "exceed",
        "proceed",
        "succeed",
        "embed",
        "hundred",
        "red",
        "bed",
        "shed",
        "wed",
        "united",
        "armed",
        "so-called",
        "talented",
        "hatred",
        "kindred",
        "sacred",
        "naked",
        "wicked",
        "rugged",
        "moped",
    ]
)
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "this", "that"])
_HELPERS = _MODALS | _BE | _BEEN | {"to"}
_BREAK = frozenset(',;:()"~')
_SUBORDINATE = frozenset(
    ["that", "which", "who", "whom", "whose", "where", "while", "although", "because", "but"]
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
    for border in _ENDS.finditer(left):
        if border.group()[:1] == b"." and _ABBREVIATION.search(
            left, max(0, border.start() - 6), border.start()
        ):
            continue
        first = low + border.end()
    right = flat[end : end + _REACH_RIGHT]
    last = end + len(right)
    for border in _ENDS.finditer(right):
        if border.group()[:1] == b"." and _ABBREVIATION.search(
            right, max(0, border.start() - 6), border.start()
        ):
            continue
        last = end + border.start()
        break
    return first, last


def _at(words: list[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def is_infinitive(words: list[str], i: int) -> bool:
    """Whether the "to" at `i` begins an infinitive rather than leads to a noun or a name."""
    following = _at(words, i + 1)
    if not following.isalpha() or following in _NO_VERB or not following.islower():
        return False
    return not following.endswith(("ing", "ed")) and (
        not following.endswith("s") or following.endswith("ss")
    )


def _verb(words: list[str], i: int) -> Lean | None:
    """What the word at `i`, with its neighbours, says about direction."""
    word = words[i]
    if word in _MODALS:
        if _at(words, i + 1) == "have" or _at(words, i + 2) == "have":
            return Lean(Direction.PAST, f"'{word} have' looks back")
        return Lean(
            Direction.FUTURE, f"'{word} {_at(words, i + 1)}' looks ahead".replace(" '", "'")
        )
    if word in _BE or word in _BEEN:
        following = _at(words, i + 1)
        if following in ("not", "also", "now", "still", "being", "widely", "already", "all"):
            following = _at(words, i + 2)
        if following in _PLANNING:
            return Lean(Direction.FUTURE, f"'{word} {following}' looks ahead")
        if word in _BEEN:
            return Lean(Direction.PAST, f"'{word}' is past")
        if word == "be":
            return Lean(Direction.FUTURE, "'be' is still to come")
        if following.endswith("ing") and len(following) > 4:
            return Lean(Direction.FUTURE, f"'{word} {following}' is arranged")
        return None
    if word == "to":
        if not is_infinitive(words, i):
            return None
        for back in (i - 1, i - 2):
            if _at(words, back) in _IMPLICATIVE:
                return Lean(Direction.PAST, f"'{words[back]} to' is past")
        following = words[i + 1]
        if following == "be" or _at(words, i - 1) in _PLANNING:
            return Lean(Direction.FUTURE, f"'to {following}' is still to come")
        for back in range(max(0, i - 4), i):
            if words[back] in _COMMITTING:
                return Lean(Direction.FUTURE, f"'{words[back]} … to' looks ahead")
        return None
    if word in _HAVE:
        following = _at(words, i + 1)
        if word in ("have", "has") and following == "to":
            return Lean(Direction.FUTURE, f"'{word} to' looks ahead")
        return Lean(Direction.PAST, f"'{word}' is perfect")
    if word == "did":
        return Lean(Direction.PAST, "'did' is past")
    if word == "set" and _at(words, i + 1) in ("for", "to"):
        return Lean(Direction.FUTURE, f"'set {words[i + 1]}' looks ahead")
    if word in _IRREGULAR:
        if (
            _at(words, i - 1) in ("to", "will", "would", "can", "the", "a")
            or _at(words, i - 1) in _BE
        ):
            return None
        return Lean(Direction.PAST, f"'{word}' is past")
    if (
        word in _PLAN_WORDS
        and _at(words, i - 1) not in _BE
        and _at(words, i - 1) not in _DETERMINERS
    ):
        return Lean(Direction.FUTURE, f"'{word}' is about what is to come")
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST:
        previous = _at(words, i - 1)
        if previous in _BE or previous in ("to", "be", "will") or previous in _DETERMINERS:
            return None
        if _at(words, i - 2) in _DETERMINERS and previous in ("still", "previously", "newly"):
            return None
        return Lean(Direction.PAST, f"'{word}' is past")
    if word in _SCHEDULED:
        return Lean(Direction.FUTURE, f"'{word}' is a scheduled present")
    return None


def lean(flat: bytes, start: int, end: int) -> Lean:
    """The direction of the clause around `flat[start:end]`.

    Args:
        flat: the text, one byte a character.
        start, end: the time phrase.

    Returns:
        PAST or FUTURE with the verb that says so, NEAREST where there is none.
    """
    first, last = sentence(flat, start, end)
    left = _tokens(flat, first, start)
    right = _tokens(flat, end, last)
    if right[:1] == ["'s"]:
        ahead = left[-1:] and left[-1] in ("for", "before", "until", "by", "of", "to", "from")
        if not ahead or left[-2:] == ["results", "of"]:
            return Lean(Direction.PAST, "a possessive names a day that is known", False)
    cut = _clause_start(left)
    # inside the clause, leftwards
    found = _leftwards(left, cut, len(left))
    if found:
        return found
    # inside the clause, rightwards; a phrase that opens the clause may have a comma after it
    i = 1 if right[:1] == [","] and cut >= len(left) - 1 else 0
    while i < len(right) and right[i] not in _BREAK:
        lean_ = _verb(right, i)
        if lean_:
            return lean_
        i += 1
    # beyond the commas: left, then right
    found = _leftwards(left, 0, cut)
    if found:
        return replace(found, sure=False)
    for j in range(i, len(right)):
        lean_ = _verb(right, j)
        if lean_:
            return replace(lean_, sure=False)
    return Lean(Direction.NEAREST, "no verb says which way", False)


def _tokens(flat: bytes, first: int, last: int) -> list[str]:
    """Words and marks; names keep their capitals so that no verb is read from them."""
    return _WORD.findall(_lower_first(flat[first:last].decode("ascii")))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _clause_start(left: list[str]) -> int:
    """Where the clause of a phrase after `left` begins."""
    for i in range(len(left) - 1, -1, -1):
        if left[i] in _BREAK:
            return i + 1
    return 0


def _leftwards(left: list[str], low: int, high: int) -> Lean | None:
    """The nearest verb in `left[low:high]`, read with the helper that stands before it."""
    infinitive = False
    for i in range(high - 1, low - 1, -1):
        found = _verb(left, i)
        if not found:
            infinitive = infinitive or (left[i] == "to" and is_infinitive(left, i))
            continue
        # "is expected", "will be held": the helper decides, wherever it stands in the group
        for back in range(max(low, i - 4), i):
            if left[back] not in _HELPERS:
                continue
            if any(w in _BREAK or w in _SUBORDINATE for w in left[back:i]):
                continue
            helper = _verb(left, back)
            if helper:
                return replace(helper, sure=helper.sure and not infinitive)
        return replace(found, sure=found.sure and not infinitive)
    return None
