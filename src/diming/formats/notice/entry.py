"""One name that a notice speaks of, with all that was read of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TELLING = frozenset({"start", "end", "length_m", "width_m", "meaning", "old_name"})


@dataclass(slots=True)
class Entry:
    """A name with its cells by field, the words it was read from and where they stand.

    `doubts` are the values that could not be read, each with its words; an entry without a name
    is a statement that should have had one. A `given` name stands behind a verb or a label, another
    may be what the thing is called for the time being.
    """

    name: str
    at: str
    words: str
    cells: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    given: bool = False


def gathered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without those that only announce a name of which more is told elsewhere."""
    whole = list(entries)
    told = {entry.name for entry in whole if entry.cells.keys() & _TELLING}
    kept: list[Entry] = []
    for entry in whole:
        bare = not entry.cells.keys() & _TELLING
        seen = any(other.name == entry.name for other in kept)
        if not entry.name or not bare or (entry.name not in told and not seen):
            kept.append(entry)
    return kept
