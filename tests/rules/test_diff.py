"""Two rule sets, or two days of one, are compared rule by rule and field by field."""

from collections.abc import Callable, Mapping
from pathlib import Path

from diming.rules.check import AnyCheck
from diming.rules.diff import Difference, diff
from diming.rules.rulesets import load

Checks = Mapping[str, AnyCheck]
Add = Callable[..., Path]
TODAY = "2026-11-23"


def test_a_rule_set_does_not_differ_from_itself(shelf: Path, checks: Checks) -> None:
    ruleset = load(shelf, "nation", TODAY, checks)
    assert diff(ruleset, ruleset) == []


def test_what_only_one_has_and_what_both_say_differently(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA02")
    add_set("city", "nation", "overrides:\n  - {rule: AA01, reason: 因, severity: note}\n"
            "  - {rule: AA02, reason: 因, enabled: false}\n")  # fmt: skip
    add_rule("city", "CC01")
    nation, city = (load(shelf, name, TODAY, checks) for name in ("nation", "city"))
    found = diff(nation, city)
    assert found == [
        Difference("AA01", "不用龙", "severity", "error", "note"),
        Difference("AA02", "不用龙", None, "nation", None),
        Difference("CC01", "不用龙", None, None, "city"),
    ]
    assert [str(one) for one in found] == [
        "~ AA01 不用龙  severity: error → note",
        "- AA02 不用龙",
        "+ CC01 不用龙",
    ]
    assert [(one.rule, one.a, one.b) for one in diff(city, nation)] == [
        (one.rule, one.b, one.a) for one in found
    ]
