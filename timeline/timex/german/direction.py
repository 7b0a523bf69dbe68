"""A light reader of German verbs: which way a bare weekday or month points, and why.

The finite verb stands second in a main clause and last in a subordinate one, and what goes with it
(participle, infinitive) ends the clause; commas part clauses. So the clause between two commas is
read as a whole, and only a clause without a verb looks at its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from timeline.model import Direction
from timeline.timex.german import verbs
from timeline.timex.rule import Lean

_WORD = re.compile(r"[A-Za-z]+|[,;:()\"~]|(?<= )-(?= )")  # a stop here ends a number
_BREAK = frozenset(',;:()"~-')
_CONJUNCTIONS = frozenset(("und", "aber", "sondern", "denn", "doch", "oder"))
_REACH_LEFT, _REACH_RIGHT = 260, 200
_ENDS = re.compile(rb"[.!?][\"')]{0,2}[ \n]+|\n\n")
# "25. Oktober", "Dr. Huber", "z.B. am": a stop that ends no sentence
_ABBREVIATION = re.compile(
    rb"(?:(?:^|[^0-9])\d{1,2}|(?:^|[^a-zA-Z])(?:[A-Z]|[A-Za-z]\.[A-Za-z]|St|Dr|Nr|Prof|Ing|ca|bzw"
    rb"|Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|evtl|inkl|Mag|Art|Abs|Tel))$"
)


# "die Sitzung vom Montag", but "vom Montag bis Freitag", "vom Montag an"
_OF_THE = re.compile(rb"\bvom $", re.IGNORECASE)
_GOES_ON = re.compile(rb" ?(?:bis|an|-|und|,)")


def sentence(flat: bytes, start: int, end: int) -> tuple[int, int]:
    """The borders of the sentence around `start:end`, at most a few lines of it."""
    low = max(0, start - _REACH_LEFT)
    left = flat[low:start]
    first = low
    for border in _ENDS.finditer(left):
        if not _is_abbreviation(left, border):
            first = low + border.end()
    right = flat[end : end + _REACH_RIGHT]
    last = end + len(right)
    for border in _ENDS.finditer(right):
        if not _is_abbreviation(right, border) and border.start() > 0:
            last = end + border.start()
            break
    return first, last


def _is_abbreviation(text: bytes, border: re.Match[bytes]) -> bool:
    return border.group()[:1] == b"." and bool(
        _ABBREVIATION.search(text, max(0, border.start() - 6), border.start())
    )


def lean(flat: bytes, start: int, end: int) -> Lean:
    """The direction of the clause around `flat[start:end]`.

    Args:
        flat: the text, one byte a character.
        start, end: the time phrase.

    Returns:
        PAST or FUTURE with the verb that says so, NEAREST where there is none.
    """
    if _OF_THE.search(flat, max(0, start - 5), start) and not _GOES_ON.match(flat, end, end + 6):
        return Lean(Direction.PAST, "'vom' names it by a day that is known", False)
    first, last = sentence(flat, start, end)
    return _lean(flat[first:start], flat[end:last])


@lru_cache(maxsize=1024)  # a table or a hostile text says the same thing many times
def _lean(before: bytes, after: bytes) -> Lean:
    left, right = (_WORD.findall(piece.decode("ascii")) for piece in (before, after))
    attribute = _attribute(right) if _OPENS_NOUN.search(before) else None
    if attribute:
        return attribute
    clauses, own = _clauses(left, right)
    joined = _joined(left, right)
    found = _read(joined, [joined], 0) if joined else None
    if found and found.sure:
        return found
    found = _read(clauses[own], clauses, own)
    if found:
        return found
    # a phrase between commas belongs to the clause that it stands in or before
    order = [own + 1, own - 1] if own == 0 or not left else [own - 1, own + 1]
    order += [own + 2, own - 2]
    for other in order:
        if 0 <= other < len(clauses):
            found = _read(clauses[other], clauses, other)
            if found:
                return replace(found, sure=found.sure and other in order[:2])
    return Lean(Direction.NEAREST, "no verb says which way", False)


def _joined(left: list[str], right: list[str]) -> list[str]:
    """The words around the phrase from one "und" or comma to the next; none without an "und"."""
    near: list[str] = []
    parted = False
    for side, step in ((left, -1), (right, 1)):
        for word in side[::step]:
            if word in _BREAK:
                break
            if word in _CONJUNCTIONS:
                parted = True
                break
            near.insert(0 if step < 0 else len(near), word)
    return near if parted else []


def _clauses(left: list[str], right: list[str]) -> tuple[list[list[str]], int]:
    """The words of the sentence by clauses, and which of them holds the phrase."""
    clauses: list[list[str]] = [[]]
    for word in left:
        if word in _BREAK:
            clauses.append([])
        else:
            clauses[-1].append(word)
    own = len(clauses) - 1
    for word in right:
        if word in _BREAK:
            clauses.append([])
        else:
            clauses[-1].append(word)
    return clauses, own


_OPENS_NOUN = re.compile(
    rb"\b(?:de[rnms]|die|das|eine?[nmrs]?|mehrere|alle)[ \n](?:am|im|seit|vom|in|f[uU]r) $",
    re.IGNORECASE,
)
_ENDING = re.compile(r"e[nmrs]?$")


def _attribute(right: list[str]) -> Lean | None:
    """ "der im Juli vorgestellte Plan", "die am Montag beginnende Messe": before their noun."""
    for i, word in enumerate(right[:4]):
        plain = _plain(word)
        if not plain[:1].islower() or i + 1 >= len(right):
            return None
        stem = _ENDING.sub("", plain)
        if stem == plain or not right[i + 1][:1].isalpha():
            continue
        if stem in verbs.PLANNED or (stem.endswith("end") and len(stem) > 6):
            return Lean(Direction.FUTURE, f"'{_say(word)}' is about what is to come")
        if right[i + 1][:1].isupper() and len(stem) > 5 and verbs.is_participle(stem):
            return Lean(Direction.PAST, f"'{_say(word)}' is past")
    return None


# how verbs begin whose first letter is an umlaut, a capital to the patterns: äußerte, übergab
_UMLAUT_FIRST = ("Auser", "Ausser", "Offn", "Ander", "Uber", "Ubt", "Arger")


def _plain(word: str) -> str:
    """A word with a small first letter where an umlaut is what made it a capital."""
    return word[:1].lower() + word[1:] if word.startswith(_UMLAUT_FIRST) else word


def _read(clause: list[str], clauses: list[list[str]], at: int) -> Lean | None:
    """What the verbs of one clause say; the finite verb decides, its participle helps."""
    present: Lean | None = None
    lowered = [_plain(word) for word in clause]
    if lowered:
        lowered[0] = lowered[0][:1].lower() + lowered[0][1:]
    for i, word in enumerate(lowered):
        if not word[:1].islower():
            continue
        previous = clause[i - 1] if i else ""
        following = clause[i + 1] if i + 1 < len(clause) else ""
        if word in verbs.WERDEN or word in verbs.MODALS:
            if "worden" in lowered[i + 1 :] or _ends_in_have(lowered):
                return Lean(Direction.PAST, f"'{_say(word)} … haben' looks back")
            return Lean(Direction.FUTURE, f"'{_say(word)}' looks ahead")
        if word in verbs.PERFECT:
            helped = _perfect(lowered, i, clauses, at)
            if helped:
                return helped
            if any(a == "zu" and b.endswith("n") for a, b in pairwise(lowered[i + 1 :])):
                return Lean(Direction.FUTURE, f"'{_say(word)} … zu' looks ahead")
            present = present or Lean(Direction.FUTURE, f"'{_say(word)}' is arranged", False)
            continue
        if verbs.is_past(word, previous, following):
            return Lean(Direction.PAST, f"'{_say(word)}' is past")
        if word in verbs.PLANNED:
            return Lean(Direction.FUTURE, f"'{_say(word)}' is about what is to come")
        if present is None and verbs.is_present(word):
            sure = word in verbs.SCHEDULED
            present = Lean(Direction.FUTURE, f"'{_say(word)}' is a scheduled present", sure)
    if present is None and any(verbs.is_participle(word) for word in lowered[-1:]):
        return Lean(Direction.PAST, f"'{_say(lowered[-1])}' is past", False)
    return present


def _perfect(words: list[str], i: int, clauses: list[list[str]], at: int) -> Lean | None:
    """ "hat am Montag gesagt", "gesagt hat", "ist für Montag geplant"; None if none is near.

    A relative clause may part the two: then the participle stands in a clause further on.
    """
    for clause in (words[i + 1 :], words[max(0, i - 1) : i], *clauses[at + 1 : at + 3]):
        for k, word in enumerate(clause):
            if word in verbs.PLANNED and words[i] not in ("hat", "haben", "habe"):
                return Lean(Direction.FUTURE, f"'{words[i]} {_say(word)}' looks ahead")
            # "ist tätig und beschäftigt zwanzig Leute": a verb of its own
            own = k > 0 and clause[k - 1] == "und" and k + 1 < len(clause)
            if verbs.is_participle(word) and not own:
                return Lean(Direction.PAST, f"'{words[i]} {_say(word)}' is perfect")
    return None


def _ends_in_have(words: list[str]) -> bool:
    """ "soll am Montag gesagt haben", "dürfte gekommen sein"."""
    if words[-1:] == ["sein"]:
        return words[-2] in verbs.MOVED if len(words) > 1 else False
    return words[-1:] == ["haben"] and any(verbs.is_participle(word) for word in words[-3:-1])


def _say(word: str) -> str:
    """A word as it is read, its umlauts back from their place holders."""
    return word[:1] + word[1:].replace("A", "ä").replace("O", "ö").replace("U", "ü")
