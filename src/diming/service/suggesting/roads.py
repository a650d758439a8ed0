"""Takes names from the roads round about: the one that goes on here, branches, numbered series."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from diming.model import Action, Evidence, FeatureClass, ToponymKind, ToponymStatus
from diming.model.suggestion import Origin
from diming.names.likeness.stems import written
from diming.names.parse import COUNT, numeral, parse
from diming.service.suggesting.candidate import Candidate
from diming.service.suggesting.site import joins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.service.suggesting.site import Near, Site

# Two lines that end so near to each other are meant to meet (our own limit).
TOUCH_M = 30.0
_FEWEST = 2  # members that make a series
_NUMBER = re.compile(COUNT)


def candidates(site: Site) -> Iterator[Candidate]:
    """The names that roads within reach lend to a road; none to anything else."""
    if site.asked.feature_class is not FeatureClass.ROAD:
        return
    roads = [near for near in site.near if _is_road_in_use(near)]
    touching = (
        near for near in roads if near.distance_m is not None and near.distance_m <= TOUCH_M
    )
    for near in touching:
        yield from _derived(near, site)
    yield from _series(roads)


def _is_road_in_use(near: Near) -> bool:
    toponym = near.named.toponym
    standard = toponym.kind is ToponymKind.STANDARD and toponym.status is ToponymStatus.IN_USE
    return standard and near.named.place.feature_class is FeatureClass.ROAD


def _derived(near: Near, site: Site) -> Iterator[Candidate]:
    name, road = near.named.toponym.name, near.named.place.geometry
    if road is not None and joins(site, road, TOUCH_M):
        yield Candidate(
            name, Origin.DERIVED, f"与“{name}”首尾相接、走向一致: 沿用原名, 调整起止点",
            (_evidence(near),), near.distance_m, action=Action.EXTEND,
        )  # fmt: skip
    parsed = parse(name)
    if parsed.generic == "路" and not parsed.modifier:
        yield Candidate(
            f"{parsed.specific}支路", Origin.DERIVED, f"与“{name}”相接, 由主路派生",
            (_evidence(near),), near.distance_m, meaning=f"{name}的支路",
        )  # fmt: skip


def _series(roads: list[Near]) -> Iterator[Candidate]:
    """The next of each series that has two members or more within reach: 金港三路 after 一, 二."""
    members: defaultdict[tuple[str, str], dict[int, Near]] = defaultdict(dict)
    for near in roads:
        parsed = parse(written(near.named.toponym.name))
        if _NUMBER.fullmatch(parsed.modifier):
            family = members[parsed.specific, parsed.generic]
            family.setdefault(numeral(parsed.modifier), near)
    for (specific, generic), family in members.items():
        if len(family) >= _FEWEST:
            following = max(family) + 1
            others = "、".join(near.named.toponym.name for near in family.values())
            nearest = next(iter(family.values()))
            yield Candidate(
                written(f"{specific}{following}{generic}"),
                Origin.SERIES,
                f"附近有{others}, 依次续编",
                tuple(map(_evidence, family.values())),
                nearest.distance_m,
                meaning=f"“{specific}”序列第 {following} 条",
            )


def _evidence(near: Near) -> Evidence:
    toponym, place = near.named.toponym, near.named.place
    return Evidence(
        kind="toponym",
        name=toponym.name,
        id=toponym.id,
        jurisdiction=place.jurisdiction,
        distance_m=near.distance_m,
    )
