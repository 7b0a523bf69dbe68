"""One identity for each person of an article."""

from __future__ import annotations

import pytest

from timeline.people import identify


def mentioned(doc, word: str, nth: int = 0) -> str:
    roster = identify(doc)
    tokens = [t.i for t in doc.tokens if t.text == word]
    mention = roster.mentions.get(tokens[nth])
    return roster.persons[mention.person].name if mention else ""


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("President Maria Costa met aides. Costa then left.", "Costa", "Maria Costa"),
        ("Finance Minister Jan de Vries spoke. De Vries left.", "Vries", "Jan de Vries"),
        ("Chen Guowei arrived on Monday. Chen will stay a week.", "Chen", "Chen Guowei"),
        ("Maria Costa met Paul Ndiaye. She thanked him.", "She", "Maria Costa"),
        ("Before his stop in Rome, Paul Ndiaye will visit Lyon.", "his", "Paul Ndiaye"),
        ("Maria Costa’s visit ends today.", "Costa", "Maria Costa"),
        ("Maria Costa spoke. She met Paul Lund in Oslo, where he lives.", "he", "Paul Lund"),
    ],
)
def test_every_mention_finds_its_person(parse, text: str, word: str, name: str) -> None:
    assert mentioned(parse(text), word, -1) == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("He met Peruvian PM Ana Ruiz.", "Ana Ruiz", "Peruvian PM"),
        ("Paul Ndiaye, the bank's chairman, resigned.", "Paul Ndiaye", "the bank's chairman"),
        ("Emperor Takehito will receive him.", "Takehito", "Emperor"),
    ],
)
def test_roles_are_kept(parse, text: str, name: str, role: str) -> None:
    assert {p.name: p.role for p in identify(parse(text)).persons}.get(name) == role


def test_pronouns_are_marked_as_inferred(parse) -> None:
    doc = parse("Maria Costa left Lisbon. She will return on Friday.")
    mentions = identify(doc).mentions
    she = next(t.i for t in doc.tokens if t.text == "She")
    costa = next(t.i for t in doc.tokens if t.text == "Costa")
    assert (mentions[she].inferred, mentions[costa].inferred) == (True, False)


def test_a_pronoun_does_not_change_its_gender(parse) -> None:
    text = "Maria Costa spoke first. She praised the team. Then Paul Ndiaye spoke. She left early."
    assert mentioned(parse(text), "She", 1) == "Maria Costa"


def test_no_person_in_a_text_without_one(parse) -> None:
    assert identify(parse("The river rose by two metres.")).persons == ()


def test_a_headline_names_whom_the_story_is_about(parse) -> None:
    text = (
        "Costa quits the bank.\n\nMaria Costa resigned on Monday. She was unwell. Maria"
        " Costa and her brother Bo Costa own the bank."
    )
    assert mentioned(parse(text), "Costa") == "Maria Costa"
