"""Displaced web-map coordinates are recognised, and nothing else is taken for them."""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.affinity import translate
from shapely.geometry import Point

from diming.geo.gcj02 import moved_like_gcj02, shift_m
from diming.geo.plane import from_plane, to_plane

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

ZONE = "EPSG:4548"


def moved(lon: float, lat: float, east: float, north: float) -> tuple[Point, BaseGeometry]:
    known = Point(lon, lat)
    return known, from_plane(translate(to_plane(known, ZONE), east, north), ZONE)


def test_the_shift_in_jining_is_the_one_that_was_measured() -> None:
    east, north = shift_m(116.58, 35.41)
    assert hypot(east, north) == pytest.approx(483, abs=5)
    assert degrees(atan2(east, north)) == pytest.approx(96, abs=2)


@given(st.floats(115.9, 117.6), st.floats(34.5, 36.0))
def test_a_thing_moved_by_the_shift_is_recognised(lon: float, lat: float) -> None:
    assert moved_like_gcj02(*moved(lon, lat, *shift_m(lon, lat)))


@given(st.floats(-200, 200), st.floats(-200, 200))
def test_a_thing_moved_a_little_is_not(east: float, north: float) -> None:
    assert not moved_like_gcj02(*moved(116.58, 35.41, east, north))


def test_a_thing_moved_the_other_way_is_not() -> None:
    east, north = shift_m(116.58, 35.41)
    assert not moved_like_gcj02(*moved(116.58, 35.41, -east, -north))
