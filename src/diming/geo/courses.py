"""Compares the courses of roads on the plane: stretches in common, ends, what goes on, pieces.

Lines are in metres (`geo.plane`). How a road was cut into segments, and which way each was drawn,
makes no difference: segments are joined first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Point, STRtree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

# The heading at an end is that of its last stretch: long enough not to follow a flared mouth.
HEADING_M = 60.0
# An end is none when its own road goes on ahead of it, on the other side of a crossing say.
AHEAD_M = 60.0
BESIDE_M = 12.0
TOUCH_M = 1.0


@dataclass(frozen=True, slots=True)
class End:
    """Where a road ends, and the direction it would go on in (a unit vector)."""

    x: float
    y: float
    dx: float
    dy: float

    @property
    def point(self) -> Point:
        """The spot."""
        return Point(self.x, self.y)


def joined(line: BaseGeometry) -> tuple[LineString, ...]:
    """The segments of a road, joined where they meet; whatever is no line is left out."""
    lines = [part for part in shapely.get_parts(line) if part.geom_type == "LineString"]
    if not lines:
        return ()
    whole = shapely.line_merge(shapely.multilinestrings(lines)) if len(lines) > 1 else lines[0]
    return tuple(part for part in shapely.get_parts(whole) if part.length > 0)


def ends(line: BaseGeometry) -> tuple[End, ...]:
    """The free ends of a road; a closed ring has none."""
    parts = joined(line)
    found = []
    for part in parts:
        if part.is_ring:
            continue
        others = shapely.MultiLineString([other for other in parts if other is not part])
        found += [end for end in _both_ends(part) if not _goes_on(end, others)]
    return tuple(sorted(found, key=lambda end: (end.x, end.y)))


def joints(
    some: Iterable[End], others: Iterable[End], gap_m: float, turn_deg: float
) -> list[Point]:
    """Where an end of one road and an end of another meet and the way runs straight on.

    The ends lie at most `gap_m` apart and the way turns by at most `turn_deg`.
    """
    least = math.cos(math.radians(turn_deg))
    return [
        Point((a.x + b.x) / 2, (a.y + b.y) / 2)
        for a, b in product(some, tuple(others))
        if math.hypot(a.x - b.x, a.y - b.y) <= gap_m and -(a.dx * b.dx + a.dy * b.dy) >= least
    ]


def together_m(one: BaseGeometry, others: Sequence[BaseGeometry], within_m: float) -> list[float]:
    """The longest stretch over which each of the others keeps within some metres of `one`."""
    band = _band(one.wkb, within_m)
    shared = shapely.intersection(band, others)
    return [max((part.length for part in joined(line)), default=0.0) for line in shared]


@lru_cache(maxsize=64)
def _band(line: bytes, within_m: float) -> BaseGeometry:
    """The ground within some metres of a line; one line is asked about for many names."""
    band = shapely.buffer(shapely.from_wkb(line), within_m, cap_style="flat")
    shapely.prepare(band)
    return band


def alignments(line: BaseGeometry, gap_m: float) -> list[BaseGeometry]:
    """The pieces of a road that lie more than `gap_m` from each other, the longest first."""
    parts = joined(line)
    if len(parts) < 2:
        return list(parts)
    tree = STRtree(parts)
    left = set(range(len(parts)))
    pieces = []
    while left:
        piece = list(_reached(min(left), tree, parts, gap_m))
        left -= set(piece)
        pieces.append(shapely.multilinestrings([parts[index] for index in sorted(piece)]))
    return sorted(pieces, key=lambda piece: -piece.length)


def in_line(one: BaseGeometry, other: BaseGeometry, turn_deg: float) -> bool:
    """Whether the nearest ends of two lines point at each other, as on both sides of a gap."""
    pairs = [(a, b) for a in ends(one) for b in ends(other)]
    if not pairs:
        return False
    a, b = min(pairs, key=lambda pair: math.hypot(pair[0].x - pair[1].x, pair[0].y - pair[1].y))
    gap = math.hypot(b.x - a.x, b.y - a.y)
    if gap == 0:
        return True
    dx, dy = (b.x - a.x) / gap, (b.y - a.y) / gap
    least = math.cos(math.radians(turn_deg))
    return a.dx * dx + a.dy * dy >= least and -(b.dx * dx + b.dy * dy) >= least


def _reached(
    start: int, tree: STRtree, parts: tuple[LineString, ...], gap_m: float
) -> Iterator[int]:
    seen, waiting = {start}, [start]
    while waiting:
        index = waiting.pop()
        yield index
        near = {int(found) for found in tree.query(parts[index], "dwithin", distance=gap_m)}
        waiting += near - seen
        seen |= near


def _both_ends(part: LineString) -> Iterator[End]:
    for line in (part, part.reverse()):
        tip = line.coords[-1]
        back = shapely.line_interpolate_point(line, max(line.length - HEADING_M, 0.0))
        dx, dy = tip[0] - back.x, tip[1] - back.y
        size = math.hypot(dx, dy)
        if size:
            yield End(tip[0], tip[1], dx / size, dy / size)


def _goes_on(end: End, others: BaseGeometry) -> bool:
    """Whether other pieces of the road begin here or ahead; those that end beside it do not."""
    if others.is_empty:
        return False
    ahead = LineString(
        [(end.x + step * end.dx, end.y + step * end.dy) for step in (BESIDE_M + 3, AHEAD_M)]
    )
    meets = shapely.dwithin(end.point, others, TOUCH_M)
    return bool(meets or shapely.dwithin(ahead, others, BESIDE_M))
