"""A light reader of verb groups: which way a bare weekday or month points, and why.

It looks for the verb that the time phrase hangs on, first to the left inside the clause, then to
the right, then beyond the nearest commas. A parser does better; this one needs only the text.
"""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.rule import Lean

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|[.,;:!?()\"~]|\n")
_REACH_LEFT, _REACH_RIGHT = 260, 160

_MODALS = frozenset(
    "will shall would 'll won't wouldn't could may might can should must cannot can't ought".split()
)
# after a form of "be": "is expected to", "was due on", "are set for"
_PLANNING = frozenset(
    "expected scheduled due set slated planned planning going poised likely supposed to bound "
    "ready expecting hoping booked projected forecast".split()
)
_PLAN_WORDS = frozenset(
    "scheduled slated due upcoming planned plan plans planning expects expect expected hopes hope "
    "intends intend aims aim deadline expires starting beginning effective agenda tentatively "
    "promises vows pending".split()
)
_BE = frozenset("is are am be 's 're".split())
_BEEN = frozenset("was were".split())
_HAVE = frozenset("has have had having 've".split())
# verbs that swallow an infinitive without pointing ahead: "failed to win on Sunday"
_IMPLICATIVE = frozenset(
    "failed managed began started continued used had happened refused helped proved tended "
    "declined appeared seemed ceased stopped needed forced able unable".split()
)
_SCHEDULED = frozenset(
    "arrives begins starts opens closes ends leaves departs heads meets visits travels flies "
    "returns hosts faces kicks takes holds votes goes runs launches releases marks convenes "
    "resumes plays speaks addresses attends lands sails reports celebrates reopens concludes "
    "finishes premieres airs debuts tours signs welcomes receives".split()
)
_PRESENT_PAIRS = frozenset(
    "arrive begin start open close end leave depart head meet visit travel fly return host face "
    "vote launch release convene resume play speak attend land".split()
)
_IRREGULAR = frozenset(
    "said told began met took went came left gave held killed rose fell won lost made did got "
    "found ran became kept brought sold bought built sent spent spoke broke shot struck drew "
    "drove flew fought fled grew heard knew led lay paid saw sank sang sat set shook slept stood "
    "stole swore taught thought threw understood woke wore wrote hit put cut quit shut burst cast "
    "hurt let read spread bore beat bit blew caught chose dealt dug ate felt forgave froze hung "
    "hid laid lent lit meant rode rang sought shrank slid stuck swept swam swung tore withdrew "
    "overtook underwent undertook oversaw arose bid bled bred dove woven wove sped split".split()
)
_NOT_PAST = frozenset(
    "need indeed speed seed feed deed breed exceed proceed succeed embed hundred red bed shed wed "
    "united armed so-called talented hatred kindred sacred naked wicked rugged moped".split()
)
_BREAK = frozenset(",;:()\"~")
_SUBORDINATE = frozenset("that which who whom whose where while although because but".split())
_ENDS = re.compile(rb"[.!?][\"')]{0,2}[ \n]+|\n\n")
_ABBREVIATION = re.compile(rb"(?:^|[^a-zA-Z])(?:[A-Z]|[A-Z][a-z]{1,3}|U\.S|U\.N|a\.m|p\.m|No|vs|etc)$")


def sentence(flat: bytes, start: int, end: int) -> tuple[int, int]:
    """The borders of the sentence around `start:end`, at most a few lines of it."""
    low = max(0, start - _REACH_LEFT)
    left = flat[low:start]
    first = low
    for border in _ENDS.finditer(left):
        if border.group()[:1] == b"." and _ABBREVIATION.search(left, max(0, border.start() - 6), border.start()):
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


def _verb(words: list[str], i: int) -> Lean | None:
    """What the word at `i`, with its neighbours, says about direction."""
    word = words[i]
    if word in _MODALS:
        if word == "may" and _at(words, i + 1)[:1].isdigit():
            return None
        if _at(words, i + 1) == "have" or _at(words, i + 2) == "have":
            return Lean(Direction.PAST, f"'{word} have' looks back")
        return Lean(Direction.FUTURE, f"'{word} {_at(words, i + 1)}' looks ahead".replace(" '", "'"))
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
        following = _at(words, i + 1)
        if (
            not following.isalpha()
            or following in ("the", "a", "an", "be", "his", "her", "its", "their")
            or following.endswith(("ing", "ed"))
        ) and following != "be":
            return None
        for back in (i - 1, i - 2):
            if _at(words, back) in _IMPLICATIVE:
                return Lean(Direction.PAST, f"'{words[back]} to' is past")
        if _at(words, i - 1) in _PLANNING or following in _PRESENT_PAIRS or following == "be":
            return Lean(Direction.FUTURE, f"'to {following}' is still to come")
        return None
    if word in _HAVE:
        following = _at(words, i + 1)
        if word in ("have", "has") and following == "to":
            return Lean(Direction.FUTURE, f"'{word} to' looks ahead")
        return Lean(Direction.PAST, f"'{word}' is perfect")
    if word in ("did", "didn't", "wasn't", "weren't", "hadn't"):
        return Lean(Direction.PAST, f"'{word}' is past")
    if word in _IRREGULAR:
        if _at(words, i - 1) in ("to", "will", "would", "can", "the", "a") or _at(words, i - 1) in _BE:
            return None
        return Lean(Direction.PAST, f"'{word}' is past")
    if word in _PLAN_WORDS and _at(words, i - 1) not in _BE:
        return Lean(Direction.FUTURE, f"'{word}' is about what is to come")
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST:
        previous = _at(words, i - 1)
        if previous in _BE or previous in ("to", "be", "will"):
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
    left = [w.lower() for w in _WORD.findall(flat[first:start].decode("ascii"))]
    right = [w.lower() for w in _WORD.findall(flat[end:last].decode("ascii"))]
    if right[:1] == ["'s"]:
        right = right[1:]
    # inside the clause, leftwards
    cut = len(left)
    for i in range(len(left) - 1, -1, -1):
        if left[i] in _BREAK:
            cut = i
            break
        found = _verb(left, i)
        if found:
            # "is expected", "will be held": the helper decides, wherever it stands in the group
            for back in range(max(0, i - 4), i):
                helper = _verb(left, back)
                if (
                    helper
                    and left[back] in _MODALS | _BE | _BEEN | {"to"}
                    and not any(w in _BREAK or w in _SUBORDINATE for w in left[back:i])
                ):
                    return helper
            return found
    else:
        cut = 0
    # inside the clause, rightwards; a phrase that opens the clause may have a comma after it
    i = 1 if right[:1] == [","] else 0
    while i < len(right) and right[i] not in _BREAK:
        found = _verb(right, i)
        if found:
            return found
        i += 1
    # beyond the commas: left, then right
    for j in range(cut - 1, -1, -1):
        found = _verb(left, j)
        if found:
            for back in range(max(0, j - 4), j):
                helper = _verb(left, back)
                if helper and left[back] in _MODALS | _BE | _BEEN | {"to"}:
                    return helper
            return found
    for j in range(i, len(right)):
        found = _verb(right, j)
        if found:
            return found
    return Lean(Direction.NEAREST, "no verb says which way")
