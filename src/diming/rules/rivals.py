"""Finds the names of the same class round about a proposal, in the registry and in its own table.

The law speaks of 同一个建成区. A registry has no outlines of built-up areas, so the county stands
for one: a name in it counts, a name in a neighbouring 市辖区 of the same prefecture, or one placed
no nearer than the prefecture, is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Level, ToponymKind, ToponymStatus, Verdict, within
from diming.registry.store import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.model import Jurisdiction, Proposal
    from diming.registry.store import KeyKind, Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_LAST_DISTRICT = 20  # 01 to 20 are 市辖区 (GB/T 2260)


@dataclass(frozen=True, slots=True)
class Rival:
    """A name that could collide; `id` is None for a proposal of the same table.

    `verdict` says whether a collision in its area is a violation or for people to judge.
    """

    name: str
    jurisdiction: str | None
    reading: str | None
    geometry: BaseGeometry | None
    id: str | None
    note: str
    verdict: Verdict


def rivals(
    subject: Subject, ground: Ground, kind: KeyKind, wanted: Collection[str]
) -> Iterator[Rival]:
    """Names of the subject's class, filed under any of the keys, that its area has to do with."""
    area, asked = subject.jurisdiction, subject.proposal.feature_class
    scope = Scope(areas=(prefecture_of(area.adcode),), classes=(asked,), live_only=True)
    for named in ground.store.find(kind, wanted, scope):
        verdict = bearing(area, named.place.jurisdiction)
        if verdict and named.toponym.kind is not ToponymKind.FORMER:
            yield _registered(named, verdict)
    for peer in ground.peers.find(kind, wanted, subject.proposal):
        verdict = bearing(area, peer.jurisdiction) if peer.jurisdiction else Verdict.REVIEW
        if verdict and peer.feature_class is asked:
            yield _of_the_table(peer, verdict)


def bearing(area: Jurisdiction, code: str) -> Verdict | None:
    """What a collision with a name in `code` means for `area`; None: they have no more to do."""
    if area.level in {Level.PREFECTURE, Level.PROVINCE}:
        return Verdict.REVIEW if within(code, area.adcode) else None
    county = area.adcode[:6]
    if within(code, county):
        return Verdict.VIOLATION
    if prefecture_of(code) != prefecture_of(county):
        return None
    neighbours = _is_district(county) and _is_district(code)
    return Verdict.REVIEW if neighbours or code.endswith("00") else None


def compared(subject: Subject, ground: Ground) -> int:
    """How many names of the class the registry has in the area and its neighbouring districts."""
    area, store = subject.jurisdiction, ground.store
    areas: tuple[str, ...] = (area.adcode[:6],)
    if area.level not in {Level.PREFECTURE, Level.PROVINCE} and _is_district(area.adcode):
        siblings = store.jurisdictions(level=Level.COUNTY, parent=prefecture_of(area.adcode))
        areas = tuple(sorted({*areas, *(one.adcode for one in siblings if one.district)}))
    scope = Scope(areas=areas, classes=(subject.proposal.feature_class,), live_only=True)
    return store.count(scope)


def prefecture_of(adcode: str) -> str:
    """The code of the prefecture an area belongs to: 370811003 → 370800."""
    return adcode[:4] + "00"


def _is_district(code: str) -> bool:
    return 1 <= int(code[4:6]) <= _LAST_DISTRICT


def _registered(named: Named, verdict: Verdict) -> Rival:
    toponym, place = named.toponym, named.place
    note = "预命名" if toponym.status is ToponymStatus.RESERVED else ""
    return Rival(
        toponym.name, place.jurisdiction, toponym.reading, place.geometry, toponym.id, note, verdict
    )


def _of_the_table(peer: Proposal, verdict: Verdict) -> Rival:
    return Rival(
        peer.name, peer.jurisdiction, peer.reading, peer.geometry, None,
        f"同批第 {peer.row} 行", verdict,
    )  # fmt: skip
