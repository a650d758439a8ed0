"""Draws what the left column speaks of as GeoJSON for the map: hits, a name, rivals with metres."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from diming.geo.measure import distance_m
from diming.model import FeatureClass
from diming.web.wording import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.model import Evidence, Result
    from diming.registry.store import Named, SearchHit, Store

Figure = dict[str, Any]
AREAS = frozenset({FeatureClass.COUNTY, FeatureClass.PREFECTURE, FeatureClass.PROVINCE})


def of_hits(hits: Iterable[SearchHit]) -> list[Figure]:
    """The hits whose position is known; areas of authority are on the map already."""
    return [
        figure
        for hit in hits
        if hit.named.place.feature_class not in AREAS
        for figure in _named("hit", hit.named)
    ]


def of_name(named: Named) -> list[Figure]:
    """The place of a name."""
    return list(_named("name", named))


def of_result(store: Store, result: Result) -> list[Figure]:
    """The proposed line, each rival once, and a line with the metres between them."""
    drawn = result.proposal.geometry
    figures = [] if drawn is None else [_figure("proposal", drawn, result.proposal.name)]
    rivals = {
        evidence.id or evidence.name: evidence
        for finding in result.findings
        for evidence in finding.evidence
        if evidence.kind == "toponym"
    }
    for key, rival in rivals.items():
        where = _position(store, rival)
        if where is None:
            continue
        figures.append(_figure("rival", where, rival.name, id=key))
        if drawn is not None:
            between = shapely.shortest_line(drawn, where)
            figures.append(_figure("link", between, distance(distance_m(drawn, where))))
    return figures


def _position(store: Store, rival: Evidence) -> BaseGeometry | None:
    """Where a rival is: its place in the registry, else the point the finding gives."""
    toponym = None if rival.id is None else store.toponym(rival.id)
    place = None if toponym is None else store.place(toponym.place_id)
    if place is not None and place.geometry is not None:
        return place.geometry
    return None if rival.lonlat is None else shapely.Point(rival.lonlat)


def _named(role: str, named: Named) -> Iterator[Figure]:
    geometry, place = named.place.geometry, named.place
    if geometry is None:
        return
    yield _figure(
        role, geometry, named.toponym.name, id=named.toponym.id, accuracy_m=place.accuracy_m,
        heritage=named.toponym.heritage is not None or None,
    )  # fmt: skip


def _figure(role: str, geometry: BaseGeometry, label: str, **more: Any) -> Figure:
    """A shape with its label and, as `at`, the point the label belongs to."""
    flat = shapely.force_2d(geometry)
    middle = flat.interpolate(0.5, normalized=True) if flat.geom_type == "LineString" else None
    at = middle or flat.representative_point()
    properties = {"role": role, "label": label, "at": [round(at.x, 6), round(at.y, 6)], **more}
    return {
        "type": "Feature",
        "geometry": shapely.geometry.mapping(flat),
        "properties": {key: value for key, value in properties.items() if value is not None},
    }
