"""Finds rivals of a proposal among the other proposals of the same table.

Two rows that ask for one name, or for names that are alike, must notice each other before either
stands in the registry. The keys are those the registry files stems under.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diming.names.characters import simplify
from diming.names.likeness.stems import filed_under, looked_for_under

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from diming.model import FeatureClass
    from diming.rules.subject import Subject

    # Under each class and key, the places among the claims of those that bear it.
    Filed = Mapping[tuple[FeatureClass, str], list[int]]


@dataclass(frozen=True)
class Peers:
    """The proposals of one table; those that ask for no new name are nobody's rivals."""

    subjects: tuple[Subject, ...] = ()

    def alike(self, subject: Subject) -> Iterator[Subject]:
        """The others of its class that may be rivals, in table order: comparing them tells."""
        keys = looked_for_under(subject.stem) or (simplify(subject.name),)
        return self._besides(subject, self._by_stem, keys)

    def named_exactly(self, names: Iterable[str], besides: Subject) -> Iterator[Subject]:
        """The others of its class that bear, simplified, one of the names, in table order."""
        return self._besides(besides, self._by_name, map(simplify, names))

    @cached_property
    def _claims(self) -> tuple[Subject, ...]:
        return tuple(one for one in self.subjects if one.is_claim)

    @cached_property
    def _by_stem(self) -> Filed:
        # A bare generic (大街) has no stem and is filed as a name.
        return self._filed(lambda one: filed_under(one.stem) or (simplify(one.name),))

    @cached_property
    def _by_name(self) -> Filed:
        return self._filed(lambda one: (simplify(one.name),))

    def _filed(self, keys: Callable[[Subject], Iterable[str]]) -> Filed:
        filed: defaultdict[tuple[FeatureClass, str], list[int]] = defaultdict(list)
        for place, claim in enumerate(self._claims):
            for key in keys(claim):
                filed[claim.proposal.feature_class, key].append(place)
        return filed

    def _besides(self, subject: Subject, filed: Filed, keys: Iterable[str]) -> Iterator[Subject]:
        asked = subject.proposal.feature_class
        places = {place for key in keys for place in filed.get((asked, key), ())}
        found = (self._claims[place] for place in sorted(places))
        return (other for other in found if other is not subject)
