"""What a source of names hands over: a name, where it is from and why, not yet reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import Action

if TYPE_CHECKING:
    from diming.model import Evidence
    from diming.model.suggestion import Origin


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be proposed; `distance_m` is None when nobody knows how far its ground is.

    `action` is what would be asked for: a road that goes on keeps its name and is extended.
    """

    name: str
    origin: Origin
    reason: str
    evidence: tuple[Evidence, ...] = ()
    distance_m: float | None = None
    meaning: str | None = None
    action: Action = Action.NAME
