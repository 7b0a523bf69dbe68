"""One spelling for a place name, so that São Paulo, SAO PAULO and Sao Paulo meet."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "-": " ",
        "–": " ",
        ".": None,
        "'": None,
        "’": None,
        "‘": None,
        "ʼ": None,
        "`": None,
        ",": None,
    }
)
_ABBREVIATED = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A key under which spellings of one name are equal.

    Accents, case, hyphens, full stops and apostrophes do not count; a leading "St.", "Ft." or
    "Mt." is written out. Only for comparing: the result is never shown.
    """
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold()).casefold()
        if not unicodedata.combining(letter)
    ).translate(_PLAIN)
    words = bare.split()
    if len(words) > 1 and words[0] in _ABBREVIATED:
        words[0] = _ABBREVIATED[words[0]]
    return " ".join(words)
