"""Refuses a geometry that cannot be where it says: outside China, axes swapped, metres, broken."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import shapely

from diming.errors import CoordinateError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    FloatArray = NDArray[np.float64]
    Box = tuple[float, float, float, float]

# China with its southern sea, rounded outwards to whole degrees: west, south, east, north.
CHINA: Box = (73.0, 3.0, 136.0, 54.0)

# A tangle is looked for in lines of so many segments, in the first of them.
_SHORT, _LOOKED_AT = 200, 2000


def check_position(geometry: BaseGeometry, where: Where | None = None) -> None:
    """Raises CoordinateError unless `geometry`, said to be EPSG:4490, can be a place in China.

    An invalid polygon is refused, never repaired: whose land it is, is not for a program to say.
    """
    if geometry.is_empty:
        raise CoordinateError(
            "几何为空", "the geometry is empty",
            mend=("删去该几何或补画", "leave the geometry out, or draw it"), where=where,
        )  # fmt: skip
    check_finite(geometry, where)
    _check_box(geometry.bounds, where)
    if not geometry.is_valid:
        reason = shapely.is_valid_reason(geometry)
        raise CoordinateError(
            f"几何无效（{reason}）", f"the geometry is not valid ({reason})",
            mend=("在 GIS 中改正后重新导出", "correct it in a GIS and export it again"),
            where=where,
        )  # fmt: skip


def check_course(geometry: BaseGeometry) -> None:
    """Raises CoordinateError for lines that cross themselves more often than they have segments.

    No road does, and comparing such a tangle with its neighbours would take minutes.
    """
    both_ends = list(islice(_segments(geometry), _LOOKED_AT))
    if len(both_ends) < _SHORT:
        return
    segments = list(map(shapely.LineString, both_ends))
    crossing = shapely.STRtree(segments).query(segments, predicate="crosses").shape[1] // 2
    if crossing > len(segments):
        raise CoordinateError(
            f"线自相交 {crossing} 处, 不像一条路",
            f"the line crosses itself {crossing} times: that is no road",
            mend=("按走向顺次连点后重新给出", "join the points along the road and give it again"),
        )


def _segments(geometry: BaseGeometry) -> Iterator[FloatArray]:
    """The two ends of each segment of the lines in a geometry."""
    for part in shapely.get_parts(geometry):
        if part.geom_type == "LineString":
            spots = shapely.get_coordinates(part)
            yield from np.stack((spots[:-1], spots[1:]), axis=1)


def check_finite(geometry: BaseGeometry, where: Where | None = None) -> None:
    """Raises CoordinateError when a coordinate is NaN or infinite, in whatever system."""
    if not np.isfinite(shapely.get_coordinates(geometry)).all():
        raise CoordinateError(
            "坐标不是数", "a coordinate is not a number",
            mend=("改正坐标值", "correct the coordinate"), where=where,
        )  # fmt: skip


def _check_box(box: Box, where: Where | None) -> None:
    if _inside(box, CHINA):
        return
    west, south, east, north = box
    spot = f"{west:g} {south:g}"
    if _inside((south, west, north, east), CHINA):
        raise CoordinateError(
            f"经纬度颠倒（{spot}）", f"latitude and longitude are swapped ({spot})",
            mend=("先写经度，后写纬度", "write longitude first, then latitude"), where=where,
        )  # fmt: skip
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise CoordinateError(
            f"坐标是投影坐标（米），不是经纬度（{spot}）",
            f"these are metres, not degrees ({spot})",
            mend=(
                "用 --crs 指明投影，如 --crs EPSG:4548；文字几何请改写为经纬度",
                "state the projection, as in --crs EPSG:4548; write WKT in degrees",
            ),
            where=where,
        )
    raise CoordinateError(
        f"位置不在中国范围内（{spot}）", f"the position is outside China ({spot})",
        mend=("核对坐标和坐标系", "check the coordinates and their system"), where=where,
    )  # fmt: skip


def _inside(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]
