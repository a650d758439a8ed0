"""How much of a road lies in an area of authority."""

from __future__ import annotations

import pytest
from shapely import LineString, MultiPoint, Point, box

from diming.geo.measure import length_m
from diming.geo.overlay import inside, metres_inside

WEST = box(116.0, 35.0, 116.5, 36.0)
EAST = box(116.5, 35.0, 117.0, 36.0)


def test_a_point_is_inside_or_not() -> None:
    assert inside(Point(116.2, 35.5), WEST) == 1
    assert inside(Point(116.5, 35.5), WEST) == 1
    assert inside(Point(116.7, 35.5), WEST) == 0
    assert inside(MultiPoint([(116.2, 35.5), (116.7, 35.5)]), WEST) == 0.5


def test_a_line_is_inside_by_its_metres() -> None:
    assert inside(LineString([(116.4, 35.5), (116.8, 35.5)]), WEST) == pytest.approx(0.25, abs=1e-6)


def test_an_area_is_inside_by_its_square_metres() -> None:
    assert inside(box(116.4, 35.4, 116.6, 35.6), WEST) == pytest.approx(0.5, abs=1e-6)


def test_a_road_over_the_boundary_is_measured_on_both_sides() -> None:
    road = LineString([(116.4, 35.5), (116.8, 35.5)])
    metres = metres_inside(road, {"370826": WEST, "370811": EAST})
    assert list(metres) == ["370811", "370826"]
    assert sum(metres.values()) == pytest.approx(length_m(road))


def test_a_road_along_the_boundary_enters_neither_side() -> None:
    assert metres_inside(LineString([(116.5, 35.2), (116.5, 35.6)]), {"a": WEST, "b": EAST}) == {}
