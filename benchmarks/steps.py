"""Takes one check of diming apart into its steps, each on what the step before it gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.engines.product import scope_of, stem_of
from diming.names.likeness.compare import compare_stems
from diming.names.likeness.stems import looked_for_under

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.engines.engine import Asked
    from diming.names.likeness.stems import Stem
    from diming.registry.store import FiledStem, Named, Store


class Steps:
    """The steps of a check of each question."""

    def __init__(self, store: Store, asked: Sequence[Asked]) -> None:
        self._store = store
        self._asked = asked
        self._stems = [stem_of(one) for one in asked]
        self._keys = [looked_for_under(stem) for stem in self._stems]
        self._filed = [self.probe(number) for number in range(len(asked))]
        self._met = [self.compare(number) for number in range(len(asked))]

    @property
    def each(self) -> dict[str, Callable[[int], object]]:
        """The steps in their order, each answering by the number of the question."""
        return {
            "1 read the name": self.read,
            "2 make its keys": self.keys,
            "3 probe the index": self.probe,
            "4 compare": self.compare,
            "5 fetch the names": self.fetch,
        }

    @property
    def counts(self) -> dict[str, list[int]]:
        """How many things each step hands on."""
        return {
            "keys": [len(keys) for keys in self._keys],
            "specifics compared": [len(filed) for filed in self._filed],
            "specifics that are rivals": [len(met) for met in self._met],
            "names that are rivals": [len(self.fetch(number)) for number in range(len(self._met))],
        }

    def read(self, number: int) -> Stem:
        """Parses the name and settles how it is read."""
        return stem_of(self._asked[number])

    def keys(self, number: int) -> tuple[str, ...]:
        """Makes the keys that rivals may be filed under."""
        return looked_for_under(self._stems[number])

    def probe(self, number: int) -> list[FiledStem]:
        """Fetches the stems under those keys."""
        return self._store.stems(self._keys[number], scope_of(self._asked[number].group))

    def compare(self, number: int) -> list[FiledStem]:
        """Keeps those that are rivals."""
        asked = self._stems[number]
        return [filed for filed in self._filed[number] if compare_stems(asked, filed.stem)]

    def fetch(self, number: int) -> list[tuple[int, Named]]:
        """Fetches the names with those stems."""
        return self._store.bearers(self._met[number], scope_of(self._asked[number].group))
