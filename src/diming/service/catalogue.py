"""Lists, explains, validates, tests and compares the rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import NotFoundError
from diming.registry.geopackage import GeoPackageStore
from diming.rules.diff import diff
from diming.rules.examples import run_examples
from diming.rules.loader import validate
from diming.rules.rulesets import available
from diming.service.desk import rules_directory, ruleset_of

if TYPE_CHECKING:
    from pathlib import Path

    from diming.errors import RuleFileError
    from diming.registry.store import Store
    from diming.rules.diff import Difference
    from diming.rules.examples import Failure
    from diming.rules.rule import Rule, Ruleset

__all__ = ["available", "compare", "explain", "ruleset_of", "try_examples", "wrong_files"]


def memory_store() -> Store:
    """An empty registry that is gone when closed; examples run against it."""
    return GeoPackageStore.create(":memory:")


def explain(ruleset: Ruleset, code: str) -> Rule:
    """The rule with this code or slug; raises NotFoundError."""
    for rule in ruleset.rules:
        if code.upper() == rule.code or code == rule.slug:
            return rule
    raise NotFoundError(
        f"规则集 {ruleset.id} 中没有规则 {code}",
        f"rule set {ruleset.id} has no rule {code}",
        mend=("diming rules list 列出全部规则", "diming rules list shows all"),
    )


def wrong_files(directory: Path | None) -> list[RuleFileError]:
    """Every mistake in a directory of rule sets."""
    return validate(directory or rules_directory())


def try_examples(ruleset_id: str, as_of: str) -> tuple[int, list[Failure]]:
    """Runs the examples of a rule set; returns how many ran and those that did not hold."""
    ruleset, lexicons = ruleset_of(ruleset_id, as_of)
    count = sum(len(rule.examples) for rule in ruleset.rules)
    return count, run_examples(ruleset, lexicons, memory_store)


def compare(id_a: str, id_b: str, as_of: str) -> list[Difference]:
    """How rule set B differs from A on a day."""
    return diff(ruleset_of(id_a, as_of)[0], ruleset_of(id_b, as_of)[0])
