"""German numbers in digits and words: "1.200", "2,5", "dreiundzwanzig", "anderthalb", "dritten"."""

from __future__ import annotations

import re

from timeline.timex.german.letters import keyed, spelt
from timeline.timex.words import ordered

_ONES = ordered("ein zwei drei vier fünf sechs sieben acht neun")
_TEENS = ordered(
    """
    zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
    """
)
_TENS = ordered("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_FIRST = ordered(
    """
    erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt
    fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt
    """
)

_UNIT: dict[str, int] = keyed({word: n for n, word in enumerate(_ONES, 1)} | {"zwo": 2})
_TEEN: dict[str, int] = keyed({word: n for n, word in enumerate(_TEENS, 10)})
_TEN: dict[str, int] = keyed({word: 10 * n for n, word in enumerate(_TENS, 2)})
SMALL: dict[str, int] = _UNIT | _TEEN | {"eins": 1}
_STEM: dict[str, int] = keyed(
    {word: n for n, word in enumerate(_FIRST, 1)} | {"siebent": 7, "hundertst": 100}
)
_ARTICLES = ("ein", "eine", "einen", "einem", "einer", "eines", "eins")

_ONE = spelt("(?:" + "|".join(_ONES) + "|zwo)")
_TEENS_RE = spelt("(?:" + "|".join(_TEENS) + ")")
_TENS_RE = spelt("(?:" + "|".join(_TENS) + ")")
_BELOW = rf"(?:(?:{_ONE}und)?{_TENS_RE}|{_TEENS_RE}|{_ONE})"
_HUNDREDS = rf"(?:(?:{_ONE})?hundert(?:und)?(?:{_BELOW})?)"
_WORD = (
    rf"(?:(?:{_HUNDREDS}|{_BELOW})?tausend(?:und)?(?:{_HUNDREDS}|{_BELOW})?|{_HUNDREDS}|{_BELOW})"
)
# with the half that German counts on: "dreieinhalb", "anderthalb"; each may be inflected
WORDS = rf"(?:(?:{_BELOW})?einhalb|anderthalb|{_WORD}|beiden?|zweier|dreier)"
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}(?:,\d{{1,2}})?#?|{WORDS})"
ARTICLE = r"(?:eine[nmrs]?|ein)"
VAGUE = spelt(
    r"(?:einige[nrm]?|mehrere[nrm]?|(?:nur{S})?(?:ein{S}paar|wenige[nrm]?)|viele[nrm]?|etliche[nrm]?"
    r"|zahlreiche[nrm]?|manche[nrm]?|unzählige[nrm]?|dutzenden?|hunderten?|tausenden?)"
)
ORDINAL_WORD = (
    rf"(?:(?:{spelt('|'.join(sorted(_FIRST, key=len, reverse=True)))}|siebent"
    rf"|(?:{_ONE}und)?{_TENS_RE}st)e[nmrs]?)"
)
_PARTS = re.compile(r"(?:(?P<t>.*)tausend)?(?:und)?(?:(?P<h>.*?)hundert)?(?:und)?(?P<r>.*)$")
_INFLECTED = {"beide": 2, "beiden": 2, "zweier": 2, "dreier": 3, "anderthalb": 1.5, "einhalb": 0.5}


def number(words: str) -> float | None:
    """The value of a number in digits or words; None if it is vague ("einige") or no number.

    Args:
        words: lower-case text such as "dreiundzwanzig", "1.200", "2,5" or "einer".
    """
    words = " ".join(words.split())
    if words in _ARTICLES:
        return 1
    if words in _INFLECTED:
        return float(_INFLECTED[words])
    if words[:1].isdigit():
        half = 0.5 if words.endswith("#") else 0.0
        return float(words.rstrip("#").replace(".", "").replace(",", ".")) + half
    if words.endswith("einhalb"):
        whole = _whole(words.removesuffix("einhalb"))
        return None if whole is None else whole + 0.5
    return _whole(words)


def _whole(word: str) -> int | None:
    """The value of one compound number word."""
    found = _PARTS.match(word)
    if not found or not word:
        return None
    total = 0
    for share, name in ((1000, "t"), (100, "h")):
        told = found.group(name)
        if told is None:
            continue
        count = _whole(told) if told else 1
        if count is None:
            return None
        total += share * count
    rest = found.group("r")
    if not rest:
        return total or None
    below = _below(rest)
    return None if below is None else total + below


def _below(word: str) -> int | None:
    """The value of a number word below a hundred."""
    if word in SMALL:
        return SMALL[word]
    if word in _TEN:
        return _TEN[word]
    one, _, ten = word.partition("und")
    return _UNIT[one] + _TEN[ten] if one in _UNIT and ten in _TEN else None


def ordinal(words: str) -> int | None:
    """The value of "dritten", "3.", "einundzwanzigste" or "letzte" (-1); None for any other."""
    words = " ".join(words.split())
    if words[:1].isdigit():
        return int(words.rstrip(". "))
    stem = re.sub("e[nmrs]?$", "", words)
    if stem == "letzt":
        return -1
    if stem in _STEM:
        return _STEM[stem]
    return _whole(stem[:-2]) if stem.endswith("st") else None
