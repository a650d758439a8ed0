"""The names that are measured on, at three sizes; the same size is always the same names.

Every real village and township is there (5 % of the largest size), the rest is made up. Places
have no geometry, for sound and spelling are measured here. Each city is drawn from a seed of its
own and only one is held at a time.
"""

from __future__ import annotations

from enum import Enum
from itertools import accumulate, pairwise
from random import Random
from typing import TYPE_CHECKING

from benchmarks.divisions import City, Row, cities
from benchmarks.made_up import Maker
from diming.model import Place, Toponym
from diming.registry.store import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SEED = "diming-1"
_CHINA = 13_000_000


class Size(Enum):
    """How many names; whose cities are there whole; which others, thinned out, make up the sum."""

    def __init__(self, label: str, total: int, whole: str, around: str) -> None:
        self.label = label
        self.total = total
        self.whole = whole
        self.around = around

    SMALL = "200k", 200_000, "3708", "37"  # 济宁, and 山东 around it
    MIDDLE = "1.5m", 1_500_000, "37", ""  # 山东, and China around it
    LARGE = "13m", _CHINA, "", ""

    @classmethod
    def called(cls, label: str) -> Size:
        """The size with this label; raises KeyError."""
        return {size.label: size for size in cls}[label.lower()]


def rows(size: Size) -> Iterator[Row]:
    """The names of a size, city by city."""
    known = cities()
    maker = Maker(known, _rng("words"))
    full = _apportioned({city.code: len(city.real) for city in known}, _CHINA)
    share = _shares(full, size)
    for city in known:
        total = share.get(city.code, 0)
        real = total * len(city.real) // full[city.code]
        rng = _rng(city.code)
        yield from rng.sample(city.real, real)
        yield from maker.names(city, total - real, rng)


def named(rows: Iterable[Row]) -> Iterator[Named]:
    """The names as the registry keeps them, numbered in order."""
    for number, row in enumerate(rows):
        place = Place(f"p{number:x}", row.feature_class, row.area)
        yield Named(Toponym(f"n{number:x}", place.id, row.name), place)


def _shares(full: Mapping[str, int], size: Size) -> dict[str, int]:
    """How many names each city gives to a size."""
    whole = {code: names for code, names in full.items() if code.startswith(size.whole)}
    around = {
        code: names
        for code, names in full.items()
        if code.startswith(size.around) and code not in whole
    }
    return whole | _apportioned(around, size.total - sum(whole.values()))


def _apportioned(weights: Mapping[str, int], total: int) -> dict[str, int]:
    """`total` shared out by weight, to the last one."""
    sums = list(accumulate(weights.values(), initial=0))
    ends = [total * end // max(sums[-1], 1) for end in sums]
    return {code: end - start for code, (start, end) in zip(weights, pairwise(ends), strict=True)}


def _rng(part: str) -> Random:
    return Random(f"{SEED}:{part}")  # noqa: S311 - a benchmark, no secret


__all__ = ["SEED", "City", "Row", "Size", "named", "rows"]
