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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a name between commas behind the noun of a person
        ("An inquiry found the captain, Ulf Sandrup, guilty in 1916.", {"Ulf Sandrup"}),
        ("A dentist in Lima, Vimla Oduya, left the town her house.", {"Vimla Oduya"}),
        ("Vimla Oduya, a retired dentist, left the town her house.", {"Vimla Oduya"}),
        ("Sandrup's widow, Annelie, came for the service.", {"Sandrup", "Annelie"}),
        ("He was met by his counterpart, Ramiro Quispe Valda, on Monday.", {"Ramiro Quispe Valda"}),
        # the given name of three words, a calling before a name, foreign titles, a shared name
        ("Anand Rao Kulkarni, who turns sixty, has built a bridge.", {"Anand Rao Kulkarni"}),
        ("Surgeon Priyanka Bose operated on Friday.", {"Priyanka Bose"}),
        ("Frau Krause resigned on Monday.", {"Krause"}),
        ("John and Mary Ashdown bought the hotel.", {"John Ashdown", "Mary Ashdown"}),
        ("Taoiseach Orla Quinn left.", {"Orla Quinn"}),
        # bodies
        ("The station KQXV played a song.", set()),
        ("Mungo Volcano erupted on Monday.", set()),
        ("The owner, Acme Foods, sold the plant.", set()),
        ("The paint maker Lunara will pay a fine. Lunara fell 3 percent.", set()),
        ("The Harbour goalkeeper saved a penalty. Harbour led for an hour.", set()),
    ],
)
def test_the_words_beside_a_name_tell_whose_it_is(parse, text: str, names: set[str]) -> None:
    assert {person.name for person in identify(parse(text)).persons} == names


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        # a clause that goes on to name somebody does not mean them by "he"
        ("Paul Lund passed to Karl Oduya. He saved from Lund later.", "He", "Karl Oduya"),
        ("Chen Min-jae left on Tuesday. Chen will be back on Friday.", "Chen", "Chen Min-jae"),
        ('Karl "Wowa" Petersen retired. Wowa moved to Kiel.', "Wowa", 'Karl "Wowa" Petersen'),
        ("Paul Lund was born in Lima. A foreman saw that he drew.", "he", "Paul Lund"),
        # whoever asks does not ask himself
        ("Karl Oduya came in. Paul Lund stopped at a stall and asked him.", "him", "Karl Oduya"),
        (
            "Karl Oduya spoke. It rained. The sea rose. Friends of Paul Lund praised him.",
            "him",
            "Paul Lund",
        ),
        # a source is not whom the story goes on about
        (
            "Karl Oduya was found on Monday. The lake was cold, Paul Lund said. He had left home.",
            "He",
            "Karl Oduya",
        ),
        ("Paul Lund spoke first. Lund even paid.", "Lund", "Paul Lund"),
    ],
)
def test_whom_a_pronoun_or_a_bare_name_means(parse, text: str, word: str, name: str) -> None:
    assert mentioned(parse(text), word, -1) == name


def test_a_company_named_after_its_founder_is_not_the_founder(parse) -> None:
    text = "The brewer Lunara was sold. Lunara itself was founded by Aldo Lunara in 1950."
    doc = parse(text)
    roster = identify(doc)
    assert {person.name for person in roster.persons} == {"Aldo Lunara"}
    company = [t.i for t in doc.tokens if t.text == "Lunara"][1]
    assert company in roster.bodies
    assert company not in roster.mentions
