"""Whether a German text is news or narrative, by the words it tells time with."""

from __future__ import annotations

from datetime import date

from timeline.timex.genre import Genre, news_or_narrative
from timeline.timex.german.letters import spelt
from timeline.timex.patterns import Pattern

# words of someone who tells of his own day
_HERE_AND_NOW = Pattern(
    spelt(
        r"\b(?:heute|gestern|morgen|vorgestern|übermorgen|heuer|derzeit|sagte|erklärte|teilte"
        r"|berichtete|laut|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
        r"|(?:letzte|vergangene|kommende|nächste|diese)[nrsm]? (?:woche|wochenende|monat|jahr)"
        r"|vor (?:wenigen|einigen|zwei|drei) (?:tagen|wochen|monaten))\b"
    )
)
_YEAR = Pattern(
    spelt(
        r"(?:\b(?:jahre?|im|seit|bis|von|nach|vor|um|ab|januar|februar|märz|april|mai|juni|juli"
        r"|august|september|oktober|november|dezember)|,|\()[ \n]?(?P<y>1\d{3}|20\d\d)\b"
    )
)


def genre_of(flat: bytes, anchor: date) -> Genre:
    """The kind of a text: news or narrative.

    Args:
        flat: the text, one byte a character.
        anchor: the day the text was written.
    """
    return news_or_narrative(flat, anchor, _YEAR, _HERE_AND_NOW)
