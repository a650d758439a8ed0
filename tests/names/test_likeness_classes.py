"""Which names are compared with one another, by the classes of both."""

from __future__ import annotations

import pytest

from diming.model import FeatureClass
from diming.names.likeness.classes import class_of, classes_of, compared_with

ROAD, VILLAGE, COMMITTEE = FeatureClass.ROAD, FeatureClass.VILLAGE, FeatureClass.COMMITTEE


@pytest.mark.parametrize(
    ("a", "b", "classes"),
    [
        ("文昌路", "文昌社区", (ROAD, COMMITTEE)),
        ("文昌", "文昌社区", (COMMITTEE, COMMITTEE)),
        ("任城", "任城路", (ROAD, ROAD)),  # a county, or anything called after it
        ("文昌", "仁和", (ROAD, ROAD)),
    ],
)
def test_the_class_of_each_is_its_generics(
    a: str, b: str, classes: tuple[FeatureClass, FeatureClass]
) -> None:
    assert classes_of(a, b) == classes
    assert classes_of(b, a) == classes[::-1]


def test_only_villages_and_committees_are_compared_across_classes() -> None:
    assert set(compared_with(VILLAGE)) == set(compared_with(COMMITTEE)) == {VILLAGE, COMMITTEE}
    assert all(compared_with(kind) == (kind,) for kind in set(FeatureClass) - {VILLAGE, COMMITTEE})
    assert class_of("张庄村村民委员会") is COMMITTEE
