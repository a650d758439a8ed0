"""Tells when a road runs through several county-level areas, so that it is asked who approves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field
from shapely import get_dimensions

from diming.geo import overlay
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class CrossingParams(Params):
    """`at_least_m`: the shortest stretch in an area that counts; outlines are reference lines."""

    at_least_m: float = Field(ge=0)


def _run(subject: Subject, params: CrossingParams, ground: Ground) -> Iterator[Hit]:
    del ground
    geometry = subject.geometry
    met = subject.drawn_in
    if not met:
        raise Missing("地名库中没有图形所在处的县级政区界线", "boundary")
    outlines = {area.adcode: area.geometry for area in met if area.geometry is not None}
    stretches = _stretches(geometry, outlines)
    entered = [area for area in met if stretches.get(area.adcode, 0.0) >= params.at_least_m]
    if len(entered) < 2:
        return
    yield Hit(
        {"areas": "、".join(area.name for area in entered), "count": str(len(entered))},
        evidence=tuple(
            Evidence(
                kind="jurisdiction",
                name=area.name,
                id=area.adcode,
                jurisdiction=area.adcode,
                detail=f"境内 {stretches[area.adcode]:.0f} 米",
            )
            for area in entered
        ),
    )


def _stretches(geometry: BaseGeometry, outlines: dict[str, BaseGeometry]) -> dict[str, float]:
    """Metres in each area; what is no line has none, and crosses nothing here."""
    return overlay.metres_inside(geometry, outlines) if get_dimensions(geometry) == 1 else {}


CHECK = Check(
    kind="crossing",
    about="线路跨越几个县级政区",
    params=CrossingParams,
    placeholders=frozenset({"areas", "count"}),
    run=_run,
)
