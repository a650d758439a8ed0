"""Reviews a registry against itself: every name in use under the rules, beside all the others.

The rules are those that proposals are reviewed by, so a name that was given long ago is spared what
spares it there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diming.model import Verdict
from diming.rules.checks import CHECKS
from diming.rules.engine import review
from diming.service.standing import as_proposal, groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diming.model import FeatureClass, Finding, Result, Review
    from diming.registry.store import Store
    from diming.rules.rule import Rule, Ruleset
    from diming.service.desk import Desk
    from diming.service.standing import Group


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule had something to say of the registry, and how often it could not tell."""

    rule: Rule
    found: int
    open: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found: `review` holds the names with findings, of `names` looked at."""

    review: Review
    names: int
    tallies: tuple[Tally, ...]


def audit(desk: Desk, store: Store, area: str | None, classes: Sequence[FeatureClass]) -> Audit:
    """What the rules of the desk say of the names in use in an area, or in the whole registry."""
    standing = dict(enumerate(groups(store, area, classes), 1))
    proposals = [as_proposal(row, group) for row, group in standing.items()]
    whole = review(proposals, desk.ruleset, store, desk.lexicons, standing=standing)
    results = _once(whole.results, standing, _mutual(desk.ruleset))
    said = [result for result in results if result.findings]
    verdicts = Counter(result.verdict for result in results)
    return Audit(
        replace(
            whole,
            results=tuple(said),
            summary={verdict: verdicts[verdict] for verdict in Verdict},
        ),
        len(standing),
        tuple(_tallies(desk.ruleset, results, whole)),
    )


def _mutual(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(rule.code for rule in ruleset.rules if CHECKS[rule.check].mutual)


def _once(
    results: Iterable[Result], standing: Mapping[int, Group], mutual: frozenset[str]
) -> list[Result]:
    """The results without what could not be told; what two names are to each other, once."""
    row_of = {named.toponym.id: row for row, group in standing.items() for named in group}
    said: set[tuple[str, frozenset[int]]] = set()

    def is_news(row: int, finding: Finding) -> bool:
        if finding.verdict is Verdict.NOT_EVALUATED:
            return False
        if finding.rule not in mutual:
            return True
        others = {row_of[one.id] for one in finding.evidence if one.id in row_of}
        pair = (finding.rule, frozenset({row, *others}))
        if pair in said and others:
            return False
        said.add(pair)
        return True

    return [
        replace(
            result,
            findings=tuple(one for one in result.findings if is_news(result.proposal.row, one)),
        )
        for result in results
    ]


def _tallies(ruleset: Ruleset, told: Iterable[Result], whole: Review) -> Iterator[Tally]:
    found = Counter(finding.rule for result in told for finding in result.findings)
    unknown = Counter(
        finding.rule
        for result in whole.results
        for finding in result.findings
        if finding.verdict is Verdict.NOT_EVALUATED
    )
    for rule in ruleset.rules:
        if found[rule.code] or unknown[rule.code]:
            yield Tally(rule, found[rule.code], unknown[rule.code])
