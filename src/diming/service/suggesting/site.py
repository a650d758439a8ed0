"""The ground that a name is wanted for: what was drawn, and the names round about it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import shapely

from diming.errors import UsageError
from diming.geo import measure
from diming.geo.plane import to_plane, zone_of
from diming.model import FeatureClass, Level
from diming.registry.store import Scope

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.model import Proposal
    from diming.registry.store import Named, Store

# A place further off than this tells nobody where the road is (our own limit, no text gives one).
REACH_M = 1500.0
_METRES_A_DEGREE = 111_000.0

# The generic a name gets when nobody asks for another: the plain word of its class.
GENERICS = {
    FeatureClass.ROAD: "路",
    FeatureClass.BRIDGE: "桥",
    FeatureClass.TUNNEL: "隧道",
    FeatureClass.SQUARE: "广场",
    FeatureClass.PARK: "公园",
    FeatureClass.STATION: "站",
}


@dataclass(frozen=True, slots=True)
class Near:
    """A name of the registry and its distance in metres, None when its position is not known."""

    named: Named
    distance_m: float | None


@dataclass(frozen=True)
class Site:
    """A proposal whose name is still open, on the ground of a registry; its geometry is drawn."""

    store: Store
    asked: Proposal
    generic: str

    @property
    def drawn(self) -> BaseGeometry:
        """What was drawn, in EPSG:4490."""
        geometry = self.asked.geometry
        if geometry is None:
            raise UsageError(
                "没有图形, 不知道为哪里取名", "nothing is drawn: no place to find a name for",
                mend=("用 --geometry 或 --at 给出位置", "give --geometry or --at"),
            )  # fmt: skip
        return geometry

    @cached_property
    def county(self) -> str | None:
        """The county stated, or the one that what was drawn begins in; None when unknown."""
        if self.asked.jurisdiction is not None:
            return self.asked.jurisdiction[:6]
        found = self.store.jurisdictions_at(self.drawn, Level.COUNTY)
        return found[0].adcode if found else None

    @cached_property
    def near(self) -> tuple[Near, ...]:
        """The names within reach, the nearest first."""
        west, south, east, north = self.drawn.bounds
        high = REACH_M / _METRES_A_DEGREE
        wide = high / math.cos(math.radians(max(abs(south), abs(north))))
        box = (west - wide, south - high, east + wide, north + high)
        found = [one for one in self.store.in_box(*box) if one.place.geometry is not None]
        away = zip(found, self._distances([one.place.geometry for one in found]), strict=True)
        kept = (Near(named, metres) for named, metres in away if metres <= REACH_M)
        return tuple(sorted(kept, key=lambda one: (one.distance_m, one.named.toponym.id)))

    @cached_property
    def unplaced(self) -> tuple[Near, ...]:
        """The names of the county whose position nobody knows, by id."""
        if self.county is None:
            return ()
        names = self.store.named(Scope(areas=(self.county,)))
        return tuple(Near(one, None) for one in names if one.place.geometry is None)

    @cached_property
    def divisions(self) -> tuple[str, ...]:
        """The names of all divisions that live today."""
        return tuple(area.name for area in self.store.jurisdictions())

    def _distances(self, shapes: list[BaseGeometry | None]) -> list[float]:
        """Metres on the plane to each, good to a fiftieth of a percent: enough to rank by."""
        zone = zone_of(self.drawn)
        here = to_plane(self.drawn, zone)
        shapely.prepare(here)
        return [here.distance(to_plane(shape, zone)) for shape in shapes if shape is not None]


def joins(site: Site, road: BaseGeometry, within_m: float) -> bool:
    """Whether an end of the drawn line lies at an end of the road and both run the same way."""
    drawn = site.drawn
    axis = measure.axis(drawn)
    if axis is None or axis is not measure.axis(road):
        return False
    zone = zone_of(drawn, road)
    ours, theirs = (_ends(to_plane(line, zone)) for line in (drawn, road))
    return bool(ours.distance(theirs) <= within_m)


def _ends(line: BaseGeometry) -> BaseGeometry:
    """The points where a line or several begin and end; none of a ring."""
    return shapely.boundary(shapely.line_merge(line)) or shapely.MultiPoint()
