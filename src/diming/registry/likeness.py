"""Finds the names of a registry that may be taken for a name (rivals), and says of each how.

The index of stems proposes and `names.likeness.compare` decides, so that an index and a comparison
with every name of the scope give the same rivals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Match
from diming.names.likeness.compare import Relation, compare_stems
from diming.names.likeness.stems import looked_for_under, stem_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.model import FeatureClass
    from diming.names.likeness.stems import Stem
    from diming.registry.store import Named, Scope, Store

_SAME_NAME = Relation(Match.SAME, 1.0)


@dataclass(frozen=True, slots=True)
class Rival:
    """A name of the registry, and how the name that was asked about meets it."""

    named: Named
    relation: Relation


def rivals_of(
    store: Store,
    name: str,
    feature_class: FeatureClass,
    *,
    reading: str | None = None,
    area: str | None = None,
    scope: Scope,
) -> list[Rival]:
    """The rivals of a name among the names of a scope, the best relation first, then by name, id.

    `reading` is the authorised one, `area` the code of where the name lies. Without a reading
    every reading that may be meant counts; names of the registry count as they were approved.
    """
    return rivals_with(store, name, stem_of(name, feature_class, reading, area), scope)


def rivals_with(store: Store, name: str, stem: Stem, scope: Scope) -> list[Rival]:
    """The same for a name whose stem is at hand."""
    find = _by_stem if stem.text else _by_name
    return sorted(find(store, name, stem, scope), key=_best_first)


def meeting(name: str, stem: Stem, other: str, other_stem: Stem) -> Relation | None:
    """The strongest relation of two names with their stems, None when they are no rivals."""
    if stem.text == other_stem.text and written(name) == written(other):
        return _SAME_NAME
    return compare_stems(stem, other_stem)


def _by_stem(store: Store, name: str, stem: Stem, scope: Scope) -> Iterator[Rival]:
    filed = store.stems(looked_for_under(stem), scope)
    near = {one.id: found for one in filed if (found := compare_stems(stem, one.stem))}
    if not near:
        return
    whole = written(name)
    for number, named in store.bearers((one for one in filed if one.id in near), scope):
        found = near[number]
        other = named.toponym.name
        # Of one specific, they may be the same name.
        same = found.match is Match.SAME_SPECIFIC and (other == name or written(other) == whole)
        yield Rival(named, _SAME_NAME if same else found)


def _by_name(store: Store, name: str, stem: Stem, scope: Scope) -> Iterator[Rival]:
    """A generic alone (大街) has no stem, and is like no other name but itself."""
    del stem
    for named in store.named_exactly([name], scope):
        yield Rival(named, _SAME_NAME)


def _best_first(rival: Rival) -> tuple[float, str, str]:
    toponym = rival.named.toponym
    return -rival.relation.score, toponym.name, toponym.id
