"""Checks that look at widths, lengths, directions and outlines."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import box, from_wkt

from diming.model import Axis, Extent, Jurisdiction, Level, Proposal, Verdict, WidthKind
from diming.registry.store import Store
from diming.rules.check import Hit
from diming.rules.checks.dimensions import Bounds
from diming.rules.course import stated_axis
from diming.rules.missing import Missing

Look = Callable[..., list[Hit]]
Register = Callable[..., None]
METRES = st.floats(min_value=0, max_value=200)


@given(METRES, METRES, st.floats(min_value=1, max_value=200))
def test_a_range_that_straddles_a_bound_is_for_people(a: float, b: float, least: float) -> None:
    low, high = sorted((a, b))
    judged = Bounds(min=least).judge(Extent(low, high))
    if low >= least:
        assert judged is None
    else:
        assert judged is (Verdict.REVIEW if high >= least else Verdict.VIOLATION)


@given(METRES, METRES)
def test_a_range_round_a_closed_interval_is_for_people(a: float, b: float) -> None:
    low, high = sorted((a, b))
    judged = Bounds(min=50, max=60).judge(Extent(low, high))
    if low < 50 and high > 60:
        assert judged is Verdict.REVIEW


def road(name: str, width: str | None, kind: WidthKind | None, length: float | None) -> Proposal:
    parsed = Extent.parse(width) if width else None
    return Proposal(name, width_m=parsed, width_kind=kind, length_m=length)


def test_bounds_are_included(look: Look) -> None:
    assert look("GN01", road("长宁大道", "24+40+16", WidthKind.KERB, 8000)) == []
    assert look("GN01", road("书院巷", "19.9", WidthKind.KERB, 500)) == []
    assert look("GN01", road("书院巷", "20", WidthKind.KERB, 500)) != []


def test_the_other_width_is_no_evidence(look: Look) -> None:
    with pytest.raises(Missing, match="红线宽度"):
        look("GN01", road("长宁路", "40", WidthKind.RED_LINE, 900))


def test_one_measure_that_breaks_the_rule_is_enough(look: Look) -> None:
    (hit,) = look("GN01", road("长宁路", None, None, 100))
    assert hit.values["measure"] == "长度"


def test_one_measure_that_keeps_the_rule_is_not(look: Look) -> None:
    with pytest.raises(Missing, match="宽度"):
        look("GN01", road("长宁路", None, None, 900))


def test_a_width_of_an_unknown_kind_keeps_no_rule(look: Look) -> None:
    with pytest.raises(Missing, match="红线还是路缘"):
        look("GN01", road("长宁路", "40", None, 900))
    (hit,) = look("GN01", road("长宁路", "12", None, 900))
    assert "未说明" in hit.values["value"]


@pytest.fixture
def outlined(office: Store) -> None:
    """任城区 and 兖州区 side by side, their common line at 116.7."""
    with office.change("测试", "界线") as change:
        for code, name, west in (("370811", "任城区", 116.5), ("370812", "兖州区", 116.7)):
            outline = box(west, 35.3, west + 0.2, 35.5)
            change.put(Jurisdiction(code, name, Level.COUNTY, "370800", outline))


def drawn(west: float, east: float, area: str | None = "370811") -> Proposal:
    line = from_wkt(f"LINESTRING ({west} 35.4, {east} 35.4)")
    return Proposal("洸河路", jurisdiction=area, geometry=line)


@pytest.mark.usefixtures("outlined")
@pytest.mark.parametrize(
    ("west", "east", "found"),
    [
        (116.6, 116.65, []), (116.6, 116.7005, []), (116.68, 116.72, [Verdict.REVIEW]),
        (116.75, 116.8, [None]), (116.7001, 116.7005, []),
    ],
)  # fmt: skip
def test_inside_the_stated_area(
    look: Look, west: float, east: float, found: list[Verdict | None]
) -> None:
    assert [hit.verdict for hit in look("GM01", drawn(west, east))] == found


@pytest.mark.usefixtures("outlined")
def test_a_township_without_outline_is_looked_for_in_its_county(look: Look, office: Store) -> None:
    with office.change("测试", "街道") as change:
        change.put(Jurisdiction("370811003", "越河街道", Level.TOWNSHIP, "370811"))
    assert look("GM01", drawn(116.6, 116.65, "370811003")) == []
    assert look("GM01", drawn(116.75, 116.8, "370811003")) != []


def test_without_an_outline_nothing_is_inside(look: Look) -> None:
    with pytest.raises(Missing, match="界线"):
        look("GM01", drawn(116.6, 116.65))


@pytest.mark.usefixtures("outlined")
def test_without_a_stated_area_nothing_is_inside(look: Look) -> None:
    with pytest.raises(Missing, match="未写明政区"):
        look("GM01", drawn(116.6, 116.65, None))


@pytest.mark.usefixtures("outlined")
def test_a_road_through_two_counties_names_both(look: Look) -> None:
    (hit,) = look("GM02", drawn(116.68, 116.72))
    assert hit.values["areas"] == "任城区、兖州区"
    assert look("GM02", drawn(116.6, 116.7005)) == []


def test_where_no_county_is_known_nobody_is_crossed(look: Look) -> None:
    with pytest.raises(Missing, match="界线"):
        look("GM02", drawn(116.68, 116.72))


def test_a_length_that_nobody_states_cannot_be_wrong(look: Look) -> None:
    assert look("GM03", drawn(116.6, 116.65)) == []


def test_a_direction_is_asked_for_only_when_the_name_has_one(look: Look) -> None:
    assert look("DI01", Proposal("东阿路", jurisdiction="370811")) == []
    with pytest.raises(Missing, match="走向"):
        look("DI01", Proposal("建设东路", jurisdiction="370811"))


def test_a_piece_of_a_road_that_is_not_drawn_is_for_people(look: Look, register: Register) -> None:
    north_south = from_wkt("LINESTRING (116.6 35.4, 116.6 35.42)")
    proposal = Proposal("建设东路", jurisdiction="370811", geometry=north_south)
    (alone,) = look("DI01", proposal)
    register("建设路")
    (hit,) = look("DI01", proposal)
    assert (alone.verdict, hit.verdict) == (Verdict.REVIEW, Verdict.REVIEW)
    assert [evidence.name for evidence in hit.evidence] == ["建设路"]


def test_where_the_roads_are_known_a_direction_without_a_road_tells_a_side(
    look: Look, register: Register
) -> None:
    north_south = from_wkt("LINESTRING (116.6 35.4, 116.6 35.42)")
    register("古槐路")
    assert look("DI01", Proposal("天坛东路", jurisdiction="370811", geometry=north_south)) == []


@pytest.mark.parametrize(
    ("orientation", "start", "end", "axis"),
    [
        ("东西", None, None, Axis.EAST_WEST), ("南北走向", None, None, Axis.NORTH_SOUTH),
        ("大致呈东西走向", None, None, Axis.EAST_WEST), ("E-W", None, None, Axis.EAST_WEST),
        ("n-s", None, None, Axis.NORTH_SOUTH), ("东北—西南", None, None, Axis.DIAGONAL),
        ("环形", None, None, Axis.RING), ("L形", None, None, Axis.BENT),
        ("东起古槐路,西至共青团路", None, None, Axis.EAST_WEST),
        ("西起古槐路,东至共青团路", None, None, Axis.EAST_WEST),
        ("自北向南", None, None, Axis.NORTH_SOUTH),
        (None, "北起太白路", "南至洸河路", Axis.NORTH_SOUTH),
        ("", "南起太白路", "止于北二环", None),
        (None, "北起太白路,向南折向西", "至洸河路", Axis.BENT),
        (None, "北起太白路", "东至洸河路", Axis.BENT),
        (None, "北起太白路", "至洸河路", None), (None, "太白路", "洸河路", None),
    ],
)  # fmt: skip
def test_the_course_of_a_road_in_words(
    orientation: str | None, start: str | None, end: str | None, axis: Axis | None
) -> None:
    assert stated_axis(orientation, start, end) is axis


@given(st.text("东南西北起至折向环EWNS-路", max_size=12), st.none() | st.text(max_size=5))
def test_any_words_tell_an_axis_or_none(orientation: str, start: str | None) -> None:
    assert stated_axis(orientation, start, None) in {None, *Axis}


def test_two_directions_in_a_row_are_no_piece(look: Look) -> None:
    proposal = Proposal("太白楼西南路", jurisdiction="370811", orientation="东西")
    assert look("DI01", proposal) == []


def test_words_against_the_drawing_are_for_people(look: Look, register: Register) -> None:
    register("建设路")
    east_west = from_wkt("LINESTRING (116.6 35.4, 116.62 35.4)")
    proposal = Proposal("建设东路", jurisdiction="370811", geometry=east_west)
    assert look("DI01", proposal) == []
    (hit,) = look("DI01", replace(proposal, orientation="南北"))
    assert hit.verdict is Verdict.REVIEW
    assert "不一致" in hit.values["drawn"]
