"""Country outlines: codes agree with the gazetteer, rings are whole, labels in place."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from timeline.places import Gazetteer
from timeline.resources import data_path


def features(name: str) -> list[dict[str, Any]]:
    collection = json.loads(data_path(f"outlines/{name}.geojson").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


COUNTRIES = features("countries")
LABELS = features("labels")

# Drawn as part of another country (French Guiana in France), or too small for the scale.
WITHOUT_OUTLINE = {"BQ", "BV", "GF", "GI", "GP", "MQ", "RE", "SJ", "TK", "UM", "YT"}


def rings(feature: dict[str, Any]) -> list[list[list[float]]]:
    return [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]


def test_codes_are_those_of_the_gazetteer() -> None:
    codes = [feature["properties"]["iso2"] for feature in COUNTRIES]
    assert len(codes) == len(set(codes))
    # The Siachen Glacier is claimed by two states and has no code.
    assert set(codes) - Gazetteer.load().country_codes == {""}
    assert Gazetteer.load().country_codes - set(codes) == WITHOUT_OUTLINE


def test_names_are_those_of_the_gazetteer() -> None:
    for feature in COUNTRIES + LABELS:
        code, name = feature["properties"]["iso2"], feature["properties"]["name"]
        assert name == (Gazetteer.load().country_name(code) if code else "Siachen Glacier")


@pytest.mark.parametrize("code", ["SG", "MT", "BH", "XK", "TW", "PS", "HK", "VA", "TV"])
def test_small_and_disputed_states_are_drawn(code: str) -> None:
    assert any(feature["properties"]["iso2"] == code for feature in COUNTRIES)


@pytest.mark.parametrize("feature", COUNTRIES, ids=lambda f: f["properties"]["name"])
def test_rings_are_closed_and_do_not_jump(feature: dict[str, Any]) -> None:
    for ring in rings(feature):
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(ring))
        assert all(-360 < x < 360 and -90 <= y <= 90 for x, y in ring)


@pytest.mark.parametrize("code", ["RU", "FJ", "US", "NZ"])
def test_countries_across_the_date_line_stay_together(code: str) -> None:
    feature = next(f for f in COUNTRIES if f["properties"]["iso2"] == code)
    longitudes = [x for ring in rings(feature) for x, _ in ring]
    assert max(longitudes) - min(longitudes) < 180
    assert min(longitudes) < -180 or max(longitudes) > 180


def test_antarctica_reaches_the_pole() -> None:
    feature = next(f for f in COUNTRIES if f["properties"]["iso2"] == "AQ")
    assert min(y for ring in rings(feature) for _, y in ring) == -90


def test_labels_lie_in_the_box_of_their_country() -> None:
    boxes = {}
    for feature in COUNTRIES:
        xs, ys = zip(*(point for ring in rings(feature) for point in ring), strict=True)
        boxes[feature["properties"]["iso2"]] = (min(xs), max(xs), min(ys), max(ys))
    assert {f["properties"]["iso2"] for f in LABELS} == set(boxes) - {""}
    for feature in LABELS:
        west, east, south, north = boxes[feature["properties"]["iso2"]]
        x, y = feature["geometry"]["coordinates"]
        room = 0.1
        turned = any(west - room <= x + turn <= east + room for turn in (-360, 0, 360))
        assert turned, feature["properties"]
        assert south - room <= y <= north + room, feature["properties"]


def test_labels_come_largest_first() -> None:
    ranks = [feature["properties"]["rank"] for feature in LABELS]
    assert ranks == sorted(ranks, reverse=True)
    assert LABELS[0]["properties"]["iso2"] in {"RU", "AQ"}


def test_borders_do_not_jump() -> None:
    borders = features("borders")
    assert {f["properties"]["kind"] for f in borders} == {"border", "disputed"}
    for feature in borders:
        assert feature["geometry"]["coordinates"]
        for line in feature["geometry"]["coordinates"]:
            assert len(line) >= 2
            assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(line))
