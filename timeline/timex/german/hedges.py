"""Hedges of German: vor, nach, seit, bis, ab, spätestens, Anfang, Mitte, Ende, etwa."""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.german.phrase import attributive
from timeline.timex.language import Hedges
from timeline.timex.rule import Place

_MODIFIER = re.compile(
    spelt(
        r"(?:(?P<part>Anfang|Mitte|Ende|(?:Beginn|Auftakt|Ausgang|Ausklang) de[rs])"
        r"(?:[ \n](?:des|der|dieses|vom|im))?[ \n](?:Monats[ \n]|Jahres[ \n])?"
        r"|(?P<word>frühen|späten|Früh|Spät|mittleren)[ \n]"
        r"|(?P<about>etwa|rund|ungefähr|circa|ca\.|gegen)[ \n])$"
    ).encode(),
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    spelt(
        r"(?:^|[^A-Za-z0-9])(?P<p>(?:bis[ ])?spätestens(?:[ ]bis)?|noch[ ]vor|vor|nach|seit"
        r"|schon[ ]seit|bis|ab|frühestens|nicht[ ]vor|innerhalb|im[ ]Laufe)"
        r"(?:[ \n](?:zu[mr]?|am|im|mit|inklusive|einschließlich|etwa|rund|kurz))?"
        r"[ \n](?:de[mrns][ ])?$"
    ).encode(),
    re.IGNORECASE,
)
_ACTS = keyed(
    {
        "spätestens": "by",
        "bis spätestens": "by",
        "spätestens bis": "by",
        "innerhalb": "by",
        "noch vor": "before",
        "vor": "before",
        "nach": "after",
        "ab": "from",
        "frühestens": "from",
        "nicht vor": "from",
        "seit": "since",
        "schon seit": "since",
        "bis": "until",
    }
)
_POINTS = keyed(
    {
        "seit": Direction.PAST,
        "schon seit": Direction.PAST,
        "bis": Direction.FUTURE,
        "spätestens": Direction.FUTURE,
        "bis spätestens": Direction.FUTURE,
        "spätestens bis": Direction.FUTURE,
        "frühestens": Direction.FUTURE,
        "innerhalb": Direction.FUTURE,
    }
)


def _told_past(word: str, at: Place) -> bool:
    """Whether "bis" or "ab" stands in a clause that is past all the same."""
    if word.endswith("seit"):
        return False
    own = at.lean()
    return own.direction is Direction.PAST and own.sure


HEDGES = Hedges(
    modifier=_MODIFIER,
    sides=keyed(
        {
            "anfang": "early",
            "beginn des": "early",
            "beginn der": "early",
            "auftakt des": "early",
            "auftakt der": "early",
            "frühen": "early",
            "früh": "early",
            "mitte": "mid",
            "mittleren": "mid",
            "ende": "late",
            "späten": "late",
            "spät": "late",
        }
    ),
    closing=re.compile(rb"(?:am|zum|per) $", re.IGNORECASE),
    preposition=_PREPOSITION,
    onwards=re.compile(spelt(r",? (?:und|oder) (?:danach|später|darüber hinaus)\b").encode()),
    acts=_ACTS,
    points=_POINTS,
    attributive=attributive,
    told_past=_told_past,
)

DOTTED = frozenset(
    b"jan jan feb mar mrz apr jun jul aug sep sept okt nov dez mo di mi do fr sa so jh chr".split()
)
