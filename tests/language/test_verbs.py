"""Verb groups: what is said of the time and certainty of a verb."""

from __future__ import annotations

import pytest

from timeline.language import Tense, direction_reader, verb_group
from timeline.language.verbs import governing_lemmas
from timeline.model import Direction


def group_of(doc, word: str):
    return verb_group(doc, next(t.i for t in doc.tokens if t.text == word))


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("Ruiz signed the bill.", "signed", Tense.PAST),
        ("Ruiz signs the bill on Friday.", "signs", Tense.PRESENT),
        ("Ruiz will sign the bill.", "sign", Tense.FUTURE),
        ("She'll sign the bill.", "sign", Tense.FUTURE),
        ("She’ll sign the bill.", "sign", Tense.FUTURE),
        ("Ruiz is signing the bill.", "signing", Tense.PRESENT),
        ("Ruiz will meet aides and sign a bill.", "sign", Tense.FUTURE),
        ("He heads to Rome, where he will speak, and sign a pact.", "sign", Tense.FUTURE),
        ("Ruiz wants to sign the bill.", "sign", Tense.NONE),
    ],
)
def test_tense(parse, text: str, word: str, tense: Tense) -> None:
    assert group_of(parse(text), word).tense is tense


@pytest.mark.parametrize(
    ("text", "word", "governors"),
    [
        ("Ruiz is expected to sign the bill.", "sign", ["expect"]),
        ("Ruiz plans to sign the bill.", "sign", ["plan"]),
        ("Ruiz is to sign the bill.", "sign", ["be"]),
        ("Ruiz is due to meet her and to sign the bill.", "sign", ["due", "be"]),
        ("Ruiz is ready to sign the bill.", "sign", ["ready", "be"]),
        ("Ruiz signed the bill.", "signed", []),
        ("The judge hopes to close the case.", "close", ["hope"]),
    ],
)
def test_governors(parse, text: str, word: str, governors: list[str]) -> None:
    doc = parse(text)
    assert governing_lemmas(doc, group_of(doc, word)) == governors


def test_passive_perfect_and_negation(parse) -> None:
    doc = parse("The vote has not been cancelled.")
    group = group_of(doc, "cancelled")
    assert (group.passive, group.perfect, group.negated) == (True, True, True)


@pytest.mark.parametrize(
    ("text", "word", "direction"),
    [
        ("Ruiz told reporters on Monday.", "Monday", Direction.PAST),
        ("Ruiz arrives in Lima on Monday.", "Monday", Direction.FUTURE),
        ("Ruiz is meeting aides on Monday.", "Monday", Direction.FUTURE),
        ("Ruiz will speak on Monday.", "Monday", Direction.FUTURE),
        ("Ruiz is expected to speak on Monday.", "Monday", Direction.FUTURE),
        ("Ruiz agreed to raise wages by March.", "March", Direction.FUTURE),
        ("She said it would open on Monday.", "Monday", Direction.FUTURE),
        ("A man arrested on Monday was freed.", "Monday", Direction.PAST),
        ("Talks scheduled for Monday collapsed.", "Monday", Direction.FUTURE),
        ("The plan comes after the July deal.", "July", None),
    ],
)
def test_direction_of_the_clause(parse, text: str, word: str, direction: Direction | None) -> None:
    assert direction_reader(parse(text))(text.index(word)) is direction
