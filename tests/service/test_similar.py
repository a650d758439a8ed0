"""An officer asks what a name may be taken for, in an area or around a place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from shapely import Point

from diming.errors import UsageError
from diming.geo import measure
from diming.model import FeatureClass, Place, Toponym, ToponymStatus
from diming.names.likeness.classes import class_of
from diming.service.registries import open_registry
from diming.service.similar import label_of_pair, similar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diming.registry.store import Store
    from diming.service.similar import Found

HERE = Point(116.58, 35.41)
# What is added to the registry of 济宁: name, county, how far east of here in degrees, status.
ADDED = (
    ("常山路", "370811", 0.01, ToponymStatus.IN_USE),
    ("长山街", "370812", 0.2, ToponymStatus.IN_USE),
    ("尝山路", "370811", None, ToponymStatus.IN_USE),
    ("裳山路", "370811", 0.01, ToponymStatus.ABOLISHED),
)


@pytest.fixture(scope="module")
def store(jining: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("similar") / "registry.gpkg"
    shutil.copy(jining, path)
    with open_registry(str(path)) as opened:
        with opened.change("测试员", "试验") as change:
            for number, (name, county, east, status) in enumerate(ADDED):
                spot = None if east is None else Point(HERE.x + east, HERE.y)
                place = Place(f"p-test-{number}", FeatureClass.ROAD, county, geometry=spot)
                change.put(place)
                change.put(Toponym(f"t-test-{number}", place.id, name, status=status))
        yield opened


def met(found: Found) -> list[tuple[str, str]]:
    return [(one.rival.named.toponym.name, one.rival.relation.label) for one in found.similar]


def test_live_names_anywhere_the_nearest_relation_first(store: Store) -> None:
    assert met(similar(store, "长山路")) == [
        ("长山街", "same-specific"),
        ("尝山路", "sound"),
        ("常山路", "sound"),
    ]


def test_an_area_keeps_to_its_own_names(store: Store) -> None:
    found = similar(store, "长山路", area="370812")
    assert met(found) == [("长山街", "same-specific")]
    assert found.similar[0].area == "济宁市兖州区"


def test_a_point_gives_distances_and_the_nearer_of_equals_comes_first(store: Store) -> None:
    found = similar(store, "长山路", near=HERE)
    assert met(found)[1:] == [("常山路", "sound"), ("尝山路", "sound")]
    away = found.similar[1].distance_m
    assert away == pytest.approx(measure.distance_m(HERE, Point(HERE.x + 0.01, HERE.y)))
    assert found.similar[2].distance_m is None


def test_what_nobody_can_place_is_left_out_of_a_circle_and_counted(store: Store) -> None:
    found = similar(store, "长山路", near=HERE, within_m=5_000)
    assert met(found) == [("常山路", "sound")]
    assert found.unplaced == 1


def test_an_authorised_reading_takes_false_homophones_away(store: Store) -> None:
    found = similar(store, "长山路", reading="zhǎng shān lù", area="370811")
    assert met(found) == []


def test_only_names_of_the_class_count(store: Store) -> None:
    assert met(similar(store, "长山路", FeatureClass.BRIDGE)) == []
    assert class_of("长山桥") is FeatureClass.BRIDGE
    assert class_of("长山") is FeatureClass.MOUNTAIN
    assert class_of("无名") is FeatureClass.ROAD


@pytest.mark.parametrize("kind", [None, FeatureClass.VILLAGE, FeatureClass.COMMITTEE])
def test_a_village_is_compared_with_the_seats_of_committees(
    store: Store, kind: FeatureClass | None
) -> None:
    assert met(similar(store, "章庄村", kind, area="370826")) == [
        ("张庄村委会", "sound"),
        ("张庄村村委会", "sound"),
        ("张庄村村民委员会", "sound"),
    ]


@pytest.mark.parametrize("reading", ["xx yy zz", "cháng shān", "cháng shān lù lù", ""])
def test_a_reading_that_is_not_the_names_is_refused(store: Store, reading: str) -> None:
    with pytest.raises(UsageError, match="no reading"):
        similar(store, "长山路", reading=reading)


@pytest.mark.parametrize("name", ["", " ", "（）"])
def test_a_name_without_a_character_is_refused(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        similar(store, name)


def test_two_names_beside_one_another() -> None:
    assert label_of_pair("长山路", "常山路") == "sound"
    assert label_of_pair("新荣路", "兴隆路") == "sound-fold:in-ing+r-l"
    assert label_of_pair("陈家庄", "程家庄") == "sound-fold:en-eng"
    assert label_of_pair("陈家庄", "程家庄", FeatureClass.VILLAGE) == "sound-fold:en-eng"
    assert label_of_pair("运河路", "古槐路") == "none"
