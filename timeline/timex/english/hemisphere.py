"""Whether a season is of the southern hemisphere, by the country that stands beside it."""

from __future__ import annotations

import re

from timeline.timex.english.direction import sentence
from timeline.timex.rule import Place

_LAND = (
    rb"(?:Australia|New Zealand|Argentina|Chile|Uruguay|Paraguay|South Africa|Brazil|Namibia"
    rb"|Bolivia|Peru|Zimbabwe|Botswana|Mozambique|Madagascar|Antarctica|Tasmania|Queensland|Patagonia"
    rb"|Sydney|Melbourne|Brisbane|Perth|Auckland|Buenos Aires|Santiago|Cape Town|Johannesburg)"
)
# "the Australian summer", "Chile's winter", "the austral spring"
_OWNER = re.compile(
    rb"(?:" + _LAND + rb"(?:'s|n|an)?|Argentine|Brazilian|Peruvian|New Zealand's|[Aa]ustral"
    rb"|[Ss]outhern(?: [Hh]emisphere(?:'s)?)?)[ \n]$"
)
# "in Australia, they vote next summer"; a country that is only named may be the traveller's
_INSIDE = re.compile(
    rb"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout) (?:southern |northern |eastern |western |much of )?"
    + _LAND
)


def southern(at: Place) -> bool:
    """Whether the season at a place is told of a land south of the equator."""
    if _OWNER.search(at.flat, max(0, at.start - 32), at.start):
        return True
    first, last = sentence(at.flat, at.start, at.end)
    return _INSIDE.search(at.flat, first, last) is not None
