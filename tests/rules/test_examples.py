"""The examples in a rule file are its tests: what they promise is tried in an empty registry."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from diming.registry.store import Store
from diming.rules.check import AnyCheck
from diming.rules.examples import Failure, run_examples
from diming.rules.lexicon import Lexicons
from diming.rules.loader import validate
from diming.rules.rulesets import available, load
from diming.settings import shipped

Add = Callable[..., Path]
TODAY = "2026-11-23"
FIRES, SILENT = "- {fires: {name: 龙路}}", "- {silent: {name: 虎路}}"


@pytest.fixture
def tried(
    shelf: Path,
    checks: Mapping[str, AnyCheck],
    lexicons: Lexicons,
    new_store: Callable[[], Store],
) -> Callable[[], list[Failure]]:
    return lambda: run_examples(load(shelf, "nation", TODAY, checks), lexicons, new_store, checks)


Tried = Callable[[], list[Failure]]


def test_examples_that_hold_leave_no_failure(tried: Tried) -> None:
    assert tried() == []


@pytest.mark.parametrize(
    ("old", "new", "expected", "got"),
    [
        (FIRES, "- {fires: {name: 虎路}}", "触发", "不触发"),
        (SILENT, "- {silent: {name: 龙路}}", "不触发", "violation: 名称含有“龙”"),
        (FIRES, "- {fires: {name: 龙路}, message: 有龙}", "触发“有龙”", "violation: 名称含有“龙”"),
        (SILENT, "- {silent: {name: 虎路}, not_evaluated: true}", "未评", "不触发"),
        (FIRES, "- {fires: {name: 龙桥, feature_class: bridge}}", "触发", "不触发"),
    ],
)
def test_an_example_that_does_not_hold_is_told_with_its_spot(
    old: str, new: str, expected: str, got: str, tried: Tried, add_rule: Add
) -> None:
    path = add_rule("nation", "AA01", (old, new))
    (failure,) = tried()
    assert (failure.rule, failure.expected, failure.got) == ("AA01", expected, got)
    assert str(failure).startswith(f"{path}:1{5 if old == FIRES else 6}:5: AA01 ")


def test_an_exact_message_can_be_promised(tried: Tried, add_rule: Add) -> None:
    add_rule("nation", "AA01", (FIRES, "- {fires: {name: 龙路}, message: 名称含有“龙”}"))
    assert tried() == []


def test_the_registry_of_an_example_is_what_it_names_and_nothing_more(
    tried: Tried, add_rule: Add
) -> None:
    row = "{name: 龙路, feature_class: road, jurisdiction: '610113'}"
    add_rule(
        "nation", "AA02", ("check: contains", "check: twin"), ("{word: 龙}", "{}"),
        ("含有“{word}”", "同{rival}"),
        (FIRES, f"- {{fires: {{name: 龙路}}, registry: [{row}], message: 名称同地名库}}"),
        (SILENT, "- {silent: {name: 龙路}}"),
    )  # fmt: skip
    assert tried() == []


def test_silence_for_want_of_data_is_no_silence(tried: Tried, add_rule: Add) -> None:
    half = (("check: contains", "check: half"), ("{word: 龙}", "{}"), ("含有“{word}”", "有疑"))
    add_rule("nation", "AA02", *half)
    (failure,) = tried()
    assert "not-evaluated: 不用龙: 申请未附几何图形" in failure.got


def test_a_lent_rule_keeps_the_promise_of_its_message(
    shelf: Path,
    checks: Mapping[str, AnyCheck],
    lexicons: Lexicons,
    new_store: Callable[[], Store],
    add_set: Add,
    add_rule: Add,
) -> None:
    add_set("other", None)
    add_rule("other", "XX01", (FIRES, "- {fires: {name: 龙路}, message: 名称含有“龙”}"))
    ruleset = load(shelf, "nation+other", TODAY, checks)
    assert run_examples(ruleset, lexicons, new_store, checks) == []


def test_every_example_of_the_rules_that_ship_holds(new_store: Callable[[], Store]) -> None:
    directory = shipped("rules")
    lexicons = Lexicons(directory / "lexicons")
    failures: list[str] = []
    for one in available(directory):
        ruleset = load(directory, one.id, TODAY)
        own = tuple(r for r in ruleset.rules if r.ruleset == one.id or r.adjusted)
        ruleset = replace(ruleset, rules=own)
        failures += map(str, run_examples(ruleset, lexicons, new_store))
    assert failures == []


def test_the_rule_files_that_ship_are_sound() -> None:
    assert [fault.text("zh") for fault in validate(shipped("rules"))] == []
