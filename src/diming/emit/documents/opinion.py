"""Turns the findings on a name into the fields of its 审核意见."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diming.emit.documents.rivals import distance_words, match_words
from diming.emit.documents.wording import MARKS, conclusion
from diming.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diming.emit.documents.rivals import Rival
    from diming.model import Basis, Evidence, Finding, Result
    from diming.model.suggestion import Suggestion

Facts = dict[str, Any]
_ORDER = (Verdict.VIOLATION, Verdict.REVIEW)
_OFFERED = 3  # other names on a paper; the page of the review has more
_WEIGHTS = ("error", "warning", "note")


def opinion(
    result: Result, rivals: Sequence[Rival], area: Callable[[str], str],
    alternatives: Sequence[Suggestion],
) -> Facts:  # fmt: skip
    """The fields of one name: conclusion, findings, rivals, names that would pass."""
    quoted: dict[str, int] = {}
    marks = {rival.id or rival.name: rival.mark for rival in rivals}
    spoken = [one for one in result.findings if one.verdict in _ORDER]
    spoken.sort(key=_weight)
    unseen = [one for one in result.findings if one.verdict is Verdict.NOT_EVALUATED]
    return {
        "结论": result.verdict.zh,
        "标记": MARKS[result.verdict],
        "结论说明": conclusion(result),
        "意见": [
            _finding(number, finding, marks, area, quoted)
            for number, finding in enumerate(spoken, start=1)
        ],
        "未评": [
            {"规则": finding.rule, "内容": finding.message}
            for finding in sorted(unseen, key=lambda one: one.rule)
        ],
        "通过规则": " ".join(result.passed),
        "通过数": len(result.passed),
        "相近地名": [_rival(rival, area) for rival in rivals],
        "备选": [
            {
                "序号": number,
                "名称": one.name,
                "拼写": one.result.romanization,
                "来源": one.origin.zh,
                "理由": "；".join(one.reasons),
                "结论": one.result.verdict.zh,
            }
            for number, one in enumerate(alternatives[:_OFFERED], start=1)
        ],
    }


def wants_others(result: Result) -> bool:
    """Whether a paper on this name is to offer others: not where nothing was found."""
    return result.verdict in _ORDER


def _weight(finding: Finding) -> tuple[bool, int, int, str]:
    """Errors first, then warnings, then what to look at; waived ones last."""
    return (
        finding.waiver is not None,
        _ORDER.index(finding.verdict),
        _WEIGHTS.index(finding.severity),
        finding.rule,
    )


def _finding(
    number: int, finding: Finding, marks: dict[str, str], area: Callable[[str], str],
    quoted: dict[str, int],
) -> Facts:  # fmt: skip
    waiver = finding.waiver
    return {
        "序号": number,
        "标记": MARKS[finding.verdict],
        "判定": finding.verdict.zh,
        "程度": finding.severity.zh,
        "规则": finding.rule,
        "内容": finding.message,
        "依据": [_basis(basis, number, quoted) for basis in finding.basis],
        "旁证": [_evidence(one, marks, area) for one in finding.evidence],
        "办法": finding.fix,
        "误报": finding.trap,
        "参考": finding.reference,
        "指纹": finding.fingerprint,
        "豁免": None
        if waiver is None
        else f"{waiver.reason}（{waiver.person}{f'，至 {waiver.until}' if waiver.until else ''}）",
    }


def _basis(basis: Basis, number: int, quoted: dict[str, int]) -> Facts:
    """An article with its text, which a paper prints once: `quoted` says under which finding."""
    doubt = "" if basis.verified else "（未见官方文本）"
    title = f"《{basis.instrument}》{basis.locator}"
    first = quoted.setdefault(f"{title}{basis.text}", number)
    text = basis.text if first == number else f"条文见第 {first} 项"
    return {"标题": title + doubt, "条文": text}


def _evidence(evidence: Evidence, marks: dict[str, str], area: Callable[[str], str]) -> str:
    """A rival by its number, any other evidence in full."""
    mark = marks.get(evidence.id or evidence.name) if evidence.kind == "toponym" else None
    if mark is not None:
        return f"{mark}{evidence.name}"
    where = area(evidence.jurisdiction) if evidence.jurisdiction else ""
    away = "" if evidence.distance_m is None else f"相距 {distance_words(evidence.distance_m)}"
    said = (where, away, match_words(evidence.match), evidence.detail)
    more = "，".join(part for part in said if part)
    return f"{evidence.name}（{more}）" if more else evidence.name


def _rival(rival: Rival, area: Callable[[str], str]) -> Facts:
    return {
        "标记": rival.mark,
        "名称": rival.name,
        "所在": area(rival.jurisdiction) if rival.jurisdiction else "不详",
        "关系": rival.match,
        "距离": rival.distance_words or "位置不详",
        "规则": "、".join(rival.rules),
    }
