"""Filters as functions: what each leaves, what the counts say, which filter is to blame."""

from __future__ import annotations

from typing import Any

import pytest

from tests.views import story
from timeline.dashboard.columns import LISTS
from timeline.dashboard.extraction import Story
from timeline.dashboard.filters import Choice, counts, events_of, masks, narrowest, stops_of
from timeline.export.frame import event_frame, itinerary_frame


@pytest.fixture
def told() -> Story:
    article = story.article()
    events = event_frame([article], story.events())
    return Story((article,), events, itinerary_frame(story.itineraries()), ())


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ({"places": ("Lisbon",)}, {"e01", "e02", "e12"}),
        ({"precisions": ("year",)}, {"e07"}),
        ({"text": "COD"}, {"e05"}),
        ({"text": "tromso"}, {"e05"}),
        ({"text": "treaty lisbon"}, {"e02"}),
        ({"text": "  "}, None),
        ({"confidence": 0.99}, set()),
        ({"articles": ("elsewhere",)}, set()),
    ],
)
def test_choices(told: Story, choice: dict[str, Any], kept: set[str] | None) -> None:
    left = set(events_of(told, Choice(**choice))["event_id"])
    assert left == (set(told.events["event_id"]) if kept is None else kept)


def test_a_count_is_what_choosing_the_option_leaves(told: Story) -> None:
    for base in (Choice(), Choice(people=("Thandi Mokoena",)), Choice(places=("Lisbon",))):
        known = counts(told, base)
        for name in LISTS:
            for value, count in known[name].items():
                alone = Choice(**{**_fields(base), name: (value,)})
                assert len(events_of(told, alone)) == count, (name, value)


def _fields(choice: Choice) -> dict[str, Any]:
    return {name: getattr(choice, name) for name in LISTS}


def test_options_keep_their_order_while_counts_change(told: Story) -> None:
    whole = counts(told, Choice())
    some = counts(told, Choice(countries=("NO",)))
    for name in LISTS:
        assert list(whole[name]) == list(some[name])


def test_which_filter_takes_the_most_away(told: Story) -> None:
    choice = Choice(people=("Thandi Mokoena",), text="zeppelin")
    assert events_of(told, choice).empty
    assert narrowest(told, choice) == ("text", len(events_of(told, choice.without("text"))))
    twice = Choice(text="zeppelin", articles=("elsewhere",))
    found = narrowest(told, twice)
    assert found is not None
    assert found[1] == 0
    assert narrowest(told, Choice()) is None


def test_every_filter_can_be_taken_away_by_the_name_of_its_mask(told: Story) -> None:
    choice = Choice(
        countries=("NO",), people=("x",), organisations=("x",), places=("x",), statuses=("x",),
        precisions=("x",), articles=("x",), first=story.ANCHOR, last=story.ANCHOR, undated=False,
        confidence=0.5, text="x",
    )  # fmt: skip
    active = masks(told.columns, choice)
    assert len(active) == 11
    for name in active:
        choice = choice.without(name)
    assert choice.is_empty


def test_stops_stay_with_their_events(told: Story) -> None:
    shown = stops_of(told, Choice(text="fisheries"))
    assert list(shown["place"]) == ["Lisbon"]
    assert stops_of(told, Choice(text="zeppelin")).empty
