"""Lanes are dealt by what readers ask for, and labels in one row never meet."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import story
from timeline.export.frame import event_frame
from timeline.model import Person
from timeline.views.lanes import (
    CLEARANCE,
    DOT,
    MOST_LANES,
    OTHERS,
    LaneBy,
    crowded,
    flow,
    label_of,
    lanes_of,
    pack,
    pack_bare,
)
from timeline.views.marks import Fill, Mark
from timeline.views.theme import text_width
from timeline.views.window import Window


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (LaneBy.PERSON, ("Thandi Mokoena", "Erik Lindqvist", "No one named")),
        (LaneBy.COUNTRY, ("PT", "MA", "NO", "SN", "No country")),
        (LaneBy.PLACE, ("Lisbon", "Rabat", "Senegal", "Tromsø", "No place")),
        (LaneBy.ORGANISATION, ("ICES", "No organisation")),
    ],
)
def test_busiest_lane_first_and_those_without_last(
    frame: pd.DataFrame, by: LaneBy, names: tuple[str, ...]
) -> None:
    dealt = lanes_of(frame, by)
    assert dealt.names == names
    assert len(dealt.of) == len(frame)
    assert dealt.ordinals[-1] == -1


def test_an_event_stands_with_the_person_that_the_reader_asked_for(frame: pd.DataFrame) -> None:
    talks = frame["event_id"].tolist().index("e02")  # both take part, Mokoena first
    usual = lanes_of(frame, LaneBy.PERSON)
    asked = lanes_of(frame, LaneBy.PERSON, preferred=["Erik Lindqvist"])
    assert usual.names[usual.of[talks]] == "Thandi Mokoena"
    assert asked.names[asked.of[talks]] == "Erik Lindqvist"
    assert asked.names[0] == "Erik Lindqvist"


def test_lanes_beyond_the_most_are_gathered() -> None:
    events = [
        replace(story.events()[0], id=f"x{i}", people=(Person(f"Person {i}"),))
        for i in range(MOST_LANES + 5)
    ]
    article = story.article()
    frame = pd.concat([event_frame([article], [event]) for event in events], ignore_index=True)
    dealt = lanes_of(frame, LaneBy.PERSON)
    assert len(dealt.names) == MOST_LANES + 1
    assert dealt.of.tolist().count(dealt.names.index(OTHERS)) == 5


START = datetime(2024, 5, 1)
WINDOW = Window(START, START + timedelta(days=20))


@given(
    st.lists(
        st.tuples(st.floats(-5, 25), st.text(st.characters(codec="utf-8"), max_size=90)),
        max_size=25,
    ),
    st.integers(280, 2400),
)
def test_in_one_row_nothing_comes_nearer_than_the_clearance(
    items: list[tuple[float, str]], width: int
) -> None:
    events = [
        (f"e{i}", title, Mark(START + timedelta(days=day), (), (), Fill.FULL))
        for i, (day, title) in enumerate(items)
    ]
    placed = pack(events, WINDOW, width)
    rows: dict[int, list[tuple[float, float]]] = {}
    for event_id, _, mark in events:
        assert (event_id in placed) == WINDOW.shows(mark)
        if event_id in placed:
            dot = (mark.start - WINDOW.start) / WINDOW.length * width
            label = placed[event_id].label
            row = placed[event_id].row
            ink, words = (dot - DOT / 2, dot + DOT / 2), (label.left, label.right)
            if label.above:
                rows.setdefault(row, []).append(ink)
                rows.setdefault(row - 1, []).append(words)
            else:
                rows.setdefault(row, []).append((min(ink[0], words[0]), max(ink[1], words[1])))
            assert label.right - label.left >= text_width(label.text) - 1e-6
    for extents in rows.values():
        extents.sort()
        for (_, end), (start, _) in itertools.pairwise(extents):
            assert start >= end + CLEARANCE - 1e-6


@given(st.lists(st.floats(-5, 25), max_size=60), st.integers(280, 2400))
def test_marks_without_labels_do_not_touch_and_take_few_rows(days: list[float], width: int) -> None:
    events = [
        (f"e{i}", "Ministers sign", Mark(START + timedelta(days=day), (), (), Fill.FULL))
        for i, day in enumerate(days)
    ]
    placed, labelled = pack_bare(events, WINDOW, width), pack(events, WINDOW, width)
    assert placed.keys() == labelled.keys()
    rows: dict[int, list[float]] = {}
    for event_id, _, mark in events:
        if event_id in placed:
            at = (mark.start - WINDOW.start) / WINDOW.length * width
            rows.setdefault(placed[event_id].row, []).append(at)
    for dots in rows.values():
        assert all(b - a >= DOT for a, b in itertools.pairwise(sorted(dots)))
    assert len(rows) <= len({place.row for place in labelled.values()})


@pytest.mark.parametrize(
    ("rows", "lanes"),
    [([20, 20, 20], set()), ([20, 20, 21], {0, 1, 2}), ([90, 4, 5, 0], {0, 2})],
)
def test_only_crowded_lanes_of_a_tall_timeline_lose_their_labels(
    rows: list[int], lanes: set[int]
) -> None:
    assert crowded(rows) == lanes


@given(st.text(max_size=300), st.floats(-200, 900), st.floats(0, 3000), st.integers(200, 1600))
def test_a_label_stays_inside_the_plot(title: str, left: float, long: float, width: int) -> None:
    label = label_of(title, left, left + long, width)
    if left <= width and left + long >= 0:
        assert label.left >= -1e-6
        assert label.right <= width + 14


def test_a_long_title_is_cut_at_a_word() -> None:
    text = label_of("Delegates from nine coastal states agreed on a common quota", 0, 5, 900).text
    assert text.endswith("…")
    assert "Delegates from nine coastal states agreed on a common quota".startswith(text[:-1] + " ")


@given(st.lists(st.text(max_size=40), max_size=30), st.integers(150, 1200))
def test_flowing_items_keep_their_order_and_their_distance(texts: list[str], width: int) -> None:
    places = flow(texts, width, [18] * len(texts))
    assert places == sorted(places)
    for (line, x), (next_line, next_x), text in zip(places, places[1:], texts, strict=False):
        if line == next_line:
            assert next_x >= x + 18 + text_width(text)
