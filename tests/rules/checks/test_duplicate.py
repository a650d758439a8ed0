"""Rivals: who counts as one, how far away, and what people must decide."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from shapely import box, from_wkt

from diming.model import (
    Action,
    FeatureClass,
    Jurisdiction,
    Level,
    Place,
    Proposal,
    Toponym,
    Verdict,
)
from diming.registry.store import Store
from diming.rules.check import Hit
from diming.rules.engine import review
from diming.rules.lexicon import Lexicons
from diming.rules.missing import Missing
from diming.rules.rulesets import load
from diming.settings import shipped

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


@pytest.mark.parametrize("action", [Action.EXTEND, Action.CANCEL])
def test_a_road_is_no_rival_of_itself(look: Look, register: Register, action: Action) -> None:
    register("文昌路")
    assert look("DU01", replace(WENCHANG, action=action)) == []


@pytest.mark.parametrize("action", [Action.NAME, Action.RESERVE, Action.RESTORE])
def test_a_name_in_use_written_as_the_old_name_stays_a_rival(
    look: Look, register: Register, action: Action
) -> None:
    register("文昌路")
    (hit,) = look("DU01", replace(WENCHANG, action=action, old_name="文昌路"))
    assert hit.verdict is None


def test_a_renaming_without_its_old_road_still_meets_its_rivals(
    office: Store, register: Register
) -> None:
    register("文昌路")
    renamed = replace(WENCHANG, action=Action.RENAME, old_name="无此路")
    rules = shipped("rules")
    (result,) = review(
        [renamed], load(rules, "national", "2026-11-23"), office, Lexicons(rules / "lexicons")
    ).results
    said = [found.verdict for found in result.findings if found.rule == "DU01"]
    assert said == [Verdict.VIOLATION, Verdict.NOT_EVALUATED]


@pytest.mark.parametrize("action", [Action.EXTEND, Action.CANCEL])
def test_a_road_that_the_registry_does_not_hold_cannot_go_on(
    look: Look, register: Register, action: Action
) -> None:
    register("文昌路", "370881")
    register("古槐路")
    with pytest.raises(Missing, match="没有这个在用地名"):
        look("DU01", replace(WENCHANG, action=action))


@pytest.mark.parametrize(("old", "said"), [(None, "未写明原名"), ("任兴路", "没有这个在用地名")])
def test_a_renaming_tells_which_road_is_meant(
    look: Look, register: Register, old: str | None, said: str
) -> None:
    register("古槐路")
    with pytest.raises(Missing, match=said):
        look("DU01", replace(WENCHANG, action=Action.RENAME, old_name=old))
    assert look("DU02", replace(WENCHANG, action=Action.RENAME, old_name=old)) == []


def test_an_extension_is_no_duplicate_of_its_road_however_far(
    look: Look, register: Register
) -> None:
    register("文昌路", wkt="LINESTRING (116.6 35.4, 116.61 35.4)")
    far = from_wkt("LINESTRING (116.7 35.4, 116.71 35.4)")
    longer = replace(WENCHANG, action=Action.EXTEND, geometry=far)
    assert look("DU01", longer) == []
    assert len(look("RL02", longer)) == 1


@pytest.fixture
def outlined(office: Store) -> None:
    """任城区 and 曲阜市 side by side, their common line at 116.7."""
    with office.change("测试", "界线") as change:
        for code, name, west in (("370811", "任城区", 116.5), ("370881", "曲阜市", 116.7)):
            outline = box(west, 35.3, west + 0.2, 35.5)
            change.put(Jurisdiction(code, name, Level.COUNTY, "370800", outline))


@pytest.mark.usefixtures("outlined")
@pytest.mark.parametrize("stated", ["370800", "370811", None])
def test_a_road_is_compared_in_every_county_it_is_drawn_in(
    look: Look, register: Register, stated: str | None
) -> None:
    register("文昌路", "370881")
    line = from_wkt("LINESTRING (116.68 35.4, 116.72 35.4)")
    (hit,) = look("DU01", replace(WENCHANG, jurisdiction=stated, geometry=line))
    assert (hit.verdict, hit.values["area"]) == (None, "曲阜市")


@pytest.mark.usefixtures("outlined")
def test_a_road_drawn_outside_its_stated_county_is_compared_in_both(
    look: Look, register: Register
) -> None:
    register("文昌路", "370811")
    register("文昌路", "370881")
    line = from_wkt("LINESTRING (116.72 35.4, 116.73 35.4)")
    found = look("DU01", replace(WENCHANG, geometry=line))
    assert {hit.values["area"] for hit in found} == {"任城区", "曲阜市"}
    assert {hit.verdict for hit in found} == {None}


def test_towns_are_compared_in_the_whole_province(look: Look, office: Store) -> None:
    town = Proposal("城关镇", FeatureClass.TOWNSHIP, "370811")
    put(office, FeatureClass.TOWNSHIP, "城关镇", "370102")
    (hit,) = look("DU01", town)
    assert (hit.verdict, "省级" in hit.values["scope"]) == (None, True)


def test_towns_of_one_prefecture_let_nothing_pass(look: Look, office: Store) -> None:
    town = Proposal("城关镇", FeatureClass.TOWNSHIP, "370811")
    put(office, FeatureClass.TOWNSHIP, "喻屯镇", "370811")
    with pytest.raises(Missing, match="只有济宁市的乡镇"):  # the only prefecture it knows of
        look("DU01", town)
    with office.change("测试", "政区") as change:
        change.put(Jurisdiction("370100", "济南市", Level.PREFECTURE, "370000"))
    with pytest.raises(Missing, match="只有济宁市的乡镇"):
        look("DU01", town)
    put(office, FeatureClass.TOWNSHIP, "商河镇", "370126")
    assert look("DU01", town) == []


def test_whether_a_subdistrict_is_a_town_people_decide(look: Look, office: Store) -> None:
    put(office, FeatureClass.TOWNSHIP, "城关街道", "370881")
    (hit,) = look("DU01", Proposal("城关街道", FeatureClass.TOWNSHIP, "370811"))
    assert hit.verdict is Verdict.REVIEW


def test_committees_are_compared_in_the_county(look: Look, office: Store) -> None:
    put(office, FeatureClass.COMMITTEE, "王庄村委会", "370811")
    committee = Proposal("王庄村委会", FeatureClass.COMMITTEE, "370811")
    (hit,) = look("DU01", committee)
    assert (hit.verdict, "县级" in hit.values["scope"]) == (None, True)
    with pytest.raises(Missing):
        look("DU01", replace(committee, jurisdiction="370812"))


@pytest.mark.parametrize("name", ["张庄村", "张庄村委会", "张庄村村委会", "张庄村村民委员会"])
def test_committees_of_one_seat_bear_one_name(look: Look, office: Store, name: str) -> None:
    for other in ("张庄村委会", "张庄村村委会", "张庄村村民委员会"):
        put(office, FeatureClass.COMMITTEE, other, "370811")
    committee = Proposal(name, FeatureClass.COMMITTEE, "370811")
    assert [hit.verdict for hit in look("DU01", committee)] == [None] * 3
    assert look("DU02", committee) == []
    homophone = replace(committee, name=name.replace("张", "章"))
    assert look("DU01", homophone) == []
    assert {hit.values["how"] for hit in look("DU02", homophone)} == {"章 zhāng = 张 zhāng"}
    assert len(look("DU02", homophone)) == 3


def test_whether_a_community_is_the_seat_of_villagers_people_decide(
    look: Look, office: Store
) -> None:
    put(office, FeatureClass.COMMITTEE, "张庄村委会", "370811")
    (hit,) = look("DU01", Proposal("张庄社区居委会", FeatureClass.COMMITTEE, "370811"))
    assert (hit.verdict, hit.evidence[0].detail) == (Verdict.REVIEW, "所在地“张庄”相同")
    assert "一为社区" in hit.values["scope"]


def test_whether_a_village_is_the_committees_seat_people_decide(look: Look, office: Store) -> None:
    put(office, FeatureClass.VILLAGE, "王庄", "370811")
    (hit,) = look("DU01", Proposal("王庄", FeatureClass.VILLAGE, "370811"))
    assert hit.verdict is Verdict.REVIEW


def put(office: Store, kind: FeatureClass, name: str, area: str) -> None:
    """Files a name of a class other than roads."""
    with office.change("测试", name) as change:
        change.put(Place(f"p-{name}", kind, area))
        change.put(Toponym(f"t-{name}", f"p-{name}", name))


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
    register("行远路")
    (hit,) = look("DU02", replace(WENCHANG, name="形远路"))
    assert hit.values["how"] == "形 xíng = 行 xíng, “行”的读音未经审定"
    assert hit.verdict is Verdict.REVIEW


def test_the_case_of_qingdao_is_settled(look: Look, register: Register) -> None:
    register("长山路")
    (hit,) = look("DU02", replace(WENCHANG, name="常山路"))
    assert (hit.values["how"], hit.verdict) == ("常 cháng = 长 cháng", None)


def test_a_neighbour_in_the_same_table_is_a_rival(look: Look, register: Register) -> None:
    register("古槐路")
    other = replace(WENCHANG, row=7)
    (hit,) = look("DU01", WENCHANG, other)
    assert (hit.evidence[0].kind, hit.evidence[0].id) == ("proposal", None)
    assert "第 7 行" in (hit.evidence[0].detail or "")


def test_what_met_and_the_row_of_a_rival_are_said_in_one_breath(
    look: Look, register: Register
) -> None:
    register("古槐路")
    (hit,) = look(
        "DU05", replace(WENCHANG, name="黄山路"), Proposal("方山路", jurisdiction="370811", row=7)
    )
    assert hit.values["how"] == "黄 huáng ≈ 方 fāng (h/f), 同批第 7 行"


def test_a_rival_of_the_table_without_an_area_is_told_by_its_row(
    look: Look, register: Register
) -> None:
    register("古槐路")
    (hit,) = look("DU01", WENCHANG, Proposal("文昌路", row=7))
    assert hit.values["area"] == "本批第 7 行"


def test_sounds_that_are_confused_are_for_people_and_the_fold_is_said(
    look: Look, register: Register
) -> None:
    register("金城路")
    (hit,) = look("DU05", replace(WENCHANG, name="京城路"))
    assert hit.values["how"] == "京 jīng ≈ 金 jīn (in/ing)"
    assert hit.evidence[0].match == "sound-fold:in-ing"


def test_characters_that_are_confused_are_said(look: Look, register: Register) -> None:
    register("未来路")
    (hit,) = look("DU06", replace(WENCHANG, name="末来路"))
    assert (hit.values["how"], hit.evidence[0].match) == ("末 ~ 未", "shape")


@pytest.mark.parametrize(("code", "name"), [("DU02", "津城街"), ("DU05", "京城街")])
def test_names_with_another_generic_are_heard_apart(
    look: Look, register: Register, code: str, name: str
) -> None:
    register("金城路")
    assert look(code, replace(WENCHANG, name=name)) == []


def test_the_approved_reading_of_a_rival_counts(look: Look, register: Register) -> None:
    register("行远路", reading="háng yuǎn lù")
    assert look("DU02", replace(WENCHANG, name="形远路")) == []
    assert look("DU02", replace(WENCHANG, name="杭远路")) != []


def test_the_reading_that_the_applicant_gives_counts(look: Look, register: Register) -> None:
    register("形远路")
    asked = replace(WENCHANG, name="行远路", reading="háng yuǎn lù")
    assert look("DU02", asked) == []
    assert look("DU02", replace(asked, reading="xíng yuǎn lù")) != []


def test_a_generic_alone_is_a_rival_of_itself(look: Look, register: Register) -> None:
    register("大街")
    (hit,) = look("DU01", replace(WENCHANG, name="大街"))
    assert hit.evidence[0].detail == "汉字相同"


def test_each_likeness_is_told_by_one_rule_only(look: Look, register: Register) -> None:
    register("泗水路")
    told = {
        name: [
            code
            for code in ("DU01", "DU02", "DU03", "DU04", "DU05", "DU06")
            if look(code, replace(WENCHANG, name=name))
        ]
        for name in ("泗水路", "四水路", "泗水街", "思水路", "试水路", "泅水路")
    }
    assert told == {
        "泗水路": ["DU01"], "四水路": ["DU02"], "泗水街": ["DU03"],
        "思水路": ["DU04"], "试水路": ["DU05"], "泅水路": ["DU06"],
    }  # fmt: skip


def test_an_unplaced_registry_name_still_has_its_county(
    look: Look, register: Register, office: Store
) -> None:
    register("文昌路")
    (hit,) = look("DU01", WENCHANG)
    assert hit.values["area"] == "任城区"
    assert hit.evidence[0].distance_m is None
