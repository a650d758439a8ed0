"""Lays out the map of a document: what lies where on the paper, in millimetres, north up.

The proposed line is in the middle; rivals too far off for the sheet are named in `beyond`. The
drawing itself is `drawing.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.affinity import affine_transform

from diming.emit.documents.labels import Label, Wish, placed
from diming.emit.documents.locator import SIDE, locator
from diming.geo.plane import from_plane, to_plane, zone_of
from diming.model import FeatureClass, Level
from diming.registry.store import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.emit.documents.labels import Box
    from diming.emit.documents.locator import Locator
    from diming.emit.documents.rivals import Rival
    from diming.model import Proposal
    from diming.registry.store import Store

WIDTH, HEIGHT = 156.0, 72.0  # millimetres: the width of the text on a sheet of GB/T 9704
_MARGIN = 0.14  # of the shown extent, on every side
_SMALLEST = 500.0  # metres from west to east; nearer than this a map says nothing
_REACH = 3.0  # rivals within so many lengths of the proposal are brought into the sheet
_LEAST_REACH = 1500.0
_CONTEXT = 150  # names asked for around; those that find no room stay unlabelled
_AREAS = {FeatureClass.COUNTY, FeatureClass.PREFECTURE, FeatureClass.PROVINCE}
_NICE = (1, 2, 5)
_CORNERS = ((WIDTH - SIDE, HEIGHT - SIDE), (0.0, 0.0))  # the bar is lower left, north upper right
_BAR_BOX = (0.0, HEIGHT - 9.0, 50.0, HEIGHT)
_NORTH_BOX = (WIDTH - 12.0, 0.0, WIDTH, 17.0)
_TEXT = {"proposal": 4.2, "rival": 3.4, "metres": 2.8, "area": 3.2, "around": 2.5}


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing drawn: its role decides the strokes; `radius` is of a circle of accuracy."""

    role: str
    geometry: BaseGeometry
    radius: float | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished layout, y downward; `bar` is the scale bar in metres and in millimetres.

    `corner` is the upper left of the locator's square; `beyond` are rivals off the sheet.
    """

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    bar: tuple[float, float]
    locator: Locator | None
    corner: tuple[float, float]
    beyond: tuple[Rival, ...]


def scene(proposal: Proposal, rivals: Sequence[Rival], store: Store | None) -> Scene | None:
    """The map of a proposal, None when it comes without geometry."""
    drawn = proposal.geometry
    if drawn is None or drawn.is_empty:
        return None
    drawn = shapely.force_2d(drawn)
    zone = zone_of(drawn)
    focus = to_plane(drawn, zone)
    located = [(rival, to_plane(rival.geometry, zone)) for rival in rivals if rival.geometry]
    reach = max(_REACH * _size(focus), _LEAST_REACH)
    near = [(rival, shape) for rival, shape in located if focus.distance(shape) <= reach]
    sheet = _Sheet(focus, [shapely.shortest_line(focus, shape) for _, shape in near], zone)
    return _drawn(sheet, drawn, proposal.name, near, rivals, store)


class _Sheet:
    """The ground a sheet shows, and the way from metres to millimetres."""

    def __init__(self, focus: BaseGeometry, links: Sequence[BaseGeometry], zone: str) -> None:
        self.focus, self.zone = focus, zone
        west, south, east, north = shapely.unary_union([focus, *links]).bounds
        grow = 1 + 2 * _MARGIN
        across = max((east - west) * grow, (north - south) * grow * WIDTH / HEIGHT, _SMALLEST)
        self.scale = WIDTH / across  # millimetres a metre
        middle_x, middle_y = (west + east) / 2, (south + north) / 2
        half_x, half_y = across / 2, across * HEIGHT / WIDTH / 2
        self.box = (middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y)

    def laid(self, plane: BaseGeometry) -> BaseGeometry:
        """What of a shape in the plane is on the sheet, in millimetres."""
        west, south, east, north = self.box
        kept = shapely.clip_by_rect(plane, west, south, east, north)
        k = self.scale
        return affine_transform(kept, [k, 0, 0, -k, -west * k, north * k])

    def ground(self) -> BaseGeometry:
        """The sheet as a polygon of degrees."""
        return from_plane(shapely.box(*self.box), self.zone)

    def bar(self) -> tuple[float, float]:
        """The longest 1, 2 or 5 × 10ⁿ metres that take up at most 40 mm."""
        longest = 40.0 / self.scale
        lengths = [digit * 10.0**power for power in range(1, 7) for digit in _NICE]
        metres = max(length for length in lengths if length <= longest)
        return metres, metres * self.scale


def _drawn(
    sheet: _Sheet, drawn: BaseGeometry, name: str, near: Sequence[tuple[Rival, BaseGeometry]],
    rivals: Sequence[Rival], store: Store | None,
) -> Scene:  # fmt: skip
    shapes: list[Shape] = []
    wishes: list[Wish] = []

    def put(role: str, plane: BaseGeometry, text: str = "", radius_m: float | None = None) -> None:
        laid = sheet.laid(plane)
        if laid.is_empty:
            return
        shapes.append(Shape(role, laid, radius_m and radius_m * sheet.scale))
        if text:
            wishes.append(Wish(role, text, laid, _TEXT[role]))

    if store is not None:
        for role, plane, text in _surroundings(sheet, store, {rival.id for rival in rivals}):
            put(role, plane, text)
    for rival, plane in near:
        link = shapely.shortest_line(sheet.focus, plane)
        if link.length > 0 and rival.distance_m is not None:
            put("metres", link, rival.distance_words)
        put("rival", plane, f"{rival.mark}{rival.name}", rival.accuracy_m)
    put("proposal", sheet.focus, name)
    shown = {rival.mark for rival, _ in near}
    located = locator(store, drawn)
    corner = min(_CORNERS, key=lambda one: _crossed(_square(one), shapes))
    taken = [_BAR_BOX, _NORTH_BOX, *([_square(corner)] if located else [])]
    labels = placed(wishes, taken=taken, size=(WIDTH, HEIGHT))
    return Scene(
        tuple(shapes), tuple(labels), sheet.bar(), located, corner,
        tuple(rival for rival in rivals if rival.geometry and rival.mark not in shown),
    )  # fmt: skip


def _surroundings(
    sheet: _Sheet, store: Store, but: set[str | None]
) -> Iterable[tuple[str, BaseGeometry, str]]:
    """County lines with the names of both sides, and the names in use around."""
    ground = sheet.ground()
    counties = store.jurisdictions_at(ground, Level.COUNTY)
    for county in counties:
        if county.geometry is not None:
            plane = to_plane(county.geometry.intersection(ground), sheet.zone)
            edge = to_plane(county.geometry.boundary.intersection(ground), sheet.zone)
            if not edge.is_empty:
                yield "boundary", edge, ""
            if len(counties) > 1:
                yield "area", plane.representative_point(), county.name
    for named in store.in_box(*ground.bounds, Scope(live_only=True), limit=_CONTEXT):
        place = named.place
        wanted = place.feature_class not in _AREAS and named.toponym.id not in but
        if wanted and place.geometry is not None:
            yield "around", to_plane(place.geometry, sheet.zone), named.toponym.name


def _size(plane: BaseGeometry) -> float:
    west, south, east, north = plane.bounds
    return float(max(east - west, north - south))


def _square(corner: tuple[float, float]) -> Box:
    return corner[0], corner[1], corner[0] + SIDE, corner[1] + SIDE


def _crossed(box: Box, shapes: Sequence[Shape]) -> int:
    """How many of the things that matter a box would hide."""
    ground = shapely.box(*box).buffer(3)
    return sum(shape.role != "around" and ground.intersects(shape.geometry) for shape in shapes)
