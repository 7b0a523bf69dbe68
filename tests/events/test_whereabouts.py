"""Where an event is, when its own clause says so and when the story does."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract


def event(timeline, trigger: str):
    found = [e for e in timeline.events if e.trigger.text == trigger]
    assert found, [e.trigger.text for e in timeline.events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "place", "countries"),
    [
        ("A ministers' meeting of the Baltic states in Riga backed the plan on Monday.", "backed",
         "Riga", {"LV"}),
        ("The jets carried out strikes on Yemen on Monday.", "carried", "Yemen", {"YE"}),
        ("Kenya's election was held on Monday.", "held", "Kenya", {"KE"}),
        ("The ferry sailed from Liverpool on Monday.", "sailed", "Liverpool", {"GB"}),
        ("Moss boarded a flight to Malta on Monday.", "boarded", "Malta", {"MT"}),
        ("Moss appeared before a court in Leeds on Monday.", "appeared", "Leeds", {"GB"}),
        ("The yacht sank off Cyprus on Monday.", "sank", "Cyprus", {"CY"}),
        ("Moss was fined on Monday by a court in Leeds.", "fined", "Leeds", {"GB"}),
        ("A mob stormed the street at the U.S. embassy in Lima on Monday.", "stormed", "Lima",
         {"PE"}),
        ("A mob gathered at U.S. embassies in Peru and Chad on Monday.", "gathered", None,
         {"PE", "TD"}),
        ("Moss toured the Tanzanian capital Dar es Salaam on Monday.", "toured", "Dar es Salaam",
         {"TZ"}),
        ("Two suspects in the Kenya bombing were freed on Monday.", "freed", None, {"KE"}),
        ("Two lorries collided on the road to Nakuru on Monday.", "collided", "Nakuru", {"KE"}),
        ("They rode to Lima on Monday.", "rode", "Lima", {"PE"}),
        ("The inspectors visited a mine near Oruro that was closed on Monday.", "closed", "Oruro",
         {"BO"}),
        ("Moss painted it on Monday on the wall of a chapel in Quito.", "painted", "Quito", {"EC"}),
        ("The Kenyan election was held on Monday.", "held", "Kenya", {"KE"}),
        ("Moss called on Monday for a truce in Chad.", "called", None, {"TD"}),
        ("She met traders in the Peruvian capital on Monday.", "met", "Lima", {"PE"}),
        ("Peru said on Monday that it had expelled the envoy.", "expelled", None, {"PE"}),
    ],
)  # fmt: skip
def test_a_clause_says_where(read, text, trigger, place, countries) -> None:
    found = event(read(text), trigger)
    assert (found.place.name if found.place else None) == place
    assert set(found.countries) == countries


def test_a_story_goes_on_where_it_was(read) -> None:
    found = event(read("A dam burst near Oaxaca on Monday. Forty people were moved."), "moved")
    assert found.place is not None
    assert found.place.country == "MX"
    assert "its place is that of 'burst'" in found.reason


def test_a_state_may_act_from_elsewhere(read) -> None:
    text = "A dam burst near Oaxaca on Monday. The United States sent pumps."
    assert event(read(text), "sent").place is None


def test_here_is_where_the_article_was_sent_from() -> None:
    text = "LA PAZ, May 17 (Wire) - Foreign Minister Knut Berg of Norway arrived here today."
    arrival = event(extract(text, date="1962-05-17"), "arrived")
    assert arrival.place is not None
    assert arrival.place.country == "BO"


@pytest.mark.parametrize("thing", ["steamer", "ferry", "hurricane"])
def test_what_is_named_like_a_town_is_no_town(read, thing: str) -> None:
    found = read(f"The {thing} Florence reached Lima on Monday.")
    assert all(e.place is None or e.place.country == "PE" for e in found.events)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Nakuru was quiet on Sunday. A bomb went off in the town on Monday.", "went", "Nakuru"),
        ("Nakuru was quiet on Sunday. The town was shelled on Monday.", "shelled", "Nakuru"),
        ("Nakuru was quiet on Sunday. Moss was arrested at the airport on Monday.", "arrested",
         "Nakuru"),
        ("Nakuru was quiet on Sunday. The thieves were arrested in a distant town on Monday.",
         "arrested", None),
    ],
)  # fmt: skip
def test_a_noun_stands_for_a_place(read, text: str, trigger: str, place: str | None) -> None:
    found = event(read(text), trigger)
    assert (found.place.name if found.place else None) == place


def test_what_opens_a_story_was_where_it_was_sent_from() -> None:
    text = "LA PAZ, Saturday — Two trains collided this morning. They denounced the railway."
    collision = event(extract(text, date="1962-05-19"), "collided")
    assert collision.place is not None
    assert collision.place.country == "BO"
    assert "dateline" in collision.reason


@pytest.mark.parametrize(
    "text",
    [
        # a place that was left, or only stands for an earlier time
        "Moss came from Oaxaca on Monday and laid roses on the water.",
        # two pasts of no known day
        "A dam had burst near Oaxaca. Moss was refused a loan.",
    ],
)
def test_a_place_is_not_carried_on(read, text: str) -> None:
    assert read(text).events[-1].place is None


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        # of the article, rather than of the name that stands last
        (
            "Nakuru, Mombasa and Kisumu were flooded on Friday. Moss flew in from Lyon.\n\n"
            "The schools closed on Monday.",
            "closed",
            {"KE"},
        ),
        # nor where something is only to come
        (
            "Lima and Cusco were dry. The last race will be in Oslo, then in Bergen.\n"
            "Ruiz won the heat.",
            "won",
            {"PE"},
        ),
        # of no one country
        ("Lima was hot on Sunday. The EU backed the plan.", "backed", set()),
        # where somebody comes from says nothing of where it is
        ("Lima was hot on Sunday. The Italian climber collapsed on Monday.", "collapsed", {"PE"}),
        (
            "Lima and Cusco were hot on Sunday.\n\nFive Italians fainted on Monday.",
            "fainted",
            {"PE"},
        ),
    ],
)
def test_the_story_says_which_country(read, text: str, trigger: str, countries: set[str]) -> None:
    assert set(event(read(text), trigger).countries) == countries
