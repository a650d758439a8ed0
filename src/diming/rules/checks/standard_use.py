"""Looks whether the ends of a road are told in standard names, and in none of the past or by-names.

A name counts as standard when the registry holds it in use anywhere in the city.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence, FeatureClass, ToponymKind, ToponymStatus
from diming.registry.store import Scope
from diming.rules.check import Check, Hit, Params
from diming.rules.endpoints import roads_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diming.model import Toponym
    from diming.registry.store import Named, Store
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_FIELDS = (("start", "起点"), ("end", "止点"))


class StandardUseParams(Params):
    """What is a standard name is the registry's to say."""


def _run(subject: Subject, params: StandardUseParams, ground: Ground) -> Iterator[Hit]:
    del params
    store, proposal = ground.registry, subject.proposal
    if store is None or (proposal.jurisdiction is None and proposal.geometry is None):
        return
    scope = Scope(areas=subject.neighbourhood.within(), classes=(FeatureClass.ROAD,))
    for field, zh in _FIELDS:
        for names in roads_told(getattr(proposal, field)):
            found = [one for one in store.named_exactly(names, scope) if one.toponym.name in names]
            if found and (standard := _standard(found, store)):
                used = found[0].toponym
                yield Hit(
                    {"where": zh, "used": used.name, "standard": standard},
                    evidence=(Evidence("toponym", used.name, used.id, detail=zh),),
                )


def _standard(found: Iterable[Named], store: Store) -> str | None:
    """The standard name of the place whose other name was used; None when it is one itself."""
    if any(_is_standard(named.toponym) for named in found):
        return None
    for named in found:
        for other in store.toponyms_of(named.place.id):
            if _is_standard(other):
                return other.name
    return None


def _is_standard(toponym: Toponym) -> bool:
    return toponym.kind is ToponymKind.STANDARD and toponym.status in {
        ToponymStatus.IN_USE,
        ToponymStatus.RESERVED,
    }


CHECK = Check(
    kind="standard-use",
    about="起止点用标准地名, 不用旧名、俗称",
    params=StandardUseParams,
    placeholders=frozenset({"where", "used", "standard"}),
    run=_run,
)
