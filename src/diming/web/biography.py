"""Gathers what the registry knows of a name: its place, its other names, its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.service.searching.area_paths import area_path
from diming.web.layers import named_by_id

if TYPE_CHECKING:
    from diming.model import Source, Toponym
    from diming.registry.store import Named
    from diming.web.current import Counter


@dataclass(frozen=True, slots=True)
class Biography:
    """A name, the area it lies in, all names of its place, and the sources they rest on."""

    named: Named
    area: str
    names: tuple[Toponym, ...]
    sources: tuple[Source, ...]


def biography(counter: Counter, toponym_id: str) -> Biography:
    """The biography of a name; raises NotFoundError."""
    store = counter.store
    named = named_by_id(counter, toponym_id)
    names = tuple(store.toponyms_of(named.place.id))
    cited = dict.fromkeys(
        [named.toponym.source, named.place.source, *(name.source for name in names)]
    )
    found = [store.source(one) for one in cited if one is not None]
    return Biography(
        named=named,
        area=area_path(store, named.place.jurisdiction),
        names=names,
        sources=tuple(source for source in found if source is not None),
    )
