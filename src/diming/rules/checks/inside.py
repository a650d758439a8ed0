"""Looks whether the drawn geometry lies in the area of authority that the proposal states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field
from shapely import Point, get_coordinates, union_all

from diming.geo import measure, overlay
from diming.model import Evidence, Verdict
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.model import Jurisdiction
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class InsideParams(Params):
    """`tolerance_m`: how far beyond the reference line a part may lie without a word."""

    tolerance_m: float = Field(ge=0)


def _run(subject: Subject, params: InsideParams, ground: Ground) -> Iterator[Hit]:
    stated = subject.proposal.jurisdiction
    if stated is None:
        raise Missing("申请未写明政区, 无从核对位置", "jurisdiction")
    geometry = subject.geometry
    area = _with_outline(subject.jurisdiction, ground)
    outline = _outline(subject, area, ground)
    beyond = geometry.difference(outline)
    if _reach_m(beyond, outline) <= params.tolerance_m:
        return
    share = overlay.inside(geometry, outline)
    distance = measure.distance_m(geometry, outline)
    yield Hit(
        {"area": area.name, "outside": f"{1 - share:.0%}", "distance": f"{distance:.0f}"},
        evidence=(
            Evidence(
                kind="jurisdiction",
                name=area.name,
                id=area.adcode,
                jurisdiction=area.adcode,
                distance_m=distance,
                detail=f"图形有 {1 - share:.0%} 在界线（参考线）以外",
            ),
        ),
        verdict=Verdict.REVIEW if share > 0 else None,
    )


def _outline(subject: Subject, area: Jurisdiction, ground: Ground) -> BaseGeometry:
    """The outline of the stated area; of a road on file in several, theirs together."""
    codes = {named.place.jurisdiction for named in subject.standing} - {area.adcode}
    others = (ground.area(code) for code in sorted(codes))
    areas = [area, *(_with_outline(other, ground) for other in others if other is not None)]
    outlines = [one.geometry for one in areas if one.geometry is not None]
    if len(outlines) < len(areas):
        lacking = next(one for one in areas if one.geometry is None)
        raise Missing(f"地名库中没有{lacking.name}的界线图形", "boundary")
    return outlines[0] if len(outlines) == 1 else union_all(outlines)


def _with_outline(area: Jurisdiction, ground: Ground) -> Jurisdiction:
    """The area itself, or the county it belongs to when only that one has a polygon."""
    if area.geometry is None and len(area.adcode) > 6:
        return ground.area(area.adcode[:6]) or area
    return area


def _reach_m(beyond: BaseGeometry, area: BaseGeometry) -> float:
    """How far the part outside reaches from the area, in metres; 0 when there is none."""
    spots = get_coordinates(beyond)
    return max((measure.distance_m(Point(spot), area) for spot in spots), default=0.0)


CHECK = Check(
    kind="inside",
    about="图形位于申请所写的政区之内",
    params=InsideParams,
    placeholders=frozenset({"area", "outside", "distance"}),
    run=_run,
)
