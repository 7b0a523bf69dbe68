"""Who takes part in an event, and who is only spoken of."""

from __future__ import annotations

import pytest


def taking_part(timeline, trigger: str, nth: int = 0) -> set[str]:
    """The names of those who take part; a star marks who was inferred."""
    found = [e for e in timeline.events if e.trigger.text == trigger]
    assert found, [e.trigger.text for e in timeline.events]
    event = found[nth]
    return {p.name + "*" * (p.name in event.inferred_people) for p in event.people}


RUIZ, LUND, QUINN, ODUYA = "Ana Ruiz", "Paul Lund", "Dara Quinn", "Tam Oduya"
BOTH = {"Ana Ruiz*", "Paul Lund*"}


@pytest.mark.parametrize(
    ("text", "trigger", "people"),
    [
        # a subject that the parser joins to the verb before
        (
            "The bank's finance chief, Paul Lund, resigned and its owner, Ana Ruiz, is stepping in"
            " to help turn the lender around, the bank said.",
            "stepping",
            {RUIZ},
        ),
        # nouns
        ("The resignation of Ana Ruiz on Monday shook the bank.", "shook", {RUIZ}),
        ("Talks between Ana Ruiz and Paul Lund collapsed on Friday.", "collapsed", {RUIZ, LUND}),
        ("Ana Ruiz's visit to Chad on Monday was brief.", "visit", {RUIZ}),
        ("The death of Paul Lund in May was an accident.", "death", {LUND}),
        ("A meeting of Ana Ruiz with Paul Lund on Monday ended early.", "ended", {RUIZ, LUND}),
        ("Ana Ruiz is to hold talks with Paul Lund on Monday.", "hold", {RUIZ, LUND}),
        ("The trial of Ana Ruiz, accused of fraud, opened on Monday.", "opened", {RUIZ}),
        ("Paul Lund announced the appointment of Ana Ruiz on Monday.", "announced", {RUIZ, LUND}),
        # passives
        ("Ana Ruiz was arrested by police on Tuesday.", "arrested", {RUIZ}),
        (
            "The court heard that Paul Lund had been attacked by Dara Quinn on Monday.",
            "attacked",
            {LUND, QUINN},
        ),
        ("Ana Ruiz will be succeeded by Paul Lund on Monday.", "succeeded", {RUIZ, LUND}),
        ("Paul Lund was replaced as coach by Ana Ruiz on Monday.", "replaced", {RUIZ, LUND}),
        ("The bill was signed by Governor Ray Tolliver on May 3.", "signed", {"Ray Tolliver"}),
        # who asks and who is asked
        ("Ana Ruiz was asked by Paul Lund to leave the party in May.", "leave", {RUIZ, LUND}),
        ("Paul Lund urged Ana Ruiz to resign on Monday.", "resign", {RUIZ, LUND}),
        ("Paul Lund wants Ana Ruiz to resign by Friday.", "resign", {RUIZ, LUND}),
        ("Protesters demanded on Monday that Paul Lund step down.", "demanded", {LUND}),
        # a number is no pair
        ("Ana Ruiz and Paul Lund ran. Twenty-two candidates applied on Monday.", "applied", set()),
        # who says so is not who does it
        ("According to a report by Ana Ruiz, money was taken on Monday.", "taken", set()),
        (
            "According to a report by Ana Ruiz, Dara Quinn, 24, allegedly left her bag inside on"
            " Monday.",
            "left",
            {QUINN},
        ),
        ("Divers identified the dead man as Paul Lund on Monday.", "identified", {LUND}),
        # lists and apposition
        (
            "Tam Oduya met Ana Ruiz. On Monday, Oduya, Ruiz and Senate President Paul Lund paid.",
            "paid",
            {ODUYA, RUIZ, LUND},
        ),
        ("Police arrested Ana Ruiz, 34, and Paul Lund, 29, on Friday.", "arrested", {RUIZ, LUND}),
        ("The former director, Ana Ruiz will lead it from Monday.", "lead", {RUIZ}),
        ("The chief operating officer, Tam Oduya, will lead it from Monday.", "lead", {ODUYA}),
        ("The club's owner, Dara Quinn, sold the stadium in May.", "sold", {QUINN}),
        ("Paul Lund's lawyer, Ana Ruiz, appealed on Monday.", "appealed", {RUIZ}),
        ("Police arrested Ana Ruiz, Paul Lund's wife, on Monday.", "arrested", {RUIZ}),
        ("Paul Lund, a senator, and Ana Ruiz, a judge, met on Monday.", "met", {RUIZ, LUND}),
        (
            "The director of the Lima Port Authority Ana Ruiz resigned on Monday.",
            "resigned",
            {RUIZ},
        ),
        (
            "The plan was rejected on Monday by the head of Acme Motors Ana Ruiz.",
            "rejected",
            {RUIZ},
        ),
        ("A spokesman for President Paul Lund resigned on Monday.", "resigned", set()),
        # lists
        (
            "Ana Ruiz met Paul Lund, Dara Quinn and Tam Oduya in Oslo on Monday.",
            "met",
            {RUIZ, LUND, QUINN, ODUYA},
        ),
        (
            "Ana Ruiz, Paul Lund and Dara Quinn arrived in Oslo on Monday.",
            "arrived",
            {RUIZ, LUND, QUINN},
        ),
        ("Paul Lund, along with Ana Ruiz, was charged on Monday.", "charged", {RUIZ, LUND}),
        ("Among those killed on Monday were Paul Lund and Ana Ruiz.", "killed", {RUIZ, LUND}),
        ("Those who met on Monday included Paul Lund and Ana Ruiz.", "met", {RUIZ, LUND}),
        # shared and relative subjects
        ("Ana Ruiz met with Paul Lund and left for Oslo on Monday.", "left", {RUIZ}),
        ("Arrested on Monday, Ana Ruiz appeared in court.", "Arrested", {RUIZ}),
        ("Ana Ruiz, who joined the bank in 2019, left on Monday.", "joined", {RUIZ}),
        (
            "The crowd cheered as Paul Lund, draped in a flag, opened the fair on Monday.",
            "opened",
            {LUND},
        ),
        (
            "Ana Ruiz and Paul Lund announced plans to travel to Oslo on Monday.",
            "travel",
            {RUIZ, LUND},
        ),
        ("Dara Quinn read of Ana Ruiz's plan to fly to Oslo on Monday.", "fly", {RUIZ}),
        ("It was Paul Lund who signed the deal on Monday.", "signed", {LUND}),
        # those who are only spoken of
        ("Ministers argued about Ana Ruiz on Monday.", "argued", set()),
        ("The party split over Paul Lund on Monday.", "split", set()),
        ("A film about Paul Lund opened on Monday.", "opened", set()),
        ("Ana Ruiz said that Paul Lund resigned on Monday.", "resigned", {LUND}),
        ("Paul Lund's car was stolen on Monday.", "stolen", set()),
        ("The man accused of killing Paul Lund was arrested on Monday.", "arrested", set()),
    ],
)
def test_who_takes_part(read, text: str, trigger: str, people: set[str]) -> None:
    assert taking_part(read(text), trigger) == people


