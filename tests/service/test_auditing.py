"""A registry reviewed against itself: its roads are one each, and each fault is told once."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from shapely import LineString, box

from diming.emit import as_audit
from diming.model import FeatureClass, Jurisdiction, Level, Place, Toponym, ToponymKind
from diming.registry.geopackage import GeoPackageStore
from diming.service.auditing import Audit, audit
from diming.service.desk import Desk, ruleset_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diming.registry.store import Store

ROAD = (FeatureClass.ROAD,)


@pytest.fixture
def store() -> Iterator[Store]:
    """任城区 and 兖州区 side by side, their common line at 116.7, and no names yet."""
    with closing(GeoPackageStore.create(":memory:")) as made:
        with made.change("测试", "政区") as change:
            change.put(Jurisdiction("370800", "济宁市", Level.PREFECTURE, "370000"))
            for code, name, west in (("370811", "任城区", 116.5), ("370812", "兖州区", 116.7)):
                outline = box(west, 35.3, west + 0.2, 35.5)
                change.put(Jurisdiction(code, name, Level.COUNTY, "370800", outline))
        yield made


def put(
    store: Store,
    name: str,
    *spots: tuple[float, float],
    area: str = "370811",
    kind: ToponymKind = ToponymKind.STANDARD,
    feature_class: FeatureClass = FeatureClass.ROAD,
) -> None:
    """Files a road through spots in thousandths of a degree from 116.6, 35.4."""
    drawn = LineString([(116.6 + x / 1000, 35.4 + y / 1000) for x, y in spots]) if spots else None
    number = store.count()
    with store.change("测试", name) as change:
        change.put(Place(f"p{number}", feature_class, area, drawn))
        change.put(Toponym(f"t{number}", f"p{number}", name, kind))


def told(store: Store, area: str | None = None) -> Audit:
    return audit(Desk(store, *ruleset_of("national", "2026-11-23")), store, area, ROAD)


def said(found: Audit) -> list[tuple[str, str]]:
    return sorted(
        (finding.rule, result.proposal.name)
        for result in found.review.results
        for finding in result.findings
    )


def test_segments_of_one_road_are_one_road_across_counties(store: Store) -> None:
    put(store, "洸河路", (60, 0), (80, 0))
    put(store, "洸河路", (80, 0), (100, 0))
    put(store, "洸河路", (100, 0), (120, 0), area="370812")
    put(store, "洸河路", (99, 0), (101, 0), area="370800")
    found = told(store)
    assert found.names == 1
    assert said(found) == []


def test_how_a_road_is_cut_changes_no_finding(store: Store, tmp_path: Path) -> None:
    put(store, "香港路", (0, 0), (10, 0))
    put(store, "球场街", (5, 0), (20, 0))
    whole = said(told(store))
    with closing(GeoPackageStore.create(tmp_path / "cut.gpkg")) as other:
        for area in store.jurisdictions():
            with other.change("测试", "政区") as change:
                change.put(area)
        for start, end in ((0, 4), (4, 7), (7, 10)):
            put(other, "香港路", (end, 0), (start, 0))
        for start, end in ((5, 8), (8, 20)):
            put(other, "球场街", (start, 0), (end, 0))
        assert said(told(other)) == whole == [("RL01", whole[0][1])]


def test_two_names_that_sound_alike_are_told_once(store: Store) -> None:
    put(store, "长山路", (0, 0), (10, 0))
    put(store, "常山路", (0, 9), (10, 9))
    assert said(told(store)) == [("DU02", "长山路")]


def test_a_name_given_long_ago_keeps_its_words(store: Store) -> None:
    put(store, "帝都大道", (0, 0), (10, 0))
    put(store, "66路", (0, 9), (10, 9))
    assert said(told(store)) == []


def test_other_names_of_a_road_are_not_looked_at(store: Store) -> None:
    put(store, "洸河路", (0, 0), (10, 0))
    put(store, "光河路", (0, 0), (10, 0), kind=ToponymKind.FORMER)
    assert told(store).names == 1


def test_two_villages_of_one_name_are_two(store: Store) -> None:
    for _ in range(2):
        put(store, "王庄村委会", feature_class=FeatureClass.COMMITTEE)
    desk = Desk(store, *ruleset_of("national", "2026-11-23"))
    found = audit(desk, store, None, (FeatureClass.COMMITTEE,))
    assert (found.names, said(found)) == (2, [("DU01", "王庄村委会")])


def test_an_area_is_told_of_its_own_roads_only(store: Store) -> None:
    put(store, "洸河路", (60, 0), (99, 0))
    put(store, "洸河路", (100, 0), (120, 0), area="370812")
    put(store, "古槐路", (120, 0), (120, 9), area="370812")
    assert told(store, "370811").names == 1
    assert told(store, "370812").names == 2
    assert told(store, "370800").names == 2


def test_what_could_not_be_told_is_counted(store: Store) -> None:
    put(store, "洸河支路", (0, 0), (0, 9))
    found = told(store)
    assert {tally.rule.code: tally.open for tally in found.tallies}["DE01"] == 1
    assert said(found) == []
    text = "".join(
        as_audit.render(
            found.review, found.names, [(t.rule, t.found, t.open) for t in found.tallies], "zh"
        )
    )
    assert "1 个缺资料, 未评" in text
