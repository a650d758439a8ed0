"""Finds the names of its class round about a proposal, in the registry and in its own table.

Which areas are looked in, and what a name in each of them means, is told in `neighbourhood`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import ToponymKind, ToponymStatus, Verdict
from diming.registry.likeness import meeting, rivals_with
from diming.registry.store import Scope
from diming.rules.reach import doubt, scope_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.names.likeness.compare import Relation
    from diming.registry.store import Named
    from diming.rules.neighbourhood import Neighbourhood
    from diming.rules.subject import Subject


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A name nearby; `id` is None for a proposal of the same table, which has a `row`.

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
class Rival:
    """A name nearby that may be taken for the proposed one, and how."""

    neighbour: Neighbour
    relation: Relation


def rivals(subject: Subject, around: Neighbourhood) -> Iterator[Rival]:
    """The rivals of a proposal in the areas round about it."""
    scope, store = _scope(subject, around), subject.ground.store
    for found in rivals_with(store, subject.name, subject.stem, scope):
        if neighbour := _registered(found.named, around, subject):
            yield Rival(neighbour, found.relation)
    for peer in subject.ground.peers.alike(subject):
        met = meeting(subject.name, subject.stem, peer.name, peer.stem)
        if met and (neighbour := _of_the_table(peer, around, subject)):
            yield Rival(neighbour, met)


def neighbours_named(subject: Subject, names: Iterable[str]) -> Iterator[Neighbour]:
    """The names nearby that are, simplified, one of `names`."""
    wanted, around = tuple(names), subject.neighbourhood
    for named in subject.ground.store.named_exactly(wanted, _scope(subject, around)):
        if neighbour := _registered(named, around, subject):
            yield neighbour
    for peer in subject.ground.peers.named_exactly(wanted, besides=subject):
        if neighbour := _of_the_table(peer, around, subject):
            yield neighbour


def _scope(subject: Subject, around: Neighbourhood) -> Scope:
    classes = (subject.proposal.feature_class,)
    return Scope(areas=around.within(), classes=classes, live_only=True)


def _registered(named: Named, around: Neighbourhood, subject: Subject) -> Neighbour | None:
    toponym, place = named.toponym, named.place
    bearing = around.bearing(place.jurisdiction)
    if bearing is None or toponym.kind is ToponymKind.FORMER:
        return None
    note = "预命名" if toponym.status is ToponymStatus.RESERVED else ""
    return Neighbour(
        toponym.name, place.jurisdiction, toponym.reading, place.geometry, toponym.id, note,
        *_judged(bearing, toponym.name, around, subject),
    )  # fmt: skip


def _of_the_table(peer: Subject, around: Neighbourhood, subject: Subject) -> Neighbour | None:
    other = peer.proposal
    bearing = around.bearing(other.jurisdiction) if other.jurisdiction else Verdict.REVIEW
    if bearing is None:
        return None
    return Neighbour(
        other.name, other.jurisdiction, other.reading, other.geometry, None,
        f"同批第 {other.row} 行", *_judged(bearing, other.name, around, subject), other.row,
    )  # fmt: skip


def _judged(
    verdict: Verdict, other: str, around: Neighbourhood, subject: Subject
) -> tuple[Verdict, str]:
    """The verdict and its area in words, softened where the law's words may not reach."""
    if doubtful := doubt(subject.name, other, subject.proposal.feature_class):
        return Verdict.REVIEW, doubtful
    return verdict, scope_of(around.reach, verdict)
