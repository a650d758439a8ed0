"""Looks whether the three reports of an application speak of all that they must."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

Report = Literal["assessment", "expertise", "consultation"]

_REPORTS = {
    "assessment": "综合评估报告",
    "expertise": "专家论证报告",
    "consultation": "征求意见报告",
}
_SHORTEST = 10  # characters; less than this (有, 见附件) is no report to read


class ReportHeadsParams(Params):
    """For each report its heads, and the words that tell that a head is spoken of."""

    heads: dict[Report, dict[str, list[str]]] = Field(min_length=1)


def _run(subject: Subject, params: ReportHeadsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    unread: list[str] = []
    for report, heads in params.heads.items():
        text: str | None = getattr(subject.proposal, report)
        if text is None:
            continue
        if len(text) < _SHORTEST:
            unread.append(report)
            continue
        lacking = [head for head, words in heads.items() if not any(word in text for word in words)]
        if lacking:
            yield Hit({"report": _REPORTS[report], "heads": "、".join(lacking)})
    if unread:
        named = "、".join(_REPORTS[report] for report in unread)
        raise Missing(f"{named}只写了有无, 没有内容可看", *unread)


CHECK = Check(
    kind="report-heads",
    about="综合评估、专家论证、征求意见报告写到应写的各项",
    params=ReportHeadsParams,
    placeholders=frozenset({"report", "heads"}),
    run=_run,
)
