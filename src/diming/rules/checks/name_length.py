"""Counts the characters of a road's specific: long names are hard to read on a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.names.parse import stem
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class NameLengthParams(Params):
    """`longest`: how many characters the specific and its modifier may have."""

    longest: int = Field(ge=1)


def _run(subject: Subject, params: NameLengthParams, ground: Ground) -> Iterator[Hit]:
    del ground
    size = len(stem(subject.parsed))
    if size > params.longest:
        yield Hit({"size": str(size), "longest": str(params.longest)}, span=(0, size))


CHECK = Check(
    kind="name-length",
    about="专名的字数",
    params=NameLengthParams,
    placeholders=frozenset({"size", "longest"}),
    run=_run,
)
