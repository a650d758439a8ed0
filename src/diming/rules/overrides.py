"""Lays the changes of an authority on the rules of those above it, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from diming.model import Severity, Verdict
from diming.rules.faults import fault, mould, unknown
from diming.rules.rule import Adjustment
from diming.rules.rulefile import bases, check_message, examples_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diming.errors import RuleFileError
    from diming.rules.heads import OverrideEntry
    from diming.rules.node import Document
    from diming.rules.rule import Rule
    from diming.rules.rulefile import Known
    from diming.rules.written import Written

_LIGHTER = list(Severity)


def faults_of(
    entry: OverrideEntry, found: Document, index: int, above: Mapping[str, Rule], known: Known
) -> list[RuleFileError]:
    """What is wrong with the override at `index` of a file, given the rules it can change."""
    node = found.root.at("overrides", index)
    rule = above.get(entry.rule)
    if rule is None:
        where = node.at("rule").where
        return [unknown(("上级规则", "rule of a higher authority"), entry.rule, above, where)]
    faults: list[RuleFileError] = []
    check = known.checks[rule.check]
    if entry.params is not None:
        context: dict[str, object] = {"lexicons": known.lexicons}
        mould(check.params, node.at("params"), faults, context, _given(rule))
    if entry.message is not None:
        check_message(found, node.at("message"), check, faults)
    if not _changes(entry):
        faults.append(fault(node.where, "没有改变什么", "it changes nothing"))
    heavier = entry.severity and _LIGHTER.index(entry.severity) < _LIGHTER.index(rule.severity)
    if (heavier or entry.params is not None) and not entry.basis:
        faults.append(
            fault(
                node.where,
                "加重 severity 或改变 params 须有依据 basis",
                "a heavier severity or other params need a basis",
            )
        )
    return faults


def adjusted(rule: Rule, written: Written, index: int) -> Rule:
    """The rule as an override leaves it, its reason recorded and its basis added."""
    entry = written.head.overrides[index]
    changes: dict[str, Any] = {
        "adjusted": (*rule.adjusted, adjustment(entry, written.head.id)),
        "basis": (*rule.basis, *bases(entry.basis)),
    }
    if entry.severity is not None:
        changes["severity"] = entry.severity
    if entry.verdict is not None:
        changes["verdict"] = Verdict(entry.verdict)
    if entry.message is not None:
        changes["message"] = entry.message
    if entry.params is not None:
        laid_over = to_json({**_given(rule), **entry.params})
        changes["params"] = type(rule.params).model_validate_json(laid_over, strict=True)
    if entry.examples:
        node = written.document.root.at("overrides", index, "examples")
        changes["examples"] = examples_of(entry.examples, node)
    if entry.in_force is not None:
        changes |= {"in_force_from": entry.in_force.start, "in_force_to": entry.in_force.to}
    return replace(rule, **changes)


def adjustment(entry: OverrideEntry, ruleset_id: str) -> Adjustment:
    """The record of an override."""
    return Adjustment(ruleset_id, entry.rule, tuple(_changes(entry)), entry.reason)


def _changes(entry: OverrideEntry) -> list[str]:
    return sorted(entry.model_fields_set - {"rule", "reason", "basis", "examples"})


def _given(rule: Rule) -> dict[str, object]:
    """The parameters that the rule file gives, as it writes them."""
    given: dict[str, object] = rule.params.model_dump(
        mode="json", exclude_unset=True, by_alias=True
    )
    return given
