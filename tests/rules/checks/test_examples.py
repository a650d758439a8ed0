"""Every example of every rule that ships holds; the rule sets are complete and well formed."""

from dataclasses import replace
from functools import cache

import pytest

from diming.model import FeatureClass, Severity
from diming.registry.geopackage import GeoPackageStore
from diming.rules.checks import CHECKS
from diming.rules.examples import run_examples
from diming.rules.lexicon import Lexicons
from diming.rules.loader import validate
from diming.rules.rule import Rule
from diming.rules.rulesets import available, load
from diming.settings import shipped

DAY = "2026-11-23"
RULES = shipped("rules")
CITIES = ("jinan", "lijiang", "ningbo", "qingdao", "shanghai", "shiyan", "xian", "xiongan")
LENT = tuple(f"jining+{city}" for city in CITIES)


@cache
def _every_rule() -> tuple[Rule, ...]:
    """The rules as they are written and as each rule set below adjusts them."""
    own = [one.id for one in available(RULES)]
    return tuple(rule for name in own for rule in load(RULES, name, DAY).rules)


@pytest.mark.parametrize("ruleset", LENT)
def test_examples_of_lent_rules_hold(ruleset: str) -> None:
    """Those of the rule sets themselves are tried in tests/rules/test_examples.py."""
    found = load(RULES, ruleset, DAY)
    lent = tuple(rule for rule in found.rules if rule.reference)
    failures = run_examples(
        replace(found, rules=lent),
        Lexicons(RULES / "lexicons"),
        lambda: GeoPackageStore.create(":memory:"),
    )
    assert [str(failure) for failure in failures] == []


def test_nothing_is_wrong_with_the_files() -> None:
    assert [fault.both for fault in validate(RULES)] == []


def test_every_check_has_a_rule() -> None:
    assert {rule.check for rule in _every_rule()} == set(CHECKS)


def test_an_error_that_may_be_set_aside_rests_on_ought_not() -> None:
    for rule in _every_rule():
        if rule.overridable:
            assert any("不应" in basis.text for basis in rule.basis), rule.code


def test_avoid_is_a_warning_and_no_error() -> None:
    by_code = {rule.code: rule for rule in load(RULES, "national", DAY).rules}
    assert by_code["DU02"].severity is Severity.WARNING
    assert by_code["CH04"].severity is Severity.WARNING
    assert by_code["DU01"].severity is Severity.ERROR


def test_must_not_in_xian_weighs_more_than_avoid() -> None:
    by_code = {rule.code: rule for rule in load(RULES, "xian", DAY).rules}
    assert by_code["DU02"].severity is Severity.ERROR


def test_jining_holds_no_threshold_that_nobody_has_seen() -> None:
    codes = {rule.code for rule in load(RULES, "jining", DAY).rules}
    assert codes.isdisjoint({"GN01", "GN04", "DU03", "DI04", "RL04", "NU03", "PL02"})
    assert any("命名导则" in text for text in load(RULES, "jining", DAY).unknown)


@pytest.mark.parametrize("city", CITIES)
def test_a_city_lent_to_jining_is_a_reference(city: str) -> None:
    own = {rule.code for rule in load(RULES, city, DAY).rules if rule.ruleset == city}
    lent = [rule for rule in load(RULES, f"jining+{city}", DAY).rules if rule.reference]
    assert {rule.code for rule in lent} == own != set()
    assert {rule.severity for rule in lent} == {Severity.NOTE}
    assert all("参照" in (rule.reference or "") for rule in lent)


def test_items_seven_and_nine_are_not_held_against_roads() -> None:
    for rule in _every_rule():
        if FeatureClass.ROAD in rule.classes:
            texts = " ".join(basis.text for basis in rule.basis)
            assert "国内著名的自然地理实体" not in texts, rule.code
