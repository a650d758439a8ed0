"""Looks for numbers mixed into a name, beyond the ordinal that stands right before a generic.

金港1街 and 大川淀1巷 are given officially; 24克拉路 and 某某1号路 are numbers in the name itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.model import Verdict
from diming.names.parse import generics
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_MIXED = re.compile(
    r"第?(?:[0-9０-９]+号?|[零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+号)"
)


class DigitsParams(Params):
    """`codes`: a pattern at the head of a name that is an official number, such as G5012."""

    codes: str = ""


def _run(subject: Subject, params: DigitsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    before = parsed.name.removesuffix(parsed.generic)
    head = re.match(params.codes, before) if params.codes else None
    for found in _MIXED.finditer(before, head.end() if head else 0):
        whole = found.span() == (0, len(before))
        counts = found[0].removeprefix("第").isdigit()
        ordinal = found.end() == len(before) and counts and parsed.generic
        if whole or ordinal:
            continue  # a bare number is the check `numeral`'s business
        # "且无实际含义": a stated meaning is for people to weigh, and so is a thing with a number.
        for_people = subject.proposal.meaning or before[found.end() :] in generics()
        yield Hit(
            {"number": found[0]},
            span=found.span(),
            verdict=Verdict.REVIEW if for_people else None,
        )


CHECK = Check(
    kind="digits",
    about="名称中数字与汉字混用",
    params=DigitsParams,
    placeholders=frozenset({"number"}),
    run=_run,
)
