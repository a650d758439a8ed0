"""Writes the JSON Schemas of rule, rule-set and lexicon files, for editors that help while typing.

They are made from the shapes the loader reads by; `rules/schema/` keeps a copy in the tree.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diming.rules.checks import CHECKS
from diming.rules.heads import RulesetFile
from diming.rules.shapes import RuleFile
from diming.rules.wordlists import LexiconFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic import BaseModel

    from diming.rules.check import AnyCheck

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES: dict[str, type[BaseModel]] = {
    "rule": RuleFile,
    "ruleset": RulesetFile,
    "lexicon": LexiconFile,
}


def schemas(checks: Mapping[str, AnyCheck] = CHECKS) -> dict[str, dict[str, Any]]:
    """The schema of each kind of file: rule, ruleset, lexicon."""
    made = {
        name: {"$schema": DRAFT, **shape.model_json_schema()} for name, shape in _SHAPES.items()
    }
    rule = made["rule"]
    rule["properties"]["check"]["enum"] = sorted(checks)
    rule["allOf"] = [_params(checks[kind], rule["$defs"]) for kind in sorted(checks)]
    return made


def write_schemas(directory: Path, checks: Mapping[str, AnyCheck] = CHECKS) -> None:
    """Writes `rule.json`, `ruleset.json` and `lexicon.json`."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas(checks).items():
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        (directory / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _params(check: AnyCheck, definitions: dict[str, Any]) -> dict[str, Any]:
    """If a rule uses this check, its params are those of the check; `definitions` grow."""
    params = check.params.model_json_schema(ref_template=f"#/$defs/{check.kind}.{{model}}")
    for name, inner in params.pop("$defs", {}).items():
        definitions[f"{check.kind}.{name}"] = inner
    needed = ["params"] if params.get("required") else []
    return {
        "if": {"properties": {"check": {"const": check.kind}}, "required": ["check"]},
        "then": {"properties": {"params": params}, "required": needed},
    }
