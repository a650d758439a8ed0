"""Compares two rule sets: what only one of them has, and what each says differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diming.rules.rule import Rule, Ruleset


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `field` is None when only A or only B has the rule (the other is None)."""

    rule: str
    title: str
    field: str | None
    a: str | None
    b: str | None

    def __str__(self) -> str:
        if self.field is not None:
            return f"~ {self.rule} {self.title}  {self.field}: {self.a} → {self.b}"
        return f"{'-' if self.b is None else '+'} {self.rule} {self.title}"


def diff(a: Ruleset, b: Ruleset) -> list[Difference]:
    """How `b` differs from `a`, by code of rule."""
    mine, theirs = ({rule.code: rule for rule in one.rules} for one in (a, b))
    found: list[Difference] = []
    for code in sorted(mine | theirs):
        left, right = mine.get(code), theirs.get(code)
        if left is not None and right is not None:
            found += _changed(left, right)
        elif left is not None:
            found.append(Difference(code, left.title, None, left.ruleset, None))
        elif right is not None:
            found.append(Difference(code, right.title, None, None, right.ruleset))
    return found


def _changed(left: Rule, right: Rule) -> list[Difference]:
    before, after = _told(left), _told(right)
    return [
        Difference(left.code, right.title, field, before[field], after[field])
        for field in before
        if before[field] != after[field]
    ]


def _told(rule: Rule) -> dict[str, str]:
    """What a rule says, field by field, as text."""
    return {
        "title": rule.title,
        "check": rule.check,
        "params": rule.params.model_dump_json(),
        "severity": rule.severity,
        "verdict": rule.verdict,
        "overridable": _yes(rule.overridable),
        "legacy_exempt": _yes(rule.legacy_exempt),
        "classes": "、".join(sorted(kind.zh for kind in rule.classes)),
        "actions": "、".join(sorted(action.zh for action in rule.actions)),
        "in_force": f"{rule.in_force_from or ''}/{rule.in_force_to or ''}",
        "message": rule.message,
        "fix": rule.fix,
        "trap": rule.trap,
        "basis": "; ".join(f"《{basis.instrument}》{basis.locator}" for basis in rule.basis),
        "reference": rule.reference or "—",
        "ruleset": rule.ruleset,
    }


def _yes(value: bool) -> str:
    return "是" if value else "否"
