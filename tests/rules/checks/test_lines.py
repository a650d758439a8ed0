"""Checks that hold the line of a road against the lines of others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from shapely import LineString, MultiLineString, from_wkt
from shapely.geometry.base import BaseGeometry

from diming.model import Action, Proposal, Verdict
from diming.rules.check import Hit
from diming.rules.missing import Missing

Look = Callable[..., list[Hit]]
Register = Callable[..., None]


def road(name: str, *spots: tuple[float, float], **more: Any) -> Proposal:
    """A road in 任城区 through spots in thousandths of a degree from 116.6, 35.4: some 100 m."""
    return replace(Proposal(name, jurisdiction="370811", geometry=line(*spots)), **more)


def line(*spots: tuple[float, float]) -> LineString:
    return LineString([(116.6 + x / 1000, 35.4 + y / 1000) for x, y in spots])


@pytest.fixture
def file(register: Register) -> Callable[..., None]:
    """Files a drawn road: file("香港路", (0, 0), (5, 0))."""

    def put(name: str, *spots: tuple[float, float], area: str = "370811") -> None:
        register(name, area, wkt=line(*spots).wkt)

    return put


File = Callable[..., None]


def halves(drawn: BaseGeometry) -> BaseGeometry:
    start, end = drawn.coords
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return MultiLineString([[middle, end], [middle, start]])


def test_a_road_is_not_drawn_over_another(look: Look, file: File) -> None:
    file("香港路", (0, 0), (5, 0))
    (hit,) = look("RL01", road("球场街", (2, 0), (8, 0)))
    assert hit.values["rival"] == "香港路"
    assert look("RL01", road("球场街", (2, 0), (2, 8))) == []
    assert look("RL01", road("香港东路", (2, 0), (8, 0))) == []
    assert look("RL01", road("香港高架路", (2, 0), (8, 0))) == []


def test_cutting_and_turning_a_line_changes_no_finding(look: Look, file: File) -> None:
    file("香港路", (0, 0), (5, 0))
    whole = road("球场街", (2, 0), (8, 0))
    assert whole.geometry is not None
    (said,) = look("RL01", whole)
    for drawn in (halves(whole.geometry), whole.geometry.reverse()):
        (hit,) = look("RL01", replace(whole, geometry=drawn))
        assert hit.values == said.values


def test_a_stretch_in_the_middle_of_a_road_has_its_name(look: Look, register: Register) -> None:
    sides = MultiLineString([line((0, 0), (5, 0)), line((8, 0), (12, 0))])
    register("香港路", wkt=sides.wkt)
    (hit,) = look("RL01", road("球场街", (5, 0), (8, 0), action=Action.EXTEND))
    assert "两头" in hit.values["how"]
    assert look("RL01", road("球场街", (12, 0), (15, 0), action=Action.EXTEND)) == []


def test_rows_of_one_table_may_not_lie_on_each_other(look: Look) -> None:
    one, other = road("球场街", (2, 0), (8, 0), row=1), road("香港路", (0, 0), (5, 0), row=2)
    (hit,) = look("RL01", one, other)
    assert [found.kind for found in hit.evidence] == ["proposal"]


def test_a_road_that_goes_on_keeps_its_name(look: Look, file: File) -> None:
    file("融庆巷", (0, 0), (3, 0))
    longer = road("新融巷", (3, 0), (6, 0))
    (hit,) = look("RL03", longer)
    assert "没有路" in hit.values["how"]
    assert look("RL01", longer) == []  # once is enough
    file("古槐路", (3, -5), (3, 5))
    (hit,) = look("RL03", longer)
    assert "有意" in hit.values["how"]
    assert look("RL03", road("新融巷", (3, 0), (3, 6))) == []


def test_a_point_cannot_be_compared_with_roads(look: Look) -> None:
    with pytest.raises(Missing, match="不是线"):
        look("RL01", replace(road("球场街", (0, 0), (1, 0)), geometry=from_wkt("POINT (116.6 35)")))


def test_one_name_on_two_alignments_is_asked_about(look: Look, file: File) -> None:
    file("沿河路", (0, 0), (5, 0))
    longer = road("沿河路", (40, 0), (45, 0), action=Action.EXTEND)
    (hit,) = look("RL02", longer)
    assert "可能未建" in hit.values["how"]
    assert look("RL02", road("沿河路", (6, 0), (9, 0), action=Action.EXTEND)) == []
    aside = road("沿河路", (40, 30), (40, 40), action=Action.EXTEND)
    assert "不在一条" in look("RL02", aside)[0].values["how"]


def test_a_road_in_the_next_county_is_the_same_where_it_joins(look: Look, file: File) -> None:
    file("沿河路", (0, 0), (5, 0), area="370812")
    longer = road("沿河路", (5, 0), (9, 0), action=Action.EXTEND)
    assert look("DU01", longer) == []


def test_segments_lie_on_the_sides_they_name(look: Look, file: File) -> None:
    file("洸河西路", (0, 0), (10, 0))
    assert look("DI02", road("洸河东路", (10, 0), (20, 0))) == []
    (hit,) = look("DI02", road("洸河东路", (-10, 0), (0, 0)))
    assert (hit.values["asked"], hit.values["lies"]) == ("东", "西")


def test_roads_along_a_slanting_river_are_compared_where_they_pass(look: Look, file: File) -> None:
    file("通惠河北路", (0, 1), (20, 9))
    assert look("DI02", road("通惠河南路", (10, 4), (40, 16))) == []


def test_only_what_runs_on_is_a_piece_of_a_road(look: Look, file: File) -> None:
    file("建设西路", (0, -10), (0, 0))
    (hit,) = look("DI01", road("建设东路", (0, 0), (0, 10)))
    assert hit.verdict is None
    assert look("DI01", road("建设东路", (5, 0), (5, 10))) == []


def test_a_branch_comes_off_its_road(look: Look, file: File) -> None:
    file("洸河路", (0, 0), (10, 0))
    assert look("DE01", road("洸河支路", (5, 0.5), (5, 6))) == []
    (hit,) = look("DE01", road("洸河支路", (5, 4), (5, 8)))
    assert hit.values["parent"] == "洸河路"
    with pytest.raises(Missing, match="主路"):
        look("DE01", road("文昌支路", (5, 4), (5, 8)))
    assert look("DE01", road("洸河路", (50, 40), (50, 80))) == []


def test_a_branch_of_a_road_in_the_same_table(look: Look) -> None:
    assert (
        look("DE01", road("洸河支路", (5, 0), (5, 6)), road("洸河路", (0, 0), (9, 0), row=2)) == []
    )


def test_numbers_follow_each_other(look: Look, file: File) -> None:
    for x, name in enumerate(("港源一路", "港源二路", "港源五路")):
        file(name, (x * 5, 0), (x * 5, 9))
    (hit,) = look("DE02", road("港源四路", (8, 0), (8, 9)))
    assert hit.values["how"] == "序数不连续, 没有港源三路"
    (hit,) = look("DE02", road("港源三路", (30, 0), (30, 9)))
    assert "不在" in hit.values["how"]
    assert look("DE02", road("文昌四路", (8, 0), (8, 9))) == []


@pytest.mark.parametrize(
    ("spots", "off"),
    [
        ([(5, 0), (5, 10)], []), ([(5, 10), (5, 0)], []), ([(5, 10), (8, 5), (5, 0)], []),
        ([(5, 0), (5, 5)], ["止点"]), ([(5, 3), (5, 5)], ["起点", "止点"]),
    ],
)  # fmt: skip
def test_a_road_ends_where_it_is_said_to(
    look: Look, file: File, spots: list[tuple[float, float]], off: list[str]
) -> None:
    file("洸河路", (0, 0), (10, 0))
    file("兴港路", (0, 10), (10, 10))
    asked = road("秀晴路", *spots, start="南起洸河路", end="北至兴港路")
    assert [hit.values["which"] for hit in look("GM04", asked)] == off


def test_a_crossing_of_two_roads_is_an_end(look: Look, file: File) -> None:
    file("洸河路", (0, 0), (10, 0))
    file("至善路", (5, -10), (5, 0))
    asked = road("秀晴路", (5, 0), (5, 10), start="洸河路与至善路交叉口")
    assert look("GM04", asked) == []
    assert look("GM04", replace(asked, start="至善路", end="洸河路以北1000米")) == []
    with pytest.raises(Missing, match="兴港路"):
        look("GM04", replace(asked, end="北至兴港路"))


def test_a_ring_lies_at_the_road_it_begins_at(look: Look, file: File) -> None:
    file("洸河路", (0, 0), (10, 0))
    ring = road("环湖路", (2, 0), (8, 0), (8, 6), (2, 6), (2, 0), start="洸河路", end="洸河路")
    assert look("GM04", ring) == []


def test_a_doubtful_direction_is_asked_unless_the_spelling_tells(look: Look) -> None:
    assert len(look("DI03", Proposal("河东路"))) == 1
    assert look("DI03", Proposal("河东路", romanization="Hédōng Lù")) == []
    assert look("DI03", Proposal("东阿路")) == []


def test_the_name_of_another_county_is_a_question(look: Look) -> None:
    (hit,) = look("PL01", Proposal("兖州路", jurisdiction="370811"))
    assert hit.values["place"] == "兖州区"
    assert hit.verdict in (None, Verdict.REVIEW)
    assert look("PL01", Proposal("任城路", jurisdiction="370811")) == []
    assert look("PL01", Proposal("青岛路", jurisdiction="370811")) == []
