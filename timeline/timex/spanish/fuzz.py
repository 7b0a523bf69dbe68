"""Words that blur a number: "más de", "unos", "hasta"."""

from __future__ import annotations

_FUZZ_MOD = {
    "mas de": "MORE_THAN",
    "poco mas de": "MORE_THAN",
    "algo mas de": "MORE_THAN",
    "bastante mas de": "MORE_THAN",
    "menos de": "LESS_THAN",
    "poco menos de": "LESS_THAN",
    "algo menos de": "LESS_THAN",
    "bastante menos de": "LESS_THAN",
    "casi": "LESS_THAN",
    "escasamente": "LESS_THAN",
    "apenas": "LESS_THAN",
    "al menos": "EQUAL_OR_MORE",
    "por lo menos": "EQUAL_OR_MORE",
    "como minimo": "EQUAL_OR_MORE",
    "no mas de": "EQUAL_OR_LESS",
    "como maximo": "EQUAL_OR_LESS",
    "como mucho": "EQUAL_OR_LESS",
    "a lo sumo": "EQUAL_OR_LESS",
    "hasta": "EQUAL_OR_LESS",
    "cerca de": "APPROX",
    "alrededor de": "APPROX",
    "en torno a": "APPROX",
    "aproximadamente": "APPROX",
    "unos": "APPROX",
    "unas": "APPROX",
}


def fuzz_mod(words: str) -> str:
    """The TIMEX3 mod of "más de", "unos", "hasta"; "" for words that only stress ("sólo")."""
    return _FUZZ_MOD.get(" ".join(words.split()), "")
