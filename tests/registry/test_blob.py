"""A geometry survives the way into the GeoPackage and back, whoever wrote it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    Point,
    Polygon,
    box,
)

from diming.errors import CoordinateError, InputError
from diming.registry.gpkg_blob import decode, encode

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

degrees = st.tuples(st.floats(-180, 180, allow_nan=False), st.floats(-90, 90, allow_nan=False))
points = degrees.map(Point)
lines = st.lists(degrees, min_size=2, max_size=20, unique=True).map(LineString)
boxes = st.tuples(degrees, st.floats(0.001, 1), st.floats(0.001, 1)).map(
    lambda spot: box(*spot[0], spot[0][0] + spot[1], spot[0][1] + spot[2])
)
simple = st.one_of(points, lines, boxes)
geometries = st.one_of(
    simple,
    st.lists(degrees, min_size=1, max_size=5).map(MultiPoint),
    st.lists(lines, min_size=1, max_size=4).map(MultiLineString),
    st.lists(simple, min_size=1, max_size=4).map(GeometryCollection),
    st.sampled_from([Point(), LineString(), Polygon(), MultiPoint(), GeometryCollection()]),
)


@given(geometries)
def test_what_goes_in_comes_out(geometry: BaseGeometry) -> None:
    back = decode(encode(geometry))
    assert back.geom_type == geometry.geom_type
    assert back.equals_exact(geometry, 0) or (back.is_empty and geometry.is_empty)


@given(lines, st.floats(-500, 9000))
def test_heights_go_with_it(line: LineString, height: float) -> None:
    back = decode(encode(shapely.force_3d(line, height)))
    assert back.has_z
    assert {z for *_, z in back.coords} == {height}


@given(st.one_of(lines, boxes))
def test_the_header_holds_system_and_box(geometry: BaseGeometry) -> None:
    magic, version, flags, srs_id, *bounds = struct.unpack_from("<2sBBi4d", encode(geometry))
    west, south, east, north = geometry.bounds
    assert (magic, version, flags, srs_id) == (b"GP", 0, 0b11, 4490)
    assert bounds == [west, east, south, north]


def test_a_point_has_no_box_and_an_empty_geometry_says_so() -> None:
    assert encode(Point(1, 2))[3] == 0b1
    assert encode(Polygon())[3] == 0b10001


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("box_kind", "numbers"), [(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)])
def test_headers_of_other_programs_are_understood(order: str, box_kind: int, numbers: int) -> None:
    little = order == "<"
    flags = (box_kind << 1) | little
    header = struct.pack(f"{order}2sBBi{numbers}d", b"GP", 0, flags, 4490, *[0.0] * numbers)
    wkb = shapely.to_wkb(Point(116.6, 35.4), byte_order=int(little))
    assert decode(header + wkb) == Point(116.6, 35.4)


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"GP",
        shapely.to_wkb(Point(1, 2)),
        b"GP\x00\x21" + encode(Point(1, 2))[4:],  # extended geometry
        b"GP\x00\x0b" + encode(Point(1, 2))[4:],  # kind of box that does not exist
        encode(Point(1, 2))[:-3],
    ],
)
def test_what_is_no_geometry_is_refused(blob: bytes) -> None:
    with pytest.raises(InputError):
        decode(blob)


def test_another_reference_system_is_refused() -> None:
    blob = bytearray(encode(Point(1, 2)))
    blob[4:8] = struct.pack("<i", 4326)
    with pytest.raises(CoordinateError, match="4326"):
        decode(bytes(blob))
