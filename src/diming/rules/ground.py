"""What checks stand on beside the proposal: registry, lexicons, the day, the rest of the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diming.rules.missing import Missing
from diming.rules.peers import Peers

if TYPE_CHECKING:
    from diming.registry.store import Store
    from diming.rules.lexicon import Lexicons


@dataclass(frozen=True, slots=True)
class Ground:
    """The registry (or None), the lexicons, and the day (ISO date) the rules are taken of.

    `peers` are the proposals of the same table: `peers.find(kind, keys, besides=proposal)` asks
    among them what `store.find` asks of the registry.
    """

    registry: Store | None
    lexicons: Lexicons
    as_of: str
    peers: Peers = field(default_factory=Peers)

    @property
    def store(self) -> Store:
        """The registry; `Missing` when the review is made without one."""
        if self.registry is None:
            raise Missing("没有地名库, 无从比对", "registry")
        return self.registry
