"""Text as one ASCII byte per character, so that patterns run on bytes and offsets stay true.

The patterns of this room are ASCII; what they need from the rest of Unicode is only that
typographic quotes, dashes, spaces and fractions look like their plain kin, that a language's own
letters have a plain form, and that foreign letters are still letters. One byte a character makes
every offset of a match an offset of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PLAIN = {
    "‘": "'",
    "’": "'",
    "‛": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "~",  # an em dash parts clauses, it never joins two ends of a range
    "―": "~",
    "−": "-",
    "½": "#",  # read by the numbers as a half
    "…": ";",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
}


class _Fold(dict[int, int]):
    """What each foreign character looks like to the patterns, worked out when first met."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        super().__init__({ord(letter): ord(plain) for letter, plain in letters.items()})

    def __missing__(self, code: int) -> int:
        char = chr(code)
        plain = _PLAIN.get(char)
        if plain is None:
            if char.isspace():
                plain = " "
            elif char.isalpha() or unicodedata.combining(char):
                plain = "z"  # a letter of no time word: it keeps word borders where they are
            else:
                plain = "?"
        self[code] = ord(plain)
        return self[code]


@cache
def _fold(letters: tuple[tuple[str, str], ...]) -> _Fold:
    return _Fold(dict(letters))


_NO_LETTERS: Mapping[str, str] = {}
_CONTROLS = bytes.maketrans(b"\t\r\x0b\x0c\x1c\x1d\x1e\x1f", b"        ")


def flatten(text: str, letters: Mapping[str, str] = _NO_LETTERS) -> bytes:
    """The text with each character as one ASCII byte.

    Args:
        text: any string, lone surrogates included.
        letters: plain ASCII letters for a language's own, such as n for ñ.

    Returns:
        Bytes with `len(flatten(text)) == len(text)`.
    """
    if not text.isascii():
        fold = _fold(tuple(letters.items()))
        text = _FOREIGN.sub(lambda run: run.group().translate(fold), text)
    return text.encode("ascii").translate(_CONTROLS)
