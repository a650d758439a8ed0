"""Looks whether a new name is asked for a road that only goes on from the end of one with a name.

To lengthen a road is to adjust its ends (调整起止点), which keeps the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.rules.check import Check, Hit
from diming.rules.checks.one_road import (
    CourseParams,
    evidence_of,
    is_crossing,
    meetings,
    others,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


def _run(subject: Subject, params: CourseParams, ground: Ground) -> Iterator[Hit]:
    if subject.proposal.geometry is None:
        return  # the rule on one road says that nothing is drawn
    for road in others(subject, params, ground):
        spots = meetings(subject, road, params, ground)
        if not spots:
            continue
        names = (subject.name, road.name)
        crossed = all(is_crossing(spot, names, subject, ground) for spot in spots)
        how = "相接处有别的路相交, 也可能有意在此分段" if crossed else "库中没有路在相接处相交"
        yield Hit({"rival": road.name, "how": how}, evidence=(evidence_of(road, how),))


CHECK = Check(
    kind="runs-on",
    about="接着已有道路修的路沿用原名",
    params=CourseParams,
    placeholders=frozenset({"rival", "how"}),
    run=_run,
)
