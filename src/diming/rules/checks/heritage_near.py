"""Looks whether an old name that nobody uses any more lies near, waiting to be used again."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Evidence, FeatureClass, ToponymStatus, Verdict
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_GONE = frozenset({ToponymStatus.HISTORICAL, ToponymStatus.ABOLISHED})
_DIVISIONS = frozenset(
    {FeatureClass.TOWNSHIP, FeatureClass.COUNTY, FeatureClass.PREFECTURE, FeatureClass.PROVINCE}
)
_METRES_A_DEGREE = 111_000.0
_SHOWN = 5


class HeritageNearParams(Params):
    """`within_m`: how far from what is drawn an old name still belongs to the site."""

    within_m: float = Field(gt=0)


def _run(subject: Subject, params: HeritageNearParams, ground: Ground) -> Iterator[Hit]:
    drawn = subject.proposal.geometry
    if drawn is None:
        return  # advice that needs a place: nothing is left undecided without it
    near = [
        (away, named)
        for named in ground.store.in_box(*_box(drawn, params.within_m))
        if _lends(named) and named.place.geometry is not None
        if (away := measure.distance_m(drawn, named.place.geometry)) <= params.within_m
    ]
    if not near or any(_uses(subject.name, named) for _, named in near):
        return
    near.sort(key=lambda one: (one[0], one[1].toponym.id))
    told = near[:_SHOWN]
    yield Hit(
        {"names": "、".join(dict.fromkeys(named.toponym.name for _, named in told))},
        evidence=tuple(_evidence(away, named) for away, named in told),
        verdict=Verdict.REVIEW,
    )


def _lends(named: Named) -> bool:
    """Whether nobody uses it any more and it belongs to a site, not to a whole county."""
    return named.toponym.status in _GONE and named.place.feature_class not in _DIVISIONS


def _uses(name: str, named: Named) -> bool:
    """Whether the proposed name holds the first two characters of the old one."""
    return named.toponym.name[:2] in name


def _box(drawn: BaseGeometry, within_m: float) -> tuple[float, float, float, float]:
    west, south, east, north = drawn.bounds
    high = within_m / _METRES_A_DEGREE
    wide = high / math.cos(math.radians(max(abs(south), abs(north))))
    return west - wide, south - high, east + wide, north + high


def _evidence(away: float, named: Named) -> Evidence:
    toponym, place = named.toponym, named.place
    return Evidence(
        kind="toponym",
        name=toponym.name,
        id=toponym.id,
        jurisdiction=place.jurisdiction,
        distance_m=away,
        detail=toponym.heritage or toponym.meaning,
    )


CHECK = Check(
    kind="heritage-near",
    about="附近有没有可以重新启用的历史地名",
    params=HeritageNearParams,
    placeholders=frozenset({"names"}),
    run=_run,
)
