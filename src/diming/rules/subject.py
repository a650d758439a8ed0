"""A proposal made ready for the checks: its parts, readings, area and measures.

Whatever the applicant did not give raises `Missing` at the moment a check asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diming.geo import measure
from diming.geo.courses import End, ends
from diming.geo.plane import to_plane, zone_of
from diming.model import Action, Axis, FeatureClass, Jurisdiction, Level, ToponymStatus
from diming.names.likeness.stems import Stem, stem_of
from diming.names.parse import Parsed, parse
from diming.names.reading import Reading, read
from diming.names.spelling.romanize import romanize
from diming.registry.store import Named, Scope
from diming.rules.course import stated_axis
from diming.rules.missing import Missing
from diming.rules.neighbourhood import Neighbourhood, neighbourhood, uncovered
from diming.rules.rivals import Rival, rivals

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.model import Proposal
    from diming.rules.ground import Ground
    from diming.rules.roadmap import Road

_CLAIMS = frozenset({Action.NAME, Action.RENAME, Action.RESTORE, Action.RESERVE})


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

    @property
    def reading(self) -> Reading:
        """How the name is read, and which characters need a person's word."""
        return self._heard[0]

    @property
    def stem(self) -> Stem:
        """What the name is compared by, in every reading that may be meant."""
        return self._heard[1]

    @cached_property
    def _heard(self) -> tuple[Reading, Stem]:
        # Together, for `names.reading` remembers a name for a while and a table may be long.
        name, kind, given = self.name, self.proposal.feature_class, self.proposal.reading
        area = self.proposal.jurisdiction
        reading = read(name, given=given, feature_class=kind, area=area)
        return reading, stem_of(name, kind, given, area)

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

    @cached_property
    def zone(self) -> str:
        """The zone of the plane that the drawn geometry lies in."""
        return zone_of(self.geometry)

    @cached_property
    def plane(self) -> BaseGeometry:
        """The drawn geometry on that plane, in metres."""
        return to_plane(self.geometry, self.zone)

    @cached_property
    def ends(self) -> tuple[End, ...]:
        """Where the drawn road ends, on the plane of its zone."""
        return ends(self.plane)

    @cached_property
    def roads_by(self) -> tuple[Road, ...]:
        """The roads that the drawn one crosses, meets or runs by, itself where it is on file."""
        return self.ground.roadmap.by(self)

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
        if self.proposal.jurisdiction is not None:
            found = self.ground.area(self.proposal.jurisdiction)
            if found is None:
                raise Missing(f"地名库中没有政区 {self.proposal.jurisdiction}", "jurisdiction")
            return found
        if self.proposal.geometry is None:
            raise Missing("申请未写明政区, 也未附几何图形", "jurisdiction", "geometry")
        if len(self.drawn_in) != 1:
            raise Missing("由几何图形不能确定唯一的县级政区", "jurisdiction")
        return self.drawn_in[0]

    @cached_property
    def drawn_in(self) -> tuple[Jurisdiction, ...]:
        """The counties that the drawn geometry meets, none when nothing is drawn."""
        store, drawn = self.ground.store, self.proposal.geometry
        return () if drawn is None else tuple(store.jurisdictions_at(drawn, Level.COUNTY))

    @cached_property
    def neighbourhood(self) -> Neighbourhood:
        """The areas whose names it is compared with."""
        return neighbourhood(self)

    @cached_property
    def rivals(self) -> tuple[Rival, ...]:
        """The names nearby that it may be taken for."""
        return tuple(rivals(self, self.neighbourhood))

    @cached_property
    def uncovered(self) -> str:
        """Why the registry's names do not reach as far as the law compares; "" when they do."""
        return uncovered(self.neighbourhood, self.proposal.feature_class, self.ground)

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
            for named in self.ground.store.named_exactly([self.name], scope)
            if named.toponym.name == self.name and named.toponym.status is ToponymStatus.IN_USE
        )

    @property
    def standing(self) -> tuple[Named, ...]:
        """The names on file that it does no more than repeat; none for what is asked for."""
        return self.ground.standing.get(self.proposal.row, ())

    @property
    def is_claim(self) -> bool:
        """Whether a name is asked for that the place does not bear yet."""
        return self.proposal.action in _CLAIMS and not self.standing

    @property
    def is_road(self) -> bool:
        """Whether a street, road or lane is asked for."""
        return self.proposal.feature_class is FeatureClass.ROAD
