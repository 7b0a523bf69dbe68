"""Spanish letters as plain ones: an accent becomes a capital, so that verbs keep their tense.

Patterns ignore case, so "próximo" reads as "prOximo" and matches; the reader of verbs, which looks
at case, still knows "habló" from "hablo" and "hablará" from "hablara".
"""

from __future__ import annotations

_ACCENTED = dict(zip("áéíóúüñàèìòù", "AEIOUUNAEIOU", strict=True))

LETTERS: dict[str, str] = _ACCENTED | {letter.upper(): plain for letter, plain in _ACCENTED.items()}
LETTERS |= {"ç": "C", "Ç": "C", "º": "o", "ª": "a"}
