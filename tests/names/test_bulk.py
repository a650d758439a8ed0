"""Many names at once are read exactly as each by itself."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.generics import generics
from diming.names.reading import lexicon, phrases, read
from diming.names.reading.bulk import read_many
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

CHARACTERS = st.sampled_from(
    "任城长子山重兴华单家庄村楼乐安校场行柳太观儿胡同大小东南西北一二三环路街巷镇县居民社區A1 "
    "员半千宁过纪念碑诸葛尉迟鲁四门前第经纬号新老毛泽中\U00020000Ⅲ"
)
WORDS = st.sampled_from(
    sorted(lexicon.names() | lexicon.families() | phrases.words() | generics().keys())
)


def shipped_names() -> Iterator[tuple[str, FeatureClass]]:
    """The divisions and roads of 济宁 that ship with the program."""
    classes = {one.value: one for one in FeatureClass}
    for file, kind in (("places/divisions.csv", "level"), ("names/roads.csv", None)):
        with shipped("data", *file.split("/")).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield row["name"], classes[row[kind]] if kind else FeatureClass.ROAD


@settings(deadline=None)  # the first names load every table
@given(
    st.lists(
        st.text(CHARACTERS, max_size=8) | st.lists(CHARACTERS | WORDS, max_size=5).map("".join),
        max_size=20,
    ),
    st.sampled_from(FeatureClass),
    st.sampled_from([None, "370811", "130505"]),
)
def test_any_names_are_read_as_one_by_one(
    names: list[str], feature_class: FeatureClass, area: str | None
) -> None:
    assert read_many(names, feature_class, area) == [
        read(name, feature_class=feature_class, area=area) for name in names
    ]


def test_every_shipped_name_is_read_as_by_itself() -> None:
    names = list(shipped_names())
    assert len(names) > 5000
    for feature_class in {one for _, one in names}:
        alike = [name for name, one in names if one is feature_class]
        found = read_many(alike, feature_class, "370800")
        assert found == [read(name, feature_class=feature_class, area="370800") for name in alike]


@pytest.mark.parametrize(
    "name",
    [
        "南东黄泥村",  # two sides lead no word
        "工业街巷",  # 街 is no generic of two characters
        "商东南路", "中商东南路", "鲁东南路", "济鲁东南路",  # how much stands before the sides
        "东四北大街", "东四幸福花园北街", "毛泽东北路",  # cut unlike others with that ending
        "经纬1234567路", "AAAAAAAA东路",  # an ending without end
        "員半千路", "單縣", "单县", "\x00任城路",
    ],
)  # fmt: skip
def test_a_name_is_read_by_its_context_and_never_by_that_of_another(name: str) -> None:
    others = ["华东南路", "任城北路", "员半千路", "东任家庄", "中商东路"]
    assert read_many([*others, name, *others])[len(others)] == read(name)


def test_names_that_are_written_alike_share_one_reading() -> None:
    first, _, third = read_many(["建设路", "解放路", "建设路"])
    assert first is third


@pytest.mark.parametrize("name", ["", "路", "1", "區", "胡同"])
def test_the_shortest_names_are_read_too(name: str) -> None:
    assert read_many([name]) == [read(name)]
