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

    `proposal` and the `registry` rows use the field names of the proposals file.
    """

    fires: bool
    proposal: Mapping[str, str]
    registry: tuple[Mapping[str, str], ...] = ()
    message: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One criterion as data.

    `severity` follows the verb of the law; `verdict` is what a hit means (violation, or review
    when only a person can judge). `overridable` marks 不应: an error that an officer may set aside
    with a recorded reason. `legacy_exempt` spares names that the registry already holds in use.
    `reference` is None for a binding rule, else the title of the foreign profile it is lent from.
    `params` is an instance of the check's parameter class.
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
    overridable: bool = False
    legacy_exempt: bool = False
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules of an authority on one day, with those of the authorities above it.

    `stack` names the rule sets it is made of, lowest authority last; `unknown` says what is not
    in it because nobody has seen its text; `sha256` is over every file that made it.
    """

    id: str
    title: str
    version: str
    as_of: str
    sha256: str
    stack: tuple[str, ...]
    rules: tuple[Rule, ...]
    unknown: tuple[str, ...] = ()
