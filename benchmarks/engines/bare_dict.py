"""The floor: a dict of Python from a sound to the specifics that have it, all in memory."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.engines.engine import SOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.engines.engine import Asked, Group, Specific


class BareDict:
    """Homophones in one group; nothing answers faster from Python, and it finds nothing else."""

    title = "dict, homophones"
    kinds = SOUNDS

    def __init__(self, specifics: Iterable[Specific]) -> None:
        self._by_sound: dict[tuple[Group, str], list[str]] = defaultdict(list)
        for specific in specifics:
            for sound in specific.sounds:
                self._by_sound[specific.group, sound].append(specific.text)
        self._by_sound.default_factory = None

    def rivals(self, asked: Asked) -> list[str]:
        """The specifics with any of the sounds."""
        found: list[str] = []
        for sound in asked.sounds:
            found += self._by_sound.get((asked.group, sound), ())
        return found

    def texts(self, found: list[str]) -> list[str]:
        """The specifics as they are."""
        return found

    def close(self) -> None:
        """There is nothing to let go of."""
