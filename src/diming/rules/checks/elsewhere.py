"""Tells when a name holds the name of a county or town of the same city that lies elsewhere.

A road that leads to the place is called after it rightly; the program tells that by nearness only,
so the rest is for people to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Evidence, Jurisdiction, Level, within
from diming.rules.check import Check, Hit, Params
from diming.rules.neighbourhood import prefecture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_ENDINGS = ("", "区", "县", "市", "镇", "乡", "街道", "街道办事处")
_SHORTEST = 2


class ElsewhereParams(Params):
    """`far_m`: how far from the place it must lie; where nothing is drawn the areas decide."""

    far_m: float = Field(ge=0)


def _run(subject: Subject, params: ElsewhereParams, ground: Ground) -> Iterator[Hit]:
    specific = subject.parsed.specific
    if ground.registry is None or len(specific) < _SHORTEST:
        return
    named = _named(specific, subject, ground)
    if not named or any(_here(area, subject, params) for area in named):
        return
    area = min(named, key=lambda one: (len(one.adcode), one.adcode))
    yield Hit(
        {"place": area.name},
        span=(0, len(specific)),
        evidence=(Evidence("jurisdiction", area.name, area.adcode, area.adcode),),
    )


def _named(specific: str, subject: Subject, ground: Ground) -> list[Jurisdiction]:
    """Counties and towns of the same prefecture that bear the specific."""
    prefecture = prefecture_of(subject.jurisdiction.adcode)
    found = (area for ending in _ENDINGS for area in ground.areas_named(specific + ending))
    return [
        area
        for area in found
        if area.level in (Level.COUNTY, Level.TOWNSHIP) and within(area.adcode, prefecture)
    ]


def _here(area: Jurisdiction, subject: Subject, params: ElsewhereParams) -> bool:
    """Whether the proposal lies in the area, or near enough, or cannot be told apart from it."""
    code = subject.jurisdiction.adcode
    if within(code, area.adcode) or (within(area.adcode, code) and area.geometry is None):
        return True
    drawn = subject.proposal.geometry
    if drawn is None or area.geometry is None:
        return within(area.adcode, code)
    return measure.distance_m(drawn, area.geometry) <= params.far_m


CHECK = Check(
    kind="elsewhere",
    about="名称所含的县区、乡镇名与所在位置相符",
    params=ElsewhereParams,
    placeholders=frozenset({"place"}),
    run=_run,
)
