"""Writes the audit of a registry: the rules with their counts, then what each of them found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diming.emit.as_json import review_dict
from diming.emit.as_text import evidence_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.errors import Language
    from diming.model import Review
    from diming.rules.rule import Rule

    # A rule, how often it found something, how often it could not tell.
    Count = tuple[Rule, int, int]

_SHOWN = 3  # evidence on the line of a finding; the table and the JSON have all


def render(
    review: Review, names: int, counts: Sequence[Count], language: Language
) -> Iterator[str]:
    """Lines of text, each with its line end: the findings by rule, then the counts."""
    zh = language == "zh"
    for rule, found, _ in counts:
        if not found:
            continue
        severity = rule.severity.zh if zh else rule.severity.value
        yield f"{rule.code} {rule.title if zh else rule.title_en} [{severity}] {found}\n"
        for result in review.results:
            for finding in result.findings:
                if finding.rule == rule.code:
                    verdict = finding.verdict.zh if zh else finding.verdict.value
                    shown = "; ".join(map(evidence_text, finding.evidence[:_SHOWN]))
                    where = result.proposal.jurisdiction or "—"
                    said = f"  {verdict} {result.proposal.name} {where}: {finding.message}"
                    yield said + (f" ({shown})\n" if shown else "\n")
        yield "\n"
    stamp = review.ruleset
    yield f"{'规则集' if zh else 'rule set'} {stamp.id} {stamp.version} ({stamp.as_of})\n"
    for rule, found, unknown in counts:
        title = rule.title if zh else rule.title_en
        yield f"  {rule.code} {title}: {found}" + (_unknown(unknown, zh) if unknown else "") + "\n"
    total = sum(found for _, found, _ in counts)
    yield (
        f"{names} 个地名, {len(review.results)} 个有意见, 共 {total} 条\n"
        if zh
        else f"{names} names, findings on {len(review.results)}, {total} in all\n"
    )


def render_json(review: Review, names: int, counts: Sequence[Count]) -> str:
    """The review as `diming check` writes it, of the names with findings, and the counts."""
    plain: dict[str, Any] = review_dict(review)
    plain["audit"] = {
        "names": names,
        "rules": [
            {"rule": rule.code, "title": rule.title, "found": found, "not-evaluated": unknown}
            for rule, found, unknown in counts
        ],
    }
    plain["summary"]["proposals"] = names
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _unknown(count: int, zh: bool) -> str:
    return f"（{count} 个缺资料, 未评）" if zh else f" ({count} not evaluated)"
