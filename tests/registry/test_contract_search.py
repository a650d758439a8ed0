"""Every registry finds names by what is typed, by stem, scope, year and box, in the same order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import LineString, Point

from diming.model import (
    FeatureClass,
    Jurisdiction,
    Level,
    Place,
    Toponym,
    ToponymKind,
    ToponymStatus,
)
from diming.names.likeness.stems import filed_under, stem_of
from diming.registry.store import Named, Scope

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


def test_a_search_returns_the_name_with_its_place(store: Store, clerk: Clerk) -> None:
    named = clerk.name("常山路", geometry=Point(116.6, 35.4))
    assert store.named_exactly(["常山路"]) == [named]
    assert store.typed("changshan") == store.containing("山") == [named]


def test_names_are_found_exactly_in_either_script(store: Store, streets: Clerk) -> None:
    streets.name("長山路", "370826")
    found = store.named_exactly(["長山路", "常山路", "无此路"])
    ids = [named.toponym.id for named in found]
    assert ids == [
        "名/常山路@370102", "名/常山路@370811", "名/長山路@370826", "名/长山路@370812",
    ]  # fmt: skip
    assert names(store.named_exactly(["常山路"], Scope(areas=("370102",)))) == ["常山路"]
    assert store.named_exactly([]) == store.named_exactly(["常山"]) == []


@pytest.mark.parametrize(
    "typed",
    ["太", "太白", "太白楼路", "t", "taibai", "taibailou", "taibailoulu", "tb", "tbll"],
)
def test_a_name_is_found_by_its_beginning_in_characters_letters_and_initials(
    store: Store, streets: Clerk, typed: str
) -> None:
    assert "太白楼路" in names(store.typed(typed))


@pytest.mark.parametrize("typed", ["", "白楼", "taibailouluu", "aibai", "tbllu", "bai", "太白路"])
def test_a_name_is_not_found_by_what_it_does_not_begin_with(
    store: Store, streets: Clerk, typed: str
) -> None:
    assert "太白楼路" not in names(store.typed(typed))


@pytest.mark.parametrize("text", ["楼", "白楼", "白楼路", "太白楼路", "樓"])
def test_a_name_is_found_by_any_characters_in_it(store: Store, streets: Clerk, text: str) -> None:
    assert names(store.containing(text)) == ["太白楼路"]


@pytest.mark.parametrize("text", ["", "太楼", "太楼路", "楼白", "z"])
def test_a_name_is_not_found_by_what_it_does_not_hold(
    store: Store, streets: Clerk, text: str
) -> None:
    assert "太白楼路" not in names(store.containing(text))


def test_bigrams_that_lie_apart_are_no_text(store: Store, clerk: Clerk) -> None:
    clerk.name("东关西关东街")
    assert store.containing("西关西") == store.containing("关东关") == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("K12(旧)路", "k12旧路"), ("3·15 广场", "315广场"), ('a"b"路', "ab路"), ("AB路", "ab"),
        ("Ａ７区", "a7"), ("\U00020bb7野路", "\U00020bb7野"),
    ],
)  # fmt: skip
def test_signs_and_widths_do_not_count(store: Store, clerk: Clerk, name: str, typed: str) -> None:
    clerk.name("常山路")
    clerk.name(name)
    for text in (typed, name):
        assert names(store.typed(text)) == names(store.containing(text)) == [name]
    assert names(store.containing(typed[-2:])) == [name]
    assert names(store.named_exactly([name])) == [name]


def test_a_name_that_is_nothing_but_signs_is_still_there(store: Store, clerk: Clerk) -> None:
    clerk.name("……")
    assert names(store.named_exactly(["……"])) == ["……"]
    assert store.typed("…") == store.containing("…") == []


def test_the_authorised_reading_decides_what_is_typed(store: Store, clerk: Clerk) -> None:
    clerk.name("长山路", reading="zhǎng shān lù")
    assert names(store.typed("zhangshan")) == ["长山路"]
    assert store.typed("changshan") == []


def test_whole_names_come_first_then_near_ones_then_the_shorter(store: Store, clerk: Clerk) -> None:
    for name, code in (
        ("太白", "370102"), ("太白路", "370102"), ("太白楼西路", "370811"),
        ("太白楼路", "370811"), ("太白街", "370812"),
    ):  # fmt: skip
        clerk.name(name, code)
    order = ["太白", "太白楼路", "太白楼西路", "太白路", "太白街"]
    assert names(store.typed("太白", near="370811")) == order
    assert names(store.containing("太白", near="370811")) == order
    anywhere = names(store.typed("太白"))
    assert [len(name) for name in anywhere] == [2, 3, 3, 4, 5]
    assert names(store.typed("太白", near="370811", limit=3)) == order[:3]
    assert names(store.typed("太白", near="370800"))[:3] == ["太白", "太白街", "太白楼路"]


def test_a_search_is_complete_up_to_its_limit(store: Store, clerk: Clerk) -> None:
    with store.change("王", "录入") as change:
        for number in range(150):
            change.put(Place(f"地{number}", FeatureClass.ROAD, "370811"))
            change.put(Toponym(f"名{number}", f"地{number}", f"太白{number}路"))
    for ask in (store.typed, store.containing):
        assert len(ask("太", limit=1000)) == 150
        assert len(ask("太白", limit=149)) == 149


def test_stems_are_found_by_their_keys_and_lead_to_their_names(
    store: Store, streets: Clerk
) -> None:
    roads = Scope(areas=("370800",), classes=(FeatureClass.ROAD,))
    keys = filed_under(stem_of("尝山路", FeatureClass.ROAD))
    found = {filed.id: filed for filed in store.stems(keys, roads)}
    assert sorted(filed.stem.text for filed in found.values()) == ["常山", "长善", "长山"]
    assert {(filed.area, filed.feature_class) for filed in found.values()} == {
        ("3708", FeatureClass.ROAD)
    }
    met = [
        (found[stem].stem.text, named.toponym.name) for stem, named in store.bearers(found.values())
    ]
    assert met == [("常山", "常山路"), ("长善", "长善街"), ("长山", "长山路")]
    rencheng = Scope(areas=("370811",))
    assert [named.toponym.name for _, named in store.bearers(found.values(), rencheng)] == [
        "常山路", "长善街",
    ]  # fmt: skip
    assert store.bearers([], roads) == []
    assert store.stems([], roads) == []


def test_names_of_one_stem_bear_it_together(store: Store, clerk: Clerk) -> None:
    for name in ("常山路", "常山街", "常山大道"):
        clerk.name(name)
    (filed,) = store.stems(["常山"])
    assert sorted(names(named for _, named in store.bearers([filed]))) == [
        "常山大道", "常山街", "常山路",
    ]  # fmt: skip


def test_a_stem_keeps_all_its_readings(store: Store, clerk: Clerk) -> None:
    clerk.name("长山路")
    clerk.name("长山路", "370812", reading="zhǎng shān lù")
    kept = {filed.stem for filed in store.stems(["长山"])}
    assert kept == {
        stem_of("长山路", FeatureClass.ROAD),
        stem_of("长山路", FeatureClass.ROAD, "zhǎng shān lù"),
    }


def test_a_province_takes_in_its_own_names_and_its_prefectures(
    store: Store, streets: Clerk
) -> None:
    streets.name("常山路", "370000")
    found = store.stems(["常山"], Scope(areas=("370000",)))
    assert sorted(filed.area for filed in found) == ["3700", "3701", "3708"]
    assert store.stems(["常山"], Scope(areas=("320000",))) == []
    assert store.stems(["常山"], Scope(classes=(FeatureClass.PARK,))) == []


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
    for met in (
        store.typed("chang", scope),
        store.named_exactly(["常山路", "长山路", "长善街"], scope),
        [named for _, named in store.bearers(store.stems(["常山", "长山", "长善"], scope), scope)],
    ):
        assert sorted(named.place.jurisdiction for named in met) == found
    listed = [named for named in store.named(scope) if named.toponym.name[0] in "常长"]
    assert sorted(named.place.jurisdiction for named in listed) == found


def test_live_names_are_those_in_use_or_reserved(store: Store, streets: Clerk) -> None:
    live = names(store.named(Scope(areas=("370811",), live_only=True)))
    assert sorted(live) == sorted(["常山路", "长善街", "太白楼路", "太白公园"])
    live_only = Scope(live_only=True)
    assert store.named_exactly(["拟议路"], live_only) == store.typed("拟议", live_only) == []
    assert names(store.named_exactly(["拟议路"])) == names(store.typed("拟议")) == ["拟议路"]


def test_classes_tell_names_apart(store: Store, streets: Clerk) -> None:
    parks = Scope(classes=(FeatureClass.PARK,))
    assert names(store.typed("太", parks)) == names(store.containing("白", parks)) == ["太白公园"]
    assert names(store.typed("太", Scope(classes=(FeatureClass.ROAD,)))) == ["太白楼路"]


def test_heritage_and_years_tell_names_apart(store: Store, clerk: Clerk) -> None:
    place = Place("地1", FeatureClass.COUNTY, "370811")
    old = Toponym(
        "名1", "地1", "任城县", ToponymKind.FORMER, ToponymStatus.HISTORICAL,
        valid_from="-0221", valid_to="1385", heritage="千年古县",
    )  # fmt: skip
    clerk.file(place, old, Toponym("名2", "地1", "任城区", valid_from="1993-12"))
    clerk.name("任城路")
    heritage = Scope(heritage=True)
    assert names(store.containing("任", heritage)) == names(store.named(heritage)) == ["任城县"]
    assert store.count(heritage) == 1
    ming = Scope(year=1300)
    assert names(store.typed("任", ming)) == ["任城县", "任城路"]
    assert store.count(ming) == 2
    assert names(store.of_year(1300)) == ["任城县"]
    assert names(store.of_year(-221)) == ["任城县"]
    assert names(store.of_year(2000)) == ["任城区"]
    assert store.of_year(1980) == store.of_year(2000, Scope(areas=("370812",))) == []


def test_a_year_begins_with_what_changed_in_it(store: Store, clerk: Clerk) -> None:
    for name, code, begin, end in (
        ("甲县", "370811", "0900", "1300"), ("乙县", "370812", "1200", None),
        ("丙县", "370811", "1100", None), ("丁县", "370811", "1300-05", None),
    ):  # fmt: skip
        clerk.file(
            Place(name, FeatureClass.COUNTY, code),
            Toponym(f"名{name}", name, name, valid_from=begin, valid_to=end),
        )
    assert names(store.of_year(1300, near="370811")) == ["丁县", "甲县", "丙县", "乙县"]
    assert names(store.of_year(1300)) == ["丁县", "甲县", "乙县", "丙县"]
    assert names(store.of_year(1300, limit=1)) == ["丁县"]


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
    assert store.named_exactly(["常山路"]) == store.typed("常") == []
    assert store.stems(["常山"]) == []
    assert names(store.named_exactly(["尚善路"])) == names(store.containing("善")) == ["尚善路"]
    with store.change("王", "删") as change:
        change.remove("toponym", named.toponym.id)
    assert store.named_exactly(["尚善路"]) == store.typed("s") == []
    assert store.stems(["尚善"]) == []


def test_names_are_filed_anew_when_their_place_changes_class_or_area(
    store: Store, clerk: Clerk
) -> None:
    named = clerk.name("南张村", feature_class=FeatureClass.OTHER)
    clerk.file(replace(named.place, feature_class=FeatureClass.VILLAGE, jurisdiction="370102"))
    (filed,) = store.stems(["南张"], Scope(areas=("370100",)))
    assert filed.feature_class is FeatureClass.VILLAGE
    assert names(named for _, named in store.bearers([filed])) == ["南张村"]
    assert len(store.stems(["南张", "南张村"])) == 1
    assert names(store.typed("nan", Scope(areas=("370102",)))) == ["南张村"]
    assert store.typed("nan", Scope(areas=("370811",))) == []


def test_areas_are_named_by_their_codes(store: Store, clerk: Clerk) -> None:
    clerk.file(
        Jurisdiction("370811", "任城区", Level.COUNTY),
        Jurisdiction("370800", "济宁市", Level.PREFECTURE),
    )
    assert store.area_names(["370811", "370826"]) == {"370811": "任城区"}


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
