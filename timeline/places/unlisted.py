"""Places that no list has: put where the names beside them are, and no finer than an area.

"The village of Ostrevno" after "near Veliko Tarnovo" is somewhere about there. That is said only
where the words make the name a place: its own last word ("Otter Creek"), or a noun beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import PlacePrecision
from timeline.places.dictionary import Kind
from timeline.places.mentioned import PlaceMention

_LANDSCAPE = (
    "river|creek|brook|lake|reservoir|pond|valley|bay|cove|harbou?r|beach|falls|island|islands|"
    "hills?|heights|springs|forest|woods|mountains?|peak|ridge|pass|canyon|gorge|desert|delta|"
    "park|square|bridge|dam|township|village|camp|crossing|junction|peninsula|strait"
)
_OWN_WORD = re.compile(rf"(?:.*\s(?:{_LANDSCAPE})|(?:lake|mount|mt\.?|cape|camp|port)\s.*)", re.I)
_NOUN_BEFORE = re.compile(
    r"\b(?:village|villages|town|towns|hamlet|settlement|community|suburb|neighbou?rhood|district|"
    r"districts|commune|municipality|barangay|area|outskirts|island|river|mountain)\s"
    r"(?:of|called|named)\s(?:the\s)?$",
    re.I,
)
_NOUN_BEHIND = re.compile(
    r"\s(?:village|town|hamlet|neighbou?rhood|suburb|district|commune|municipality|area|"
    r"refugee camp|river|valley|island)\b"
)
_REACH = 600  # characters within which a listed place is beside a name


def says_place(text: str, start: int, end: int) -> bool:
    """Whether the words themselves make the name at `start:end` a place."""
    return (
        _OWN_WORD.fullmatch(text, start, end) is not None
        or _NOUN_BEHIND.match(text, end) is not None
        or _NOUN_BEFORE.search(text, max(0, start - 40), start) is not None
    )


def beside(
    text: str, start: int, end: int, mentions: Sequence[PlaceMention]
) -> PlaceMention | None:
    """An unlisted name at the nearest town or district that the text names; None if it is alone.

    Args:
        mentions: in the order of the text.
    """
    low = bisect_left(mentions, start - 2 * _REACH, key=lambda m: m.start)
    high = bisect_left(mentions, end + _REACH, key=lambda m: m.start)
    known = [
        mention
        for mention in mentions[low:high]
        if mention.place is not None
        and mention.place.precision in (PlacePrecision.CITY, PlacePrecision.ADMIN)
        and min(abs(mention.start - end), abs(start - mention.end)) < _REACH
    ]
    if not known:
        return None
    nearest = min(
        known,
        key=lambda m: (
            min(abs(m.start - end), abs(start - m.end))
            # a state is a poor guess while a town is in sight
            + _REACH / 2 * (m.place is not None and m.place.precision is PlacePrecision.ADMIN)
        ),
    )
    if nearest.place is None:
        return None
    name = text[start:end]
    place = replace(nearest.place, name=name, precision=PlacePrecision.ADMIN)
    return PlaceMention(start, end, name, place, nearest.countries, Kind.ADMIN)
