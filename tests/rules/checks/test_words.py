"""Checks that look at the characters and words of a name."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass, Proposal, Verdict
from diming.names.characters import licence, lookup
from diming.rules.check import Hit
from diming.rules.checks.characters import Fault, fault_of

Look = Callable[..., list[Hit]]
Register = Callable[..., None]


@given(st.characters())
def test_a_character_has_at_most_one_fault_and_standard_ones_only_two_kinds(char: str) -> None:
    fault = fault_of(char)
    if lookup(char) is not None:
        assert fault in {None, Fault.RESTRICTED, Fault.RARE}
    assert (fault is Fault.RESTRICTED) <= ("地名" not in (licence(char) or "地名"))


@pytest.mark.parametrize(
    ("char", "fault"),
    [
        ("洸", Fault.RARE), ("兖", None), ("嶧", Fault.FORM), ("砦", Fault.FORM),
        ("郕", Fault.OUTSIDE), ("昇", Fault.RESTRICTED), ("陞", Fault.RARE), ("乾", None),
        ("〇", None), ("A", None), ("\ue000", None),
    ],
)  # fmt: skip
def test_faults_of_characters(char: str, fault: Fault | None) -> None:
    assert fault_of(char) is fault


def test_a_rare_character_at_home_is_no_fault(look: Look, register: Register) -> None:
    proposal = Proposal("洸府路", jurisdiction="370811")
    assert look("CH04", proposal)
    register("洸河路", "370812")
    assert look("CH04", proposal) == []


def test_a_name_of_the_past_makes_no_home(look: Look, register: Register) -> None:
    register("洸河路", status="abolished")
    assert look("CH04", Proposal("洸府路", jurisdiction="370811"))


def test_an_inherited_form_is_for_people(look: Look, register: Register) -> None:
    register("老砦街")
    (hit,) = look("CH05", Proposal("老砦路", jurisdiction="370811"))
    assert hit.verdict is Verdict.REVIEW
    assert hit.evidence[0].name == "老砦街"


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("德·贝路", "·"), ("德-贝路", "-"), ("Ａ区路", "Ａ"), ("仙营　路", "U+3000"),
        ("仙\u200b营路", "U+200B"), ("\ue000路", "U+E000"), ("MOMO路", "MOMO"),
    ],
)  # fmt: skip
def test_what_is_no_han_character_is_shown(look: Look, name: str, sign: str) -> None:
    (hit,) = look("CH01", Proposal(name))
    assert sign in hit.values["sign"]
    assert hit.span is not None


@given(st.text(alphabet="洸河太白楼路巷0123456789〇", min_size=1))
def test_han_and_digits_pass_the_script(text: str) -> None:
    from diming.rules.checks.script import _foreign

    assert list(_foreign(text)) == []


@pytest.mark.parametrize("name", ["八一路", "五四路", "三环路", "三里河路", "五里营街", "九龙路"])
def test_numbers_that_mean_something_pass(look: Look, name: str) -> None:
    assert look("NU01", Proposal(name)) == []


@pytest.mark.parametrize("name", ["一号路", "66路", "九路", "第三大街", "二十一路", "１号街"])
def test_bare_numbers_do_not(look: Look, name: str) -> None:
    (hit,) = look("NU01", Proposal(name))
    assert hit.verdict is None


def test_a_stated_meaning_is_for_people(look: Look) -> None:
    (hit,) = look("NU01", Proposal("一二九路", meaning="纪念一二·九运动"))
    assert hit.verdict is Verdict.REVIEW


@pytest.mark.parametrize("name", ["一号路", "66路", "24克拉路", "某1号路", "金港1街"])
def test_a_number_is_told_by_one_rule_at_most(look: Look, name: str) -> None:
    assert len(look("NU01", Proposal(name)) + look("NU02", Proposal(name))) <= 1


@pytest.mark.parametrize(
    "name", ["自强路", "克强街", "朱德胜街", "中山路", "邓稼先路", "臧克家路", "李强庄街"]
)
def test_parts_of_leaders_names_are_no_leaders(look: Look, name: str) -> None:
    assert look("PN01", Proposal(name)) == []


def test_an_everyday_word_that_is_also_a_leader_is_for_people(look: Look) -> None:
    (hit,) = look("PN01", Proposal("万里路"))
    assert hit.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("巴黎路", None), ("维也纳街", None), ("新西兰大道", None),
        ("东方罗马花园", Verdict.REVIEW),
        ("东京路", Verdict.REVIEW), ("万象街", Verdict.REVIEW),
    ],
)  # fmt: skip
def test_known_foreign_places(look: Look, name: str, verdict: Verdict | None) -> None:
    (hit,) = look("FN01", Proposal(name))
    assert hit.verdict is verdict


@pytest.mark.parametrize("name", ["汉城路", "罗庄路", "永和路", "胜德里", "檀香路", "圣德国际大厦"])
def test_names_that_only_look_foreign(look: Look, name: str) -> None:
    assert look("FN01", Proposal(name)) == look("FN02", Proposal(name)) == []


@pytest.mark.parametrize("name", ["公园路", "广场街", "丝路大道", "大马路", "横街", "铁道路"])
def test_generics_inside_a_specific_are_no_fault(look: Look, name: str) -> None:
    proposal = Proposal(name)
    assert look("ST01", proposal) == look("ST02", proposal) == look("ST03", proposal) == []


def test_an_unknown_generic_of_a_compound_is_for_people(look: Look) -> None:
    (hit,) = look("ST01", Proposal("时代云", FeatureClass.RESIDENTIAL))
    assert hit.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("name", "kind", "verdict"),
    [
        ("仙营轩", FeatureClass.ROAD, None), ("仙营小区", FeatureClass.WATER, None),
        ("仙营小区", FeatureClass.TOWNSHIP, None), ("仙营小区", FeatureClass.PARK, Verdict.REVIEW),
        ("洸河桥", FeatureClass.RESIDENTIAL, Verdict.REVIEW),
        ("古槐路", FeatureClass.BUILDING, Verdict.REVIEW),
    ],
)  # fmt: skip
def test_a_generic_of_another_class_is_noticed(
    look: Look, name: str, kind: FeatureClass, verdict: Verdict | None
) -> None:
    (hit,) = look("ST04", Proposal(name, kind))
    assert hit.verdict is verdict


@pytest.mark.parametrize("name", ["太白湖", "仁德里", "月亮湾", "时代云", "运河中心", "圣都国际"])
def test_estates_borrow_generics_and_invent_them(look: Look, name: str) -> None:
    assert look("ST04", Proposal(name, FeatureClass.RESIDENTIAL)) == []


def test_a_name_of_thousands_of_generics_is_read_to_its_end(look: Look) -> None:
    assert len(look("ST02", Proposal("路" * 5000))) == 1
    assert look("ST02", Proposal("路" * 5000 + "洸路")) == []


@pytest.mark.parametrize("name", ["院门口", "县门前", "南关头"])
def test_an_old_street_may_have_no_generic(look: Look, register: Register, name: str) -> None:
    proposal = Proposal(name, jurisdiction="370811")
    (hit,) = look("ST01", proposal)
    assert hit.verdict is Verdict.REVIEW
    register(name)
    assert look("ST01", proposal) == []


def test_a_road_without_a_generic_is_refused_even_if_in_use(look: Look, register: Register) -> None:
    register("古槐")
    (hit,) = look("ST01", Proposal("古槐", jurisdiction="370811"))
    assert hit.verdict is None


@pytest.mark.parametrize("name", ["壹号路", "陆拾路", "第六号路", "贰佰街"])
def test_formal_numerals_are_numbers(look: Look, name: str) -> None:
    (hit,) = look("NU01", Proposal(name))
    assert hit.verdict is None
    assert look("NU02", Proposal(name)) == []


def test_a_day_of_remembrance_means_something(look: Look) -> None:
    assert look("NU01", Proposal("九一八路")) == []


@pytest.mark.parametrize(
    ("name", "verdict"), [("一号桥路", Verdict.REVIEW), ("御景壹号路", None), ("两园1号路", None)]
)
def test_a_thing_that_bears_a_number_is_for_people(
    look: Look, name: str, verdict: Verdict | None
) -> None:
    (hit,) = look("NU02", Proposal(name))
    assert hit.verdict is verdict


@pytest.mark.parametrize("name", ["恩来路", "泽东街", "近平大道", "小平路", "润之路", "伍豪街"])
def test_given_names_and_styles_of_leaders_are_for_people(look: Look, name: str) -> None:
    (hit,) = look("PN01", Proposal(name))
    assert hit.verdict is Verdict.REVIEW


@pytest.mark.parametrize("name", ["克强路", "紫阳路", "邦国街", "小平房街", "润之堂路", "恩来寺路"])
def test_common_words_and_longer_specifics_are_no_given_names(look: Look, name: str) -> None:
    assert look("PN01", Proposal(name)) == []


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("华盛顿路", None), ("威尼斯花园", None), ("香榭丽舍小区", None), ("硅谷路", None),
        ("东方莱茵小区", Verdict.REVIEW),
    ],
)  # fmt: skip
def test_foreign_regions_and_rivers(look: Look, name: str, verdict: Verdict | None) -> None:
    (hit,) = look("FN03", Proposal(name))
    assert hit.verdict is verdict
