"""Looks whether one road is to bear two names: drawn over another, or in the middle of it.

Segments, branches and roads called after each other are one family and may meet. Structures over
or under a street (高架路, 高速公路), roads beside it (辅路) and rings laid over it have their own
names. That a road is followed by one of another name says nothing yet: names change at crossings,
and the registry knows few of those; of a new name it is asked (`runs_on`).
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import courses
from diming.model import Action, Evidence, FeatureClass
from diming.names.parse import parse
from diming.rules.check import Check, Hit, Params
from diming.rules.kin import akin
from diming.rules.lineage import own_names
from diming.rules.missing import Missing
from diming.rules.roadmap import BY_M, is_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely import Point

    from diming.names.parse import Parsed
    from diming.rules.ground import Ground
    from diming.rules.roadmap import Road
    from diming.rules.subject import Subject

# A new name for what runs on from a road is asked about by the rule on extensions.
_NEW = frozenset({Action.NAME, Action.RESERVE})


class CourseParams(Params):
    """What is one road to this program; no rule text in reach gives any of it.

    `beside_m`: lines this near run on one another. `gap_m`, `turn_deg`: how far apart two ends may
    lie and how much the way may turn where a road goes on. `structures`: generics, and `ring` a
    character, of roads that lie over, under or beside another by their nature.
    """

    beside_m: float = Field(default=10, gt=0, le=BY_M)
    together_m: float = Field(default=150, gt=0)
    gap_m: float = Field(default=30, gt=0, le=BY_M)
    turn_deg: float = Field(default=20, gt=0, lt=90)
    structures: frozenset[str]
    ring: str = "环"


def others(subject: Subject, params: CourseParams, ground: Ground) -> list[Road]:
    """The roads of other names by the drawn one that are no kin of it nor structures."""
    drawn = subject.geometry
    if not is_line(drawn):
        raise Missing("附的图形不是线, 不能与道路比对", "geometry")
    if ground.registry is None:
        raise Missing("没有地名库, 无从比对", "registry")
    if _apart(subject.parsed, params):
        return []
    own = own_names(subject) | {subject.name}
    near = subject.roads_by
    places = {road.place for road in near if road.name in own and road.place}
    return [
        road
        for road in near
        if road.name not in own
        and road.place not in places
        and not _apart(parsed := parse(road.name), params)
        and not akin(subject.parsed, parsed)
    ]


def meetings(subject: Subject, road: Road, params: CourseParams, ground: Ground) -> list[Point]:
    """Where the drawn road goes on from the end of another, or that one from its end."""
    there = ground.roadmap.ends(road, subject.zone)
    return courses.joints(subject.ends, there, params.gap_m, params.turn_deg)


def is_crossing(spot: Point, between: tuple[str, str], subject: Subject, ground: Ground) -> bool:
    """Whether a road of a third name passes where two meet."""
    return any(
        road.name not in between and ground.roadmap.plane(road, subject.zone).dwithin(spot, BY_M)
        for road in subject.roads_by
    )


def evidence_of(road: Road, detail: str) -> Evidence:
    """The other road, and how it meets."""
    spot = road.line.representative_point()
    return Evidence(
        kind="proposal" if road.id is None else "toponym",
        name=road.name,
        id=road.id,
        jurisdiction=road.jurisdiction,
        detail=detail,
        lonlat=(spot.x, spot.y),
    )


def _run(subject: Subject, params: CourseParams, ground: Ground) -> Iterator[Hit]:
    if subject.proposal.action is Action.CANCEL:
        return
    new = subject.proposal.action in _NEW
    roads = others(subject, params, ground)
    lines = [ground.roadmap.plane(road, subject.zone) for road in roads]
    stretches = courses.together_m(subject.plane, lines, params.beside_m)
    for road, shared in zip(roads, stretches, strict=True):
        if shared >= params.together_m:
            how = f"与{road.name}重叠约 {shared:.0f} 米"
        elif not (new and subject.is_claim) and _lies_within(subject, road, params, ground):
            how = f"两头都与{road.name}首尾相接、方向一致"
        else:
            continue
        yield Hit({"rival": road.name, "how": how}, evidence=(evidence_of(road, how),))


def _lies_within(subject: Subject, road: Road, params: CourseParams, ground: Ground) -> bool:
    """Whether the other road goes on from both ends: 香港路, 球场街, 香港路 in one line."""
    spots = meetings(subject, road, params, ground)
    return any(one.distance(other) > 2 * params.gap_m for one, other in combinations(spots, 2))


def _apart(parsed: Parsed, params: CourseParams) -> bool:
    other = parsed.generic_class not in (None, FeatureClass.ROAD)  # a bridge on the way
    return other or parsed.generic in params.structures or params.ring in parsed.name


CHECK = Check(
    kind="one-road",
    about="一条路只有一个名称（与别的路重叠, 或夹在中间）",
    params=CourseParams,
    placeholders=frozenset({"rival", "how"}),
    run=_run,
    mutual=True,
)
