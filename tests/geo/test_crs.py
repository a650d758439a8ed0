"""Coordinates come in as CGCS2000 degrees, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS, Transformer
from shapely import Point, from_wkt

from diming.errors import CoordinateError
from diming.geo import crs

JINING = Point(116.587, 35.415)

ESRI_PRJ = (
    'PROJCS["{name}_3_Degree_GK_CM_117E",GEOGCS["GCS_{name}",DATUM["D_{datum}",'
    'SPHEROID["{spheroid}"]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],'
    'PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],'
    'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)


def projected(point: Point, code: int) -> Point:
    own = CRS.from_epsg(code)
    to_plane = Transformer.from_crs(own.geodetic_crs, own, always_xy=True)
    return Point(to_plane.transform(point.x, point.y))


@pytest.mark.parametrize("system", ["EPSG:4490", "4490", "EPSG:4326", "OGC:CRS84", "EPSG:4979"])
def test_degrees_on_cgcs2000_or_wgs84_stay_as_they_are(system: str) -> None:
    assert crs.to_cgcs2000(JINING, system).equals(JINING)


@pytest.mark.parametrize("code", [4548, 4527, 4547, 4509, 4498, 4549, 4528, 3857, 32650])
def test_planes_on_cgcs2000_or_wgs84_come_back_to_the_same_degrees(code: int) -> None:
    back = crs.to_cgcs2000(projected(JINING, code), f"EPSG:{code}")
    assert back.distance(JINING) < 1e-9


@pytest.mark.parametrize("code", [4214, 4610, 4555, 2384, 2363, 2436, 2414, 21460])
def test_beijing_54_and_xian_80_are_refused_however_they_are_projected(code: int) -> None:
    with pytest.raises(CoordinateError) as refusal:
        crs.to_cgcs2000(JINING, f"EPSG:{code}")
    assert "坐标系" in refusal.value.zh
    assert "towgs84" in refusal.value.mend[0]
    assert "towgs84" in refusal.value.mend[1]


@pytest.mark.parametrize(
    ("name", "datum", "spheroid"),
    [
        ("Xian_1980", "Xian_1980", 'Xian_1980",6378140.0,298.257'),
        ("Beijing_1954", "Beijing_1954", 'Krasovsky_1940",6378245.0,298.3'),
    ],
)
def test_the_old_datums_are_known_by_their_esri_names(name: str, datum: str, spheroid: str) -> None:
    prj = ESRI_PRJ.format(name=name, datum=datum, spheroid=spheroid).replace('"]]', "]]")
    with pytest.raises(CoordinateError, match="without parameters"):
        crs.to_cgcs2000(Point(500000, 3900000), prj)


def test_an_esri_prj_on_cgcs2000_is_accepted() -> None:
    prj = ESRI_PRJ.format(
        name="China_Geodetic_Coordinate_System_2000",
        datum="China_2000",
        spheroid='CGCS2000",6378137.0,298.257222101',
    ).replace('"]]', "]]")
    assert crs.to_cgcs2000(Point(500000, 3900000), prj).bounds[0] == pytest.approx(117.0)


@pytest.mark.parametrize(
    "system",
    [
        None,
        "",
        "bogus",
        "EPSG:7844",
        "EPSG:4978",
        "+proj=longlat +ellps=krass +no_defs",
        "+proj=tmerc +lon_0=117 +x_0=500000 +ellps=krass +towgs84=0,0,0 +units=m",
        'LOCAL_CS["drawing",UNIT["metre",1]]',
    ],
)
def test_what_cannot_be_moved_reliably_is_refused_in_both_languages(system: str | None) -> None:
    with pytest.raises(CoordinateError) as refusal:
        crs.to_cgcs2000(JINING, system)
    assert refusal.value.zh
    assert refusal.value.en
    assert all(refusal.value.mend)


def test_an_old_datum_with_the_users_own_parameters_is_moved() -> None:
    plane = "+proj=tmerc +lon_0=117 +x_0=500000 +ellps=krass +units=m"
    moved = crs.to_cgcs2000(Point(500000, 3900000), f"{plane} +towgs84=15.8,-154.4,-82.3")
    unmoved = projected_back(Point(500000, 3900000), plane)
    assert 50 < moved.distance(unmoved) * 111_000 < 200


def projected_back(point: Point, definition: str) -> Point:
    own = CRS.from_user_input(definition)
    to_degrees = Transformer.from_crs(own, own.geodetic_crs, always_xy=True)
    return Point(to_degrees.transform(point.x, point.y))


@pytest.mark.parametrize(("easting", "code"), [(500_000, 4527), (39_500_000, 4548)])
def test_a_zone_number_too_many_or_too_few_is_told(easting: float, code: int) -> None:
    with pytest.raises(CoordinateError) as refusal:
        crs.to_cgcs2000(Point(easting, 3_900_000), f"EPSG:{code}")
    assert "带号" in refusal.value.mend[0]


def test_heights_and_measures_are_dropped() -> None:
    for wkt in ("LINESTRING Z (116 35 40, 117 35 41)", "POINT ZM (116 35 40 7)"):
        assert not crs.to_cgcs2000(from_wkt(wkt), "EPSG:4490").has_z


@pytest.mark.parametrize(
    ("longitude", "code"),
    [(116.6, 4548), (115.4, 4547), (118.6, 4549), (75.0, 4534), (135.0, 4554), (73.4, 4534)],
)
def test_the_zone_is_the_nearest_meridian(longitude: float, code: int) -> None:
    assert crs.zone_crs(longitude) == f"EPSG:{code}"


@given(st.floats(73.0, 136.0))
def test_every_zone_exists_and_lies_within_a_degree_and_a_half(longitude: float) -> None:
    operation = CRS.from_user_input(crs.zone_crs(longitude)).coordinate_operation
    assert operation is not None
    values = {value.name: value.value for value in operation.params}
    meridian = float(values["Longitude of natural origin"])
    assert abs(meridian - min(max(longitude, 75), 135)) <= 1.5


def test_wgs84_is_told_apart_from_cgcs2000() -> None:
    assert crs.is_wgs84("EPSG:3857")
    assert not crs.is_wgs84("EPSG:4548")
    assert crs.name("EPSG:4548") == "CGCS2000 / 3-degree Gauss-Kruger CM 117E"
