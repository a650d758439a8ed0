"""A geometry that cannot be where it says is refused with what to do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point, from_wkt

from diming.errors import CoordinateError, Where
from diming.geo.plausible import CHINA, check_course, check_position


@pytest.mark.parametrize(
    ("wkt", "said", "mend"),
    [
        ("POINT (35.4 116.6)", "经纬度颠倒", "先写经度"),
        ("LINESTRING (35.4 116.6, 35.5 116.7)", "经纬度颠倒", "先写经度"),
        ("POINT (500000 3900000)", "投影坐标", "--crs EPSG:4548"),
        ("POINT (39500000 3900000)", "投影坐标", "--crs EPSG:4548"),
        ("POINT (0 0)", "不在中国", "坐标系"),
        ("POINT (2.35 48.85)", "不在中国", "坐标系"),
        ("POINT EMPTY", "几何为空", "补画"),
        ("LINESTRING EMPTY", "几何为空", "补画"),
        ("POLYGON ((116 35, 117 36, 117 35, 116 36, 116 35))", "几何无效", "GIS"),
        ("LINESTRING (116 35, 116 35)", "几何无效", "GIS"),
    ],
)
def test_an_impossible_geometry_is_refused(wkt: str, said: str, mend: str) -> None:
    where = Where(file="道路.csv", row=3, field="geometry")
    with pytest.raises(CoordinateError) as refusal:
        check_position(from_wkt(wkt), where)
    assert said in refusal.value.zh
    assert mend in refusal.value.mend[0]
    assert refusal.value.en
    assert refusal.value.mend[1]
    assert refusal.value.where == where


def test_a_coordinate_that_is_no_number_is_refused() -> None:
    with pytest.raises(CoordinateError):
        check_position(Point(float("inf"), 35))


@given(st.floats(CHINA[0], CHINA[2]), st.floats(CHINA[1], CHINA[3]))
def test_every_point_of_china_is_accepted(lon: float, lat: float) -> None:
    check_position(Point(lon, lat))


@given(st.floats(73, 136), st.floats(3, 53))
def test_swapping_is_told_wherever_it_takes_a_point_out_of_china(lon: float, lat: float) -> None:
    with pytest.raises(CoordinateError, match="swapped"):
        check_position(Point(lat, lon))


def test_a_tangle_is_no_road_and_a_long_winding_one_is() -> None:
    random = np.random.default_rng(1)
    tangle = LineString(random.uniform((116.5, 35.4), (116.6, 35.5), (1000, 2)))
    with pytest.raises(CoordinateError, match="no road"):
        check_course(tangle)
    steps = np.arange(3000)
    winding = np.column_stack((116.5 + steps * 1e-5, 35.4 + 1e-3 * np.sin(steps / 9)))
    check_course(LineString(winding))
