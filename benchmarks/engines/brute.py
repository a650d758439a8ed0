"""Brute force: the comparison of diming with every name of the group, and so the truth.

It rests on the generated names and not on a registry: what the index lost, it has.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.engines.engine import ALL, Group
from diming.names.likeness.compare import compare_stems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from benchmarks.divisions import Row
    from benchmarks.engines.engine import Asked
    from diming.model import Match
    from diming.names.likeness.stems import Stem


class Brute:
    """All kinds of rivals among the specifics of some groups."""

    title = "brute force, all kinds"
    kinds = ALL

    def __init__(self, rows: Iterable[Row], groups: Collection[Group]) -> None:
        names: dict[Group, set[str]] = defaultdict(set)
        for row in rows:
            group = Group.of(row)
            if group in groups:
                names[group].add(row.name)
        self._groups: dict[Group, frozenset[Stem]] = {
            group: frozenset(map(group.stem, those)) for group, those in names.items()
        }

    def rivals(self, asked: Asked) -> list[tuple[str, Match]]:
        """The texts of the rivals, each with the kind of likeness."""
        stem = asked.group.stem(asked.name)
        return [
            (other.text, found.match)
            for other in self._groups.get(asked.group, ())
            if (found := compare_stems(stem, other))
        ]

    def texts(self, found: Iterable[tuple[str, Match]]) -> list[str]:
        """The texts alone."""
        return [text for text, _ in found]

    def close(self) -> None:
        """There is nothing to let go of."""
