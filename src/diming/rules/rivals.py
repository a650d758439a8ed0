"""Finds the names of the same class round about a proposal, in the registry and in its own table.

How far round is told in `rules.reach`. For roads the law speaks of 同一个建成区; a registry has no
outlines of built-up areas, so the county stands for one: a name in a county that the proposal lies
in counts, a name in a neighbouring 市辖区 of the same prefecture, or one placed no nearer than the
prefecture, is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Level, ToponymKind, ToponymStatus, Verdict, within
from diming.registry.store import Scope
from diming.rules.missing import Missing
from diming.rules.reach import Reach, doubt, reach_of, scope_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.model import Proposal
    from diming.registry.store import KeyKind, Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_LAST_DISTRICT = 20  # 01 to 20 are 市辖区 (GB/T 2260)
_WIDE = frozenset({Level.PREFECTURE, Level.PROVINCE})


@dataclass(frozen=True, slots=True)
class Rival:
    """A name that could collide; `id` is None for a proposal of the same table, which has a `row`.

    `verdict` says whether a collision in its area is a violation or for people to judge, `scope`
    says that area, or the doubt, in words.
    """

    name: str
    jurisdiction: str | None
    reading: str | None
    geometry: BaseGeometry | None
    id: str | None
    note: str
    verdict: Verdict
    scope: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Where a proposal lies: its counties, or without one the wide `area` it was stated in."""

    reach: Reach
    counties: frozenset[str]
    area: str

    def bearing(self, code: str) -> Verdict | None:
        """What a collision with a name in `code` means; None: they have no more to do."""
        if self.reach is Reach.PROVINCE:
            return Verdict.VIOLATION if code[:2] == self.area[:2] else None
        if code[:6] in self.counties:
            return Verdict.VIOLATION
        if not self.counties:
            return Verdict.REVIEW if within(code, self.area) else None
        near = {prefecture_of(county) for county in self.counties}
        if prefecture_of(code) not in near:
            return None
        districts = self.reach is Reach.BUILT_UP and any(map(_is_district, self.counties))
        neighbours = districts and _is_district(code)
        return Verdict.REVIEW if neighbours or code.endswith("00") else None

    def within(self) -> tuple[str, ...]:
        """The areas whose names are asked for: whole prefectures, or the province."""
        if self.reach is Reach.PROVINCE:
            return (self.area[:2] + "0000",)
        if not self.counties:
            return (self.area,)
        return tuple(sorted({prefecture_of(county) for county in self.counties}))


def neighbourhood(subject: Subject, ground: Ground) -> Neighbourhood:
    """The counties a proposal is stated or drawn in; raises Missing when neither is known."""
    proposal, reach = subject.proposal, reach_of(subject.proposal.feature_class)
    drawn = proposal.geometry
    met = [] if drawn is None else ground.store.jurisdictions_at(drawn, Level.COUNTY)
    counties = {area.adcode for area in met}
    if proposal.jurisdiction is None and met:
        return Neighbourhood(reach, frozenset(counties), min(counties))
    area = subject.jurisdiction
    if area.level not in _WIDE:
        counties.add(area.adcode[:6])
    return Neighbourhood(reach, frozenset(counties), area.adcode)


def rivals(
    subject: Subject, ground: Ground, kind: KeyKind, wanted: Collection[str]
) -> Iterator[Rival]:
    """Names of the subject's class, filed under any of the keys, that its area has to do with."""
    around, asked = neighbourhood(subject, ground), subject.proposal.feature_class
    scope = Scope(areas=around.within(), classes=(asked,), live_only=True)
    for named in ground.store.find(kind, wanted, scope):
        verdict = around.bearing(named.place.jurisdiction)
        if verdict and named.toponym.kind is not ToponymKind.FORMER:
            yield _registered(named, *_judged(verdict, named.toponym.name, subject))
    for peer in ground.peers.find(kind, wanted, subject.proposal):
        verdict = around.bearing(peer.jurisdiction) if peer.jurisdiction else Verdict.REVIEW
        if verdict and peer.feature_class is asked:
            yield _of_the_table(peer, *_judged(verdict, peer.name, subject))


def require_cover(subject: Subject, ground: Ground) -> None:
    """Raises Missing when the registry's names do not reach as far as the law compares."""
    around, asked = neighbourhood(subject, ground), subject.proposal.feature_class
    if around.reach is Reach.PROVINCE:
        _require_every_prefecture(subject, ground, around.within()[0])
        return
    areas = set(around.counties) or {around.area}
    if around.reach is Reach.BUILT_UP and any(map(_is_district, around.counties)):
        for prefecture in around.within():
            siblings = ground.store.jurisdictions(level=Level.COUNTY, parent=prefecture)
            areas |= {one.adcode for one in siblings if one.district}
    scope = Scope(areas=tuple(sorted(areas)), classes=(asked,), live_only=True)
    if ground.store.count(scope) == 0:
        raise Missing("地名库中该范围没有同类地名, 无从比对", "registry")


def prefecture_of(adcode: str) -> str:
    """The code of the prefecture an area belongs to: 370811003 → 370800."""
    return adcode[:4] + "00"


def _require_every_prefecture(subject: Subject, ground: Ground, province: str) -> None:
    """The registry must hold names in all prefectures it knows of, and know of more than one."""
    kind = subject.proposal.feature_class
    every = ground.store.jurisdictions(level=Level.PREFECTURE, parent=province)
    held = [
        area.name
        for area in every
        if ground.store.count(Scope(areas=(area.adcode,), classes=(kind,), live_only=True))
    ]
    if not held:
        raise Missing("地名库中该范围没有同类地名, 无从比对", "registry")
    if len(held) < max(len(every), 2):
        raise Missing(f"地名库只有{'、'.join(held)}的乡镇, 不能比对全省", "registry")


def _judged(verdict: Verdict, rival: str, subject: Subject) -> tuple[Verdict, str]:
    """The verdict and its area in words, softened where the law's words may not reach."""
    kind = subject.proposal.feature_class
    if doubtful := doubt(subject.name, rival, kind):
        return Verdict.REVIEW, doubtful
    return verdict, scope_of(reach_of(kind), verdict)


def _is_district(code: str) -> bool:
    return 1 <= int(code[4:6]) <= _LAST_DISTRICT


def _registered(named: Named, verdict: Verdict, scope: str) -> Rival:
    toponym, place = named.toponym, named.place
    note = "预命名" if toponym.status is ToponymStatus.RESERVED else ""
    return Rival(
        toponym.name, place.jurisdiction, toponym.reading, place.geometry, toponym.id, note,
        verdict, scope,
    )  # fmt: skip


def _of_the_table(peer: Proposal, verdict: Verdict, scope: str) -> Rival:
    return Rival(
        peer.name, peer.jurisdiction, peer.reading, peer.geometry, None,
        f"同批第 {peer.row} 行", verdict, scope, peer.row,
    )  # fmt: skip
