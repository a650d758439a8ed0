"""Two rule sets are compared as a clerk reads it: what only one has, and what differs, in words."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from diming.rules.check import AnyCheck
from diming.rules.diff import Comparison, Difference, diff
from diming.rules.rulesets import load
from diming.settings import shipped

Checks = Mapping[str, AnyCheck]
Add = Callable[..., Path]
TODAY = "2026-11-23"


def test_a_rule_set_does_not_differ_from_itself(shelf: Path, checks: Checks) -> None:
    ruleset = load(shelf, "nation", TODAY, checks)
    found = diff(ruleset, ruleset)
    assert found.same
    assert list(found.lines()) == ["nation 与 nation 没有不同 · no difference"]


def test_what_only_one_has_and_what_both_say_differently(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA02")
    add_set("city", "nation", "overrides:\n  - {rule: AA01, reason: 因, severity: note}\n"
            "  - {rule: AA02, reason: 因, enabled: false}\n")  # fmt: skip
    add_rule("city", "CC01")
    nation, city = (load(shelf, name, TODAY, checks) for name in ("nation", "city"))
    there, back = diff(nation, city), diff(city, nation)
    assert [rule.code for rule in there.only_a] == ["AA02"]
    assert [rule.code for rule in there.only_b] == ["CC01"]
    (changed,) = there.changed
    assert (changed.a.code, changed.fields) == ("AA01", (Difference("程度", "禁止", "提示"),))
    assert back.only_a == there.only_b
    assert back.only_b == there.only_a
    assert [one.fields for one in back.changed] == [(Difference("程度", "提示", "禁止"),)]
    told = "\n".join(there.lines())
    assert "~ AA01 不用龙\n    程度: 禁止 → 提示" in told
    assert "- AA02 不用龙 [禁止]" in told
    assert "+ CC01 不用龙 [禁止]" in told


@pytest.fixture(scope="module")
def cities() -> Comparison:
    return diff(*(load(shipped("rules"), city, TODAY) for city in ("jinan", "qingdao")))


def test_jinan_and_qingdao_in_words(cities: Comparison) -> None:
    told = "\n".join(cities.lines())
    assert "只在 jinan（济南市（参照）: 2018 年市区道路命名规则）:\n- RL04" in told
    assert "比对范围: 同一个建成区（以县级政区代替） → 市区（各市辖区）" in told
    assert "    只 jinan: 大街·宽度: 不小于 40 米" in told
    assert "依据（只 qingdao）: 《青岛市城市道路命名规则" in told


def test_no_word_of_a_program_reaches_the_clerk(cities: Comparison) -> None:
    words = {"params", "severity", "built_up", "whole", "red-line", "same-specific", "None", "{"}
    told = "\n".join(cities.lines())
    assert [word for word in words if word in told] == []
