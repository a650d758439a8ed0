"""Looks whether a name that was announced has all that the public notice (公告) must tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.model import Proposal
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class NoticeFieldsParams(Params):
    """What a notice tells is the same everywhere."""


def _run(subject: Subject, params: NoticeFieldsParams, ground: Ground) -> Iterator[Hit]:
    del params, ground
    proposal = subject.proposal
    if proposal.published_on is None:
        return
    lacking = [what for what, given in _told(proposal).items() if not given]
    if lacking:
        yield Hit({"lacking": "、".join(lacking)})


def _told(proposal: Proposal) -> dict[str, object]:
    located = proposal.start or proposal.end or proposal.geometry is not None
    return {
        "罗马字母拼写": proposal.romanization,
        "所属政区": proposal.jurisdiction,
        "位置描述": located,
        "批准机关": proposal.authority,
        "批准时间": proposal.approved_on,
    }


CHECK = Check(
    kind="notice-fields",
    about="公告写全应写的各项",
    params=NoticeFieldsParams,
    placeholders=frozenset({"lacking"}),
    run=_run,
)
