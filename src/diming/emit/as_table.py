"""Writes a review as a table: one row for each finding, one for a proposal without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.emit.as_text import evidence_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.model import Review

HEADINGS = (
    "序号", "名称", "政区", "读音", "罗马字母拼写", "结论", "规则", "判定", "程度", "审查意见",
    "依据", "旁证", "出路", "指纹",
)  # fmt: skip


def rows(review: Review) -> Iterator[tuple[str, ...]]:
    """The cells under `HEADINGS`, as text."""
    for result in review.results:
        proposal = result.proposal
        head = (
            str(proposal.row), proposal.name, proposal.jurisdiction or "", result.reading,
            result.romanization, result.verdict.zh,
        )  # fmt: skip
        if not result.findings:
            yield (*head, *[""] * (len(HEADINGS) - len(head)))
        for finding in result.findings:
            yield (
                *head,
                finding.rule,
                finding.verdict.zh,
                finding.severity.zh,
                finding.message,
                "; ".join(f"《{basis.instrument}》{basis.locator}" for basis in finding.basis),
                "; ".join(evidence_text(evidence) for evidence in finding.evidence),
                finding.fix,
                finding.fingerprint,
            )
