"""A reading that the registry approved comes before every other, also for derived names."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from diming.model import FeatureClass, Place, Toponym, ToponymStatus
from diming.service.registries import open_registry
from diming.service.spelling import spell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diming.registry.store import Store


@pytest.fixture(scope="module")
def store(jining: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """济宁 with a mountain and roads whose readings are approved, one of them elsewhere."""
    path = tmp_path_factory.mktemp("spelling") / "registry.gpkg"
    shutil.copy(jining, path)
    with open_registry(str(path)) as opened:
        with opened.change("测试员", "测试用的读音") as change:
            change.put(Place("hill", FeatureClass.MOUNTAIN, "370811"))
            change.put(Toponym("hill-name", "hill", "重相", reading="zhòng xiàng"))
            change.put(Place("far-hill", FeatureClass.MOUNTAIN, "130502"))
            change.put(Toponym("far-hill-name", "far-hill", "观行", reading="guàn háng"))
            change.put(Place("lane", FeatureClass.ROAD, "370811"))
            change.put(Toponym("lane-name", "lane", "乐观巷", reading="yuè guàn xiàng"))
            change.put(Place("plan", FeatureClass.ROAD, "370811"))
            change.put(
                Toponym(
                    "plan-name", "plan", "行重路",
                    reading="háng zhòng lù", status=ToponymStatus.PROPOSED,
                )
            )  # fmt: skip
        yield opened


def test_an_approved_reading_of_the_name_comes_first(store: Store) -> None:
    assert spell("乐观巷", None, store=store).reading == "yuè guàn xiàng"


def test_a_mountain_with_an_approved_reading_serves_the_road_called_after_it(store: Store) -> None:
    spelt = spell("重相东路", None, store=store)
    assert spelt.reading == "zhòng xiàng dōng lù"
    assert spelt.romanization == "Zhòngxiàng Dōnglù"
    assert not spelt.unsure


def test_a_reading_of_another_area_does_not_count(store: Store) -> None:
    assert spell("观行路", None, store=store).reading == "guàn háng lù"
    assert spell("观行路", None, store=store, area="370811").unsure == ("观", "行")


def test_a_proposed_name_has_no_approved_reading(store: Store) -> None:
    assert spell("行重路", None, store=store).unsure == ("行", "重")


def test_without_a_registry_nobody_has_settled_it() -> None:
    assert spell("重相路", None).unsure == ("重", "相")
