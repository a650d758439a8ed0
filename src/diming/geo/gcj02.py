"""Knows the shift of GCJ-02, the displaced coordinates of Chinese web maps, to recognise it.

The shift is computed, never applied: data that look displaced are reported, and whoever owns them
converts them. Formula: the series in longitude and latitude that the open converters share; in
济宁's city it gives 483 m, as measured between a displaced and an undisplaced edition of its map.
"""

from __future__ import annotations

from math import hypot, pi, sin, sqrt
from typing import TYPE_CHECKING

from diming.geo.plane import to_plane, zone_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_NEAR = 0.35  # a move is taken for the shift when it misses it by less than this share


def shift_m(lon: float, lat: float) -> tuple[float, float]:
    """How far GCJ-02 moves a point, in metres east and north."""
    x, y = lon - 105.0, lat - 35.0
    waves = (20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)) * 2 / 3
    north = (
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves
        + (20 * sin(pi * y) + 40 * sin(pi * y / 3)) * 2 / 3
        + (160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)) * 2 / 3
    )  # fmt: skip
    east = (
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves
        + (20 * sin(pi * x) + 40 * sin(pi * x / 3)) * 2 / 3
        + (150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)) * 2 / 3
    )  # fmt: skip
    return east, north


def moved_like_gcj02(known: BaseGeometry, given: BaseGeometry) -> bool:
    """Whether `given` lies off `known` (the same thing, EPSG:4490) by about the shift of GCJ-02."""
    zone = zone_of(known)
    was, now = to_plane(known, zone).centroid, to_plane(given, zone).centroid
    east, north = shift_m(known.centroid.x, known.centroid.y)
    miss = hypot(now.x - was.x - east, now.y - was.y - north)
    return miss < _NEAR * hypot(east, north)
