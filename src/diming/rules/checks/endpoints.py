"""Looks whether a drawn road ends at the roads that the application names as its two ends."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import shapely
from pydantic import Field

from diming.geo.plane import to_plane
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.endpoints import roads_told
from diming.rules.missing import Missing
from diming.rules.rivals import neighbours_named
from diming.rules.roadmap import is_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.rules.ground import Ground
    from diming.rules.rivals import Neighbour
    from diming.rules.subject import Subject


class EndpointsParams(Params):
    """`within_m`: how near an end must lie to the middle line of the road named for it."""

    within_m: float = Field(gt=0)


def _run(subject: Subject, params: EndpointsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    proposal = subject.proposal
    told = {"起点": roads_told(proposal.start), "止点": roads_told(proposal.end)}
    if proposal.geometry is None or not is_line(proposal.geometry) or not any(told.values()):
        return  # nothing drawn, or no roads named: there is nothing to hold together
    known = {
        which: [roads for names in each if (roads := _drawn(subject, names))]
        for which, each in told.items()
    }
    lacking = [
        "或".join(sorted(min(each[at], key=len) for at in range(len(each))))
        for which, each in told.items()
        if each and not known[which]
    ]
    if any(known.values()):
        yield from _off(subject, known, params)
    if lacking:
        raise Missing(f"地名库中没有起止点所写道路的图形（{'、'.join(lacking)}）", "registry")


def _drawn(subject: Subject, names: frozenset[str]) -> list[Neighbour]:
    found = [one for one in neighbours_named(subject, names) if one.geometry is not None]
    whole = max((one.name for one in found), key=len, default="")
    return [one for one in found if one.name == whole]


def _off(
    subject: Subject, known: dict[str, list[list[Neighbour]]], params: EndpointsParams
) -> Iterator[Hit]:
    zone = subject.zone
    spots: list[BaseGeometry] = [end.point for end in subject.ends] or [subject.plane]
    told = [(which, roads) for which, roads in known.items() if roads]
    distances = {
        which: [max(_distance(spot, one, zone) for one in roads) for spot in spots]
        for which, roads in told
    }
    best = min(
        permutations(range(len(spots)), len(told))
        if len(spots) >= len(told)
        else [(0,) * len(told)],
        key=lambda places: sum(
            distances[which][place] for (which, _), place in zip(told, places, strict=True)
        ),
    )
    for (which, roads), place in zip(told, best, strict=True):
        distance = distances[which][place]
        if distance > params.within_m:
            named = "、".join(one[0].name for one in roads)
            yield Hit(
                {"which": which, "road": named, "distance": f"{distance:.0f}"},
                evidence=tuple(_evidence(one[0], distance) for one in roads),
            )


def _distance(spot: BaseGeometry, roads: list[Neighbour], zone: str) -> float:
    lines = [to_plane(one.geometry, zone) for one in roads if one.geometry is not None]
    return float(shapely.distance(spot, shapely.union_all(lines)))


def _evidence(road: Neighbour, distance: float) -> Evidence:
    return Evidence(
        kind="toponym" if road.id else "proposal",
        name=road.name,
        id=road.id,
        jurisdiction=road.jurisdiction,
        distance_m=distance,
    )


CHECK = Check(
    kind="endpoints",
    about="图形两端落在申请所写的起止道路上",
    params=EndpointsParams,
    placeholders=frozenset({"which", "road", "distance"}),
    run=_run,
)
