"""Reviews proposals: runs every rule that applies and tells what each met, or what it lacked.

The same proposals, rules and registry give the same review, to the order of the findings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.model import Action, Finding, Result, Review, RulesetStamp, Severity, Verdict
from diming.rules.checks import CHECKS
from diming.rules.fingerprint import fingerprint
from diming.rules.ground import Ground
from diming.rules.missing import Missing
from diming.rules.waivers import Waivers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diming.model import Proposal
    from diming.registry.store import Named, Store
    from diming.rules.check import AnyCheck, Hit
    from diming.rules.lexicon import Lexicons
    from diming.rules.rule import Rule, Ruleset
    from diming.rules.subject import Subject

_SEVERITIES = list(Severity)
_VERDICTS = list(Verdict)
_KEEPS_ITS_NAME = frozenset({Action.EXTEND, Action.CANCEL})


@dataclass(slots=True)
class _Said:
    """What the rules have said of one proposal, and the codes of those that had nothing to say."""

    findings: list[Finding] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)

    def add(self, rule: Rule, found: list[Finding]) -> None:
        self.findings += found
        if not found:
            self.passed.append(rule.code)


def review(
    proposals: Sequence[Proposal],
    ruleset: Ruleset,
    registry: Store | None,
    lexicons: Lexicons,
    checks: Mapping[str, AnyCheck] = CHECKS,
    standing: Mapping[int, tuple[Named, ...]] = MappingProxyType({}),
) -> Review:
    """What the rules say of each proposal, in the order given; waivers are the registry's.

    `standing`: the names on file that a proposal, by its row, does no more than repeat.
    """
    ground = Ground(registry, lexicons, ruleset.as_of, proposals, standing)
    waivers = Waivers.on(ruleset.as_of, registry.waivers() if registry else ())
    said = [_Said() for _ in ground.subjects]
    for rule in ruleset.rules:  # one rule after the other: what it needs stays at hand
        for subject, so_far in zip(ground.subjects, said, strict=True):
            if _applies(rule, subject):
                so_far.add(rule, _findings(rule, checks[rule.check], subject))
    results = tuple(
        _result(subject, of_it, waivers)
        for subject, of_it in zip(ground.subjects, said, strict=True)
    )
    verdicts = [result.verdict for result in results]
    return Review(
        ruleset=RulesetStamp(
            id=ruleset.id,
            version=ruleset.version,
            sha256=ruleset.sha256,
            as_of=ruleset.as_of,
            title=ruleset.title,
            unknown=ruleset.unknown,
        ),
        results=results,
        registry_id=registry.id if registry else None,
        registry_revision=registry.revision if registry else None,
        summary={verdict: verdicts.count(verdict) for verdict in Verdict},
    )


def _result(subject: Subject, said: _Said, waivers: Waivers) -> Result:
    return Result(
        proposal=subject.proposal,
        specific=subject.parsed.specific,
        generic=subject.parsed.generic,
        reading=subject.reading.text,
        romanization=subject.romanization,
        unsure=tuple(subject.name[index] for index in subject.reading.unsure),
        findings=tuple(waivers.laid_on(found) for found in sorted(said.findings, key=_worst_first)),
        passed=tuple(said.passed),
    )


def _applies(rule: Rule, subject: Subject) -> bool:
    proposal = subject.proposal
    asked = proposal.feature_class in rule.classes and proposal.action in rule.actions
    if rule.stating and all(getattr(proposal, field) is None for field in rule.stating):
        return False
    return asked and not (rule.legacy_exempt and _inherited(subject))


def _inherited(subject: Subject) -> bool:
    """Whether the registry holds the name in use and it only goes on: no new name is asked for.

    What the applicant writes of it counts for nothing here.
    """
    if subject.standing:
        return True
    if subject.proposal.action not in _KEEPS_ITS_NAME:
        return False
    try:
        return bool(subject.registered)
    except Missing:
        return False


def _findings(rule: Rule, check: AnyCheck, subject: Subject) -> list[Finding]:
    """The findings of one rule; a check may lack something after it has met something."""
    found: list[Finding] = []
    try:
        for hit in check.run(subject, rule.params, subject.ground):
            found.append(_of_hit(rule, hit, subject))
    except Missing as missing:
        found.append(_of_missing(rule, missing, subject))
    return found


def _of_hit(rule: Rule, hit: Hit, subject: Subject) -> Finding:
    parsed = subject.parsed
    common = {"name": subject.name, "specific": parsed.specific, "generic": parsed.generic}
    lent = rule.reference is not None
    return Finding(
        rule=rule.code,
        slug=rule.slug,
        verdict=rule.verdict if lent else hit.verdict or rule.verdict,
        severity=rule.severity,
        message=rule.message.format_map({**common, **hit.values}),
        fingerprint=fingerprint(rule.code, subject.proposal, span=hit.span, evidence=hit.evidence),
        span=hit.span,
        basis=rule.basis,
        evidence=hit.evidence,
        fix=rule.fix,
        trap=rule.trap,
        reference=rule.reference,
    )


def _of_missing(rule: Rule, missing: Missing, subject: Subject) -> Finding:
    return Finding(
        rule=rule.code,
        slug=rule.slug,
        verdict=Verdict.NOT_EVALUATED,
        severity=rule.severity,
        message=f"{rule.title}: {missing.zh}",
        fingerprint=fingerprint(rule.code, subject.proposal, missing=missing.what or ("?",)),
        basis=rule.basis,
        trap=rule.trap,
        missing=missing.what,
        reference=rule.reference,
    )


def _worst_first(finding: Finding) -> tuple[int, int, str, tuple[int, int], str]:
    return (
        _SEVERITIES.index(finding.severity),
        _VERDICTS.index(finding.verdict),
        finding.rule,
        finding.span or (-1, -1),
        finding.fingerprint,
    )
