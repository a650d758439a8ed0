"""Lists, explains, validates, tests and compares the rule sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diming.errors import NotFoundError, UsageError
from diming.registry.geopackage import GeoPackageStore
from diming.rules.diff import diff
from diming.rules.examples import run_examples
from diming.rules.lexicon import Lexicons
from diming.rules.loader import validate
from diming.rules.rulesets import available, load
from diming.service.desk import rules_directory, ruleset_of

if TYPE_CHECKING:
    from pathlib import Path

    from diming.errors import RuleFileError
    from diming.registry.store import Store
    from diming.rules.diff import Comparison
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


def try_examples(
    directory: Path | None, ruleset_id: str | None, as_of: str
) -> tuple[int, list[Failure]]:
    """Runs the examples of one rule set, or of all in a directory, each rule once.

    Returns how many examples ran and those that did not hold.
    """
    root = directory or rules_directory()
    if not root.is_dir():
        raise UsageError(
            f"没有目录 {root}", f"there is no directory {root}",
            mend=("给出规则目录", "give a directory of rule sets"),
        )  # fmt: skip
    ids = [found.id for found in available(root)] if ruleset_id is None else [ruleset_id]
    lexicons = Lexicons(root / "lexicons")
    count, failures, seen = 0, [], set[str]()
    for one in ids:
        ruleset = load(root, one, as_of)
        fresh = tuple(rule for rule in ruleset.rules if str(rule.where) not in seen)
        seen |= {str(rule.where) for rule in fresh}
        count += sum(len(rule.examples) for rule in fresh)
        failures += run_examples(replace(ruleset, rules=fresh), lexicons, memory_store)
    return count, failures


def compare(id_a: str, id_b: str, as_of: str) -> Comparison:
    """How rule set B differs from A on a day."""
    return diff(ruleset_of(id_a, as_of)[0], ruleset_of(id_b, as_of)[0])
