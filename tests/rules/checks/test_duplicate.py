"""Rivals: who counts as one, how far away, and what people must decide."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from shapely import from_wkt

from diming.model import Action, Proposal, Verdict
from diming.registry.store import Store
from diming.rules.check import Hit
from diming.rules.missing import Missing

Look = Callable[..., list[Hit]]
Register = Callable[..., None]
WENCHANG = Proposal("文昌路", jurisdiction="370811")


def test_a_name_in_the_same_county_is_a_rival(look: Look, register: Register) -> None:
    register("文昌路")
    (hit,) = look("DU01", WENCHANG)
    assert hit.verdict is None  # the rule's own: a violation
    assert (hit.evidence[0].name, hit.evidence[0].match) == ("文昌路", "same")


def test_in_a_neighbouring_district_people_decide(look: Look, register: Register) -> None:
    register("文昌路", "370812")
    (hit,) = look("DU01", WENCHANG)
    assert hit.verdict is Verdict.REVIEW


def test_in_a_city_of_its_own_it_is_no_rival(look: Look, register: Register) -> None:
    register("文昌路", "370881")
    register("古槐路", "370811")
    assert look("DU01", WENCHANG) == []


def test_a_name_known_only_to_be_in_the_prefecture_is_for_people(
    look: Look, register: Register
) -> None:
    register("文昌路", "370800")
    (hit,) = look("DU01", WENCHANG)
    assert hit.verdict is Verdict.REVIEW


def test_a_proposal_placed_no_nearer_than_the_prefecture_is_for_people(
    look: Look, register: Register
) -> None:
    register("文昌路", "370881")
    (hit,) = look("DU01", replace(WENCHANG, jurisdiction="370800"))
    assert hit.verdict is Verdict.REVIEW


def test_a_registry_without_roads_lets_nothing_pass(look: Look) -> None:
    with pytest.raises(Missing, match="没有同类地名"):
        look("DU01", WENCHANG)


def test_roads_of_another_county_are_nothing_to_compare_with(
    look: Look, register: Register
) -> None:
    register("古槐路", "370881")
    with pytest.raises(Missing, match="没有同类地名"):
        look("DU01", WENCHANG)


def test_no_registry_lets_nothing_pass(look: Look) -> None:
    with pytest.raises(Missing, match="没有地名库"):
        look("DU01", WENCHANG, registry=None)


def test_no_area_lets_nothing_pass(look: Look, register: Register) -> None:
    register("文昌路")
    with pytest.raises(Missing, match="未写明政区"):
        look("DU01", Proposal("文昌路"))


@pytest.mark.parametrize("status", ["abolished", "historical"])
def test_names_of_the_past_are_no_rivals(look: Look, register: Register, status: str) -> None:
    register("文昌路", status=status)
    register("古槐路")
    assert look("DU01", WENCHANG) == []


def test_a_reserved_name_is_a_rival(look: Look, register: Register) -> None:
    register("文昌路", status="reserved")
    (hit,) = look("DU01", WENCHANG)
    assert "预命名" in (hit.evidence[0].detail or "")


@pytest.mark.parametrize("action", [Action.EXTEND, Action.RESTORE, Action.CANCEL])
def test_a_road_is_no_rival_of_itself(look: Look, register: Register, action: Action) -> None:
    register("文昌路")
    assert look("DU01", replace(WENCHANG, action=action)) == []


def test_the_name_given_up_is_no_rival(look: Look, register: Register) -> None:
    register("任兴路")
    renamed = Proposal("仁兴路", jurisdiction="370811", action=Action.RENAME, old_name="任兴路")
    assert look("DU02", renamed) == []
    assert look("DU02", replace(renamed, old_name="古槐路")) != []


@pytest.mark.parametrize("name", ["建设北路", "建设一路", "建设支路"])
def test_pieces_of_one_road_are_no_rivals(look: Look, register: Register, name: str) -> None:
    register("建设路")
    proposal = Proposal(name, jurisdiction="370811")
    assert look("DU01", proposal) == look("DU02", proposal) == look("DU03", proposal) == []


def test_the_nearest_rival_comes_first_with_its_distance(look: Look, register: Register) -> None:
    register("长山路", wkt="POINT (116.70 35.4)", reading="cháng shān lù")
    register("尝山路", wkt="POINT (116.61 35.4)")
    here = replace(WENCHANG, name="常山路", geometry=from_wkt("POINT (116.6 35.4)"))
    near, far = look("DU02", here)
    assert [near.evidence[0].name, far.evidence[0].name] == ["尝山路", "长山路"]
    assert near.evidence[0].distance_m == pytest.approx(909, abs=5)
    assert near.evidence[0].lonlat == (116.61, 35.4)


def test_the_syllables_that_met_are_said(look: Look, register: Register) -> None:
    register("任城路")
    (hit,) = look("DU02", replace(WENCHANG, name="仁城路"))
    assert hit.values["how"] == "仁 rén = 任 rén"


def test_a_reading_that_nobody_has_settled_is_said(look: Look, register: Register) -> None:
    register("长山路")
    (hit,) = look("DU02", replace(WENCHANG, name="常山路"))
    assert hit.values["how"] == "常 cháng = 长 cháng, “长”的读音未经审定"


def test_a_neighbour_in_the_same_table_is_a_rival(look: Look, register: Register) -> None:
    register("古槐路")
    other = replace(WENCHANG, row=7)
    (hit,) = look("DU01", WENCHANG, other)
    assert (hit.evidence[0].kind, hit.evidence[0].id) == ("proposal", None)
    assert "第 7 行" in (hit.evidence[0].detail or "")


def test_each_likeness_is_told_by_one_rule_only(look: Look, register: Register) -> None:
    register("泗水路")
    told = {
        name: [
            code
            for code in ("DU01", "DU02", "DU03", "DU04")
            if look(code, replace(WENCHANG, name=name))
        ]
        for name in ("泗水路", "四水路", "泗水街", "思水路")
    }
    assert told == {"泗水路": ["DU01"], "四水路": ["DU02"], "泗水街": ["DU03"], "思水路": ["DU04"]}


def test_an_unplaced_registry_name_still_has_its_county(
    look: Look, register: Register, office: Store
) -> None:
    register("文昌路")
    (hit,) = look("DU01", WENCHANG)
    assert hit.values["area"] == "任城区"
    assert hit.evidence[0].distance_m is None
