"""Whether a text is in English, as far as its little words tell."""

from __future__ import annotations

import re

# Words without which hardly an English sentence gets by, leaving out those that are as common in
# another European language ("in", "a", "an", "on", "die", "was", "is", "to" of Dutch and German).
_ENGLISH = (
    "the of and that for with by at from it he she his her has have had are were been be this "
    "will would said but they who which their not or its after when than more about could"
)
_FUNCTION_WORDS = frozenset(_ENGLISH.split())
_WORDS = 400
_ENOUGH = 12  # a headline may well do without the little words
_PARAGRAPH = 40  # one or two sentences of names and titles may have but one little word
_SHARE = 0.12  # English news has 0.25 to 0.4, other languages in Latin script at most 0.05


def looks_english(text: str) -> bool:
    """Guess whether a text is in English.

    Args:
        text: the article; its first few hundred words decide.

    Returns:
        False if it is surely in another language; True for English, and for a text too short
        to tell.
    """
    sample = text[: _WORDS * 12]
    letters = [char for char in sample if char.isalpha()]
    if sum(char < "\u0250" for char in letters) < len(letters) / 2:
        return False
    words = re.findall(r"[^\W\d_]+", sample.lower())[:_WORDS]
    if len(words) < _ENOUGH:
        return True
    found = sum(word in _FUNCTION_WORDS for word in words)
    return found >= _SHARE * len(words) if len(words) > _PARAGRAPH else found > 0
