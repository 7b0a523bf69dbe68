"""Whether a time phrase stands for itself or qualifies a noun: "in July", "the July deal"."""

from __future__ import annotations

import re

from timeline.timex.patterns import Tail

_DETERMINER = Tail(
    re.compile(rb"(?:^|[^A-Za-z])(?:the|an?|its|their|his|her|our)[ \n]$", re.IGNORECASE)
)
_NOUN = re.compile(rb"[ \n]([a-z]{3,})\b")
_NO_NOUN = frozenset(
    b"and after with from the when that this was were will would for because because as but "
    b"while where which who said until before since through his her its their has had not "
    b"are they she did can could may might should during over under about again also into than "
    b"only both either all some most many more out if although though then last next".split()
)


def attributive(flat: bytes, start: int, end: int) -> bool:
    """Whether the phrase qualifies a noun: "the July deal", "Friday's vote"."""
    if flat[end : end + 2] in (b"'s", b"s'"):
        return True
    if not _DETERMINER.search(flat, max(0, start - 7), start):
        return False
    noun = _NOUN.match(flat, end, end + 24)
    return noun is not None and noun.group(1) not in _NO_NOUN
