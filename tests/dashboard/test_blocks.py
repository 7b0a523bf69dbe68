"""Text blocks: the article comes through whole, and every event finds its sentence in it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import story
from timeline.dashboard import blocks
from timeline.dashboard.columns import Columns
from timeline.dashboard.extraction import Story
from timeline.dashboard.filters import Choice, events_of, stops_of
from timeline.export.frame import event_frame, itinerary_frame


@pytest.fixture
def told() -> Story:
    article = story.article()
    return Story(
        (article,),
        event_frame([article], story.events()),
        itinerary_frame(story.itineraries()),
        (),
    )


def test_the_passage_is_the_article_character_by_character(told: Story) -> None:
    (block,) = blocks.passage(told.articles[0], told.events)
    assert "".join(part["text"] for part in block["parts"]) == told.articles[0].text
    for row in told.events.itertuples():
        own = "".join(part["text"] for part in block["parts"] if row.event_id in part["ids"])
        assert own == row.quote
    dated = [part for part in block["parts"] if part["when"]]
    assert {part["text"] for part in dated} == set(told.events["when_text"]) - {""}


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9), st.integers(-1, 30), st.integers(1, 5)),
    max_size=6,
)


@given(spans)
def test_every_character_of_a_passage_has_the_events_and_the_time_around_it(
    drawn: list[tuple[int, int, int, int]],
) -> None:
    text = "abcdefghij" * 4
    rows = pd.DataFrame(
        [
            {
                "quote_start": a,
                "quote_end": a + length,
                "event_id": f"e{number}",
                "when_start": w,
                "when_end": w + size,
                "when_text": text[max(w, 0) : w + size],
                "words": f"day {number}",
            }
            for number, (a, length, w, size) in enumerate(drawn)
        ]
    )
    (block,) = blocks.passage(story.Article("z", text, story.ANCHOR), rows)
    at = 0
    for part in block["parts"]:
        for offset in range(at, at + len(part["text"])):
            around = [f"e{n}" for n, (a, size, *_) in enumerate(drawn) if a <= offset < a + size]
            timed = any(0 <= w <= offset < w + size for *_, w, size in drawn)
            assert part["ids"] == around
            assert bool(part["when"]) is timed
        assert part["text"] == text[at : at + len(part["text"])]
        at += len(part["text"])
    assert at == len(text)


def test_details_of_every_event_keep_its_sentence(told: Story) -> None:
    for row in told.events.itertuples():
        heading, quote, facts = blocks.details(row, told.corrected)
        assert heading["text"] == row.title
        assert "".join(part["text"] for part in quote["parts"]) == row.quote
        strong = [part["text"] for part in quote["parts"] if part["strong"]]
        assert row.trigger in strong
        assert {name: text for name, text, _ in facts["rows"]}["Status"] == row.status


def ids(frame: pd.DataFrame) -> set[str]:
    return set(frame["event_id"])


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ({"countries": ("NO",)}, {"e05", "e06"}),
        ({"countries": ("NO", "SN")}, {"e04", "e05", "e06"}),
        ({"people": ("Erik Lindqvist",), "statuses": ("happened",)}, {"e05"}),
        ({"undated": False, "statuses": ("conditional", "happened")}, {"e05"}),
        ({"first": story.day("2024-05-14"), "last": story.day("2024-05-15"), "undated": False},
         {"e05", "e07", "e09"}),
        ({"first": story.day("2024-06-10"), "undated": False}, {"e04", "e06", "e07", "e08"}),
        ({"last": story.day("2020-12-31"), "undated": False}, set()),
    ],
)  # fmt: skip
def test_choices(told: Story, choice: dict[str, Any], kept: set[str]) -> None:
    assert ids(events_of(told, Choice(**choice))) == kept


def test_nothing_chosen_means_everything(told: Story) -> None:
    assert Choice().is_empty
    assert ids(events_of(told, Choice())) == ids(told.events)
    assert len(stops_of(told, Choice())) == len(told.stops)


def test_stops_follow_the_same_filters(told: Story) -> None:
    assert list(stops_of(told, Choice(countries=("MA",)))["place"]) == ["Rabat"]
    assert stops_of(told, Choice(people=("Erik Lindqvist",))).empty
    early = Choice(last=story.day("2024-05-18"))
    assert list(stops_of(told, early)["place"]) == ["Lisbon"]


def test_events_go_by_day_and_the_undated_last(told: Story) -> None:
    ordered = events_of(told, Choice())
    dated = ordered[ordered["dated"]]
    assert list(dated["sort_time"]) == sorted(dated["sort_time"])
    assert not ordered["dated"].tail(2).any()


def test_the_span_of_days_is_that_of_all_bounds(told: Story) -> None:
    assert Columns(told.events).span == (story.day("2021-01-01"), story.day("2024-07-31"))
    assert Columns(told.events[~told.events["dated"]]).span is None


def test_an_article_without_a_title_is_called_by_its_first_clause() -> None:
    text = "Ministers from nine coastal states sat down to divide the cod among them, " + "x " * 90
    article = story.Article("z", text, story.ANCHOR)
    assert blocks.first_words(article).endswith("the cod among them")
