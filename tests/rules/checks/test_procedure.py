"""Rules on procedure speak when the file of a case gives them something to speak of, not before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import Action, FeatureClass, Proposal, Verdict
from diming.registry.store import Store
from diming.rules.approver import Kind, kind_of, seat_of
from diming.rules.check import Hit
from diming.rules.checks import CHECKS
from diming.rules.ground import Ground
from diming.rules.lexicon import Lexicons
from diming.rules.missing import Missing
from diming.rules.rule import Rule
from diming.rules.rulesets import load
from diming.settings import shipped

ROAD = Proposal("济安路", jurisdiction="370811")
RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in load(shipped("rules"), "national", "2026-11-23").rules
}
PROCEDURE = sorted(code for code in RULES if code.startswith("AP"))


def look(code: str, proposal: Proposal, registry: Store | None = None) -> list[Hit]:
    ground = Ground(registry, Lexicons(shipped("rules", "lexicons")), "2026-11-23", (proposal,))
    rule = RULES[code]
    return list(CHECKS[rule.check].run(ground.subjects[0], rule.params, ground))


@pytest.mark.parametrize("code", PROCEDURE)
def test_a_name_typed_to_see_hears_nothing_of_procedure(code: str, office: Store) -> None:
    if Action.NAME in RULES[code].actions:
        assert look(code, ROAD) == []
        assert look(code, ROAD, office) == []


DAYS = st.dates(date(2022, 5, 1), date(2040, 1, 1))


@given(DAYS, st.integers(0, 60))
def test_fifteen_days_after_approval_it_is_still_in_time(approved: date, later: int) -> None:
    filed = approved + timedelta(days=later)
    hits = look("AP06", replace(ROAD, approved_on=str(approved), filed_on=str(filed)))
    assert bool(hits) == (later > 15)


@given(DAYS, st.integers(0, 15), st.integers(0, 40))
def test_the_notice_counts_from_the_right_day(approved: date, filed: int, later: int) -> None:
    """From approval by a government or 民政; from filing by another department (第十四条)."""
    case = replace(
        ROAD,
        approved_on=str(approved),
        filed_on=str(approved + timedelta(days=filed)),
        published_on=str(approved + timedelta(days=later)),
    )
    by_government = replace(case, authority="济宁市人民政府")
    by_department = replace(case, authority="济宁市交通运输局")
    by_civil_affairs = replace(case, authority="济宁市民政局")
    assert bool(look("AP07", by_government)) == (later > 15)
    assert bool(look("AP07", by_civil_affairs)) == (later > 15)
    assert bool(look("AP07", by_department)) == (later < filed or later > filed + 15)


def test_what_is_not_filed_yet_is_told_with_its_last_day() -> None:
    with pytest.raises(Missing, match="2024-03-16"):
        look("AP06", replace(ROAD, approved_on="2024-03-01"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("国务院", Kind.STATE),
        ("济宁市人民政府", Kind.GOVERNMENT),
        ("曲阜市政府", Kind.GOVERNMENT),
        ("上海市浦东新区人民政府", Kind.GOVERNMENT),
        ("济宁市民政局", Kind.CIVIL_AFFAIRS),
        ("任城区人民政府地名办公室", Kind.CIVIL_AFFAIRS),
        ("济宁高新技术产业开发区管理委员会", Kind.COMMITTEE),
        ("济宁市住房和城乡建设局", Kind.HOUSING),
        ("喻屯镇人民政府", Kind.TOWNSHIP),
        ("古槐街道办事处", Kind.TOWNSHIP),
        ("济宁市交通运输局", Kind.DEPARTMENT),
    ],
)
def test_the_kind_of_an_authority(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_the_seat_of_a_government() -> None:
    assert seat_of("山东省济宁市人民政府") == "济宁市"
    assert seat_of("曲阜市政府") == "曲阜市"


@pytest.mark.parametrize(
    ("area", "authority", "verdict"),
    [
        ("370811", "济宁市人民政府", None),
        ("370881", "曲阜市人民政府", None),
        ("370881", "济宁市人民政府", None),
        ("370811", "任城区人民政府", Verdict.REVIEW),
        ("370811", "济宁市任城区政府", Verdict.REVIEW),
        ("370811", "曲阜市人民政府", Verdict.VIOLATION),
        ("370811", "济宁市民政局", Verdict.VIOLATION),
        ("370811", "古槐街道办事处", Verdict.VIOLATION),
    ],
)
def test_who_approves_a_road(
    area: str, authority: str, verdict: Verdict | None, office: Store
) -> None:
    hits = look("AP05", replace(ROAD, jurisdiction=area, authority=authority), office)
    assert [hit.verdict or Verdict.VIOLATION for hit in hits] == ([verdict] if verdict else [])


def test_estates_are_the_housing_departments(office: Store) -> None:
    estate = replace(ROAD, name="仙营小区", feature_class=FeatureClass.RESIDENTIAL)
    assert look("AP05", replace(estate, authority="济宁市住建局"), office) == []
    assert len(look("AP05", replace(estate, authority="济宁市人民政府"), office)) == 1


@given(st.text("0123456789", min_size=1, max_size=24))
def test_a_code_has_twenty_digits(code: str) -> None:
    """Without areas to compare with, only the number of digits and what was abolished count."""
    found = look("AP08", replace(ROAD, jurisdiction=None, code=code))
    assert any("20 位" in hit.values["why"] for hit in found) == (len(code) != 20)


def test_a_code_of_an_area_that_is_no_more(office: Store) -> None:
    (hit,) = look("AP08", replace(ROAD, jurisdiction="370812", code="370882" + "0" * 14), office)
    assert hit.values["why"] == "政区代码 370882 已经停用, 今为 370812"


def test_a_renaming_without_a_ground_is_not_judged() -> None:
    with pytest.raises(Missing, match="更名理由"):
        look("AP01", replace(ROAD, action=Action.RENAME, old_name="文昌路"))
