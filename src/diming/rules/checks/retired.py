"""Looks whether a new name was borne, and given up, by something else of its class in the city.

To give a name back to the place it was lost from is restoring it, and wanted; to give it to
another place is what some cities advise against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Evidence, Match, ToponymKind, ToponymStatus
from diming.registry.store import Scope
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_GIVEN_UP = {ToponymStatus.ABOLISHED: "已注销的名称", ToponymStatus.HISTORICAL: "历史地名"}


class RetiredParams(Params):
    """`same_site_m`: how near the old site, in metres, the name comes home."""

    same_site_m: float = Field(gt=0)


def _run(subject: Subject, params: RetiredParams, ground: Ground) -> Iterator[Hit]:
    proposal = subject.proposal
    if ground.registry is None or (proposal.jurisdiction is None and proposal.geometry is None):
        return  # the rules on names in use say what is lacking
    scope = Scope(areas=subject.neighbourhood.within(), classes=(proposal.feature_class,))
    same = [
        named
        for named in ground.registry.named_exactly([subject.name], scope)
        if named.toponym.name == subject.name
    ]
    if any(_living(named) for named in same):
        return  # a name in use is another rule's
    found = [(named, _away_m(subject, named)) for named in same]
    if any(away is not None and away <= params.same_site_m for _, away in found):
        return
    for named, away in found[:1]:
        toponym, area = named.toponym, ground.area(named.place.jurisdiction[:6])
        yield Hit(
            {
                "rival": toponym.name,
                "area": area.name if area else "",
                "what": _GIVEN_UP.get(toponym.status, "曾用名"),
            },
            (0, len(subject.name)),
            (
                Evidence(
                    "toponym",
                    toponym.name,
                    toponym.id,
                    named.place.jurisdiction,
                    Match.SAME,
                    away,
                    toponym.heritage,
                ),
            ),
        )


def _living(named: Named) -> bool:
    toponym = named.toponym
    return toponym.status not in _GIVEN_UP and toponym.kind is not ToponymKind.FORMER


def _away_m(subject: Subject, named: Named) -> float | None:
    here, there = subject.proposal.geometry, named.place.geometry
    return None if here is None or there is None else measure.distance_m(here, there)


CHECK = Check(
    kind="retired",
    about="不把已注销、已更名的旧名用到别处",
    params=RetiredParams,
    placeholders=frozenset({"rival", "area", "what"}),
    run=_run,
)
