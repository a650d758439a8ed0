"""Lays out the corner of a map that shows where in its county the sheet lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.affinity import affine_transform

from diming.geo.plane import to_plane, zone_of
from diming.model import Level

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.registry.store import Store

SIDE = 24.0  # millimetres of the corner's square
_NAME = 4.0  # the strip under the outline that holds the county's name
_AIR = 1.5


@dataclass(frozen=True, slots=True)
class Locator:
    """The county's outline and the place in it, in millimetres of the corner's own square."""

    name: str
    outline: BaseGeometry
    at: tuple[float, float]


def locator(store: Store | None, drawn: BaseGeometry) -> Locator | None:
    """The corner for what is drawn (EPSG:4490); None when no county's outline is on file there."""
    if store is None:
        return None
    middle = drawn.representative_point()
    county = next(iter(store.jurisdictions_at(middle, Level.COUNTY)), None)
    if county is None or county.geometry is None:
        return None
    zone = zone_of(county.geometry)
    outline = to_plane(county.geometry, zone)
    west, south, east, north = outline.bounds
    room = SIDE - 2 * _AIR
    scale = min(room / (east - west), (room - _NAME) / (north - south))
    left = (SIDE - (east - west) * scale) / 2 - west * scale
    top = (SIDE - _NAME - (north - south) * scale) / 2 + north * scale
    lay = [scale, 0, 0, -scale, left, top]
    x, y = affine_transform(to_plane(middle, zone), lay).coords[0]
    shape = shapely.simplify(affine_transform(outline, lay), 0.1)
    return Locator(county.name, shape, (x, y))
