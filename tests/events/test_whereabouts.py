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
