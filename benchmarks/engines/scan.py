"""RapidFuzz over all specifics of the group: what a script would do that needs no index."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from benchmarks.engines.engine import EDITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.engines.engine import Asked, Group, Specific


class Scan:
    """Specifics at most one edit away, compared one by one in C++."""

    title = "RapidFuzz, edit ≤ 1"
    kinds = EDITS

    def __init__(self, specifics: Iterable[Specific]) -> None:
        self._groups: dict[Group, list[str]] = defaultdict(list)
        for specific in specifics:
            self._groups[specific.group].append(specific.text)

    def rivals(self, asked: Asked) -> list[tuple[str, float, int]]:
        """The specifics with their distance and position."""
        found: list[tuple[str, float, int]] = extract(  # type: ignore[call-overload]
            asked.text,
            self._groups.get(asked.group, ()),
            scorer=Levenshtein.distance,
            score_cutoff=1,
            limit=None,
        )
        return found

    def texts(self, found: list[tuple[str, float, int]]) -> list[str]:
        """The specifics without their distance."""
        return [text for text, _, _ in found]

    def close(self) -> None:
        """There is nothing to let go of."""
