"""Gathers the names in use of a registry for its audit, in the form in which names are asked for.

Segments of one road that are on file one by one are one road, also across the line of a county.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from diming.geo import measure
from diming.model import Extent, FeatureClass, Proposal, ToponymKind, ToponymStatus, within
from diming.registry.store import Named, Scope
from diming.rules.lineage import JOINED_M
from diming.rules.neighbourhood import prefecture_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.registry.store import Store

Group = tuple[Named, ...]


def groups(store: Store, area: str | None, classes: Sequence[FeatureClass]) -> Iterator[Group]:
    """The names in use, each alone but the segments of a road, which are together."""
    around = () if area is None else (_around(area),)
    scope = Scope(areas=around, classes=tuple(classes), live_only=True)
    roads: dict[tuple[str, str], dict[str, list[Named]]] = {}
    for named in store.named(scope):
        if named.toponym.kind is not ToponymKind.STANDARD:
            continue
        if named.toponym.status is not ToponymStatus.IN_USE:
            continue
        code = named.place.jurisdiction
        if named.place.feature_class is FeatureClass.ROAD:
            counties = roads.setdefault((named.toponym.name, prefecture_of(code)), {})
            counties.setdefault(code[:6], []).append(named)
        elif area is None or within(code, area):
            yield (named,)
    for counties in roads.values():
        for group in _across_counties(list(counties.values())):
            if area is None or any(within(named.place.jurisdiction, area) for named in group):
                yield group


def _around(area: str) -> str:
    """Where else the roads of an area may go on: its prefecture."""
    return area if area.endswith("0000") else prefecture_of(area)


def _across_counties(counties: list[list[Named]]) -> list[Group]:
    """Roads of one name in several counties, those joined that meet at the line between them."""
    joined: list[tuple[list[Named], BaseGeometry | None]] = []
    for members in counties:
        drawn = _drawn(members)
        met = [group for group in joined if _joins(group[1], drawn)]
        gathered = [named for group in met for named in group[0]] + members
        joined = [group for group in joined if group not in met]
        joined.append((gathered, _drawn(gathered)))
    return [tuple(members) for members, _ in joined]


def _joins(one: BaseGeometry | None, other: BaseGeometry | None) -> bool:
    return one is not None and other is not None and measure.distance_m(one, other) <= JOINED_M


def _drawn(members: Iterable[Named]) -> BaseGeometry | None:
    """The lines of a road together, or what stands for it where no line is drawn."""
    shapes = [named.place.geometry for named in members if named.place.geometry is not None]
    lines = [
        part
        for shape in shapes
        for part in shapely.get_parts(shape)
        if part.geom_type == "LineString"
    ]
    if len(shapes) > 1 and lines:
        return shapely.line_merge(shapely.MultiLineString(lines))
    return shapes[0] if shapes else None


def as_proposal(row: int, group: Group) -> Proposal:
    """What the registry says of a place, in the form in which names are asked for."""
    first = max(group, key=_weight)
    toponym, place = first.toponym, first.place
    return Proposal(
        name=toponym.name,
        feature_class=place.feature_class,
        jurisdiction=place.jurisdiction,
        row=row,
        length_m=place.length_m if len(group) == 1 else None,
        width_m=_extent(place.width_m),
        grade=place.grade,
        meaning=toponym.meaning,
        reading=toponym.reading,
        romanization=toponym.romanization,
        geometry=_drawn(group),
    )


def _weight(named: Named) -> tuple[bool, float, str]:
    """The piece that stands for a road: in a county, the longest."""
    drawn = named.place.geometry
    length = 0.0 if drawn is None else measure.length_m(drawn)
    return not named.place.jurisdiction.endswith("00"), length, named.toponym.id


def _extent(text: str | None) -> Extent | None:
    try:
        return Extent.parse(text) if text else None
    except ValueError:
        return None
