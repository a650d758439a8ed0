"""Makes up names: roads, estates, bridges and waters, from places of the same city or a lexicon.

No two names of one class in one county are the same, as the law demands; every weight is an
assumption (`words`).
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from benchmarks.divisions import City, Row, called
from benchmarks.words import ENDINGS, LOCAL, LOCAL_ELSEWHERE, MODIFIERS, lexicon, zipf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

_BATCH = 10_000
_TOWNSHIPS_TOLD = 40  # of each city, whose names roads of the whole country may bear


class Maker:
    """Draws made-up names, all cities from one lexicon."""

    def __init__(self, cities: Sequence[City], rng: Random) -> None:
        told = {called(row.name) for city in cities for row in city.real[:_TOWNSHIPS_TOLD]}
        self._words = lexicon(told - {""}, rng)
        self._weights = zipf(len(self._words))
        self._endings = list(accumulate(ending.weight for ending in ENDINGS))

    def names(self, city: City, count: int, rng: Random) -> Iterator[Row]:
        """`count` names of a city, spread over its counties as its real names are."""
        local = [short for row in city.real if (short := called(row.name))]
        met: set[tuple[str, str]] = set()
        while len(met) < count:
            for row in self._drawn(city, local, rng):
                if (row.name, row.area) not in met:
                    met.add((row.name, row.area))
                    yield row
                    if len(met) == count:
                        return

    def _drawn(self, city: City, local: Sequence[str], rng: Random) -> Iterator[Row]:
        """A batch of draws, of which some may be alike."""
        words = rng.choices(self._words, cum_weights=self._weights, k=_BATCH)
        places = rng.choices(local or self._words, k=_BATCH)
        endings = rng.choices(ENDINGS, cum_weights=self._endings, k=_BATCH)
        neighbours = rng.choices(city.real, k=_BATCH)
        for word, place, ending, neighbour in zip(words, places, endings, neighbours, strict=True):
            chance = LOCAL.get(ending.feature_class, LOCAL_ELSEWHERE)
            stem = place if rng.random() < chance else word
            modifier = rng.choice(MODIFIERS) if rng.random() < ending.modified else ""
            name = stem + modifier + ending.generic
            yield Row(name, ending.feature_class, neighbour.area[:6])
