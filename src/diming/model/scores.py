"""What a review of labelled names comes to: how many were found, how many accused for nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diming.model.finding import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diming.model.finding import Finding, RulesetStamp
    from diming.model.proposal import Proposal

_SPEAKS = frozenset({Verdict.VIOLATION, Verdict.REVIEW})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name as the file has it: what officials made of it (`status`), or called it (`label`)."""

    proposal: Proposal
    status: str = ""
    label: str = ""
    basis: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled name with what the rules said of it; what they could not evaluate is no word."""

    case: Labelled
    findings: tuple[Finding, ...]

    def spoken(self, *severities: Severity, violation: bool = False) -> tuple[Finding, ...]:
        """The findings of these severities; only those not left to people when `violation`."""
        wanted = {Verdict.VIOLATION} if violation else _SPEAKS
        return tuple(
            found
            for found in self.findings
            if found.severity in severities and found.verdict in wanted
        )


@dataclass(frozen=True, slots=True)
class Alarm:
    """How many of the names officially given a rule speaks of, by how heavily."""

    rule: str
    severity: Severity
    verdict: Verdict
    names: int


@dataclass(frozen=True, slots=True)
class Given:
    """The names officially given: whom the rules accuse.

    `warned` leaves out what a profile of widths or axes says, `warned_by_profile` is only that;
    `left` are rows that are no such names.
    """

    names: int
    left: int
    refused: tuple[Judged, ...]
    questioned: tuple[Judged, ...]
    warned: tuple[Judged, ...]
    warned_by_profile: tuple[Judged, ...]
    alarms: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """The names of one class (大, 洋, 怪) struck off: found, and found by a rule of the class."""

    label: str
    names: int
    found: int
    right: int
    violations: int
    missed: tuple[Judged, ...]
    misread: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A name of class 重 and the rival its reason tells of: which rules noticed the two."""

    name: str
    rival: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """A whole evaluation under a rule set."""

    ruleset: RulesetStamp
    given: Given | None
    recalls: Sequence[Recall] = field(default_factory=tuple)
    pairs: Sequence[Pair] = field(default_factory=tuple)
    unpaired: int = 0
