"""Tells which classes of names are compared with one another: a road with roads, no building.

条例 第九条 names each class by itself; villages and committees are compared as seats.
"""

from __future__ import annotations

from diming.model import FeatureClass
from diming.names.divisions import bare_division
from diming.names.generics import usual_class
from diming.names.likeness.seats import SEATS


def class_of(name: str) -> FeatureClass:
    """The class that the generic of a name is for; a road's without a generic."""
    kind = usual_class(name)
    return FeatureClass.ROAD if kind is FeatureClass.OTHER else kind


def classes_of(a: str, b: str) -> tuple[FeatureClass, FeatureClass]:
    """The class of each of two names; one that stands without a generic may be of the other's."""
    said, other = _said(a), _said(b)
    if said and other:
        return said, other
    known = said or other or FeatureClass.ROAD
    return known, known


def compared_with(kind: FeatureClass) -> tuple[FeatureClass, ...]:
    """The classes whose names are compared with those of a class."""
    return tuple(sorted(SEATS)) if kind in SEATS else (kind,)


def _said(name: str) -> FeatureClass | None:
    """The class that the generic of a name says; 青岛 and 石门 may be a division's or any other."""
    kind = usual_class(name)
    return None if kind is FeatureClass.OTHER or bare_division(name) else kind
