"""Finds room for the names on a map: the weightier first, none over another, near what it names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]

_WEIGHT = ("proposal", "rival", "metres", "area", "around")
_MUST = {"proposal", "rival"}  # what has no free room is still written
_GAP = 1.2  # millimetres between a thing and its name
_EDGE = 1.5


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants to be written beside a shape, so large."""

    role: str
    text: str
    geometry: BaseGeometry
    size: float


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place: left end of the base line, in millimetres."""

    role: str
    text: str
    x: float
    y: float
    size: float


def placed(
    wishes: Sequence[Wish], *, taken: Sequence[Box], size: tuple[float, float]
) -> Iterator[Label]:
    """The labels that find room, in order of weight; `taken` is ground nobody may write on."""
    full = [*taken, *(box for wish in wishes for box in _dots(wish))]
    lines = [wish.geometry for wish in wishes if wish.role in _MUST]
    drawn = shapely.unary_union(lines) if lines else shapely.Point()
    for wish in sorted(wishes, key=lambda one: _WEIGHT.index(one.role)):
        boxes = [box for box in _seats(wish) if _inside(box, size)]
        free = [box for box in boxes if not any(_meet(box, other) for other in full)]
        if not free and wish.role not in _MUST:
            continue
        seats = free or boxes or list(_seats(wish))[:1]
        best = min(seats, key=lambda box: round(shapely.box(*box).intersection(drawn).length, 1))
        full.append(best)
        yield Label(wish.role, wish.text, best[0], best[3] - 0.2 * wish.size, wish.size)


def width(text: str, size: float) -> float:
    """Millimetres a text takes up: a Han character is as wide as it is high."""
    return sum(size if east_asian_width(char) in "WF" else 0.56 * size for char in text)


def _dots(wish: Wish) -> Iterator[Box]:
    """The ground of the points themselves."""
    for part in shapely.get_parts(wish.geometry) if wish.role != "area" else ():
        if part.geom_type == "Point":
            yield _box(part.x - 0.6, part.y - 0.6, 1.2, 1.2)


def _seats(wish: Wish) -> Iterator[Box]:
    """Boxes of a label around points of its shape, best first."""
    across, high = width(wish.text, wish.size), wish.size * 1.1
    centred = wish.role in {"metres", "area"}
    for x, y in _points(wish.geometry):
        if centred:
            yield _box(x - across / 2, y - high / 2, across, high)
        for right, down in product((0.0, 1.0, -1.0), (-1.0, 1.0, 0.0)):
            if right == down == 0.0:
                continue
            left = x - across / 2 + right * (across / 2 + _GAP)
            top = y - high / 2 + down * (high / 2 + _GAP)
            yield _box(left, top, across, high)


def _points(geometry: BaseGeometry) -> Iterator[tuple[float, float]]:
    """Where a label may hang: along the longest line, or the point within an area."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]
    if not parts:
        point = geometry.representative_point()
        yield point.x, point.y
        return
    longest = max(parts, key=lambda part: part.length)
    for share in (0.5, 0.35, 0.65, 0.2, 0.8):
        point = longest.interpolate(share, normalized=True)
        yield point.x, point.y


def _box(left: float, top: float, across: float, high: float) -> Box:
    return left, top, left + across, top + high


def _inside(box: Box, size: tuple[float, float]) -> bool:
    across, high = size
    return (
        box[0] >= _EDGE and box[1] >= _EDGE and box[2] <= across - _EDGE and box[3] <= high - _EDGE
    )


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
