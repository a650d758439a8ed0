"""Writes a geometry the way a GeoPackage keeps it, and reads it back.

A GeoPackage geometry is a small header (byte order, box, reference system) before ISO WKB: OGC
12-128r17, clause 2.1.3. Ours are little-endian, EPSG:4490, with a box except for points.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import shapely

from diming.errors import CoordinateError, InputError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SRS_ID = 4490

_MAGIC = b"GP\x00"
_LITTLE, _EMPTY, _EXTENDED = 0b1, 0b1_0000, 0b10_0000
_BOX_XY = 1 << 1
_BOX_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_HEADER = struct.Struct("<3sBi")
_BOX = struct.Struct("<4d")


def encode(geometry: BaseGeometry) -> bytes:
    """The GeoPackage blob of a geometry in EPSG:4490; heights and measures are kept."""
    wkb = shapely.to_wkb(geometry, byte_order=1, flavor="iso", include_srid=False)
    if geometry.is_empty:
        return _HEADER.pack(_MAGIC, _LITTLE | _EMPTY, SRS_ID) + wkb
    if geometry.geom_type == "Point":
        return _HEADER.pack(_MAGIC, _LITTLE, SRS_ID) + wkb
    west, south, east, north = geometry.bounds
    header = _HEADER.pack(_MAGIC, _LITTLE | _BOX_XY, SRS_ID)
    return header + _BOX.pack(west, east, south, north) + wkb


def decode(blob: bytes) -> BaseGeometry:
    """The geometry in a GeoPackage blob, whoever wrote it.

    Raises InputError for what is no such blob, CoordinateError for another system than EPSG:4490.
    """
    flags = blob[3] if len(blob) >= _HEADER.size and blob.startswith(_MAGIC) else _EXTENDED
    box = _BOX_BYTES.get(flags >> 1 & 0b111)
    if flags & _EXTENDED or box is None:
        raise InputError("几何数据不是标准的 GeoPackage 编码", "not a standard GeoPackage geometry")
    (srs_id,) = struct.unpack_from("<i" if flags & _LITTLE else ">i", blob, 4)
    if srs_id != SRS_ID:
        raise CoordinateError(
            f"几何数据的坐标系是 {srs_id}, 不是 CGCS2000 (EPSG:4490)",
            f"the geometry is in system {srs_id}, not in CGCS2000 (EPSG:4490)",
            mend=("请先转换坐标系再入库", "transform it first, then file it"),
        )
    try:
        return shapely.from_wkb(blob[_HEADER.size + box :])
    except shapely.errors.ShapelyError as error:
        raise InputError("几何数据已损坏", "the geometry is damaged") from error
