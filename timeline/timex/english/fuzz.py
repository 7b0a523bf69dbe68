"""Words that blur a number: "more than", "about", "up to"."""

from __future__ import annotations

_FUZZ_MOD = {
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "just over": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "just under": "LESS_THAN",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
}


def fuzz_mod(words: str) -> str:
    """The TIMEX3 mod of "more than", "about", "up to" …"""
    words = " ".join(words.split())
    return _FUZZ_MOD.get(words, "APPROX") if words else ""
