"""The JSON Schemas for editors say what the loader says, and the copies in the tree are current."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diming.rules.check import AnyCheck
from diming.rules.document import read
from diming.rules.loader import validate
from diming.rules.schema import schemas, write_schemas
from diming.settings import shipped

Checks = Mapping[str, AnyCheck]
ODD: list[Any] = [None, True, 5, 1.5, "", " ", "x", "2022-05-01", [], {}, ["x"], {"x": "y"}]
PLACES = (
    "slug", "title", "params", "params.word", "params.times", "severity", "verdict", "overridable",
    "legacy_exempt", "applies_to", "applies_to.classes", "applies_to.actions", "in_force",
    "in_force.from", "in_force.to", "basis", "basis.0", "basis.0.text", "basis.0.verified",
    "basis.0.source", "fix", "examples", "examples.0", "examples.0.fires", "examples.0.fires.name",
    "examples.0.fires.length_m", "examples.1.silent", "examples.1.registry",
    "examples.1.registry.0.status", "examples.1.registry.0.jurisdiction", "examples.1.message",
    "examples.1.not_evaluated", "extra", "basis.0.extra", "examples.0.extra",
)  # fmt: skip
_GONE = object()


def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def altered(rule: dict[str, Any], place: str, value: object) -> dict[str, Any]:
    """The rule with another value, or none, at a place; as it was when there is no such place."""
    rule = copy.deepcopy(rule)
    *path, last = place.split(".")
    holder: Any = rule
    for step in path:
        holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, {})
    key: Any = int(last) if isinstance(holder, list) else last
    if value is _GONE:
        if isinstance(holder, dict):
            holder.pop(key, None)
    else:
        holder[key] = value
    return rule


@pytest.fixture(scope="module")
def sound() -> dict[str, Any]:
    return {
        "code": "AA01", "slug": "no-dragon", "title": "不用龙", "title_en": "no dragon",
        "check": "contains", "params": {"word": "龙", "times": 1}, "severity": "error",
        "overridable": True, "applies_to": {"classes": ["road"], "actions": ["name"]},
        "in_force": {"from": "2020-01-01", "to": "2099-01-01"},
        "basis": [{"instrument": "甲", "locator": "乙", "text": "丙", "verified": True,
                   "source": "丁"}],
        "message": "有{word}", "fix": "换", "trap": "无",
        "examples": [{"fires": {"name": "龙路"}},
                     {"silent": {"name": "虎路"}, "registry": [
                         {"name": "龙路", "jurisdiction": "370811", "status": "in-use"}]}],
    }  # fmt: skip


@pytest.fixture(scope="module")
def rule_schema(checks: Checks) -> jsonschema.Draft202012Validator:
    return validator(schemas(checks)["rule"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), value=st.sampled_from([*ODD, _GONE]))
def test_schema_and_loader_agree_on_what_a_rule_file_is(
    place: str,
    value: object,
    sound: dict[str, Any],
    rule_schema: jsonschema.Draft202012Validator,
    shelf: Path,
    checks: Checks,
) -> None:
    rule = altered(sound, place, value)
    path = shelf / "nation" / f"AA01-{rule.get('slug')}.yaml"
    for old in (shelf / "nation").glob("AA01*"):
        old.unlink()
    path.write_text(json.dumps(rule, ensure_ascii=False), encoding="utf-8")
    allowed = rule_schema.is_valid(rule)
    assert (validate(path, checks) == []) is allowed


def test_the_rules_that_ship_are_sound_to_an_editor_too() -> None:
    made = {name: validator(schema) for name, schema in schemas().items()}
    files = sorted(shipped("rules").glob("*/*.yaml"))
    assert files
    for path in files:
        kind = "ruleset" if path.name == "ruleset.yaml" else "rule"
        kind = "lexicon" if path.parent.name == "lexicons" else kind
        faults: list[Any] = []
        document = read(path, faults)
        assert document is not None
        assert list(made[kind].iter_errors(document.root.plain)) == []


@pytest.mark.parametrize("name", ["rule", "ruleset", "lexicon"])
def test_the_schema_in_the_tree_is_current(name: str, tmp_path: Path) -> None:
    write_schemas(tmp_path)
    kept = shipped("rules", "schema", f"{name}.json").read_text(encoding="utf-8")
    assert kept == (tmp_path / f"{name}.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(kept))
