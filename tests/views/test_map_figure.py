"""The map, read as data: places, ways, the offline style and the view it opens on."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.checked import checked, spec_of
from timeline.views.atlas import View, atlas_of, view_of
from timeline.views.map_figure import home_view, map_figure, outline_figure
from timeline.views.map_style import BELOW, map_style
from timeline.views.routes import LonLat


def events_on(spec: dict[str, Any]) -> list[list[Any]]:
    return [d for t in spec["data"] if t["name"] == "__events" for d in t.get("customdata", [])]


def test_one_spot_for_each_place_and_every_located_event_on_one(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    atlas = atlas_of(frame, stops)
    assert [spot.name for spot in atlas.spots] == ["Lisbon", "Rabat", "Senegal", "Tromsø"]
    located = frame.dropna(subset=["latitude"])
    assert sum(len(spot.events) for spot in atlas.spots) == len(located)
    spec = spec_of(map_figure(atlas, home_view(atlas)))
    assert sorted(i for data in events_on(spec) for i in data[5]) == sorted(located["event_id"])


def test_stops_are_numbered_and_joined_in_order(frame: pd.DataFrame, stops: pd.DataFrame) -> None:
    atlas = atlas_of(frame, stops)
    numbers = {spot.name: spot.text for spot in atlas.spots}
    assert numbers == {"Lisbon": "1", "Rabat": "2", "Senegal": "3", "Tromsø": ""}
    assert len(atlas.legs) == 2
    assert atlas.legs[0].path[0] == pytest.approx((-9.1333, 38.7167), abs=1e-3)
    assert all(leg.planned for leg in atlas.legs)


def test_no_way_leads_around_a_stop_that_is_filtered_out(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    assert atlas_of(frame, stops[stops["place"] != "Rabat"]).legs == ()


@pytest.mark.parametrize("status", ["cancelled", "denied", "proposed", "conditional"])
@pytest.mark.parametrize("place", ["Lisbon", "Rabat", "Senegal"])
def test_a_stop_that_nobody_makes_has_no_number_and_no_way(
    frame: pd.DataFrame, stops: pd.DataFrame, status: str, place: str
) -> None:
    stops.loc[stops["place"] == place, "status"] = status
    atlas = atlas_of(frame, stops)
    numbers = {spot.name: spot.text for spot in atlas.spots}
    whole = {"Lisbon": "1", "Rabat": "2", "Senegal": "3", "Tromsø": ""}
    assert numbers == {**whole, place: ""}
    assert len(atlas.legs) == 1  # between the other two, past the one that nobody makes


def test_a_country_is_not_a_pin(frame: pd.DataFrame, stops: pd.DataFrame) -> None:
    atlas = atlas_of(frame, stops)
    assert [spot.name for spot in atlas.spots if spot.wide] == ["Senegal"]
    assert atlas.countries == ("SN",)
    spec = spec_of(map_figure(atlas, home_view(atlas)))
    (aura,) = [trace for trace in spec["data"] if trace["name"] == "aura"]
    assert aura["lat"] == [14.5]


def test_without_places_there_is_still_a_map(frame: pd.DataFrame, stops: pd.DataFrame) -> None:
    atlas = atlas_of(frame.head(0), stops.head(0))
    spec = spec_of(map_figure(atlas, home_view(atlas)))
    assert spec["layout"]["map"]["style"]["version"] == 8
    assert checked(outline_figure(atlas, home_view(atlas))).layout.geo.visible is False


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_asks_no_network_for_anything(dark: bool) -> None:
    style = map_style("./outlines/", dark=dark)
    assert "glyphs" not in style
    assert "sprite" not in style
    assert "://" not in json.dumps(style)
    kinds = {source["type"] for source in style["sources"].values()}
    assert kinds == {"geojson"}


def test_marks_go_under_their_numbers(frame: pd.DataFrame, stops: pd.DataFrame) -> None:
    atlas = atlas_of(frame, stops)
    layers = [layer["id"] for layer in map_style("", dark=False)["layers"]]
    assert layers.index(BELOW) < layers.index("numbers-of-places")
    for trace in checked(map_figure(atlas, home_view(atlas))).data:
        assert trace.below == BELOW
        assert trace.mode == "markers"


def test_the_fallback_uses_none_of_plotlys_own_layers(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    atlas = atlas_of(frame, stops)
    spec = spec_of(outline_figure(atlas, home_view(atlas)))
    assert spec["layout"]["geo"]["visible"] is False
    assert not [key for key in spec["layout"]["geo"] if key.startswith("show")]
    assert "locationmode" not in json.dumps(spec)
    assert len(events_on(spec)) == len(atlas.spots)


points = st.tuples(st.floats(-180, 180), st.floats(-70, 75))


@given(st.lists(points, min_size=1, max_size=8))
def test_the_view_holds_every_point(places: list[LonLat]) -> None:
    view = view_of(places)
    assert view.west < view.east
    for lon, lat in places:
        turns = [lon + 360 * k for k in (-2, -1, 0, 1)]
        assert any(view.west <= turn <= view.east for turn in turns)
        assert view.south <= lat <= view.north


def test_the_view_crosses_the_date_line_if_that_is_shorter() -> None:
    view = view_of([(139.7, 35.7), (-122.4, 37.8)])
    assert view.east - view.west < 180
    assert abs(view.centre[0]) > 160


def test_a_smaller_view_is_zoomed_in_further() -> None:
    assert View(0, 0, 10, 10).zoom(600, 400) > View(0, 0, 40, 40).zoom(600, 400)


def test_the_mark_of_the_selected_lies_under_the_others(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    atlas = atlas_of(frame, stops)
    first = checked(map_figure(atlas, home_view(atlas))).data[0]
    assert first.name == "__selected"
    assert list(first.lat) == [None]  # a trace without points would get its layer later, on top
