"""The faster ways to match answer as the plain ones do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.timex.find import grammar
from timeline.timex.hedges import REACH
from timeline.timex.language import FOLDERS, language
from timeline.timex.patterns import Pattern, Tail, Tails

WORDS = st.sampled_from(
    """
    the early late mid end of beginning about by before after since until from on no later than
    a the- zum bis Ende Anfang vor nach seit hasta antes de finales desde el night's 10 p.m. noon ,
    Mitte gegen la hacia x\n \n not on or
    """.split(" ")
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join).map(str.encode)


@pytest.mark.parametrize("code", FOLDERS)
@given(TEXTS, st.integers(0, 50))
def test_a_tail_matches_what_re_does(code: str, flat: bytes, reach: int) -> None:
    """Same place, same groups, wherever the window begins; and `none` never denies a match."""
    spoken = language(code)
    tails = (spoken.hedges.modifier, spoken.hedges.preposition, spoken.joints.part_of)
    end = len(flat)
    for tail in map(Tail.of, tails):
        found = tail.search(flat, max(0, end - reach), end)
        plain = tail._plain.search(flat, max(0, end - reach), end)
        assert (found and (found.span(), found.groups())) == (
            plain and (plain.span(), plain.groups())
        )
        if plain and reach <= REACH:
            assert not grammar(code).before.none(flat, end)


def test_patterns_that_look_around_are_left_to_re() -> None:
    """RE2 has no lookbehind: such a pattern still answers, and never counts as absent."""
    behind = Tail(re.compile(rb"(?<!not )by $"))
    assert behind.search(b"only by ", 0, 8)
    assert not behind.search(b"not by ", 0, 7)
    assert not Tails([behind], 10).none(b"nothing", 7)


def test_every_match_in_order() -> None:
    """One after another, empty ones too, with their groups in lower case."""
    found = Pattern(r"(?P<word>[a-z]*)1?").all(b"Ab1 c", 0, 99)
    assert [parts["word"] for parts in found] == ["ab", "", "c", ""]
