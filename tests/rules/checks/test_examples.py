"""Every example of every rule that ships holds; the rule sets are complete and well formed."""

from collections.abc import Iterator

import pytest

from diming.model import FeatureClass, Severity
from diming.registry.geopackage import GeoPackageStore
from diming.rules.checks import CHECKS
from diming.rules.examples import run_examples
from diming.rules.lexicon import Lexicons
from diming.rules.loader import validate
from diming.rules.rule import Rule
from diming.rules.rulesets import load
from diming.settings import shipped

DAY = "2026-11-23"
RULES = shipped("rules")
SETS = ("national", "shandong", "jining", "xian", "jining+xian")


def _every_rule() -> Iterator[Rule]:
    yield from {
        (rule.where.file, rule.code): rule for name in SETS for rule in load(RULES, name, DAY).rules
    }.values()


@pytest.mark.parametrize("ruleset", SETS)
def test_examples_hold(ruleset: str) -> None:
    failures = run_examples(
        load(RULES, ruleset, DAY),
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
    assert codes.isdisjoint({"GN01", "DU03"})
    assert any("命名导则" in text for text in load(RULES, "jining", DAY).unknown)


def test_xian_lent_to_jining_is_a_reference() -> None:
    lent = [rule for rule in load(RULES, "jining+xian", DAY).rules if rule.reference]
    assert {rule.code for rule in lent} == {"GN01", "DU03"}
    assert {rule.severity for rule in lent} == {Severity.NOTE}


def test_items_seven_and_nine_are_not_held_against_roads() -> None:
    for rule in _every_rule():
        if FeatureClass.ROAD in rule.classes:
            texts = " ".join(basis.text for basis in rule.basis)
            assert "国内著名的自然地理实体" not in texts, rule.code
