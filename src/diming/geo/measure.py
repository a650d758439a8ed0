"""Measures lengths, distances, areas and directions of roads in metres on the ground.

Metres are geodesic on the CGCS2000 ellipsoid, never plane lengths: a Gauss-Krüger plane is off by
up to 0.02 % within its zone, Web Mercator by a quarter at this latitude. All geometry is EPSG:4490.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from diming.geo.plane import from_plane, to_plane, zone_of
from diming.model import Axis

if TYPE_CHECKING:
    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

# The CGCS2000 ellipsoid (EPSG:1024): semi-major axis in metres, inverse flattening.
_GEOD = Geod(a=6378137.0, rf=298.257222101)

# East-west and north-south take 60° of the half circle each and leave 60° between them to
# `DIAGONAL`: no rule text in reach gives an angle, so only a clear direction is called one.
AXIS_TOLERANCE_DEG = 30.0

# Length of the mean direction vector: 1 for a straight line, 0 for two equal arms at a right
# angle. A quarter circle has 2/π = 0.64, an L with arms 4:1 0.60, a road swinging ±30° 0.74.
MIN_CONCENTRATION = 0.65

# A ring may stop short of its beginning by this share of its length, at an interchange say, and
# must enclose ground: 4π·area/length² is 1 for a circle, 0.79 for a square, 0.26 for 1:10. Below
# that the line is two carriageways drawn there and back.
MAX_RING_GAP = 0.1
MIN_RING_COMPACTNESS = 0.25


def length_m(geometry: BaseGeometry) -> float:
    """Geodesic length of lines, or perimeter of areas, in metres; 0 for points."""
    return float(_GEOD.geometry_length(geometry))


def area_m2(geometry: BaseGeometry) -> float:
    """Geodesic area in square metres; 0 for points and lines."""
    area, _ = _GEOD.geometry_area_perimeter(shapely.orient_polygons(geometry))
    return abs(float(area))


def distance_m(a: BaseGeometry, b: BaseGeometry) -> float:
    """Geodesic distance in metres between the nearest points of `a` and `b`, 0 where they meet.

    The nearest points are found in the 3-degree Gauss-Krüger plane between them, then measured on
    the ellipsoid.
    """
    if a.geom_type == b.geom_type == "Point":
        return _between(a, b)
    if a.intersects(b):
        return 0.0
    zone = zone_of(a, b)
    gap = from_plane(shapely.shortest_line(to_plane(a, zone), to_plane(b, zone)), zone)
    return length_m(gap)


def bearing(start: Point, end: Point) -> float:
    """True azimuth from `start` to `end` in degrees, 0 north, 90 east, below 360."""
    azimuth, _, _ = _GEOD.inv(start.x, start.y, end.x, end.y)
    return float(azimuth) % 360.0


def axis(geometry: BaseGeometry) -> Axis | None:
    """The axis of a LineString or MultiLineString in EPSG:4490; None for what is no line.

    Directions are averaged over the length of the segments, forward and backward alike (mean of
    doubled angles), so that neither digitising order nor a second carriageway matters.
    """
    if geometry.geom_type not in {"LineString", "MultiLineString"} or geometry.is_empty:
        return None
    line = shapely.line_merge(to_plane(geometry, zone_of(geometry)))
    if _is_ring(line):
        return Axis.RING
    angle, concentration = _direction(line)
    if concentration < MIN_CONCENTRATION:
        return Axis.BENT
    from_east = min(angle, 180.0 - angle)
    if from_east <= AXIS_TOLERANCE_DEG:
        return Axis.EAST_WEST
    return Axis.NORTH_SOUTH if from_east >= 90.0 - AXIS_TOLERANCE_DEG else Axis.DIAGONAL


def _between(start: BaseGeometry, end: BaseGeometry) -> float:
    (from_lon, from_lat), (to_lon, to_lat) = start.coords[0][:2], end.coords[0][:2]
    return float(_GEOD.inv(from_lon, from_lat, to_lon, to_lat)[2])


def _is_ring(line: BaseGeometry) -> bool:
    if line.geom_type != "LineString" or len(line.coords) < 4:
        return False
    if math.dist(line.coords[0], line.coords[-1]) > MAX_RING_GAP * line.length:
        return False
    enclosed = shapely.Polygon(line.coords).area
    return bool(4 * math.pi * enclosed / line.length**2 >= MIN_RING_COMPACTNESS)


def _direction(line: BaseGeometry) -> tuple[float, float]:
    """Mean direction in degrees from east, 0 to 180, and how closely the line keeps to it, 0..1."""
    parts = shapely.get_parts(line)
    owner = np.repeat(np.arange(len(parts)), shapely.get_num_coordinates(parts))
    steps = np.diff(shapely.get_coordinates(line), axis=0)[np.diff(owner) == 0]
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    doubled = 2 * np.arctan2(steps[:, 1], steps[:, 0])
    mean = complex((lengths * np.exp(1j * doubled)).sum() / lengths.sum())
    return math.degrees(math.atan2(mean.imag, mean.real)) / 2 % 180.0, abs(mean)
