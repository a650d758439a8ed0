"""Looks whether an application tells what its name means (含义、来历), and of this name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import Field

from diming.names.characters import simplify
from diming.names.parse import stem
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_SIGNS = re.compile(r"[\W_]+")


class MeaningParams(Params):
    """`vague`: what tells nothing when it is all that is said."""

    vague: list[str] = Field(min_length=1)


def _run(subject: Subject, params: MeaningParams, ground: Ground) -> Iterator[Hit]:
    del ground
    told = subject.proposal.meaning
    if told is None:
        if subject.proposal.materials is not None:  # an application, and not a name typed to see
            yield Hit({"what": "申请没有写含义、来历"})
        return
    bare = _SIGNS.sub("", simplify(told))
    if not bare or bare in params.vague:
        yield Hit({"what": f"“{told}”没有说明含义、来历"})
    elif not set(simplify(stem(subject.parsed))) & set(bare):
        yield Hit({"what": "所写含义没有提到专名的任何一个字, 是否写错了行"})


CHECK = Check(
    kind="meaning",
    about="申请写明名称的含义、来历",
    params=MeaningParams,
    placeholders=frozenset({"what"}),
    run=_run,
)
