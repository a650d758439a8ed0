"""Brings coordinates into CGCS2000 degrees, and refuses those whose datum cannot be told or moved.

Coordinates are always x (longitude, easting) first. Nothing here guesses: PROJ turns Beijing-54 or
Xian-80 into CGCS2000 by silently copying the numbers, a hundred metres off, so a datum is accepted
only when it is known to agree, or when the user gives the parameters of the shift.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from diming.errors import CoordinateError

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    Move = Callable[[BaseGeometry], BaseGeometry]

CGCS2000 = "EPSG:4490"

# Datum names as the EPSG register spells them; PROJ maps the names in ESRI .prj files onto these.
_OURS = "China 2000"
_WGS84 = frozenset({"World Geodetic System 1984", "World Geodetic System 1984 ensemble"})
_OLD = {
    "Beijing 1954": "北京54坐标系",
    "New Beijing": "新北京54坐标系",
    "Xian 1980": "西安80坐标系",
}

_MEND_STATE = (
    "加 --crs 指明坐标系，如 --crs EPSG:4490（CGCS2000 经纬度）或 --crs EPSG:4548（3 度带 117°）",
    "state it, as in --crs EPSG:4490 (CGCS2000 degrees) or --crs EPSG:4548 (3-degree zone 117E)",
)
_MEND_CONVERT = (
    "请测绘单位先转换到 CGCS2000；或用 --crs 给出带 +towgs84=… 参数的坐标系定义",
    "have the survey office convert it to CGCS2000, or give --crs a definition with +towgs84=…",
)
_MEND_ZONE = (
    "核对带号：东坐标 8 位（含带号）用 EPSG:4513–4533，6 位用 EPSG:4534–4554；"
    "117° 即 4527 或 4548，用 --crs 指明",
    "check the zone: an easting of 8 digits is EPSG:4513-4533, of 6 digits EPSG:4534-4554; "
    "for 117E 4527 or 4548; state it with --crs",
)


def to_cgcs2000(geometry: BaseGeometry, crs: str | CRS | None) -> BaseGeometry:
    """`geometry` in EPSG:4490, longitude latitude, heights and measures dropped.

    WGS 84 is taken as CGCS2000: they agree within decimetres (domain note boundary 2.1). Raises
    CoordinateError for an unknown system or datum, and for numbers that do not fit the system.
    """
    moved = _move(_definition(crs))(shapely.force_2d(geometry))
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise CoordinateError(
            "坐标值与所述坐标系不符，无法换算",
            "the numbers do not fit the coordinate system",
            mend=_MEND_ZONE,
        )
    return moved


def check(crs: str | CRS | None) -> None:
    """Raises CoordinateError unless coordinates in this system can be brought into CGCS2000."""
    _move(_definition(crs))


def name(crs: str | CRS | None) -> str:
    """What the system is called in the EPSG register or its own definition."""
    return str(_parse(_definition(crs)).name)


def is_wgs84(crs: str | CRS | None) -> bool:
    """Whether the system stands on WGS 84, which is taken as CGCS2000 within decimetres."""
    return _datum(_parse(_definition(crs))) in _WGS84


def zone_crs(longitude: float) -> str:
    """The 3-degree Gauss-Krüger system in CGCS2000 for a longitude, easting without zone number.

    The central meridian is the nearest multiple of 3°; EPSG:4534 is 75E, EPSG:4554 is 135E.
    """
    meridian = min(max(3 * round(longitude / 3), 75), 135)
    return f"EPSG:{4534 + (meridian - 75) // 3}"


def transformed(geometry: BaseGeometry, transformer: Transformer) -> BaseGeometry:
    """`geometry` (x and y only) taken through `transformer`."""
    xy = shapely.get_coordinates(geometry)
    moved = np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
    return shapely.set_coordinates(shapely.force_2d(geometry), moved)


def _definition(crs: str | CRS | None) -> str:
    """One text for one system, so that it is studied once."""
    if crs is None or crs == "":
        raise CoordinateError("坐标系不明", "the coordinate system is not known", mend=_MEND_STATE)
    if isinstance(crs, CRS):
        return str(crs.to_wkt())
    return f"EPSG:{crs}" if crs.isdigit() else crs


@lru_cache(maxsize=64)
def _parse(definition: str) -> CRS:
    try:
        return CRS.from_user_input(definition)
    except CRSError:
        raise CoordinateError(
            f"无法识别的坐标系“{definition[:60]}”",
            f"no such coordinate system: {definition[:60]}",
            mend=_MEND_STATE,
        ) from None


def _datum(crs: CRS) -> str:
    geodetic = crs.geodetic_crs
    return str(geodetic.datum.name) if geodetic is not None and geodetic.datum else ""


@lru_cache(maxsize=64)
def _move(definition: str) -> Move:
    """What brings coordinates of this system into CGCS2000 degrees."""
    crs = _parse(definition)
    if crs.coordinate_operation and crs.is_bound and any(crs.coordinate_operation.towgs84):
        return _by(Transformer.from_crs(crs, "EPSG:4326", always_xy=True, allow_ballpark=False))
    datum = _datum(crs)
    if crs.is_geocentric or (datum != _OURS and datum not in _WGS84):
        raise _refusal(crs, datum)
    if crs.is_geographic:
        return lambda geometry: geometry
    # Back to degrees on the system's own datum: exact, with no datum shift for PROJ to guess at.
    return _by(Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True, allow_ballpark=False))


def _by(transformer: Transformer) -> Move:
    def move(geometry: BaseGeometry) -> BaseGeometry:
        return transformed(geometry, transformer)

    return move


def _refusal(crs: CRS, datum: str) -> CoordinateError:
    old = _OLD.get(datum)
    if old:
        return CoordinateError(
            f"数据为{old}（{crs.name}），没有转换参数不能换算到 CGCS2000",
            f"the data are in {crs.name}; without parameters they cannot be moved to CGCS2000",
            mend=_MEND_CONVERT,
        )
    return CoordinateError(
        f"坐标系“{crs.name}”（基准：{datum or '不明'}）不能可靠地换算到 CGCS2000",
        f"{crs.name} (datum: {datum or 'unknown'}) cannot be moved to CGCS2000 reliably",
        mend=_MEND_CONVERT,
    )
