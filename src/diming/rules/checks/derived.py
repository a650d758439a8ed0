"""Looks whether a road that is called after another one lies by it: 洸河支路 off 洸河路.

A branch comes off its main road; segments and numbered roads adjoin the road or each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.kin import is_branch, is_segment, main_roads, segments, series
from diming.rules.missing import Missing
from diming.rules.rivals import neighbours_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.rivals import Neighbour
    from diming.rules.subject import Subject


class DerivedParams(Params):
    """How far it may lie from its main road: a branch `off_m`, a segment or number `by_m`.

    `landmarks` and `round` as in the rule on directions: what is no road has no main road.
    """

    off_m: float = Field(gt=0)
    by_m: float = Field(gt=0)
    landmarks: str
    round: str


def _run(subject: Subject, params: DerivedParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    branch = is_branch(parsed)
    if not branch and not (is_segment(parsed) or series(parsed)):
        return
    if not branch and _by_landmark(parsed.specific, params):
        return
    here = subject.geometry
    main = [one for one in _known(subject) if one.geometry is not None]
    if not main:
        raise Missing("地名库中没有它的主路或同系列的路, 或没有图形", "registry")
    distances = {
        id(one): measure.distance_m(here, one.geometry) for one in main if one.geometry is not None
    }
    nearest = min(main, key=lambda one: (distances[id(one)], one.name))
    distance = distances[id(nearest)]
    if distance <= (params.off_m if branch else params.by_m):
        return
    how = "应从主路分出" if branch else "应与主路或同系列的路相邻"
    yield Hit(
        {"parent": nearest.name, "distance": f"{distance:.0f}", "how": how},
        span=(0, len(subject.name) - len(parsed.generic)),
        evidence=(
            Evidence(
                kind="toponym" if nearest.id else "proposal",
                name=nearest.name,
                id=nearest.id,
                jurisdiction=nearest.jurisdiction,
                distance_m=distance,
            ),
        ),
    )


def _known(subject: Subject) -> list[Neighbour]:
    """Its main road, and for what is no branch the other segments or members of its series."""
    parsed = subject.parsed
    names = set(main_roads(parsed))
    if not is_branch(parsed):
        numbered = series(parsed)
        names |= set(numbered.members()) if numbered else segments(parsed)
    return list(neighbours_named(subject, names - {subject.name}))


def _by_landmark(specific: str, params: DerivedParams) -> bool:
    return specific[-1:] in tuple(params.landmarks) or specific[:1] in tuple(params.round)


CHECK = Check(
    kind="derived",
    about="派生路名（支路、一巷、东路）与主路相邻",
    params=DerivedParams,
    placeholders=frozenset({"parent", "distance", "how"}),
    run=_run,
)
