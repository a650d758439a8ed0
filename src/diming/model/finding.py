"""What the engine says of a proposal (审查意见): verdicts, articles, rivals, fingerprints."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diming.model.decision import Waiver
    from diming.model.proposal import Proposal


class Verdict(StrEnum):
    """The outcome of a rule or of a whole proposal, worst first."""

    VIOLATION = "violation"
    REVIEW = "review"
    NOT_EVALUATED = "not-evaluated"
    PASS = "pass"  # noqa: S105 - a verdict, no password

    @property
    def zh(self) -> str:
        """The word on pages and prints."""
        return {"violation": "违反", "review": "待核", "not-evaluated": "未评", "pass": "通过"}[
            self
        ]


_WORST_FIRST = tuple(Verdict)


class Severity(StrEnum):
    """How heavy a rule weighs, after the verb of the law (不得 error, 避免 warning)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def zh(self) -> str:
        """The word on pages and prints."""
        return {"error": "禁止", "warning": "警示", "note": "提示"}[self]


class Match(StrEnum):
    """How a rival name is like the proposed one."""

    SAME = "same"
    SAME_SPECIFIC = "same-specific"
    SOUND = "sound"
    SOUND_TONELESS = "sound-toneless"
    SOUND_FOLD = "sound-fold"
    SHAPE = "shape"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Basis:
    """The text a rule rests on. `verified` is False while nobody has seen the official text."""

    instrument: str
    locator: str
    text: str
    verified: bool
    source: str
    in_force_from: str | None = None
    in_force_to: str | None = None

    def in_force(self, day: str) -> bool:
        """Whether the text holds on `day` (ISO date), as far as its days are known."""
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found: a rival name, an area, a measure; `match` and `detail` say how it meets."""

    kind: str
    name: str
    id: str | None = None
    jurisdiction: str | None = None
    match: str | None = None
    distance_m: float | None = None
    detail: str | None = None
    lonlat: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one proposal.

    `span` is the half-open range of characters of the name that it speaks of, None for the whole
    record. `missing` names what a check lacked when the verdict is not-evaluated.
    """

    rule: str
    slug: str
    verdict: Verdict
    severity: Severity
    message: str
    fingerprint: str
    span: tuple[int, int] | None = None
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fix: str = ""
    trap: str = ""
    missing: tuple[str, ...] = ()
    reference: str | None = None
    waiver: Waiver | None = None


@dataclass(frozen=True, slots=True)
class RulesetStamp:
    """Which rules a review was made under, so that it can be made again.

    `unknown` says what the rule set does not hold because nobody has seen its text.
    """

    id: str
    version: str
    sha256: str
    as_of: str
    title: str = ""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """All that is said of one proposal, with how its name was read and spelt."""

    proposal: Proposal
    specific: str
    generic: str
    reading: str
    romanization: str
    unsure: tuple[str, ...]
    findings: tuple[Finding, ...]
    passed: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the findings that no waiver has accepted."""
        standing = {found.verdict for found in self.findings if found.waiver is None}
        return next((verdict for verdict in _WORST_FIRST if verdict in standing), Verdict.PASS)


@dataclass(frozen=True, slots=True)
class Review:
    """A whole review: which rules, which registry, and a result for each proposal."""

    ruleset: RulesetStamp
    results: tuple[Result, ...]
    registry_id: str | None = None
    registry_revision: int | None = None
    summary: dict[Verdict, int] = field(default_factory=dict)
