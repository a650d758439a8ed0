"""A name in its parts: specific, modifier, generic."""

from __future__ import annotations

import csv
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.generics import generics, usual_class
from diming.names.parse import parse, stem

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("建设北路", "建设|北|路"),
        ("太白楼路", "太白楼||路"),
        ("汉石桥街", "汉石桥||街"),
        ("郭家花园街", "郭家花园||街"),
        ("观音阁街", "观音阁||街"),
        ("小路口镇", "小路口||镇"),
        ("吴泰闸路", "吴泰闸||路"),
        ("于大街", "于||大街"),
        ("大道", "||大道"),
        ("东阿路", "东阿||路"),
        ("南阳路", "南阳||路"),
        ("北京路", "北京||路"),
        ("山西南路", "山西|南|路"),
        ("环城西路", "环城|西|路"),
        ("洸河东路", "洸河|东|路"),
        ("兴发西巷", "兴发|西|巷"),
        ("县前街", "县前||街"),
        ("景山后街", "景山|后|街"),
        ("造币左路", "造币|左|路"),
        ("清波门直街", "清波门|直|街"),
        ("解放路南小街", "解放路|南小|街"),
        ("包头胡同东巷", "包头胡同|东|巷"),
        ("修文西小巷", "修文|西小|巷"),
        ("南小街", "南|小|街"),
        ("小南街", "小|南|街"),
        ("南横东街", "南横|东|街"),
        ("横街", "横||街"),
        ("金港一街", "金港|一|街"),
        ("大川淀一巷", "大川淀|一|巷"),
        ("金港东一街", "金港|东一|街"),
        ("经五路", "经|五|路"),
        ("三环路", "三|环|路"),
        ("西外环路", "西外环||路"),
        ("南二环路", "南|二环|路"),
        ("花环路", "花环||路"),
        ("洸河支路", "洸河|支|路"),
        ("三八路", "三八||路"),
        ("万柳八一街", "万柳八一||街"),
        ("统一路", "统一||路"),
        ("科技创新路", "科技创新||路"),
        ("京沪高速公路", "京沪||高速公路"),
        ("院门口", "院门口||"),
        ("东四十二条", "东四|十二|条"),
        ("东四大街", "东四||大街"),
        ("西四北三条", "西四|北三|条"),
        ("毛泽东路", "毛泽东||路"),
        ("徐向前东路", "徐向前|东|路"),
        ("珠江西环路", "珠江|西环|路"),
        ("一号路", "一|号|路"),
        ("西苑二经路", "西苑|二经|路"),
        ("经七纬二路", "经七|纬二|路"),
        ("西大直街", "西|大直|街"),
        ("横一路", "横|一|路"),
        ("鲁西南大道", "鲁西南||大道"),
        ("浦东南路", "浦东|南|路"),
        ("济宁一中路", "济宁一中||路"),
        ("学院门前路", "学院门前||路"),
        ("南四湖", "南四||湖"),
        ("东六环隧道", "东六环||隧道"),
        ("武汉长江二桥", "武汉长江|二|桥"),
        ("烟袋斜街", "烟袋|斜|街"),
    ],
)
def test_names_come_apart_where_people_part_them(name: str, parts: str) -> None:
    parsed = parse(name)
    assert f"{parsed.specific}|{parsed.modifier}|{parsed.generic}" == parts


def test_a_generic_of_another_class_is_named_as_such() -> None:
    assert parse("月亮湾隧道").generic_class is FeatureClass.TUNNEL
    assert parse("济阳街道").generic == "街道"
    assert parse("洸河").generic_class is FeatureClass.WATER
    assert parse("太白楼路").generic_class is FeatureClass.ROAD


@pytest.mark.parametrize(
    ("name", "feature_class", "parts"),
    [
        ("中山", FeatureClass.COUNTY, "中山||"),
        ("李楼", FeatureClass.VILLAGE, "李楼||"),
        ("历下区", FeatureClass.COUNTY, "历下||区"),
        ("鼓楼东街道", FeatureClass.TOWNSHIP, "鼓楼东||街道"),
        ("阿拉善左旗", FeatureClass.COUNTY, "阿拉善|左|旗"),
    ],
)
def test_settlements_and_divisions_have_their_own_generics_and_no_sides(
    name: str, feature_class: FeatureClass, parts: str
) -> None:
    parsed = parse(name, feature_class)
    assert f"{parsed.specific}|{parsed.modifier}|{parsed.generic}" == parts


@pytest.mark.parametrize(
    ("name", "feature_class"),
    [
        ("太白楼路", FeatureClass.ROAD),
        ("王村", FeatureClass.VILLAGE),
        ("青岛", FeatureClass.PREFECTURE),
        ("上海", FeatureClass.PROVINCE),
        ("厦门", FeatureClass.PREFECTURE),
        ("海淀", FeatureClass.COUNTY),
        ("五指山", FeatureClass.MOUNTAIN),
        ("太湖", FeatureClass.WATER),
        ("三门峡", FeatureClass.WATER),
        ("刘公岛", FeatureClass.MOUNTAIN),
        ("一线天", FeatureClass.OTHER),
    ],
)
def test_the_generic_decides_the_class_but_a_bare_division_is_one(
    name: str, feature_class: FeatureClass
) -> None:
    assert usual_class(name) is feature_class


@pytest.mark.parametrize("name", ["河东路", "湖东路", "城东路", "城南路"])
def test_a_direction_after_a_landmark_is_asked_about(name: str) -> None:
    parsed = parse(name)
    assert parsed.ambiguous
    assert not parsed.modifier


def test_a_direction_that_may_be_the_end_of_a_persons_name_is_asked_about() -> None:
    assert parse("李晓东路").ambiguous
    assert not parse("毛泽东路").ambiguous  # known


@pytest.mark.parametrize(
    "name", ["洸河东路", "东阿路", "建设北路", "太白楼路", "河路", "金宇东路", "任城东路"]
)
def test_other_directions_are_clear(name: str) -> None:
    assert not parse(name).ambiguous


@given(
    st.text("建设太白楼东西南北中前后小新一二三八十第环支马0５河桥路街巷大道胡同里县", max_size=9),
    st.sampled_from(FeatureClass),
)
def test_the_parts_are_the_name(name: str, feature_class: FeatureClass) -> None:
    parsed = parse(name, feature_class)
    assert parsed.specific + parsed.modifier + parsed.generic == name
    assert stem(parsed) + parsed.generic == name


@pytest.mark.parametrize("name", ["东" * 5000 + "号", "一十" * 2000 + "环号", "路" * 5000])
def test_a_page_of_text_is_taken_apart_as_fast_as_a_name(name: str) -> None:
    started = time.perf_counter()
    parsed = parse(name)
    assert parsed.specific + parsed.modifier + parsed.generic == name
    assert time.perf_counter() - started < 0.5


def test_every_generic_says_how_it_is_read_and_whence_it_is_known() -> None:
    for generic in generics().values():
        assert len(generic.reading) == len(generic.text)
        assert generic.source
        assert generic.classes


@pytest.mark.shared
def test_names_in_official_notices_have_a_specific_and_a_generic(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "approved.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file) if row["feature"] == "道路"]
    parted = [name for name in names if (p := parse(name)).specific and p.generic]
    assert len(parted) / len(names) >= 0.98
