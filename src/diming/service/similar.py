"""Finds what a name may be taken for: among the names of a registry, or one name with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.geo import measure
from diming.names.likeness.classes import class_of, compared_with
from diming.names.likeness.compare import relation
from diming.names.likeness.stems import written
from diming.names.plain import plain
from diming.names.reading import aligned
from diming.registry.likeness import rivals_of
from diming.registry.store import Scope
from diming.service.searching.area_paths import area_paths

if TYPE_CHECKING:
    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

    from diming.model import FeatureClass
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
    authorised one of the name. Raises UsageError for a name without a character and for a reading
    that is not the name's.
    """
    if not plain(name):
        raise UsageError(
            "名称是空的", "the name is empty",
            mend=("例: diming similar 常山路", "e.g. diming similar 常山路"),
        )  # fmt: skip
    kind = class_of(name) if feature_class is None else feature_class
    if reading is not None and aligned(written(name), reading, feature_class=kind) is None:
        raise UsageError(
            f"读音“{reading}”与“{name}”对不上", f"{reading!r} is no reading of {name}",
            mend=("每字一个音节, 如 cháng shān lù", "a syllable a character, as in cháng shān lù"),
        )  # fmt: skip
    areas = () if area is None else (area,)
    scope = Scope(areas=areas, classes=compared_with(kind), live_only=True)
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
    """The strongest relation of two names in one word, "none" without one.

    A class holds for both; without one each name is of its generic's.
    """
    found = relation(a, b, feature_class)
    return "none" if found is None else found.label


def _distance_m(point: Point | None, geometry: BaseGeometry | None) -> float | None:
    if point is None or geometry is None:
        return None
    return measure.distance_m(point, geometry)


def _unknown_last(distance_m: float | None) -> float:
    return float("inf") if distance_m is None else distance_m
