"""Metres are metres on the ground, and directions are those a map shows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point, box, from_wkt

from diming.geo.measure import area_m2, bearing, distance_m, length_m
from diming.geo.plane import from_plane, to_plane, zone_of

LONGITUDES = st.floats(80, 130)
LATITUDES = st.floats(18, 50)


def test_a_minute_of_latitude_is_a_nautical_mile_of_this_latitude() -> None:
    assert length_m(LineString([(117, 35), (117, 35 + 1 / 60)])) == pytest.approx(1849.2, abs=0.2)


def test_web_mercator_would_have_been_a_quarter_longer() -> None:
    east_west = LineString([(116.5, 35.4), (116.6, 35.4)])
    mercator = 6378137 * math.radians(0.1)
    assert mercator / length_m(east_west) == pytest.approx(1.227, abs=0.003)


def test_points_have_no_length_and_lines_no_area() -> None:
    assert length_m(Point(116, 35)) == 0
    assert area_m2(LineString([(116, 35), (117, 35)])) == 0


def test_a_hole_counts_off_whichever_way_it_was_drawn() -> None:
    outer, hole = box(116, 35, 117, 36), box(116.4, 35.4, 116.6, 35.6)
    expected = area_m2(outer) - area_m2(hole)
    assert area_m2(outer.difference(hole)) == pytest.approx(expected)
    assert area_m2(outer.difference(hole).reverse()) == pytest.approx(expected)


def test_the_distance_to_a_road_is_the_one_to_its_nearest_point() -> None:
    road = LineString([(116.6, 35.3), (116.6, 35.5)])
    assert distance_m(Point(116.5, 35.4), road) == pytest.approx(
        distance_m(Point(116.5, 35.4), Point(116.6, 35.4)), abs=0.5
    )


def test_what_meets_is_at_no_distance() -> None:
    road = LineString([(116, 35.1), (116.7, 35.5)])
    assert distance_m(road, Point(116, 35.1)) == 0
    assert distance_m(road, LineString([(116.35, 35.3), (116.35, 36)])) == 0
    assert distance_m(Point(116.5, 35.5), box(116, 35, 117, 36)) == 0


@given(LONGITUDES, LATITUDES, st.floats(-0.05, 0.05), st.floats(-0.05, 0.05))
def test_distance_is_symmetric_and_agrees_with_length(
    lon: float, lat: float, east: float, north: float
) -> None:
    a, b = Point(lon, lat), Point(lon + east, lat + north)
    assert distance_m(a, b) == pytest.approx(distance_m(b, a), abs=1e-6)
    assert distance_m(a, b) == pytest.approx(length_m(LineString([a, b])), abs=1e-6)


@given(LONGITUDES, LATITUDES)
def test_the_plane_gives_back_what_it_was_given(lon: float, lat: float) -> None:
    road = LineString([(lon, lat), (lon + 0.1, lat + 0.1)])
    zone = zone_of(road)
    plane = to_plane(road, zone)
    assert from_plane(plane, zone).equals_exact(road, 1e-9)
    assert plane.length == pytest.approx(length_m(road), rel=4e-4)


@pytest.mark.parametrize(
    ("to", "degrees"), [((117, 36), 0), ((118, 35), 90), ((117, 34), 180), ((116, 35), 270)]
)
def test_bearings_go_clockwise_from_north(to: tuple[float, float], degrees: float) -> None:
    assert bearing(Point(117, 35), Point(to)) == pytest.approx(degrees, abs=0.5)


def test_an_empty_line_has_no_length() -> None:
    assert length_m(from_wkt("LINESTRING EMPTY")) == 0
