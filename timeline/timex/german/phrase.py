"""Whether a German time phrase stands for itself or is a part of a compound: "Juli-Abkommen"."""

from __future__ import annotations

import re

_COMPOUND = re.compile(rb"-[A-Za-z]")


def attributive(flat: bytes, _start: int, end: int) -> bool:
    """Whether the phrase is only the first part of a compound noun."""
    return _COMPOUND.match(flat, end, end + 2) is not None
