"""A lower authority may change a rule of a higher one, with a reason and, to tighten, a basis."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from diming.model import Severity, Verdict
from diming.rules.check import AnyCheck
from diming.rules.loader import validate
from diming.rules.rulesets import load

Checks = Mapping[str, AnyCheck]
Add = Callable[..., Path]
TODAY = "2026-11-23"
BASIS = "basis: [{instrument: 市办法, locator: 第二条, text: 不得用虎。, verified: false}]"


def override(changes: str) -> str:
    return f"overrides:\n  - {{rule: AA01, reason: 本市如此, {changes}}}\n"


def test_an_override_changes_the_rule_and_is_recorded(
    shelf: Path, add_set: Add, checks: Checks
) -> None:
    weight = "severity: warning, verdict: review"
    words = 'params: {word: 虎}, message: "有{word}"'
    add_set("city", "nation", override(f"{weight}, {words}, {BASIS}"))
    (rule,) = load(shelf, "city", TODAY, checks).rules
    assert (rule.severity, rule.verdict) == (Severity.WARNING, Verdict.REVIEW)
    assert (rule.params.word, rule.message) == ("虎", "有{word}")
    assert [basis.instrument for basis in rule.basis] == ["试验条例", "市办法"]
    (record,) = rule.adjusted
    assert (record.ruleset, record.rule, record.reason) == ("city", "AA01", "本市如此")
    assert record.changes == ("message", "params", "severity", "verdict")


def test_what_an_override_does_not_name_stays(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA01", ("龙}", "龙, times: 2}"))
    add_set("city", "nation", override(f"params: {{word: 虎}}, {BASIS}"))
    (rule,) = load(shelf, "city", TODAY, checks).rules
    assert (rule.params.word, rule.params.times) == ("虎", 2)
    assert rule.severity is Severity.ERROR


def test_an_override_holds_for_those_below_and_not_above(
    shelf: Path, add_set: Add, checks: Checks
) -> None:
    add_set("province", "nation", override("severity: note"))
    add_set("city", "province")
    severities = {
        name: load(shelf, name, TODAY, checks).rules[0].severity
        for name in ("nation", "province", "city")
    }
    assert severities == {
        "nation": Severity.ERROR, "province": Severity.NOTE, "city": Severity.NOTE,
    }  # fmt: skip


def test_an_override_waits_for_its_rule_set(shelf: Path, add_set: Add, checks: Checks) -> None:
    add_set("city", "nation", override("severity: note"), since="2020-01-01")
    assert load(shelf, "city", "2019-12-31", checks).rules[0].severity is Severity.ERROR
    assert load(shelf, "city", "2020-01-01", checks).rules[0].severity is Severity.NOTE


def test_a_rule_can_be_taken_out_and_the_reason_stays(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA02")
    add_set("city", "nation", override("enabled: false"))
    ruleset = load(shelf, "city", TODAY, checks)
    assert [rule.code for rule in ruleset.rules] == ["AA02"]
    assert [(gone.rule, gone.reason) for gone in ruleset.disabled] == [("AA01", "本市如此")]


def test_an_override_can_move_the_days_in_force(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA02")
    add_set("city", "nation", override('in_force: {from: "2022-01-01"}'))
    assert [rule.code for rule in load(shelf, "city", "2021-12-31", checks).rules] == ["AA02"]
    assert len(load(shelf, "city", "2022-01-01", checks).rules) == 2


def test_an_override_brings_examples_where_the_old_ones_no_longer_hold(
    shelf: Path, add_set: Add, checks: Checks
) -> None:
    given = "examples: [{fires: {name: 虎路}}, {silent: {name: 龙路}}]"
    add_set("city", "nation", override(f"params: {{word: 虎}}, {BASIS}, {given}"))
    (rule,) = load(shelf, "city", TODAY, checks).rules
    assert [example.proposal["name"] for example in rule.examples] == ["虎路", "龙路"]


@pytest.mark.parametrize(
    ("changes", "spot", "says"),
    [
        ("params: {word: 虎}", "{rule:", "need a basis"),
        (f"params: {{wrod: 虎}}, {BASIS}", "wrod", "unknown key 'wrod'"),
        (f"params: {{times: x}}, {BASIS}", "x}", "a whole number"),
        ('message: "有{wort}"', "{wort", "unknown placeholder 'wort'"),
        (BASIS, "{rule:", "changes nothing"),
    ],
)
def test_a_wrong_override_is_refused_at_its_spot(
    changes: str, spot: str, says: str, shelf: Path, add_set: Add, checks: Checks
) -> None:
    path = add_set("city", "nation", override(changes)) / "ruleset.yaml"
    column = path.read_text(encoding="utf-8").splitlines()[8].index(spot) + 1
    (fault,) = validate(shelf, checks)
    assert fault.text("en").startswith(f"{path}:9:{column}: ")
    assert says in fault.en


def test_a_heavier_severity_needs_a_basis_and_a_lighter_one_does_not(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA01", ("severity: error", "severity: warning"))
    add_set("city", "nation", override("severity: error"))
    (fault,) = validate(shelf, checks)
    assert "need a basis" in fault.en
    add_set("city", "nation", override("severity: note"))
    assert validate(shelf, checks) == []
