"""Many events: extents agree with marks, cells count every event once, places become clusters."""

from __future__ import annotations

import random
import re
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.views.checked import spec_of
from timeline.export.frame import itinerary_frame
from timeline.views.atlas import MOST_SPOTS, atlas_of
from timeline.views.density import PERIODS, edges, period_for
from timeline.views.extent import extents_of, moment
from timeline.views.marks import mark_of
from timeline.views.overview import overview
from timeline.views.sheet import Options
from timeline.views.timeline_figure import MOST, timeline_figure
from timeline.views.window import Window

NO_STOPS = itinerary_frame(())


def crowd(frame: pd.DataFrame, count: int, seed: int = 3) -> pd.DataFrame:
    """So many copies of the story's first event, each on a day and at a place of its own."""
    chance = random.Random(seed)
    out = pd.concat([frame.head(1)] * count, ignore_index=True)
    days = [date(2020, 1, 1) + timedelta(days=chance.randrange(1500)) for _ in range(count)]
    for column in ("begin_earliest", "begin_latest", "end_earliest", "end_latest"):
        out[column] = pd.Series(np.array(days, dtype="datetime64[s]"))
    out["event_id"] = pd.Series([f"c{i}" for i in range(count)], dtype="str")
    out["people"] = [(f"Person {chance.randrange(5)}",) for _ in range(count)]
    out["latitude"] = [chance.uniform(-60, 70) for _ in range(count)]
    out["longitude"] = [chance.uniform(-180, 180) for _ in range(count)]
    return out


@pytest.mark.parametrize("days", [1, 7, 400])
def test_extents_are_those_of_the_marks(frame: pd.DataFrame, days: int) -> None:
    reach = timedelta(days=days)
    extents = extents_of(frame, reach)
    for at, row in enumerate(frame.itertuples()):
        mark = mark_of(row, reach)
        if mark is None:
            assert np.isnan(extents.starts[at])
            continue
        assert moment(extents.starts[at]) == mark.start
        assert moment(extents.ends[at]) == mark.end
        assert moment(extents.points[at]) == (mark.ticks[0] if mark.ticks else mark.middle)


def named(spec: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [trace for trace in spec["data"] if trace["name"] == name]


def drawn(frame: pd.DataFrame, **options: Any) -> dict[str, Any]:
    return spec_of(timeline_figure(frame, Options(**options)))


WHOLE = Window(datetime(2019, 12, 1), datetime(2024, 6, 1))


@pytest.mark.parametrize("width", [390, 1200])
def test_cells_count_every_event_once(frame: pd.DataFrame, width: int) -> None:
    many = crowd(frame, MOST + 500)
    (cells,) = named(drawn(many, window=WHOLE, width=width), "__cells")
    texts = [cell[0] for lane in cells["customdata"] for cell in lane if cell[0]]
    assert sum(int(text.split()[0].replace(",", "")) for text in texts) == len(many)
    assert len(cells["x"]) <= 220


def test_marks_come_back_when_few_are_in_view(frame: pd.DataFrame) -> None:
    many = crowd(frame, MOST + 500)
    spec = drawn(many, window=Window(datetime(2021, 1, 1), datetime(2021, 3, 1)))
    assert not named(spec, "__cells")
    ids = [data[0] for trace in named(spec, "__events") for data in trace["customdata"]]
    assert 20 < len(ids) <= MOST
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("width", [390, 1200])
def test_a_crowded_lane_has_marks_without_words_until_one_zooms_in(
    frame: pd.DataFrame, width: int
) -> None:
    many = crowd(frame, MOST - 100)
    far = drawn(many, window=WHOLE, width=width)
    assert far["layout"]["height"] < 3500
    assert not [text for trace in named(far, "__labels")[:1] for text in trace["text"]]
    notes = [note["text"] for note in far["layout"]["annotations"]]
    counts = [
        int(words[1].replace(",", ""))
        for note in notes
        if (words := re.search(r"([\d,]+), zoom in to read", note))
    ]
    assert sum(counts) == len(many)
    ids = [data[0] for trace in named(far, "__events") for data in trace["customdata"]]
    assert len(ids) == len(many)
    near = drawn(many, window=Window(datetime(2021, 1, 1), datetime(2021, 1, 20)), width=width)
    assert [text for trace in named(near, "__labels")[:1] for text in trace["text"]]


def test_a_selected_event_has_its_place_among_the_cells(frame: pd.DataFrame) -> None:
    spec = drawn(crowd(frame, MOST + 1), window=WHOLE, selected="c7")
    assert [data[0] for t in named(spec, "__events") for data in t["customdata"]] == ["c7"]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.name)
def test_cells_cover_the_window_without_a_gap(period: Any) -> None:
    window = Window(datetime(1987, 3, 11, 7), datetime(1991, 8, 2))
    borders = edges(period, window)
    assert borders[0] <= window.start
    assert borders[-1] >= window.end
    assert borders == sorted(set(borders))


@pytest.mark.parametrize(("days", "name"), [(60, "day"), (900, "week"), (3000, "month")])
def test_cells_are_as_fine_as_there_is_room_for(days: int, name: str) -> None:
    start = datetime(2001, 5, 5)
    assert period_for(Window(start, start + timedelta(days=days)), 1000).name == name


def test_the_calendars_ends_are_no_trouble() -> None:
    for period in PERIODS:
        window = Window(datetime(1, 1, 1), datetime(1, 2, 1))
        assert edges(period, window)[0] <= window.start
        assert edges(period, Window(datetime(9999, 12, 1), datetime.max))[-1] <= datetime.max


def test_many_places_become_clusters_that_part_when_one_comes_closer(frame: pd.DataFrame) -> None:
    many = crowd(frame, MOST_SPOTS * 3)
    far, near = (atlas_of(many, NO_STOPS, zoom=zoom) for zoom in (1, 5))
    assert len(far.spots) < len(near.spots)
    for atlas in (far, near):
        assert sum(spot.count for spot in atlas.spots) == len(many)
        assert sum(spot.places for spot in atlas.spots) == len(many)
    assert far.spots[0].data[9] is True
    chosen = atlas_of(many, NO_STOPS, zoom=1, selected="c99")
    assert any("c99" in spot.data[5] for spot in chosen.spots)


def test_the_overview_counts_what_is_dated(frame: pd.DataFrame) -> None:
    anchor = datetime(2024, 5, 16)
    bar = overview(frame, anchors=(anchor,), today=datetime(2024, 6, 2))
    assert sum(bar["counts"]) == int(frame["dated"].sum())
    assert bar["start"] <= bar["fit"][0] < bar["fit"][1] <= bar["end"]
    assert bar["anchors"] == ["2024-05-16T12:00:00"]
    assert bar["today"] == "2024-06-02T12:00:00"
    assert overview(frame, today=datetime(2051, 1, 1))["today"] is None


def test_an_empty_frame_has_an_overview(frame: pd.DataFrame) -> None:
    assert sum(overview(frame.head(0))["counts"]) == 0
