"""Finds the roads that lie by a drawn one, in the registry and in the table under review.

The registry is read in squares of the map, each once a review, so that one road is looked up in a
moment and a whole registry in one pass.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import shapely
from shapely import STRtree

from diming.geo.courses import End, ends
from diming.geo.plane import to_plane
from diming.model import FeatureClass, ToponymKind
from diming.registry.store import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.registry.store import Store
    from diming.rules.subject import Subject

_SIDE_DEG = 0.05  # of a square: some five kilometres
_METRES_A_DEGREE = 111_000.0
# Two roads this near have to do with each other: they cross, meet, or run side by side.
BY_M = 60.0
Box = tuple[float, float, float, float]
_SCOPE = Scope(classes=(FeatureClass.ROAD,), live_only=True)
_NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True)
class Road:
    """A road with its line in EPSG:4490; `id` is None for a proposal of the same table."""

    key: str
    name: str
    line: BaseGeometry
    id: str | None
    place: str | None
    jurisdiction: str | None
    box: Box


@dataclass(frozen=True)
class Roadmap:
    """The roads of a registry and of the table, by where they lie."""

    store: Store | None
    claimed: Callable[[], tuple[Road, ...]]
    _squares: dict[tuple[int, int], tuple[Road, ...]] = field(default_factory=dict)
    _planes: dict[tuple[str, str], BaseGeometry] = field(default_factory=dict)
    _ends: dict[tuple[str, str], tuple[End, ...]] = field(default_factory=dict)

    def by(self, subject: Subject) -> tuple[Road, ...]:
        """The roads that come within `BY_M` of a drawn one, by name."""
        line = subject.geometry
        west, south, east, north = _widened(line)
        reach = shapely.box(west, south, east, north)
        found = {
            road.key: road
            for road in (*self._registered(line), *self._of_the_table(reach))
            if road.box[0] <= east and road.box[2] >= west
            if road.box[1] <= north and road.box[3] >= south
        }
        roads = list(found.values())
        lines = [self.plane(road, subject.zone) for road in roads]
        close = shapely.dwithin(subject.plane, lines, BY_M)
        near = (road for road, hit in zip(roads, close, strict=True) if hit)
        return tuple(sorted(near, key=lambda road: (road.name, road.key)))

    def plane(self, road: Road, zone: str) -> BaseGeometry:
        """The line of a road on the plane of a zone."""
        key = (road.key, zone)
        if key not in self._planes:
            self._planes[key] = to_plane(road.line, zone)
        return self._planes[key]

    def ends(self, road: Road, zone: str) -> tuple[End, ...]:
        """Where a road ends, on the plane of a zone."""
        key = (road.key, zone)
        if key not in self._ends:
            self._ends[key] = ends(self.plane(road, zone))
        return self._ends[key]

    def _registered(self, line: BaseGeometry) -> Iterator[Road]:
        for square in _squares(line):
            if square not in self._squares:
                self._squares[square] = tuple(self._read(square))
            yield from self._squares[square]

    def _read(self, square: tuple[int, int]) -> Iterator[Road]:
        if self.store is None:
            return
        west, south = square[0] * _SIDE_DEG, square[1] * _SIDE_DEG
        for named in self.store.in_box(
            west, south, west + _SIDE_DEG, south + _SIDE_DEG, _SCOPE, limit=_NO_LIMIT
        ):
            toponym, place = named.toponym, named.place
            drawn = place.geometry
            if toponym.kind is ToponymKind.STANDARD and drawn is not None and is_line(drawn):
                yield Road(
                    toponym.id,
                    toponym.name,
                    drawn,
                    toponym.id,
                    place.id,
                    place.jurisdiction,
                    drawn.bounds,
                )

    def _of_the_table(self, reach: BaseGeometry) -> Iterator[Road]:
        tree, roads = self._table
        yield from (roads[index] for index in tree.query(reach))

    @cached_property
    def _table(self) -> tuple[STRtree, tuple[Road, ...]]:
        roads = self.claimed()
        return STRtree([road.line for road in roads]), roads


def claimed_by(subjects: Sequence[Subject]) -> tuple[Road, ...]:
    """The roads that proposals of a table ask a name for and draw."""
    found = []
    for place, one in enumerate(subjects):
        drawn, area = one.proposal.geometry, one.proposal.jurisdiction
        if one.is_road and one.is_claim and drawn is not None and is_line(drawn):
            found.append(Road(f"#{place}", one.name, drawn, None, None, area, drawn.bounds))
    return tuple(found)


def is_line(geometry: BaseGeometry) -> bool:
    """Whether a geometry is drawn as a line."""
    return geometry.geom_type in {"LineString", "MultiLineString"}


def _widened(line: BaseGeometry) -> tuple[float, float, float, float]:
    west, south, east, north = line.bounds
    up = BY_M / _METRES_A_DEGREE
    across = up / math.cos(math.radians((south + north) / 2))
    return west - across, south - up, east + across, north + up


def _squares(line: BaseGeometry) -> list[tuple[int, int]]:
    """The squares that a line comes near."""
    west, south, east, north = (math.floor(edge / _SIDE_DEG) for edge in _widened(line))
    squares = [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]
    if len(squares) <= 4:
        return squares
    reach = 1.5 * BY_M / _METRES_A_DEGREE
    outlines = shapely.box(
        [x * _SIDE_DEG - reach for x, _ in squares],
        [y * _SIDE_DEG - reach for _, y in squares],
        [(x + 1) * _SIDE_DEG + reach for x, _ in squares],
        [(y + 1) * _SIDE_DEG + reach for _, y in squares],
    )
    met = shapely.intersects(line, outlines)
    return [square for square, hit in zip(squares, met, strict=True) if hit]
