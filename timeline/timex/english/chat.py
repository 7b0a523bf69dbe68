"""How chat spells the words of time: "nxt", "nite", "wkend", "mornin", "mths"."""

from __future__ import annotations

from timeline.model import Precision, TimexType
from timeline.timex.rule import Place, Reading

CHAT_PARTS = (
    r"mor+n+(?:i+n+g*s?)?|mrng|morng|(?:after)?noons?|arvo|aftn|evenings?|evng|ni+ght+s?|ni+tes?"
    r"|nyte?s?|nght"
)
_PARTS = {"mo": "morning", "mr": "morning", "ev": "evening", "ni": "night", "ny": "night"}
_PARTS |= {"ng": "night", "af": "afternoon", "ar": "afternoon", "no": "noon"}


def part_name(word: str) -> str:
    """The plain name of a part of a day: "nites" → "night", "mornin" → "morning"."""
    return _PARTS[word[:2].lower()]


REL = (
    r"last|lst|this|dis|tis|next|nxt|coming|this{S}coming|upcoming|past|this{S}past|every|evry|each"
)
_RELS = {"lst": "last", "dis": "this", "tis": "this", "nxt": "next", "upcoming": "coming"}
_RELS |= {"evry": "every", "each": "every"}


def rel_name(words: str) -> str:
    """The plain word: "nxt" → "next", "this coming" → "coming"."""
    word = words.split()[-1]
    return _RELS.get(word, word)


def unit_word(word: str) -> str:
    """The plain singular of a unit as chat spells it: "wkends" → "weekend"."""
    word = word.lower().rstrip("s")
    if word.startswith("wk"):
        return "weekend" if "nd" in word else "week"
    if word.startswith("we") and "end" in word:
        return "weekend"
    for start, unit in _UNITS.items():
        if word.startswith(start):
            return unit
    return word


_UNITS = {
    "da": "day",
    "ho": "hour",
    "hr": "hour",
    "min": "minute",
    "we": "week",
    "mo": "month",
    "mt": "month",
    "mn": "month",
    "y": "year",
    "se": "second",
    "h": "hour",
}


def tagged(at: Place) -> bool:
    """Whether the word is a hashtag or someone's name: a label, not a time told."""
    return at.before(1) in ("#", "@", "_")


def recurs(value: str) -> Reading:
    """A SET of that value."""
    return Reading(TimexType.SET, value, None, Precision.NONE, "recurs, so it names no one date")
