"""Umlauts and ß: how they look to the patterns, and both ways in which they are written.

The patterns see one ASCII byte for each character, and ä, ö, ü become A, O, U inside their word:
patterns ignore case, so that they match as a, o, u do, but the reader of verbs, who does not, can
tell "würde" (would) from "wurde" (became). Texts without umlauts write ae, oe, ue and ss.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import TypeVar

T = TypeVar("T")

LETTERS = {"ä": "A", "ö": "O", "ü": "U", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "s", "ẞ": "S"}
_WRITTEN = {"ä": "[aA]e?", "ö": "[oO]e?", "ü": "[uU]e?", "ß": "ss?"}
_FORMS = {"ä": ("A", "ae"), "ö": ("O", "oe"), "ü": ("U", "ue"), "ß": ("s", "ss")}


def spelt(pattern: str) -> str:
    """A pattern in which umlauts and ß match all that a text may write for them."""
    return "".join(_WRITTEN.get(char, char) for char in pattern)


def forms(word: str) -> list[str]:
    """The ways in which a word may stand in the flat text, umlauts as capitals."""
    return ["".join(way) for way in product(*(_FORMS.get(char, (char,)) for char in word))]


def spellings(text: str) -> frozenset[str]:
    """All forms of the words of a running text."""
    return frozenset(form for word in text.split() for form in forms(word))


def keyed(table: Mapping[str, T]) -> dict[str, T]:
    """A table with each key in all its forms, lower case, as the groups of a match give them."""
    return {form.lower(): value for key, value in table.items() for form in forms(key)}
