"""Every registry finds names by key, scope and box, and gives the same answer in the same order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import LineString, Point

from diming.model import FeatureClass, Jurisdiction, Level, Place, Toponym, ToponymStatus
from diming.registry.store import KeyKind, Named, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.registry.store import Store
    from tests.registry.conftest import Clerk


def names(found: Iterable[Named]) -> list[str]:
    return [named.toponym.name for named in found]


@pytest.fixture
def streets(clerk: Clerk) -> Clerk:
    """Names in 任城 370811 (one of them in a township), 兖州 370812 and beyond the city."""
    clerk.name("常山路", geometry=LineString([(116.60, 35.40), (116.61, 35.40)]))
    clerk.name("长山路", "370812")
    clerk.name("长善街", "370811003")
    clerk.name("常山路", "370102")
    clerk.name("太白楼路", status=ToponymStatus.RESERVED)
    clerk.name("太白公园", feature_class=FeatureClass.PARK)
    clerk.name("草桥口街", status=ToponymStatus.HISTORICAL)
    clerk.name("拟议路", status=ToponymStatus.PROPOSED)
    clerk.name("旧巷", status=ToponymStatus.ABOLISHED)
    return clerk


def test_a_find_returns_the_name_with_its_place(store: Store, clerk: Clerk) -> None:
    named = clerk.name("常山路", geometry=Point(116.6, 35.4))
    assert store.find(KeyKind.EXACT, ["常山路"]) == [named]


def test_any_of_the_keys_is_enough_and_each_name_comes_once(store: Store, streets: Clerk) -> None:
    found = store.find(KeyKind.EXACT, ["常山路", "长山路", "无此路"])
    ids = [named.toponym.id for named in found]
    assert ids == ["名/常山路@370102", "名/常山路@370811", "名/长山路@370812"]
    assert len(store.find(KeyKind.UNIGRAM, "常山路", Scope(areas=("370102",)))) == 1
    assert store.find(KeyKind.EXACT, []) == []


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (KeyKind.SPECIFIC, "太白楼"),
        (KeyKind.SOUND, "tài bái lóu"),
        (KeyKind.TONELESS, "tai bai lou"),
        (KeyKind.SPELLING, "taibailoulu"),
        (KeyKind.INITIALS, "tbll"),
        (KeyKind.UNIGRAM, "楼"),
        (KeyKind.BIGRAM, "白楼"),
    ],
)
def test_a_name_is_filed_under_every_kind_of_key(
    store: Store, streets: Clerk, kind: KeyKind, key: str
) -> None:
    assert names(store.find(kind, [key])) == ["太白楼路"]


def test_the_authorised_reading_decides_the_sound(store: Store, clerk: Clerk) -> None:
    clerk.name("长山路", reading="zhǎng shān lù")
    assert names(store.find(KeyKind.SOUND, ["zhǎng shān"])) == ["长山路"]
    assert store.find(KeyKind.SOUND, ["cháng shān"]) == []


@pytest.mark.parametrize(
    ("areas", "found"),
    [
        (("370811",), ["370811", "370811003"]),
        (("370800",), ["370811", "370811003", "370812"]),
        (("370000",), ["370102", "370811", "370811003", "370812"]),
        (("370811003",), ["370811003"]),
        (("370812", "370102"), ["370102", "370812"]),
        (("320000",), []),
        ((), ["370102", "370811", "370811003", "370812"]),
    ],
)
def test_an_area_takes_in_all_that_lies_under_it(
    store: Store, streets: Clerk, areas: tuple[str, ...], found: list[str]
) -> None:
    scope = Scope(areas=areas)
    keys = ["chang shan"]
    places = [named.place.jurisdiction for named in store.find(KeyKind.TONELESS, keys, scope)]
    assert sorted(places) == found
    listed = [named for named in store.named(scope) if named.toponym.name[0] in "常长"]
    assert sorted(named.place.jurisdiction for named in listed) == found


def test_live_names_are_those_in_use_or_reserved(store: Store, streets: Clerk) -> None:
    live = names(store.named(Scope(areas=("370811",), live_only=True)))
    assert sorted(live) == sorted(["常山路", "长善街", "太白楼路", "太白公园"])
    assert store.find(KeyKind.EXACT, ["拟议路"], Scope(live_only=True)) == []
    assert names(store.find(KeyKind.EXACT, ["拟议路"])) == ["拟议路"]


def test_all_keys_must_be_there_for_find_all(store: Store, streets: Clerk) -> None:
    assert names(store.find_all(KeyKind.BIGRAM, ["太白", "白楼"])) == ["太白楼路"]
    assert sorted(names(store.find_all(KeyKind.UNIGRAM, ["太", "白"]))) == [
        "太白公园", "太白楼路",
    ]  # fmt: skip
    assert names(store.find_all(KeyKind.UNIGRAM, ["太", "太", "楼"])) == ["太白楼路"]
    assert store.find_all(KeyKind.UNIGRAM, ["太", "山"]) == []
    assert store.find_all(KeyKind.UNIGRAM, []) == []
    parks = Scope(classes=(FeatureClass.PARK,))
    assert names(store.find_all(KeyKind.UNIGRAM, ["太", "白"], parks)) == ["太白公园"]


def test_a_prefix_is_answered_in_the_order_of_keys(store: Store, streets: Clerk) -> None:
    assert names(store.find_prefix(KeyKind.SPELLING, "taibai")) == ["太白公园", "太白楼路"]
    assert names(store.find_prefix(KeyKind.EXACT, "太", limit=1)) == ["太白公园"]
    assert names(store.find_prefix(KeyKind.INITIALS, "tbl")) == ["太白楼路"]
    assert store.find_prefix(KeyKind.SPELLING, "xyz") == []
    everything = store.find_prefix(KeyKind.UNIGRAM, "")
    assert len(everything) == len({named.toponym.id for named in everything}) == store.count()


def test_count_agrees_with_the_list_in_every_scope(store: Store, streets: Clerk) -> None:
    for areas in ((), ("370811",), ("370800",), ("370812", "370102"), ("320000",)):
        for classes in ((), (FeatureClass.ROAD,), (FeatureClass.PARK, FeatureClass.ROAD)):
            for live_only in (False, True):
                scope = Scope(areas, classes, live_only)
                assert store.count(scope) == len(list(store.named(scope))), scope


def test_count_follows_names_and_places_as_they_change(store: Store, clerk: Clerk) -> None:
    named = clerk.name("常山路")
    clerk.name("长山路")
    clerk.file(replace(named.toponym, status=ToponymStatus.ABOLISHED))
    assert store.count(Scope(live_only=True)) == 1
    clerk.file(replace(named.place, jurisdiction="370812"))
    assert store.count(Scope(areas=("370811",))) == 1
    assert store.count(Scope(areas=("370812",))) == 1
    clerk.file(replace(named.place, feature_class=FeatureClass.BRIDGE))
    assert store.count(Scope(classes=(FeatureClass.BRIDGE,))) == 1
    clerk.file(replace(named.toponym, place_id="地/长山路@370811"))
    assert store.count(Scope(classes=(FeatureClass.BRIDGE,))) == 0
    with store.change("王", "删") as change:
        change.remove("toponym", named.toponym.id)
    assert store.count() == store.count(Scope(areas=("370811",))) == 1


def test_a_registry_larger_than_a_page_is_listed_whole_and_in_order(
    store: Store, clerk: Clerk
) -> None:
    with store.change("王", "导入") as change:
        change.put(Place("地", FeatureClass.ROAD, "370811"))
        for number in range(1203):
            change.put(Toponym(f"名{number:05}", "地", "常山路"))
    ids = [named.toponym.id for named in store.named()]
    assert ids == [f"名{number:05}" for number in range(1203)]


def test_a_name_given_up_is_no_longer_found(store: Store, clerk: Clerk) -> None:
    named = clerk.name("常山路")
    clerk.file(replace(named.toponym, name="尚善路"))
    assert store.find(KeyKind.EXACT, ["常山路"]) == []
    assert names(store.find(KeyKind.EXACT, ["尚善路"])) == ["尚善路"]
    with store.change("王", "删") as change:
        change.remove("toponym", named.toponym.id)
    assert store.find(KeyKind.EXACT, ["尚善路"]) == []


def test_names_are_filed_anew_when_their_place_changes_class_or_area(
    store: Store, clerk: Clerk
) -> None:
    named = clerk.name("南张村", feature_class=FeatureClass.OTHER)
    clerk.file(replace(named.place, feature_class=FeatureClass.VILLAGE, jurisdiction="370883"))
    (found,) = store.find(KeyKind.SPECIFIC, ["南张"], Scope(areas=("370883",)))
    assert found.place.feature_class is FeatureClass.VILLAGE
    assert store.find(KeyKind.EXACT, ["南张村"], Scope(areas=("370811",))) == []


def test_a_box_meets_geometries_and_not_their_boxes(store: Store, clerk: Clerk) -> None:
    clerk.name("斜路", geometry=LineString([(116.0, 35.0), (117.0, 36.0)]))
    clerk.name("北路", geometry=LineString([(116.1, 35.9), (116.2, 35.9)]))
    clerk.name("无处路")
    assert names(store.in_box(116.0, 35.8, 116.3, 36.0)) == ["北路"]
    assert names(store.in_box(116.4, 35.4, 116.6, 35.6)) == ["斜路"]
    assert sorted(names(store.in_box(115, 34, 118, 37))) == ["北路", "斜路"]
    assert len(store.in_box(115, 34, 118, 37, limit=1)) == 1
    assert store.in_box(115, 34, 118, 37, Scope(areas=("320000",))) == []
    assert names(store.in_box(117.0, 36.0, 118, 37)) == ["斜路"]


def test_a_box_follows_a_place_that_moves_or_loses_its_position(store: Store, clerk: Clerk) -> None:
    named = clerk.name("常山路", geometry=Point(116.5, 35.5))
    clerk.file(replace(named.place, geometry=Point(117.5, 35.5)))
    assert store.in_box(116, 35, 117, 36) == []
    assert names(store.in_box(117, 35, 118, 36)) == ["常山路"]
    clerk.file(replace(named.place, geometry=None))
    assert store.in_box(115, 34, 118, 37) == []


def test_an_area_removed_is_no_longer_met(store: Store, clerk: Clerk) -> None:
    area = Jurisdiction("370811", "任城区", Level.COUNTY, None, Point(116.5, 35.5).buffer(0.1))
    clerk.file(area)
    with store.change("王", "撤销") as change:
        change.remove("jurisdiction", "370811")
    assert store.jurisdictions_at(Point(116.5, 35.5), Level.COUNTY) == []
