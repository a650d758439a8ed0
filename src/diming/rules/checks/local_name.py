"""Looks whether a facility is called after a road or place that lies elsewhere: 太白湖站."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Evidence, FeatureClass, ToponymKind, Verdict
from diming.registry.store import Scope
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

# What a facility may be called after: not another facility, nor the areas of authority.
_CALLED_AFTER = (
    FeatureClass.ROAD, FeatureClass.WATER, FeatureClass.MOUNTAIN, FeatureClass.VILLAGE,
    FeatureClass.PARK, FeatureClass.SITE, FeatureClass.SQUARE,
)  # fmt: skip
# Names of these are borne again in the next county (刘庄, 建设路) and tell nothing there.
_COMMON = frozenset({FeatureClass.ROAD, FeatureClass.VILLAGE})


class LocalNameParams(Params):
    """`far_m`: from how many metres on the place it is called after is not where it stands."""

    far_m: float = Field(gt=0)


def _run(subject: Subject, params: LocalNameParams, ground: Ground) -> Iterator[Hit]:
    if ground.registry is None or not subject.parsed.generic:
        return  # 孔子像 is a name of its own, called after nothing
    drawn = [
        (named, named.place.geometry)
        for named in _bearers(subject, ground)
        if named.place.geometry is not None
    ]
    if not drawn:
        return  # the registry knows no place of that name to hold against it
    here = subject.geometry
    near, distance = min(
        ((named, measure.distance_m(here, there)) for named, there in drawn),
        key=lambda pair: (pair[1], pair[0].toponym.id),
    )
    if distance <= params.far_m:
        return
    yield Hit(
        {"place": near.toponym.name, "distance": f"{distance / 1000:.1f}"},
        span=(0, len(subject.parsed.specific)),
        evidence=(
            Evidence(
                kind="toponym",
                name=near.toponym.name,
                id=near.toponym.id,
                jurisdiction=near.place.jurisdiction,
                distance_m=distance,
            ),
        ),
    )


def _bearers(subject: Subject, ground: Ground) -> list[Named]:
    """What bears, as its whole name, the specific of the facility, in the same prefectures."""
    around = subject.neighbourhood
    scope = Scope(areas=around.within(), classes=_CALLED_AFTER, live_only=True)
    parsed = subject.parsed
    names = {parsed.specific, parsed.specific + parsed.modifier}
    return [
        named
        for named in ground.store.named_exactly(names, scope)
        if named.toponym.name in names and named.toponym.kind is not ToponymKind.FORMER
        if named.place.feature_class not in _COMMON
        or around.bearing(named.place.jurisdiction) is Verdict.VIOLATION
    ]


CHECK = Check(
    kind="local-name",
    about="桥梁、车站等设施以所在地的地名命名",
    params=LocalNameParams,
    placeholders=frozenset({"place", "distance"}),
    run=_run,
)
