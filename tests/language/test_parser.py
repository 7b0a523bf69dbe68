"""Sentences, words and names keep their place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.language import ModelMissing, Parser


def test_every_token_stands_where_it_says(parse) -> None:
    text = "Head\n\n  “It’s over,” said Ana Ruiz — from\u00a0Lima’s port.\r\n\nNext…  line "
    doc = parse(text)
    assert [t.text for t in doc.tokens if t.text != text[t.start : t.end]] == []
    assert "".join(t.text for t in doc.tokens if not t.text.isspace()) == "".join(text.split())


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_text_parses_with_true_offsets(text: str) -> None:
    doc = Parser.load().parse(text)
    assert all(text[t.start : t.end] == t.text for t in doc.tokens)
    assert all(s.start < s.end <= len(text) for s in doc.sentences)


def test_a_start_leaves_out_what_stands_before_it() -> None:
    text = "date 2025-10-25 Ruiz flew to Lima."
    doc = Parser.load().parse(text, start=16)
    assert doc.tokens[0].text == "Ruiz"
    assert doc.tokens[0].start == 16


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("She met Peruvian PM Ana Ruiz and left.", 1),
        ("Goods go to the U.S. To save time, the port stays open.", 2),
        ("The U.S. Senate voted. It was late.", 2),
        ("He left. She stayed!", 2),
        ("They called Sgt. Ana Ruiz. It was late.", 2),
        ("Two men left, Capt. Paul Lund said.", 1),
    ],
)
def test_sentences_begin_only_where_one_can(parse, text: str, sentences: int) -> None:
    assert len(parse(text).sentences) == sentences


def test_a_line_without_a_full_stop_is_a_heading(parse) -> None:
    doc = parse("Port chief sets out\nShe left on Monday.")
    assert [s.is_heading for s in doc.sentences] == [True, False]


def test_an_unknown_model_says_what_to_install() -> None:
    with pytest.raises(ModelMissing, match="pip install en_nothing_here"):
        Parser.load("en_nothing_here")


def test_progress_rises_to_the_end() -> None:
    seen: list[float] = []
    Parser.load().parse("One came.\nTwo left.\nThree stayed.", 0, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_a_prefix_does_not_cut_a_verb_in_three(parse) -> None:
    doc = parse("Ana Ruiz was re-elected and the north-west coast was Re-mapped.")
    assert [t.text for t in doc.tokens if "-" in t.text] == ["re-elected", "-", "Re-mapped"]
    assert doc.tokens[3].pos == "VERB"
