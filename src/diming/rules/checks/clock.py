"""Counts the days from approval to filing (备案) and to the public notice (公告).

A government's or 民政 department's approval is announced within the days after it; another
department's within the days after it was filed.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from diming.model import Evidence, FeatureClass, Verdict
from diming.rules.approver import is_department, kind_of
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.model import Proposal
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_STEPS = {"filing": ("报送备案", "filed_on"), "notice": ("公告", "published_on")}
_BY_DEPARTMENTS = frozenset(
    {FeatureClass.RESIDENTIAL, FeatureClass.BUILDING, FeatureClass.BRIDGE, FeatureClass.TUNNEL,
     FeatureClass.STATION, FeatureClass.FACILITY}
)  # fmt: skip


class ClockParams(Params):
    """`step`: what must be done; `days`: within how many days, the first day not counted."""

    step: Literal["filing", "notice"]
    days: int = Field(ge=1)


def _run(subject: Subject, params: ClockParams, ground: Ground) -> Iterator[Hit]:
    del ground
    proposal = subject.proposal
    what, field = _STEPS[params.step]
    done = proposal.filed_on if params.step == "filing" else proposal.published_on
    if proposal.approved_on is None:
        if done is not None:
            raise Missing(f"写了{what}日期, 没有写批准日期", "approved_on")
        return
    begun, of_what = _begun(proposal, params, done)
    last = date.fromisoformat(begun) + timedelta(days=params.days)
    if done is None:
        raise Missing(f"{begun} {of_what}, 应在 {last} 以前{what}, 没有写{what}日期", field)
    late = date.fromisoformat(done) - date.fromisoformat(begun)
    if timedelta(0) <= late and date.fromisoformat(done) <= last:
        return
    said = f"早于{of_what}之日" if late < timedelta(0) else f"为第 {late.days} 日"
    yield Hit(
        {
            "what": what,
            "begun": f"{begun} {of_what}",
            "done": done,
            "said": said,
            "last": str(last),
        },
        evidence=(Evidence("measure", what, detail=f"{begun} 至 {done}, {late.days} 日"),),
        verdict=Verdict.REVIEW if late < timedelta(0) else None,
    )


def _begun(proposal: Proposal, params: ClockParams, done: str | None) -> tuple[str, str]:
    """From which day the days are counted, and what happened on it."""
    approved = proposal.approved_on or ""
    if params.step == "filing" or not _by_department(proposal, done):
        return approved, "批准"
    if proposal.filed_on is None:
        raise Missing("公告的期限自报送备案之日起算, 没有写备案日期", "filed_on")
    return proposal.filed_on, "报送备案"


def _by_department(proposal: Proposal, done: str | None) -> bool:
    """Whether a department other than 民政 approved; when nobody says, the class tells."""
    if proposal.authority is None:
        return proposal.feature_class in _BY_DEPARTMENTS and done is not None
    return is_department(kind_of(proposal.authority))


CHECK = Check(
    kind="clock",
    about="备案、公告的期限",
    params=ClockParams,
    placeholders=frozenset({"what", "begun", "done", "said", "last"}),
    run=_run,
)
