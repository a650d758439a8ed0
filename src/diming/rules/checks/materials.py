"""Looks whether a list of application papers has what the law asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.model import Verdict
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class Paper(Params):
    """A paper and the words lists call it by; `weighed`: whether it is needed is for people."""

    words: list[str] = Field(min_length=1)
    weighed: bool = False


class MaterialsParams(Params):
    """The papers of an application by what they are called."""

    papers: dict[str, Paper] = Field(min_length=1)


def _run(subject: Subject, params: MaterialsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    listed = subject.proposal.materials
    if listed is None:
        return
    for paper, known in params.papers.items():
        if not any(word in listed for word in known.words):
            yield Hit({"paper": paper}, verdict=Verdict.REVIEW if known.weighed else None)


CHECK = Check(
    kind="materials",
    about="申报材料齐全",
    params=MaterialsParams,
    placeholders=frozenset({"paper"}),
    run=_run,
)
