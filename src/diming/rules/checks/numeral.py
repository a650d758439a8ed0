"""Looks for names whose specific element is a bare number: 九路, 66路, 一号大街, 支一路."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.model import Verdict
from diming.rules.check import Check, Hit, LexiconId, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_NUMBER = re.compile(r"第?[0-9０-９零〇一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟]+号?")


class NumeralParams(Params):
    """`exceptions`: a lexicon of numbers that mean something (八一, 五四).

    `designs` are what designers set before a number (支一路, 横二路): for people to judge.
    `counted` are generics that a number stands before by law or custom: 105国道, 645弄.
    """

    exceptions: LexiconId
    designs: str = ""
    counted: frozenset[str] = frozenset()


def _run(subject: Subject, params: NumeralParams, ground: Ground) -> Iterator[Hit]:
    parsed = subject.parsed
    if parsed.generic in params.counted:
        return
    before = parsed.name.removesuffix(parsed.generic)
    designed = bool(before) and before[0] in params.designs
    if not _NUMBER.fullmatch(before[1:] if designed else before):
        return
    if before in ground.lexicons.get(params.exceptions).terms:
        return
    # "且无特定含义": a stated meaning is for people to weigh.
    for_people = designed or bool(subject.proposal.meaning)
    yield Hit(
        {"number": before},
        span=(0, len(before)),
        verdict=Verdict.REVIEW if for_people else None,
    )


CHECK = Check(
    kind="numeral",
    about="专名是纯数字",
    params=NumeralParams,
    placeholders=frozenset({"number"}),
    run=_run,
)
