"""Puts what a GIS file drew into CGCS2000 degrees, or says why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapely.errors import GEOSException
from shapely.geometry import shape

from diming.errors import CoordinateError, Where
from diming.geo import crs as systems
from diming.geo.plausible import check_finite, check_position

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def system_notes(stated: str | None, written: str, where: Where) -> list[tuple[str, str]]:
    """What to know of the reference system; raises CoordinateError when it cannot be used."""
    notes = []
    try:
        systems.check(stated or written)
    except CoordinateError as error:
        raise CoordinateError(error.zh, error.en, mend=error.mend, where=where) from None
    if stated and written and systems.name(stated) != systems.name(written):
        notes.append(
            (
                f"文件写的坐标系是 {systems.name(written)}，按 --crs 作 {systems.name(stated)} 读",
                f"the file says {systems.name(written)}; read as {systems.name(stated)} by --crs",
            )
        )
    if systems.is_wgs84(stated or written):
        notes.append(
            (
                "坐标为 WGS 84，按 CGCS2000 使用，两者相差在分米以内",
                "the coordinates are WGS 84, taken as CGCS2000; they agree within decimetres",
            )
        )
    return notes


def drawn_shape(drawn: Any) -> BaseGeometry | None:
    """A GeoJSON-like geometry as Shapely has it; None where there is none or it is empty.

    Raises CoordinateError for a line of one point and the like.
    """
    if drawn is None:
        return None
    try:
        geometry = shape(drawn)
    except (GEOSException, ValueError, TypeError) as error:
        raise CoordinateError(
            f"几何画得不完整（{str(error).strip()}）",
            f"the geometry is incomplete ({str(error).strip()})",
            mend=("在 GIS 中改正后重新导出", "correct it in a GIS and export it again"),
        ) from None
    return None if geometry.is_empty else geometry


def placed(geometry: BaseGeometry | None, system: str) -> BaseGeometry | None:
    """`geometry` in EPSG:4490; raises CoordinateError when it cannot be where it says."""
    if geometry is None:
        return None
    check_finite(geometry)
    moved = systems.to_cgcs2000(geometry, system)
    check_position(moved)
    return moved
