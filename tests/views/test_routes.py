"""Great circles keep the properties that great circles have."""

from __future__ import annotations

import itertools
from math import cos, radians, sin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.model import Place, PlacePrecision
from timeline.places import distance
from timeline.views.routes import STEP_KM, LonLat, great_circle

points = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


def vector(point: LonLat) -> tuple[float, float, float]:
    lon, lat = radians(point[0]), radians(point[1])
    return (cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))


def distance_km(start: LonLat, end: LonLat) -> float:
    a, b = (Place("", "", lat, lon, PlacePrecision.CITY) for lon, lat in (start, end))
    return distance.distance_km(a, b)


@given(points, points)
def test_a_way_begins_and_ends_at_its_places(start: LonLat, end: LonLat) -> None:
    assume(distance_km(start, end) > 1)
    path = great_circle(start, end)
    for point, place in ((path[0], start), (path[-1], end)):
        assert distance_km(point, place) < 0.1


@given(points, points)
def test_a_way_is_as_long_as_its_distance(start: LonLat, end: LonLat) -> None:
    assume(1 < distance_km(start, end) < 19_990)
    path = great_circle(start, end)
    legs = [distance_km(a, b) for a, b in itertools.pairwise(path)]
    assert sum(legs) == pytest.approx(distance_km(start, end), rel=0.01, abs=0.2)
    assert max(legs) < STEP_KM * 1.05


@given(points, points)
def test_longitudes_never_jump(start: LonLat, end: LonLat) -> None:
    path = great_circle(start, end)
    assert all(abs(b[0] - a[0]) <= 180.001 for a, b in itertools.pairwise(path))


@given(points, points)
def test_all_points_lie_in_the_plane_of_the_ends(start: LonLat, end: LonLat) -> None:
    assume(50 < distance_km(start, end) < 19_900)
    (a, b, c), (d, e, f) = vector(start), vector(end)
    normal = (b * f - c * e, c * d - a * f, a * e - b * d)
    size = sum(part * part for part in normal) ** 0.5
    for point in great_circle(start, end):
        off = sum(n * p for n, p in zip(normal, vector(point), strict=True)) / size
        assert abs(off) < 2e-3


def test_across_the_pacific_the_line_runs_on_past_180() -> None:
    path = great_circle((139.7, 35.7), (-122.4, 37.8))
    assert path[-1][0] == pytest.approx(237.6)


def test_one_place_has_no_way() -> None:
    assert great_circle((5, 5), (5, 5)) == []
