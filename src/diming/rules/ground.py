"""What checks stand on beside the proposal: the registry, the lexicons and the day of review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.rules.check import Missing

if TYPE_CHECKING:
    from diming.registry.store import Store
    from diming.rules.lexicon import Lexicons


@dataclass(frozen=True, slots=True)
class Ground:
    """The registry (or None), the lexicons, and the day (ISO date) the rules are taken of."""

    registry: Store | None
    lexicons: Lexicons
    as_of: str

    @property
    def store(self) -> Store:
        """The registry; `Missing` when the review is made without one."""
        if self.registry is None:
            raise Missing("没有地名库, 无从比对", "registry")
        return self.registry
