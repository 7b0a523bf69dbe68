"""Whether a German time phrase stands for itself or is a part of a compound: "Juli-Abkommen"."""

from __future__ import annotations

import re

_COMPOUND = re.compile(rb"-[A-Za-z]")
# "Mai-Oktober", "Freitag-Sonntag": a range
_RANGE = re.compile(
    rb"-(?:[A-Z][a-z]+(?:tag|woch|abend)\b|Jan|Feb|M[aA]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
)


def attributive(flat: bytes, _start: int, end: int) -> bool:
    """Whether the phrase is only the first part of a compound noun."""
    return bool(_COMPOUND.match(flat, end, end + 2)) and not _RANGE.match(flat, end, end + 16)
