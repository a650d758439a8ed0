"""Finds the line that two areas have in common, and runs it as boundary markers are numbered.

Nothing is snapped, closed or repaired: a vertex of the line is a vertex of the source, and where
the two outlines do not agree there is no line.
"""

from __future__ import annotations

from itertools import combinations
from math import cos, hypot, radians
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import LineString, MultiLineString

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LonLat = tuple[float, float]


def shared_line(one: BaseGeometry, other: BaseGeometry) -> MultiLineString | None:
    """The line two polygons share, each connected stretch one part; None if they share no length.

    Contacts in a single point are left out. Coordinates are degrees, longitude latitude.
    """
    stretches = parts(shapely.intersection(one.boundary, other.boundary))
    return _run(parts(shapely.line_merge(MultiLineString(stretches)))) if stretches else None


def parts(line: BaseGeometry) -> list[LineString]:
    """The connected stretches of a line, in order; points are left out."""
    return [
        part
        for part in shapely.get_parts(line)
        if isinstance(part, LineString) and not part.is_empty
    ]


def ends(line: MultiLineString) -> tuple[LonLat, LonLat]:
    """The two ends of its parts that lie farthest apart, in the line's direction."""
    first, last = max(combinations(_tips(parts(line)), 2), key=lambda pair: hypot(*_step(*pair)))
    return _in_order(first, last)


def _run(stretches: list[LineString]) -> MultiLineString:
    """The stretches one after another, each running from the line's first end towards its last.

    Lines are numbered from west to east or from north to south (practice under GB/T 17796).
    """
    start, finish = ends(MultiLineString(stretches))
    along = _step(start, finish)

    def progress(point: LonLat) -> float:
        east, north = _step(start, point)
        return east * along[0] + north * along[1]

    running = []
    for part in stretches:
        first, last = _tips([part])
        running.append(part if progress(first) <= progress(last) else part.reverse())
    running.sort(key=lambda part: progress(_tips([part])[0]))
    return MultiLineString(running)


def _in_order(one: LonLat, other: LonLat) -> tuple[LonLat, LonLat]:
    """The western end first, or the northern one where the line reaches farther north to south."""
    east, north = _step(one, other)
    forward = east >= 0 if abs(east) >= abs(north) else north < 0
    return (one, other) if forward else (other, one)


def _step(start: LonLat, finish: LonLat) -> tuple[float, float]:
    """How far east and north `finish` lies of `start`, in degrees of latitude."""
    narrowing = cos(radians((start[1] + finish[1]) / 2))
    return (finish[0] - start[0]) * narrowing, finish[1] - start[1]


def _tips(stretches: list[LineString]) -> list[LonLat]:
    """The first and last point of each stretch."""
    return [(part.coords[at][0], part.coords[at][1]) for part in stretches for at in (0, -1)]
