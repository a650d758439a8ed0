"""Many names at once are read exactly as each by itself."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.reading import read
from diming.names.reading.bulk import read_many
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

CHARACTERS = st.sampled_from(
    "任城长子山重兴华单家庄村楼乐安校场行柳太观儿胡同大小东南西北一二三环路街巷镇县居民社區A1 "
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
    st.lists(st.text(CHARACTERS, max_size=8), max_size=20),
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


def test_names_that_are_written_alike_share_one_reading() -> None:
    first, _, third = read_many(["建设路", "解放路", "建设路"])
    assert first is third


@pytest.mark.parametrize("name", ["", "路", "1", "區", "胡同"])
def test_the_shortest_names_are_read_too(name: str) -> None:
    assert read_many([name]) == [read(name)]
