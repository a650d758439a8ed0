"""Says how much of a road or place lies in an area of authority, in shares and metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from diming.geo.measure import area_m2, length_m

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry


def inside(geometry: BaseGeometry, area: BaseGeometry) -> float:
    """The share of `geometry` that lies in the polygon `area`, 0 to 1.

    Points are counted, lines and areas measured on the ellipsoid; a point on the edge is inside.
    """
    if area.covers(geometry):
        return 1.0
    whole = _size(geometry)
    return min(_size(geometry, area) / whole, 1.0) if whole else 0.0


def metres_inside(line: BaseGeometry, areas: Mapping[str, BaseGeometry]) -> dict[str, float]:
    """Metres of `line` in each named area it enters, the longest first.

    A line that only touches an area, or runs along its outside edge, does not enter it.
    """
    lengths = {
        name: length_m(line.intersection(area))
        for name, area in areas.items()
        if line.relate_pattern(area, "T********")
    }
    return dict(sorted(lengths.items(), key=lambda item: -item[1]))


def _size(geometry: BaseGeometry, area: BaseGeometry | None = None) -> float:
    """Number, metres or square metres of `geometry`, or of its part in `area`."""
    dimension = int(shapely.get_dimensions(geometry))
    part = geometry if area is None else geometry.intersection(area)
    if dimension == 2:
        return area_m2(part)
    return length_m(part) if dimension == 1 else float(shapely.get_num_coordinates(part))
