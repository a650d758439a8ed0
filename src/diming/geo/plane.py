"""Lays geometry on the 3-degree Gauss-Krüger plane and back, for work that needs straight metres.

The plane is conformal and true to about 0.02 % within its zone: good for finding nearest points,
directions and shapes; lengths to be stated are measured on the ellipsoid (`geo.measure`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pyproj import Transformer

from diming.geo.crs import CGCS2000, transformed, zone_crs

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def zone_of(*geometries: BaseGeometry) -> str:
    """The zone in the middle of the geometries' longitudes, as in EPSG:4548."""
    boxes = [geometry.bounds for geometry in geometries]
    return zone_crs((min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2)


def to_plane(geometry: BaseGeometry, zone: str) -> BaseGeometry:
    """EPSG:4490 degrees to easting and northing in metres."""
    return transformed(geometry, _transformer(CGCS2000, zone))


def from_plane(geometry: BaseGeometry, zone: str) -> BaseGeometry:
    """Easting and northing in metres back to EPSG:4490 degrees."""
    return transformed(geometry, _transformer(zone, CGCS2000))


@lru_cache(maxsize=64)
def _transformer(source: str, target: str) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True, allow_ballpark=False)
