"""Which roads belong together by their names, and which roads an application names as its ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.names.parse import parse
from diming.rules.endpoints import roads_told
from diming.rules.kin import akin, is_branch, is_segment, main_roads, series


@pytest.mark.parametrize(
    ("name", "main"),
    [
        ("洸河支路", "洸河路"), ("洸河路一巷", "洸河路"), ("洸河东路", "洸河路"),
        ("洸河东支路", "洸河东路"), ("洸河东支路", "洸河路"), ("北三环东路辅路", "北三环东路"),
    ],
)  # fmt: skip
def test_a_derived_name_tells_its_main_road(name: str, main: str) -> None:
    assert main in main_roads(parse(name))


def test_a_lane_is_no_main_road_but_to_lanes() -> None:
    assert "棉花胡同" not in main_roads(parse("棉花五条"))
    assert "包头胡同" in main_roads(parse("包头胡同东巷"))
    assert "兴发巷" in main_roads(parse("兴发西巷"))


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("洸河支路", True), ("洸河路一巷", True), ("北三环东路辅路", True), ("洸河东路", False),
        ("港源一路", False), ("东阿路", False), ("洸河路", False), ("八一路", False),
    ],
)  # fmt: skip
def test_a_branch_comes_off_a_road(name: str, branch: bool) -> None:
    assert is_branch(parse(name)) is branch


@pytest.mark.parametrize("name", ["东阿路", "北京路", "东二环路", "洸河路", "太白楼南小街"])
def test_a_direction_that_is_none_makes_no_segment(name: str) -> None:
    assert not is_segment(parse(name))


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("建设路", "建设东路", True), ("建设东路", "建设西路", True),
        ("建设路", "建设路一巷", True), ("西直门内大街", "西直门外大街", True),
        ("南花市大街", "北花市大街", True),
        ("建设路", "文昌路", False), ("兴华路", "兴化路", False),
    ],
)  # fmt: skip
def test_names_of_one_family(one: str, other: str, kin: bool) -> None:
    assert akin(parse(one), parse(other)) is kin
    assert akin(parse(other), parse(one)) is kin


@pytest.mark.parametrize("name", ["八一路", "三八路", "三里河路", "四环路", "东四路", "五四广场"])
def test_a_number_that_counts_nothing_makes_no_series(name: str) -> None:
    assert series(parse(name)) is None


@given(st.integers(1, 30))
def test_a_member_of_a_series_knows_its_number(number: int) -> None:
    first = series(parse("港源一路"))
    assert first is not None
    found = series(parse(first.member(number)))
    assert found is not None
    assert (found.number, found.before, found.after) == (number, "港源", "路")


def test_the_first_of_a_series_may_be_called_head() -> None:
    found = series(parse("东安街三条"))
    assert found is not None
    assert found.members()["东安街头条"] == 1


@pytest.mark.parametrize(
    ("text", "roads"),
    [
        ("北起兴港路", ["兴港路"]), ("止于北二环路", ["北二环路"]), ("至善路", ["至善路", "善路"]),
        ("南至规划洸河路", ["洸河路"]), ("西至东阿路（规划）", ["东阿路"]),
        ("太白楼路与古槐路交叉口", ["太白楼路", "古槐路"]), ("洸河路北侧", ["洸河路"]),
        ("洸河路以北200米", []), ("运河", []), ("", []), (None, []), ("路", []),
    ],
)  # fmt: skip
def test_the_roads_at_an_end(text: str | None, roads: list[str]) -> None:
    told = set().union(*roads_told(text)) if text else set()
    assert set(roads) <= told
    assert bool(told) is bool(roads)


@given(st.text("东南西北起至到止接与和路口规划（）太白楼12米以侧", max_size=14))
def test_any_words_name_roads_or_none(text: str) -> None:
    assert all(name.endswith("路") for names in roads_told(text) for name in names)
