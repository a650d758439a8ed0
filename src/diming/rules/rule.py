"""What a rule is: which check with which parameters, how heavy, on what text, with what words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diming.errors import Where
    from diming.model import Action, Basis, FeatureClass, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Example:
    """A case that proves a rule: a proposal, the names already registered, whether it fires.

    `proposal` and the `registry` rows use the field names of the proposals file; `jurisdictions`
    (adcode, name, level, geometry) are areas that the case needs beside those that ship.
    `not_evaluated` marks a silent case in which the check lacks what it needs.
    """

    fires: bool
    proposal: Mapping[str, str]
    registry: tuple[Mapping[str, str], ...] = ()
    jurisdictions: tuple[Mapping[str, str], ...] = ()
    message: str | None = None
    note: str = ""
    not_evaluated: bool = False
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An override that an authority laid on a rule of one above it: who, which, what, why."""

    ruleset: str
    rule: str
    changes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One criterion as data.

    `severity` follows the verb of the law; `verdict` is what a hit means (violation, or review
    when only a person can judge). `overridable` marks 不应: an error that an officer may set aside
    with a recorded reason. `stating`: only proposals that state one of these fields are looked at.
    `legacy_exempt` spares names that the registry already holds in use.
    `reference` is None for a binding rule, else the title of the foreign profile it is lent from.
    `params` is an instance of the check's parameter class. `ruleset` is the rule set that wrote
    it, `adjusted` the overrides of the authorities below; in force on both days and between.
    """

    code: str
    slug: str
    title: str
    check: str
    params: Any
    severity: Severity
    verdict: Verdict
    basis: tuple[Basis, ...]
    message: str
    fix: str
    trap: str
    examples: tuple[Example, ...]
    classes: frozenset[FeatureClass]
    actions: frozenset[Action]
    where: Where
    title_en: str = ""
    stating: frozenset[str] = frozenset()
    overridable: bool = False
    legacy_exempt: bool = False
    reference: str | None = None
    ruleset: str = ""
    in_force_from: str | None = None
    in_force_to: str | None = None
    adjusted: tuple[Adjustment, ...] = ()

    def in_force(self, day: str) -> bool:
        """Whether the rule holds on `day` (ISO date)."""
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules of an authority on one day, with those of the authorities above it.

    `stack` names the rule sets it is made of, lowest authority last; `unknown` says what is not
    in it because nobody has seen its text; `disabled` are the rules that an authority below took
    out; `sha256` is over every file that made it.
    """

    id: str
    title: str
    version: str
    as_of: str
    sha256: str
    stack: tuple[str, ...]
    rules: tuple[Rule, ...]
    unknown: tuple[str, ...] = ()
    disabled: tuple[Adjustment, ...] = ()
