"""Reads one rule file: its shape, its check and parameters, its message, its place in the tree."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Basis, FeatureClass, Severity, Verdict
from diming.rules import document
from diming.rules.check import COMMON_PLACEHOLDERS
from diming.rules.faults import fault, mould, unknown
from diming.rules.node import Node
from diming.rules.rule import Example, Rule
from diming.rules.shapes import RuleFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from diming.errors import RuleFileError
    from diming.rules.check import AnyCheck, Params
    from diming.rules.heads import RulesetFile
    from diming.rules.node import Document
    from diming.rules.shapes import BasisText, ExampleCase


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule may speak of: the kinds of check, and the ids of the lexicons."""

    checks: Mapping[str, AnyCheck]
    lexicons: Collection[str]


def read_rule(
    path: Path, head: RulesetFile | None, known: Known, faults: list[RuleFileError]
) -> Rule | None:
    """Reads one file and adds what is wrong to `faults`; None when it is no rule.

    `head` is that of its rule set, None for a rule that lies outside of any.
    """
    found = document.read(path, faults)
    if found is None:
        return None
    file = mould(RuleFile, found.root, faults)
    params = _params(found, known, faults)
    _check_message(found, known, faults)
    if file is None:
        return None
    if path.name != f"{file.code}-{file.slug}.yaml":
        name = f"{file.code}-{file.slug}.yaml"
        where = found.root.at("code").where
        faults.append(fault(where, f"文件名应为 {name}", f"the file should be called {name}"))
    return None if params is None else _rule(file, params, head, found)


def check_message(
    found: Document, node: Node, check: AnyCheck, faults: list[RuleFileError]
) -> None:
    """Refuses placeholders that the check does not fill."""
    offered = check.placeholders | COMMON_PLACEHOLDERS
    try:
        parts = list(string.Formatter().parse(str(node.value)))
    except ValueError:
        faults.append(fault(node.where, "花括号不配对", "the braces do not match"))
        return
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        where = found.find(node, "{" + name)
        if name not in offered:
            faults.append(unknown(("占位符", "placeholder"), name, offered, where))
        elif spec or conversion:
            faults.append(
                fault(where, f"占位符只写 {{{name}}}", f"write the placeholder as {{{name}}}")
            )


def bases(texts: Iterable[BasisText]) -> tuple[Basis, ...]:
    """The texts of a file as a finding carries them."""
    return tuple(
        Basis(
            instrument=text.instrument,
            locator=text.locator,
            text=text.text,
            verified=text.verified,
            source=text.source or "",
            in_force_from=text.in_force.start if text.in_force else None,
            in_force_to=text.in_force.to if text.in_force else None,
        )
        for text in texts
    )


def examples_of(cases: Iterable[ExampleCase], node: Node) -> tuple[Example, ...]:
    """The examples of a file, each knowing where it stands."""
    return tuple(_example(case, node.at(index)) for index, case in enumerate(cases))


def _params(found: Document, known: Known, faults: list[RuleFileError]) -> Params | None:
    kind = found.root.child("check")
    if kind is None or not isinstance(kind.value, str):
        return None
    check = known.checks.get(kind.value)
    if check is None:
        faults.append(unknown(("检查", "check"), kind.value, known.checks, kind.where))
        return None
    given = found.root.child("params") or Node({}, kind.where, kind.start, kind.end)
    return mould(check.params, given, faults, {"lexicons": known.lexicons})


def _check_message(found: Document, known: Known, faults: list[RuleFileError]) -> None:
    kind, message = found.root.child("check"), found.root.child("message")
    if kind is None or message is None or not isinstance(message.value, str):
        return
    if (check := known.checks.get(str(kind.value))) is not None:
        check_message(found, message, check, faults)


def _rule(file: RuleFile, params: Params, head: RulesetFile | None, found: Document) -> Rule:
    period = file.in_force or (head.in_force if head else None)
    usual = Verdict.REVIEW if file.severity is Severity.NOTE else Verdict.VIOLATION
    classes = file.applies_to.classes
    return Rule(
        code=file.code,
        slug=file.slug,
        title=file.title,
        title_en=file.title_en,
        check=file.check,
        params=params,
        severity=file.severity,
        verdict=Verdict(file.verdict) if file.verdict else usual,
        overridable=file.overridable,
        legacy_exempt=file.legacy_exempt,
        basis=bases(file.basis),
        message=file.message,
        fix=file.fix,
        trap=file.trap,
        examples=examples_of(file.examples, found.root.at("examples")),
        classes=frozenset(FeatureClass if isinstance(classes, str) else classes),
        actions=frozenset(file.applies_to.actions),
        stating=frozenset(file.applies_to.stating),
        where=found.root.where,
        ruleset=head.id if head else "",
        in_force_from=period.start if period else None,
        in_force_to=period.to if period else None,
    )


def _example(example: ExampleCase, node: Node) -> Example:
    case = example.fires or example.silent
    return Example(
        fires=example.fires is not None,
        proposal=case.cells() if case else {},
        registry=tuple(row.cells() for row in example.registry),
        jurisdictions=tuple(area.cells() for area in example.jurisdictions),
        message=example.message,
        note=example.note or "",
        not_evaluated=example.not_evaluated,
        where=node.where,
    )
