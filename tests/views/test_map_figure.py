"""The map, read as data: places, ways, the offline style and the view it opens on."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.checked import checked, spec_of
from timeline.views.atlas import CROSS, Atlas, atlas_of
from timeline.views.map_figure import home_view, map_figure, outline_figure
from timeline.views.map_key import key_of
from timeline.views.map_style import BELOW, map_style
from timeline.views.map_view import View, view_of
from timeline.views.routes import LonLat
from timeline.views.theme import INK, OTHER


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
    (off,) = [spot for spot in atlas.spots if spot.name == place]
    assert numbers == {**whole, place: off.text}
    # A place where nothing else takes place is crossed out, as on the timeline.
    assert (off.text, off.off) in [("", False), (CROSS, True)]
    assert not off.off or (off.colour, off.hollow) == (OTHER, True)
    assert len(atlas.legs) == 1  # between the other two, past the one that nobody makes


def test_what_is_called_off_is_crossed_out(frame: pd.DataFrame, stops: pd.DataFrame) -> None:
    rabat = frame["place"].eq("Rabat")
    stops.loc[stops["place"].eq("Rabat"), "status"] = "proposed"
    atlas = atlas_of(frame.assign(status=frame["status"].mask(rabat, "proposed")), stops)
    assert [spot.name for spot in atlas.spots if spot.off] == ["Rabat"]
    spec = spec_of(outline_figure(atlas, home_view(atlas)))
    (numbers,) = [t for t in spec["data"] if t["name"] == "__numbers"]
    assert numbers["textfont"]["color"][numbers["text"].index(CROSS)] == OTHER
    assert "called off, denied or only proposed" in words_of(atlas)


def test_a_place_of_several_travellers_belongs_to_neither(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    other = stops[stops["place"].ne("Rabat")].assign(person="Bo Lind", order=[4, 5])
    atlas = atlas_of(frame, pd.concat([stops, other], ignore_index=True))
    texts = {spot.name: spot.text for spot in atlas.spots}
    assert texts == {"Lisbon": "1 | 4", "Rabat": "2", "Senegal": "3 | 5", "Tromsø": ""}
    assert {spot.colour for spot in atlas.spots if spot.shared} == {INK}
    assert {"stop of several travellers", "Thandi Mokoena", "Bo Lind"} <= words_of(atlas)


def words_of(atlas: Atlas) -> set[str]:
    return {entry["text"] for entry in key_of(atlas)}


def test_the_key_explains_what_is_on_the_map_and_no_more(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    atlas = atlas_of(frame, stops)
    assert words_of(atlas) == {
        "stop, by its number on the way",
        "country or region, not a point in it",
        "planned way",
        "Thandi Mokoena",
        "Erik Lindqvist",
    }
    assert key_of(atlas_of(frame.head(0), stops.head(0))) == []
    back = stops.assign(latitude=stops["latitude"].iloc[0], longitude=stops["longitude"].iloc[0])
    twice = next(e for e in key_of(atlas_of(frame, back)) if e["text"] == "visited more than once")
    assert twice["sample"] == "1·2·3"


def test_towns_lie_above_the_countries_that_they_are_in(
    frame: pd.DataFrame, stops: pd.DataFrame
) -> None:
    atlas = atlas_of(frame, stops)
    for draw in (map_figure, outline_figure):
        named = [data[6] for data in events_on(spec_of(draw(atlas, home_view(atlas))))]
        assert named[0] == "Senegal"


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
