"""Tells in which areas the names that a proposal is compared with lie, and what each area means.

How far round is told in `rules.reach`. For roads the law speaks of 同一个建成区; a registry has no
outlines of built-up areas, so the county stands for one: a name in a county that the proposal lies
in counts, a name in a neighbouring 市辖区 of the same prefecture, or one placed no nearer than the
prefecture, is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Level, Verdict, within
from diming.registry.store import Scope
from diming.rules.reach import Reach, reach_of

if TYPE_CHECKING:
    from diming.model import FeatureClass
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_LAST_DISTRICT = 20  # 01 to 20 are 市辖区 (GB/T 2260)
_WIDE = frozenset({Level.PREFECTURE, Level.PROVINCE})
_CITY_WIDE = frozenset({Reach.URBAN, Reach.CITY})
_NO_NAMES = "地名库中该范围没有同类地名, 无从比对"


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
        if self.reach in _CITY_WIDE:
            return self._in_the_city(code)
        if code[:6] in self.counties:
            return Verdict.VIOLATION
        if not self.counties:
            return Verdict.REVIEW if within(code, self.area) else None
        near = {prefecture_of(county) for county in self.counties}
        if prefecture_of(code) not in near:
            return None
        neighbours = self.districts and _is_district(code)
        return Verdict.REVIEW if neighbours or code.endswith("00") else None

    def _in_the_city(self, code: str) -> Verdict | None:
        own = self.counties or {self.area}
        if prefecture_of(code) not in {prefecture_of(area) for area in own}:
            return None
        everywhere = self.reach is Reach.CITY
        both = all(map(_is_district, self.counties)) and bool(self.counties) and _is_district(code)
        return Verdict.VIOLATION if everywhere or both else Verdict.REVIEW

    @property
    def districts(self) -> bool:
        """Whether the built-up area of the proposal may go on in a neighbouring 市辖区."""
        return self.reach is Reach.BUILT_UP and any(map(_is_district, self.counties))

    def within(self) -> tuple[str, ...]:
        """The areas whose names are asked for: whole prefectures, or the province."""
        if self.reach is Reach.PROVINCE:
            return (self.area[:2] + "0000",)
        if not self.counties:
            return (self.area,)
        return tuple(sorted({prefecture_of(county) for county in self.counties}))


def neighbourhood(subject: Subject, built_up: Reach = Reach.BUILT_UP) -> Neighbourhood:
    """The counties a proposal is stated or drawn in; raises Missing when neither is known.

    `built_up` is what a city says in place of 同一个建成区.
    """
    reach = reach_of(subject.proposal.feature_class, built_up)
    counties = {area.adcode for area in subject.drawn_in}
    if subject.proposal.jurisdiction is None and counties:
        return Neighbourhood(reach, frozenset(counties), min(counties))
    area = subject.jurisdiction
    if area.level not in _WIDE:
        counties.add(area.adcode[:6])
    return Neighbourhood(reach, frozenset(counties), area.adcode)


def uncovered(around: Neighbourhood, asked: FeatureClass, ground: Ground) -> str:
    """Why the registry's names do not reach as far as the law compares; "" when they do."""
    if around.reach is Reach.PROVINCE:
        return _prefectures_lacking(around.within()[0], asked, ground)
    wide = around.reach in _CITY_WIDE or not around.counties
    areas = set(around.within() if wide else around.counties)
    if around.districts:
        for prefecture in around.within():
            siblings = ground.areas(level=Level.COUNTY, parent=prefecture)
            areas |= {one.adcode for one in siblings if one.district}
    scope = Scope(areas=tuple(sorted(areas)), classes=(asked,), live_only=True)
    return "" if ground.count(scope) else _NO_NAMES


def prefecture_of(adcode: str) -> str:
    """The code of the prefecture an area belongs to: 370811003 → 370800."""
    return adcode[:4] + "00"


def _prefectures_lacking(province: str, asked: FeatureClass, ground: Ground) -> str:
    """The registry must hold names in all prefectures it knows of, and know of more than one."""
    every = ground.areas(level=Level.PREFECTURE, parent=province)
    held = [
        area.name
        for area in every
        if ground.count(Scope(areas=(area.adcode,), classes=(asked,), live_only=True))
    ]
    if not held:
        return _NO_NAMES
    if len(held) < max(len(every), 2):
        return f"地名库只有{'、'.join(held)}的乡镇, 不能比对全省"
    return ""


def _is_district(code: str) -> bool:
    return 1 <= int(code[4:6]) <= _LAST_DISTRICT
