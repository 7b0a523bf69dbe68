"""The lanes of stays: what is solid, what is pale, where ends fade, and the same in words."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from itertools import combinations, pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import story
from tests.views.checked import checked
from timeline.export.frame import itinerary_frame
from timeline.model import OPEN, Bounds, Itinerary, Person, Status, Stop
from timeline.views.ink import BARS, EVENTS, FADE, LABELS
from timeline.views.stay_lanes import POSSIBLE, Options, stay_lanes
from timeline.views.stays import pieces_of, stay_words
from timeline.views.theme import BAND, OTHER, dark_swaps, text_width
from timeline.views.window import Window

REACH = timedelta(days=2)


def between(first: str, last: str) -> Bounds:
    return Bounds(*(story.day(text) if text else None for text in (first, last)))


def frame_of(*stops: Stop, person: str = "Ada Moss") -> pd.DataFrame:
    return itinerary_frame([Itinerary(Person(person), stops)])


def stop(arrive: Bounds, depart: Bounds, status: Status = Status.HAPPENED) -> Stop:
    return Stop(story.LISBON, arrive, depart, status)


def lanes_drawn(stops: pd.DataFrame, options: Options | None = None) -> go.Figure:
    return checked(stay_lanes(stops, options))


def traces(figure: go.Figure, name: str) -> list:
    return [trace for trace in figure.data if trace.name == name]


@pytest.mark.parametrize(
    ("arrive", "depart", "pieces"),
    [
        # latest arrival to earliest departure is sure, what lies beside it is possible
        (("2024-05-01", "2024-05-03"), ("2024-05-05", "2024-05-08"),
         [("1-3", False, 0), ("3-6", True, 0), ("6-9", False, 0)]),
        # one day that is known at both ends is nothing but sure
        (("2024-05-03", "2024-05-03"), ("2024-05-03", "2024-05-03"), [("3-4", True, 0)]),
        # who may have left before the latest arrival was there on no sure day
        (("2024-05-01", "2024-05-06"), ("2024-05-02", "2024-05-08"), [("1-9", False, 0)]),
        # open ends fade
        (("", "2024-05-03"), ("2024-05-05", ""),
         [("1-3", False, -1), ("3-6", True, 0), ("6-8", False, 1)]),
        (("2024-05-03", ""), ("2024-05-05", ""), [("3-6", False, 0), ("6-8", False, 1)]),
        (("", ""), ("", ""), []),
    ],
)  # fmt: skip
def test_stretches(arrive, depart, pieces) -> None:
    (row,) = frame_of(stop(between(*arrive), between(*depart))).itertuples()
    found = pieces_of(row, REACH)
    assert [(f"{p.start.day}-{p.end.day}", p.sure, p.opens) for p in found] == pieces
    assert all(a.end == b.start for a, b in pairwise(found))


def test_solid_and_pale_bars_are_where_the_days_say() -> None:
    figure = lanes_drawn(
        frame_of(stop(between("2024-05-01", "2024-05-03"), between("2024-05-05", "2024-05-08")))
    )
    (solid,) = traces(figure, BARS)
    (pale,) = traces(figure, POSSIBLE)
    assert list(solid.base) == ["2024-05-03T00:00:00"]
    assert list(solid.x) == [3 * 86_400_000]
    assert list(pale.base) == ["2024-05-01T00:00:00", "2024-05-06T00:00:00"]
    assert traces(figure, FADE) == []


def test_every_traveller_has_a_lane_and_every_stop_its_number(stops) -> None:
    two = pd.concat([stops, frame_of(stop(between("2024-05-19", ""), OPEN), person="Bo Lind")])
    figure = lanes_drawn(two, Options(width=900))
    names = [a.text for a in figure.layout.annotations if a.text.startswith("<b>")]
    assert names == ["<b>Thandi Mokoena</b>", "<b>Bo Lind</b>"]
    (labels,) = traces(figure, LABELS)
    assert list(labels.text) == ["1. Lisbon", "2. Rabat", "3. Senegal", "1. Lisbon"]
    (points,) = traces(figure, EVENTS)
    assert [data[0] for data in points.customdata] == ["e01", "e03", "e04", ""]
    heights = list(labels.y)
    assert heights == sorted(heights), "lanes read downwards in the order of travel"
    assert [s for s in figure.layout.shapes if s.fillcolor == BAND]


def test_planned_is_outlined_and_called_off_is_grey() -> None:
    days = between("2024-05-01", "2024-05-01"), between("2024-05-03", "2024-05-03")
    styles = {}
    for status in (Status.HAPPENED, Status.PLANNED, Status.CANCELLED):
        (bar,) = traces(lanes_drawn(frame_of(stop(*days, status))), BARS)
        styles[status] = (bar.marker.line.width, bar.marker.pattern.shape, bar.marker.line.color)
    assert styles[Status.HAPPENED][0] == 0
    assert styles[Status.PLANNED][0] > 0
    assert styles[Status.CANCELLED][1:] == ("x", OTHER)


def test_a_stop_without_days_stands_in_the_heading() -> None:
    dated = stop(between("2024-05-01", "2024-05-01"), OPEN)
    lost = Stop(story.RABAT, OPEN, OPEN, Status.EXPECTED)
    figure = lanes_drawn(frame_of(dated, lost))
    assert any("no day known: 2. Rabat" in a.text for a in figure.layout.annotations)
    assert len(traces(figure, EVENTS)[0].x) == 1


@pytest.mark.parametrize("frame", [frame_of(), frame_of(stop(OPEN, OPEN))])
def test_nothing_to_draw_is_said(frame) -> None:
    figure = lanes_drawn(frame)
    assert len(figure.data) == 0
    assert figure.layout.annotations[0].text
    assert figure.layout.meta["alt"]


def test_the_alternative_text_says_what_the_picture_does(stops) -> None:
    text = lanes_drawn(stops).layout.meta["alt"]
    assert text == stay_words(stops)
    assert "1. Lisbon (certainly from 18 May 2024 to 19 May 2024" in text
    assert "3. Senegal (possibly from 21 May 2024 on, planned)" in text


def test_article_text_is_never_markup() -> None:
    frame = frame_of(stop(between("2024-05-01", "2024-05-01"), OPEN), person="<i>Ada</i> Moss")
    assert "<i>" not in lanes_drawn(frame).to_json()


def test_a_stop_months_before_the_tour_does_not_squash_it() -> None:
    tour = [
        stop(between(f"2024-05-{day:02}", f"2024-05-{day:02}"),
             between(f"2024-05-{day + 1:02}", f"2024-05-{day + 1:02}"))
        for day in (10, 12, 14)
    ]  # fmt: skip
    early = stop(between("2023-11-01", "2023-11-01"), between("2023-11-02", "2023-11-02"))
    figure = lanes_drawn(frame_of(early, *tour))
    start, end = figure.layout.xaxis.range
    assert "2024-05-01" < start < "2024-05-10"
    assert "2024-05-15" < end < "2024-06-01"
    assert "← 1 earlier" in [note.text for note in figure.layout.annotations]
    assert len(traces(figure, EVENTS)[0].x) == 4  # reached by keys, pan and zoom all the same
    whole = Window(datetime(2023, 10, 1), datetime(2024, 6, 1))
    moved = lanes_drawn(frame_of(early, *tour), Options(window=whole))
    assert moved.layout.xaxis.range[0] == "2023-10-01T00:00:00"
    assert not [note for note in moved.layout.annotations if "earlier" in note.text]
    assert "← 1 earlier" not in [n.text for n in lanes_drawn(frame_of(*tour)).layout.annotations]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 25)), min_size=1, max_size=9),
    st.integers(300, 1600),
)
def test_no_word_stands_on_a_bar(stays: list[tuple[int, int]], width: int) -> None:
    first = datetime(2024, 5, 1)

    def bound(days: int) -> Bounds:
        day = (first + timedelta(days=days)).date()
        return Bounds(day, day)

    stops = [stop(bound(begin), bound(begin + long)) for begin, long in stays]
    figure = stay_lanes(frame_of(*stops), Options(width=width))
    low, high = (datetime.fromisoformat(edge) for edge in figure["layout"]["xaxis"]["range"])
    inner = width - 20

    def pixel(moment: str) -> float:
        return (datetime.fromisoformat(moment) - low) / (high - low) * inner

    day = inner / ((high - low) / timedelta(days=1))
    ink: list[tuple[float, float, float]] = []  # height, left, right
    for trace in figure["data"]:
        if trace["name"] in (BARS, POSSIBLE):
            for base, length, y in zip(trace["base"], trace["x"], trace["y"], strict=True):
                left, right = pixel(base), pixel(base) + length / 86_400_000 * day
                if right >= 0 and left <= inner:  # what is out of view has no row yet
                    ink.append((y, left, right))
        elif trace["name"] == LABELS:
            words = zip(trace["x"], trace["y"], trace["text"], trace["textposition"], strict=True)
            for x, y, text, side in words:
                at, size = pixel(x), text_width(text)
                ink.append((y, at - size, at) if "left" in side else (y, at, at + size))
    for (y, left, right), (other, a, b) in combinations(ink, 2):
        assert abs(y - other) >= 13 or right <= a + 0.1 or b <= left + 0.1


def test_every_colour_has_a_dark_edition(stops) -> None:
    text = json.dumps(lanes_drawn(stops, Options(anchors=(datetime(2024, 5, 16),))).to_dict())
    swapped = text
    for light, dark in dark_swaps().items():
        swapped = swapped.replace(light, dark)
    for light in dark_swaps():
        assert light not in swapped
    assert swapped != text