@pytest.mark.parametrize(
    ("text", "trigger", "people"),
    [
        (
            "Peruvian President Ana Ruiz landed in Oslo on Monday. The president will leave soon.",
            "leave",
            {"Ana Ruiz*"},
        ),
        (
            "Ana Ruiz, the airline's chairman, quit on Monday. The chairman sold shares in May.",
            "sold",
            {"Ana Ruiz*"},
        ),
        (
            "Finance Minister Ana Ruiz and Foreign Minister Paul Lund flew to Oslo on Monday."
            " The finance minister returned on Tuesday.",
            "returned",
            {"Ana Ruiz*"},
        ),
        (
            "Finance Minister Ana Ruiz and Foreign Minister Paul Lund flew to Oslo on Monday."
            " The minister returned on Tuesday.",
            "returned",
            set(),
        ),
        (
            "Peruvian President Ana Ruiz flew to Oslo on Monday. The next president will be"
            " elected in May.",
            "elected",
            set(),
        ),
        (
            "The bank appointed Ana Ruiz as its chief executive. The chief executive will start"
            " in May.",
            "start",
            {"Ana Ruiz*"},
        ),
        (
            "Ana Ruiz and Paul Lund met on Monday. They will travel to Oslo on Tuesday.",
            "travel",
            {"Ana Ruiz*", "Paul Lund*"},
        ),
        (
            "Peruvian President Ana Ruiz and Chilean President Paul Lund met on Monday."
            " The two presidents will sign a pact in May.",
            "sign",
            {"Ana Ruiz*", "Paul Lund*"},
        ),
        ("Ana Ruiz told Paul Lund on Monday she would resign.", "resign", {"Ana Ruiz*"}),
        ("The company hired Ana Ruiz in 2019 and promoted her in 2021.", "promoted", {"Ana Ruiz*"}),
        (
            "Ana Ruiz and her brother Bo Ruiz were arrested on Monday. Ruiz was freed on Tuesday.",
            "freed",
            set(),
        ),
        (
            "Paul Lund praised the crew. A boy was rescued on Monday after he fell into a well.",
            "fell",
            set(),
        ),
        (
            'Paul Lund spoke on Monday. "We met Tam Oduya," he said. He left on Tuesday.',
            "left",
            {"Paul Lund*"},
        ),
        (
            "Judge Dara Quinn sentenced Paul Lund on Monday. Quinn will retire in May.",
            "retire",
            {QUINN},
        ),
        ("Ana Ruiz married Paul Lund in 1961. The couple left Oslo in 1970.", "left", BOTH),
        ("Ana Ruiz and Paul Lund fought on Friday. Both were fined on Sunday.", "fined", BOTH),
        (
            "Foreign Minister Ana Ruiz met her Chadian counterpart, Paul Lund. It was cold. Nothing"
            " was signed. Snow fell. Tomorrow the two ministers will inspect a mine.",
            "inspect",
            BOTH,
        ),
        (
            "The optician is Paul Lund. He is a quiet man who came from Lima in 2012.",
            "came",
            {"Paul Lund*"},
        ),
    ],
)
def test_whom_other_words_stand_for(read, text: str, trigger: str, people: set[str]) -> None:
    assert taking_part(read(text), trigger) == people


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        (
            "The Zambian leader Paul Lund spoke in May. Troops loyal to Lund took a town"
            " on Monday, and the people of the town fled.",
            "took",
            ("ZM",),
        ),
        (
            "For its part Chad has said its ports are closed and has accused Niger of spying.",
            "accused",
            ("TD", "NE"),
        ),
    ],
)
def test_states_behind_a_noun_or_a_distant_subject(
    read, text: str, trigger: str, countries: tuple[str, ...]
) -> None:
    found = next(e for e in read(text).events if e.trigger.text == trigger)
    assert found.countries == countries


def test_who_acts_by_a_town_s_name_is_no_town(read) -> None:
    timeline = read(
        "President Modesto spoke to the people of the town in May. Modesto promised them that there"
        " would be aid. On Monday Modesto left."
    )
    left = next(e for e in timeline.events if e.trigger.text == "left")
    assert ([p.name for p in left.people], left.countries) == (["Modesto"], ())


def test_bodies_that_own_what_an_event_is_about(read) -> None:
    timeline = read(
        "Acme Motors shares fell on Monday. The chairman of Lima Bank resigned on Friday."
    )
    assert [e.organisations for e in timeline.events] == [("Acme Motors",), ("Lima Bank",)]
