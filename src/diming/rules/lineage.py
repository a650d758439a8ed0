"""Finds the road itself in the registry when a proposal goes on from a name already in use.

An extension or cancellation keeps its name; a renaming or restoration gives up the old one. A new
name has no road of its own yet, whatever the applicant writes as the old name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.geo import measure
from diming.model import Action, ToponymStatus, within
from diming.registry.store import Scope
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

# Two pieces of one name this near each other are taken for one road, cut by a county line, a
# crossing or a stretch that nobody has drawn; a limit of this program, no rule text gives one.
JOINED_M = 1000.0

_KEEPS = frozenset({Action.EXTEND, Action.CANCEL})
_GIVES_UP = frozenset({Action.RENAME, Action.RESTORE})


def own_names(subject: Subject) -> frozenset[str]:
    """The names that the road of the proposal bears by its own account."""
    proposal = subject.proposal
    old = {proposal.old_name} if proposal.old_name else set()
    if proposal.action in _KEEPS:
        return frozenset({proposal.name} | old)
    return frozenset(old - {proposal.name}) if proposal.action in _GIVES_UP else frozenset()


def own_records(subject: Subject, ground: Ground) -> tuple[Named, ...]:
    """The names in use that `own_names` speaks of, in the proposal's counties or joined to it.

    A road that goes on in the next county is on file there too, or at the area above both.
    """
    if subject.standing:
        return subject.standing
    names = own_names(subject)
    if not names:
        return ()
    around = subject.neighbourhood
    counties = around.counties or {around.area}
    scope = Scope(areas=around.within(), classes=(subject.proposal.feature_class,), live_only=True)
    return tuple(
        named
        for named in ground.store.named_exactly(names, scope)
        if named.toponym.name in names
        and named.toponym.status is ToponymStatus.IN_USE
        and (
            any(within(named.place.jurisdiction, county) for county in counties)
            or _joins(subject, named)
        )
    )


def _joins(subject: Subject, named: Named) -> bool:
    here, there = subject.proposal.geometry, named.place.geometry
    return here is not None and there is not None and measure.distance_m(here, there) <= JOINED_M


def require_own(subject: Subject, records: tuple[Named, ...]) -> None:
    """Raises Missing when the road whose name goes on or is given up cannot be looked at."""
    action = subject.proposal.action
    if action is Action.RENAME and not own_names(subject):
        raise Missing("申请未写明原名, 无从核对原路和更名理由", "old_name")
    if action in _KEEPS | {Action.RENAME} and not records:
        raise Missing("地名库中没有这个在用地名, 无从核对原路", "old_name")
