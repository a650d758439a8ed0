"""Says verdicts, places and days the way an official paper does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diming.model import Finding, Proposal, Result

# A shape for each verdict: print without colour still tells them apart.
MARKS = {
    Verdict.VIOLATION: "■",
    Verdict.REVIEW: "▲",
    Verdict.NOT_EVALUATED: "○",
    Verdict.PASS: "√",
}
BLANK = "【待填】"


def conclusion(result: Result) -> str:
    """What the findings of a result come to, as sentences that leave the decision to people."""
    standing = [finding for finding in result.findings if finding.waiver is None]
    broken = [finding for finding in standing if finding.verdict is Verdict.VIOLATION]
    heavy = sum(finding.severity is Severity.ERROR for finding in broken)
    asked = sum(finding.verdict is Verdict.REVIEW for finding in standing)
    unseen = sum(finding.verdict is Verdict.NOT_EVALUATED for finding in standing)
    waived = len(result.findings) - len(standing)
    sentences = [
        heavy and f"有 {heavy} 项与“不得”“不以”“不应”一类规定不符，不改正或不说明理由不宜采用",
        len(broken) > heavy
        and f"有 {len(broken) - heavy} 项与“避免”“一般”一类规定不一致，"
        "采用与否由审核人决定并说明理由",
        asked and f"有 {asked} 项须由人核定",
        unseen and f"有 {unseen} 项因缺少材料未评，不算通过",
        waived and f"有 {waived} 项已经批准不予采纳，不计入结论",
        result.passed and f"另有 {len(result.passed)} 项规则通过",
    ]
    said = [sentence for sentence in sentences if sentence]
    return "；".join(said) + "。" if said else "没有适用的规则。"


def weight(finding: Finding) -> str:
    """The weight of a finding after the verb of the law: 禁止, 警示, 提示."""
    return finding.severity.zh


def position(proposal: Proposal) -> str | None:
    """Where a road runs, as notices say it; None unless both ends are given."""
    if not (proposal.start and proposal.end):
        return None
    start = proposal.start if "起" in proposal.start else f"起于{proposal.start}"
    end = proposal.end if re.search("[至止到]", proposal.end) else f"止于{proposal.end}"
    return "，".join([start, end, *measures(proposal)])


def measures(proposal: Proposal) -> Sequence[str]:
    """Length and width, as far as they are given: 长1480米, 宽24米."""
    said = []
    if proposal.length_m is not None:
        said.append(f"长{proposal.length_m:g}米")
    if proposal.width_m is not None:
        said.append(f"宽{proposal.width_m}米")
    return said


def day_words(iso: str) -> str:
    """2026-11-24 → 2026年11月24日; what is no date stays as it is."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", iso)
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else iso
