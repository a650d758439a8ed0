"""Looks whether a road, or a named stretch of one, is longer than an authority lets one name go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.model import Evidence, Verdict
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class SegmentLengthParams(Params):
    """`max_m`: the longest stretch, itself included, that is to bear one name."""

    max_m: float = Field(gt=0)


def _run(subject: Subject, params: SegmentLengthParams, ground: Ground) -> Iterator[Hit]:
    del ground
    length = subject.length_m
    if length <= params.max_m:
        return
    proposal, drawn = subject.proposal, subject.proposal.length_m is None
    in_parts = drawn and subject.geometry.geom_type != "LineString"
    source = "图形量得" if drawn else "申请所写"
    yield Hit(
        {"length": f"{length:.0f}", "max": f"{params.max_m:.0f}"},
        evidence=(Evidence("measure", proposal.name, detail=f"{source} {length:.0f} 米"),),
        # Two carriageways drawn side by side measure twice the road.
        verdict=Verdict.REVIEW if in_parts else None,
    )


CHECK = Check(
    kind="segment-length",
    about="一个路名、一个分段的长度不超过规定",
    params=SegmentLengthParams,
    placeholders=frozenset({"length", "max"}),
    run=_run,
)
