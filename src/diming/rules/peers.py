"""Finds rivals of a proposal among the other proposals of the same table.

Two rows that ask for one name, or for names that sound alike, must notice each other before
either stands in the registry. The keys are those the registry files names under.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diming.model import Action
from diming.names.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diming.model import Proposal
    from diming.registry.store import KeyKind

_CLAIMS = frozenset({Action.NAME, Action.RENAME, Action.RESTORE, Action.RESERVE})


@dataclass(frozen=True)
class Peers:
    """The proposals of one table; those that ask for no new name are nobody's rivals."""

    proposals: tuple[Proposal, ...] = ()

    @cached_property
    def _filed(self) -> Mapping[tuple[str, str], list[int]]:
        """Under each kind and key, the places in the table of the proposals that bear it."""
        filed: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, proposal in enumerate(self.proposals):
            if proposal.action in _CLAIMS:
                for kind, key in keys(proposal.name, proposal.feature_class, proposal.reading):
                    filed[kind, key].append(place)
        return filed

    def find(self, kind: KeyKind, wanted: Iterable[str], besides: Proposal) -> tuple[Proposal, ...]:
        """Proposals filed under ANY of the keys, each once, in table order, never `besides`."""
        places = {place for key in wanted for place in self._filed.get((kind.value, key), ())}
        found = (self.proposals[place] for place in sorted(places))
        return tuple(peer for peer in found if peer is not besides)
