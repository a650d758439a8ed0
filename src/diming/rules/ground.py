"""What checks stand on beside the proposal: registry, lexicons, the day, the rest of the table.

What the registry says of areas is remembered here, and so for one review only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from diming.rules.missing import Missing
from diming.rules.peers import Peers
from diming.rules.roadmap import Roadmap, claimed_by
from diming.rules.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diming.model import Jurisdiction, Proposal
    from diming.registry.store import Named, Scope, Store
    from diming.rules.lexicon import Lexicons


@dataclass(frozen=True)
class Ground:
    """The registry (or None), the lexicons, the day (ISO date) the rules are taken of, the table.

    `subjects` are the proposals of the table in its order; `peers` finds rivals among them.
    `standing` has, under the row of a proposal that only says what the registry holds already, the
    names it stands for: a registry that is reviewed against itself.
    """

    registry: Store | None
    lexicons: Lexicons
    as_of: str
    table: Sequence[Proposal]
    standing: Mapping[int, tuple[Named, ...]] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """The registry; `Missing` when the review is made without one."""
        if self.registry is None:
            raise Missing("没有地名库, 无从比对", "registry")
        return self.registry

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The proposals of the table, made ready for the checks."""
        return tuple(Subject(proposal, self) for proposal in self.table)

    @cached_property
    def peers(self) -> Peers:
        """The proposals of the table as rivals of each other."""
        return Peers(self.subjects)

    @cached_property
    def roadmap(self) -> Roadmap:
        """The drawn roads of the registry and of the table, by where they lie."""
        return Roadmap(self.registry, lambda: claimed_by(self.subjects))

    @cached_property
    def area(self) -> Callable[[str], Jurisdiction | None]:
        """Gives the area with a code, as `Store.jurisdiction` does."""
        return cache(self.store.jurisdiction)

    @cached_property
    def areas(self) -> Callable[..., list[Jurisdiction]]:
        """Gives the areas of a level under a parent, as `Store.jurisdictions` does."""
        return cache(self.store.jurisdictions)

    @cached_property
    def areas_named(self) -> Callable[[str], list[Jurisdiction]]:
        """Gives the areas with exactly a name, as `Store.jurisdictions_named` does."""
        return cache(self.store.jurisdictions_named)

    @cached_property
    def count(self) -> Callable[[Scope], int]:
        """Gives how many names there are in a scope, as `Store.count` does."""
        return cache(self.store.count)
