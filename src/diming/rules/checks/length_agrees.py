"""Compares the length that an applicant states with the length of what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


_LINES = frozenset({"LineString", "MultiLineString"})


class LengthAgreesParams(Params):
    """How far the two lengths may differ: a share of the stated one, and always `at_least_m`."""

    share: float = Field(gt=0, lt=1)
    at_least_m: float = Field(ge=0)


def _run(subject: Subject, params: LengthAgreesParams, ground: Ground) -> Iterator[Hit]:
    del ground
    stated = subject.proposal.length_m
    if stated is None:
        return  # the applicant claims no length that could be wrong
    if subject.geometry.geom_type not in _LINES:
        raise Missing("附的图形不是线, 量不出长度", "geometry")
    drawn = measure.length_m(subject.geometry)
    tolerance = max(params.share * stated, params.at_least_m)
    if abs(stated - drawn) <= tolerance:
        return
    values = {
        "stated": f"{stated:.0f}",
        "drawn": f"{drawn:.0f}",
        "tolerance": f"{tolerance:.0f}",
    }
    detail = f"申请 {stated:.0f} 米, 图形 {drawn:.0f} 米"
    yield Hit(values, evidence=(Evidence(kind="measure", name="长度", detail=detail),))


CHECK = Check(
    kind="length-agrees",
    about="申请所写长度与图形长度相符",
    params=LengthAgreesParams,
    placeholders=frozenset({"stated", "drawn", "tolerance"}),
    run=_run,
)
