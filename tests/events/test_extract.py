"""Which clauses are events, what is known of them, and what is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Precision, Qualifier, Status
from timeline.notation import edtf


def event(timeline, trigger: str):
    found = [e for e in timeline.events if e.trigger.text == trigger]
    assert found, [e.trigger.text for e in timeline.events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The port opened on Monday.", "opened", Status.HAPPENED),
        ("The port will open on Monday.", "open", Status.PLANNED),
        ("The port is to open on Monday.", "open", Status.PLANNED),
        ("Maria Costa arrives in Lima on Monday.", "arrives", Status.PLANNED),
        ("The port is expected to open in May.", "open", Status.EXPECTED),
        ("The bank has proposed to open a branch in May.", "open", Status.PROPOSED),
        ("The ministry is reviewing the rules.", "reviewing", Status.ONGOING),
        ("Costa has led the bank since 2019.", "led", Status.ONGOING),
        ("The vote was cancelled on Monday.", "cancelled", Status.CANCELLED),
        ("The vote was scheduled for Monday.", "scheduled", Status.PLANNED),
        ("Costa was to visit Chad in May, but the trip was cancelled.", "visit", Status.CANCELLED),
        ("The talks have been postponed until December.", "postponed", Status.PLANNED),
        ("The company says it paid the fine.", "paid", Status.REPORTED),
        ("Police said two men died.", "died", Status.HAPPENED),
        ("The board will decide after it has heard residents.", "heard", Status.PLANNED),
        ("Maria Costa was expected in Kenya on Monday.", "expected", Status.EXPECTED),
        ("Maria Costa is touring Chad.", "touring", Status.ONGOING),
        ("Maria Costa is leaving Chad.", "leaving", Status.PLANNED),
        ("The company denied that it had sold the mine last year.", "sold", Status.DENIED),
        ("Costa did not attend the hearing on Monday.", "attend", Status.DENIED),
        ("The port could open in May.", "open", Status.CONDITIONAL),
        ("The mine allegedly paid a bribe in May.", "paid", Status.REPORTED),
    ],
)
def test_status(read, text: str, trigger: str, status: Status) -> None:
    assert event(read(text), trigger).status is status


@pytest.mark.parametrize(
    ("text", "trigger", "written"),
    [
        ("Costa resigned on Friday.", "resigned", "2025-10-24"),
        ("Costa will resign on Friday.", "resign", "2025-10-31"),
        ("Costa will resign by March.", "resign", "[2025-10-25..2026-03]"),
        ("The July trade deal between Peru and Chile holds.", "deal", "2025-07"),
        ("On Monday the court met and the judge resigned.", "resigned", "2025-10-20"),
        ("Costa resigned on Monday, and Ruiz left on Tuesday.", "left", "2025-10-21"),
        ("The firm said on Monday it would cut jobs.", "said", "2025-10-20"),
        ("The talks have been postponed until December.", "postponed", "2025-12"),
        ("The vote, first planned for 14 October, was moved.", "planned", "2025-10-14"),
        ("The firm promised a review by Christmas.", "promised", "[..2025-10-25]"),
        (
            "A man was arrested at the scene and appeared in court on Monday.",
            "arrested",
            "[..2025-10-25]",
        ),
        ("The coach had left Oslo at 9 p.m.", "left", "[..2025-10-25]"),
        (
            "Costa flies to Ankara on Monday. The following day she travels to Oslo.",
            "travels",
            "2025-10-28",
        ),
        ("The firm said on Monday that it would cut jobs.", "said", "2025-10-20"),
        ("The firm said it would cut jobs on Monday.", "cut", "2025-10-27"),
        ("Maria Costa failed to attend the summit on Monday.", "attend", "2025-10-20"),
        ("The vote was held in Lima on Monday.", "held", "2025-10-20"),
        ("Next year's contest is scheduled to take place in Lima.", "take", "2026"),
        ("A ferry that sank in May was raised.", "sank", "2025-05"),
        ("The mill caught fire on Monday. Two men died.", "died", "2025-10-20"),
        ("The mill caught fire on Monday.\nTwo men died.", "died", "2025-10-20"),
        # a day that a later clause enlarges on, whatever the day limits
        ("It is the first crash since 1959, when two men died.", "died", "1959"),
        ("Talks go on until Friday, when the board will vote.", "vote", "2025-10-31"),
        # a time of day is of the day that was told of
        ("A dam broke on Monday. At 8 a.m. the bridge fell.", "fell", "2025-10-20"),
        ("At 8 a.m. the bridge fell.", "fell", "[..2025-10-25]"),
        ("A quake struck at 8 a.m. on Monday. A train was derailed.", "derailed", "2025-10-20"),
        ("The price was set at $20 on Monday.", "set", "2025-10-20"),
        (
            "Lows will be near zero, followed by highs Monday in the teens.",
            "followed",
            "2025-10-27",
        ),
        ("Costa resigned.", "resigned", "[..2025-10-25]"),
        ("Costa will resign.", "resign", "[2025-10-25..]"),
    ],
)
def test_each_event_has_its_own_date(read, text: str, trigger: str, written: str) -> None:
    found = event(read(text), trigger)
    assert edtf(found.when) == written


def test_what_nothing_dates_is_not_dated(read) -> None:
    when = event(read("Costa resigned."), "resigned").when
    assert (when.is_dated, when.precision, when.qualifier, when.finish) == (
        False,
        Precision.NONE,
        Qualifier.INFERRED,
        date(2025, 10, 25),
    )


def test_a_date_before_a_noun_is_not_the_verbs(read) -> None:
    found = event(read("The plan follows the July deal, and Costa signed it."), "signed")
    assert not found.when.is_dated


@pytest.mark.parametrize(
    "text",
    [
        "The bank has three offices.",
        "Will the port open on time?",
        "That would help everybody.",
        "“I know the port,” she said.",
        "Prices depend on the weather.",
        "Buy now and pay less.",
    ],
)
def test_states_opinions_and_questions_are_no_events(read, text: str) -> None:
    assert [e.title for e in read(text).events] == []


@pytest.mark.parametrize(
    ("text", "trigger", "people"),
    [
        ("Maria Costa met Paul Ndiaye on Monday.", "met", ["Maria Costa", "Paul Ndiaye"]),
        ("Maria Costa spoke. On Monday she met aides.", "met", ["Maria Costa"]),
        ("Maria Costa, an ally of the late Jan Smit, resigned.", "resigned", ["Maria Costa"]),
        ("Maria Costa is expected to meet Paul Ndiaye.", "meet", ["Maria Costa", "Paul Ndiaye"]),
        (
            "On Monday, retired long distance national champion rower and county team captain "
            "Paul Adams was given a ban.",
            "given",
            ["Paul Adams"],
        ),
    ],
)
def test_people_are_those_who_take_part(read, text: str, trigger: str, people: list[str]) -> None:
    assert [p.name for p in event(read(text), trigger).people] == people


def test_a_pronouns_person_is_marked(read) -> None:
    found = event(read("Maria Costa spoke. On Monday she met aides."), "met")
    assert found.inferred_people == ("Maria Costa",)


@pytest.mark.parametrize(
    ("text", "trigger", "place", "countries"),
    [
        ("Maria Costa met aides in Nairobi on Monday.", "met", "Nairobi", ("KE",)),
        ("Washington told Lima on Monday to pay.", "told", None, ("US", "PE")),
        ("A court in Oslo ruled on Monday.", "ruled", "Oslo", ("NO",)),
        ("The Peruvian government resigned on Monday.", "resigned", None, ("PE",)),
        ("Maria Costa will tour Chad, Niger and Mali.", "tour", None, ("TD", "NE", "ML")),
        ("The ship sailed from Lima to Osaka on Monday.", "sailed", "Osaka", ("JP",)),
        ("Japan-built cars were sold on Monday.", "sold", None, ()),
    ],
)
def test_where_it_happens_and_who_acts(read, text, trigger, place, countries) -> None:
    found = event(read(text), trigger)
    assert (found.place.name if found.place else None) == place
    assert found.countries == countries


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Maria Costa was expected in Kenya on Monday.",
            "expected",
            "Maria Costa expected in Kenya",
        ),
        ("A strike began in Oslo on Monday.", "began", "Strike began in Oslo"),
        ("Maria Costa will meet Paul Ndiaye on Monday.", "meet", "Maria Costa to meet Paul Ndiaye"),
        ("The bridge was closed on Monday.", "closed", "Bridge closed"),
        ("Maria Costa said on Monday she won't run.", "said", "Maria Costa says she will not run"),
        ("After the car struck a wall, it was towed.", "towed", "Car towed"),
        ("Maria Costa left. She ended their war on Monday.", "ended", "Maria Costa ended war"),
    ],
)
def test_titles_say_who_and_what_without_the_date(read, text, trigger, title) -> None:
    assert event(read(text), trigger).title == title


def test_titles_stay_short(read) -> None:
    long = "the very " * 40
    assert all(
        len(e.title) <= 80 for e in read(f"Costa signed {long}long treaty on Monday.").events
    )


def test_every_answer_points_into_the_text(read) -> None:
    text = "Maria Costa met aides in Lima on Monday. The July deal with Chile was signed by Peru."
    for found in read(text).events:
        for span in (found.trigger, found.quote, found.when_text):
            if span is not None:
                assert text[span.start : span.end] == span.text
        assert found.quote.start <= found.trigger.start < found.quote.end


def test_ids_are_stable_and_differ(read) -> None:
    text = "Costa resigned on Monday. Ruiz left on Tuesday."
    first, second = ([e.id for e in read(text).events] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first) == 2
