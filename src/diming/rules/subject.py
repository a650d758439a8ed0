"""A proposal made ready for the checks: its parts, readings, area and measures.

Whatever the applicant did not give raises `Missing` at the moment a check asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diming.geo import measure
from diming.model import Axis, FeatureClass, Jurisdiction, Level, ToponymStatus
from diming.names.parse import Parsed, parse
from diming.names.reading import Reading, read
from diming.names.romanize import romanize
from diming.registry.store import KeyKind, Named, Scope
from diming.rules.course import stated_axis
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.model import Proposal
    from diming.rules.ground import Ground


@dataclass(frozen=True)
class Subject:
    """One proposal under review, with the ground it is reviewed on."""

    proposal: Proposal
    ground: Ground

    @property
    def name(self) -> str:
        """The proposed name as given."""
        return self.proposal.name

    @cached_property
    def parsed(self) -> Parsed:
        """Specific, modifier and generic."""
        return parse(self.name, self.proposal.feature_class)

    @cached_property
    def reading(self) -> Reading:
        """How the name is read, and which characters need a person's word."""
        return read(
            self.name, given=self.proposal.reading, feature_class=self.proposal.feature_class
        )

    @cached_property
    def romanization(self) -> str:
        """The standard spelling by the rules of 1984."""
        return romanize(self.name, self.proposal.feature_class, reading=self.reading)

    @property
    def geometry(self) -> BaseGeometry:
        """The drawn geometry in EPSG:4490."""
        if self.proposal.geometry is None:
            raise Missing("申请未附几何图形", "geometry")
        return self.proposal.geometry

    @cached_property
    def drawn_axis(self) -> Axis | None:
        """The direction of the drawn line, None when no line is drawn."""
        drawn = self.proposal.geometry
        return None if drawn is None else measure.axis(drawn)

    @cached_property
    def stated_axis(self) -> Axis | None:
        """The direction that the applicant's words tell, None when they tell none."""
        proposal = self.proposal
        return stated_axis(proposal.orientation, proposal.start, proposal.end)

    @property
    def axis(self) -> Axis:
        """The direction drawn, or stated when no line is drawn."""
        axis = self.drawn_axis or self.stated_axis
        if axis is None:
            raise Missing("申请未附线状图形, 也未写明走向", "geometry", "orientation")
        return axis

    @property
    def length_m(self) -> float:
        """The stated length, or the drawn one."""
        if self.proposal.length_m is not None:
            return self.proposal.length_m
        if self.proposal.geometry is None:
            raise Missing("申请未写明长度, 也未附几何图形", "length_m", "geometry")
        return measure.length_m(self.proposal.geometry)

    @cached_property
    def jurisdiction(self) -> Jurisdiction:
        """The area stated, or the one county the geometry lies in."""
        store = self.ground.store
        if self.proposal.jurisdiction is not None:
            found = store.jurisdiction(self.proposal.jurisdiction)
            if found is None:
                raise Missing(f"地名库中没有政区 {self.proposal.jurisdiction}", "jurisdiction")
            return found
        if self.proposal.geometry is None:
            raise Missing("申请未写明政区, 也未附几何图形", "jurisdiction", "geometry")
        areas = store.jurisdictions_at(self.proposal.geometry, Level.COUNTY)
        if len(areas) != 1:
            raise Missing("由几何图形不能确定唯一的县级政区", "jurisdiction")
        return areas[0]

    @cached_property
    def registered(self) -> tuple[Named, ...]:
        """Names in use in the same area and class that are written exactly like this one."""
        scope = Scope(
            areas=(self.jurisdiction.adcode,),
            classes=(self.proposal.feature_class,),
            live_only=True,
        )
        return tuple(
            named
            for named in self.ground.store.find(KeyKind.EXACT, [self.name], scope)
            if named.toponym.status is ToponymStatus.IN_USE
        )

    @property
    def is_road(self) -> bool:
        """Whether a street, road or lane is asked for."""
        return self.proposal.feature_class is FeatureClass.ROAD
