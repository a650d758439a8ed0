"""Writes a review for a person at a terminal, in Chinese or English, with or without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.errors import Language
    from diming.model import Evidence, Finding, Result, Review

_MARK = {
    Verdict.VIOLATION: ("✗", "31"),
    Verdict.REVIEW: ("?", "33"),
    Verdict.NOT_EVALUATED: ("–", "34"),
    Verdict.PASS: ("✓", "32"),
}
_ENGLISH = {
    "依据": "basis", "旁证": "evidence", "出路": "way out", "误报": "false alarm when",
    "豁免": "waived", "规则集": "rule set", "地名库": "registry", "版": "revision",
    "未见": "not in this rule set", "通过规则": "rules passed", "未见官方文本": "text not verified",
    "读音待核": "readings to confirm", "无": "none", "共": "in all", "指纹": "fingerprint",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Voice:
    """How to say things to this reader."""

    language: Language
    colour: bool

    def say(self, word: str) -> str:
        return word if self.language == "zh" else _ENGLISH[word]

    def verdict(self, verdict: Verdict) -> str:
        mark, code = _MARK[verdict]
        text = f"{mark} {verdict.zh if self.language == 'zh' else verdict.value}"
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def render(review: Review, language: Language, *, colour: bool) -> Iterator[str]:
    """Lines of text, each with its line end; colour is never the only signal."""
    voice = _Voice(language, colour)
    for result in review.results:
        yield _head(result, voice)
        for finding in result.findings:
            yield from _finding(finding, voice)
        if result.unsure:
            yield f"    {voice.say('读音待核')}: {'、'.join(result.unsure)}\n"
        yield f"    {voice.say('通过规则')}: {len(result.passed)}\n\n"
    yield from _foot(review, voice)


def _foot(review: Review, voice: _Voice) -> Iterator[str]:
    stamp = review.ruleset
    registry = (
        voice.say("无")
        if review.registry_id is None
        else f"{review.registry_id[:8]} {voice.say('版')} {review.registry_revision}"
    )
    yield (
        f"{voice.say('规则集')} {stamp.id} {stamp.version} ({stamp.as_of}, {stamp.sha256[:12]}) · "
        f"{voice.say('地名库')} {registry}\n"
    )
    for unknown in stamp.unknown:
        yield f"{voice.say('未见')}: {unknown}\n"
    counts = " · ".join(
        f"{voice.verdict(verdict)} {review.summary.get(verdict, 0)}" for verdict in Verdict
    )
    yield f"{voice.say('共')} {len(review.results)}: {counts}\n"


def _head(result: Result, voice: _Voice) -> str:
    proposal = result.proposal
    where = proposal.jurisdiction or "—"
    return (
        f"{proposal.row}. {proposal.name}  {result.reading}  {result.romanization}  "
        f"[{proposal.feature_class.zh} {where} {proposal.action.zh}]  "
        f"{voice.verdict(result.verdict)}\n"
    )


def _finding(finding: Finding, voice: _Voice) -> Iterator[str]:
    severity = finding.severity.zh if voice.language == "zh" else finding.severity.value
    if finding.waiver is not None:
        head = f"{voice.say('豁免')} ({finding.waiver.person}: {finding.waiver.reason})"
    else:
        head = voice.verdict(finding.verdict)
    yield f"  {head} [{severity}] {finding.rule} {finding.message}\n"
    if finding.verdict is Verdict.NOT_EVALUATED:
        return
    for basis in finding.basis:
        doubt = "" if basis.verified else f"（{voice.say('未见官方文本')}）"
        where = f"《{basis.instrument}》{basis.locator}{doubt}"
        yield f"      {voice.say('依据')}: {where}: {basis.text}\n"
    for evidence in finding.evidence:
        yield f"      {voice.say('旁证')}: {evidence_text(evidence)}\n"
    for word, text in (("出路", finding.fix), ("误报", finding.trap)):
        if text:
            yield f"      {voice.say(word)}: {text}\n"
    yield f"      {voice.say('指纹')}: {finding.fingerprint}\n"


def evidence_text(evidence: Evidence) -> str:
    """A piece of evidence as one phrase: name, area, distance, what met."""
    distance = None if evidence.distance_m is None else f"相距 {evidence.distance_m:,.0f} 米"
    parts = (evidence.name, evidence.jurisdiction, distance, evidence.detail)
    return " · ".join(part for part in parts if part)
