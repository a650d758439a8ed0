"""Finds what a name may be taken for: among the names of a registry, or one name with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.geo import measure
from diming.model import FeatureClass
from diming.names.generics import usual_class
from diming.names.likeness.compare import relation
from diming.registry.likeness import rivals_of
from diming.registry.store import Scope
from diming.service.searching.area_paths import area_paths

if TYPE_CHECKING:
    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

    from diming.registry.likeness import Rival
    from diming.registry.store import Store


@dataclass(frozen=True, slots=True)
class Similar:
    """A rival, the path of areas it lies in, and its distance in metres from the point asked."""

    rival: Rival
    area: str
    distance_m: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """The rivals, the best relation first; `unplaced` are left out, nobody knows how far away."""

    similar: tuple[Similar, ...]
    unplaced: int = 0


def similar(
    store: Store,
    name: str,
    feature_class: FeatureClass | None = None,
    *,
    reading: str | None = None,
    area: str | None = None,
    near: Point | None = None,
    within_m: float | None = None,
) -> Found:
    """The live rivals of a name; without a class its generic decides which names count.

    `area` keeps to an area, `within_m` to names so near to the point `near`; `reading` is the
    authorised one of the name.
    """
    kind = class_of(name) if feature_class is None else feature_class
    scope = Scope(areas=() if area is None else (area,), classes=(kind,), live_only=True)
    rivals = rivals_of(store, name, kind, reading=reading, area=area, scope=scope)
    far = [(rival, _distance_m(near, rival.named.place.geometry)) for rival in rivals]
    kept = [
        (rival, away)
        for rival, away in far
        if within_m is None or (away is not None and away <= within_m)
    ]
    kept.sort(key=lambda one: (-one[0].relation.score, _unknown_last(one[1])))
    paths = area_paths(store, {rival.named.place.jurisdiction for rival, _ in kept})
    return Found(
        tuple(Similar(rival, paths[rival.named.place.jurisdiction], away) for rival, away in kept),
        0 if within_m is None else sum(away is None for _, away in far),
    )


def label_of_pair(a: str, b: str, feature_class: FeatureClass | None = None) -> str:
    """The strongest relation of two names in one word, "none" without one."""
    found = relation(a, b, class_of(a) if feature_class is None else feature_class)
    return "none" if found is None else found.label


def class_of(name: str) -> FeatureClass:
    """The class that the generic of a name is for; a road's without a generic."""
    kind = usual_class(name)
    return FeatureClass.ROAD if kind is FeatureClass.OTHER else kind


def _distance_m(point: Point | None, geometry: BaseGeometry | None) -> float | None:
    if point is None or geometry is None:
        return None
    return measure.distance_m(point, geometry)


def _unknown_last(distance_m: float | None) -> float:
    return float("inf") if distance_m is None else distance_m
