"""Looks whether one name stands on two roads: pieces of a line, or of its name, that lie apart.

A middle that is planned and not built yet leaves such a gap too, so a person decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from pydantic import Field

from diming.geo import courses
from diming.geo.plane import from_plane, to_plane, zone_of
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.lineage import own_records
from diming.rules.roadmap import is_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_IN_LINE_DEG = 20.0


class OneNameParams(Params):
    """`apart_m`: from how many metres between pieces people must say whether they are one road."""

    apart_m: float = Field(gt=0)


def _run(subject: Subject, params: OneNameParams, ground: Ground) -> Iterator[Hit]:
    drawn = subject.proposal.geometry
    if drawn is None or not is_line(drawn):
        return  # nothing is drawn that could lie apart
    records = () if ground.registry is None else own_records(subject, ground)
    lines = [drawn] + [
        named.place.geometry
        for named in records
        if named.place.geometry is not None and is_line(named.place.geometry)
    ]
    zone = zone_of(*lines)
    whole = shapely.union_all([to_plane(line, zone) for line in lines])
    pieces = courses.alignments(whole, params.apart_m)
    if len(pieces) < 2:
        return
    first, rest = pieces[0], shapely.union_all(pieces[1:])
    gap = first.distance(rest)
    straight = courses.in_line(first, rest, _IN_LINE_DEG)
    spots = [from_plane(piece.representative_point(), zone).coords[0] for piece in pieces]
    yield Hit(
        {
            "count": str(len(pieces)),
            "gap": f"{gap:.0f}",
            "how": "两段在一条直线上, 中间可能未建" if straight else "两段不在一条直线上",
        },
        evidence=tuple(
            Evidence(
                kind="measure",
                name=subject.name,
                detail=f"第 {number} 段长约 {piece.length:.0f} 米",
                lonlat=(spot[0], spot[1]),
            )
            for number, (piece, spot) in enumerate(zip(pieces, spots, strict=True), 1)
        ),
    )


CHECK = Check(
    kind="one-name",
    about="一个路名只指一条路（各段不相远离）",
    params=OneNameParams,
    placeholders=frozenset({"count", "gap", "how"}),
    run=_run,
)
