"""How many names a second are read in bulk, and whether that says the same as one at a time.

Once with every name as it comes in a registry, where many places have the same name, and once with
each distinct name, of roads and of villages; into columns, and into one object a name. Nothing
read before is remembered: memories are emptied before each pass.
"""

from __future__ import annotations

import statistics
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from benchmarks.figures import Figure, Goal
from benchmarks.forgetting import forget
from benchmarks.names import rows
from diming.model import FeatureClass
from diming.names.reading import read
from diming.names.reading.bulk import read_columns, read_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.names import Size
    from diming.names.reading import Reading
    from diming.names.reading.bulk import Readings

_NAMES = 200_000
_SINGLY = 20_000  # names that the slow ways are given
_ROUNDS = 5
_BULK = Goal(1_000_000, at_most=False)


def measure(size: Size, cache: Path) -> Iterator[Figure]:
    """Names a second: in bulk, one at a time, and by pypinyin alone, in turns."""
    del cache
    names = _called(size, FeatureClass.ROAD)
    distinct = list(dict.fromkeys(names))
    villages = list(dict.fromkeys(_called(size, FeatureClass.COMMITTEE)))
    few = distinct[:: max(len(distinct) // _SINGLY, 1)]
    ways: dict[str, tuple[Callable[[Sequence[str]], object], list[str]]] = {
        f"read_columns, {len(names):,} names as they come": (read_columns, names),
        f"read_columns, {len(distinct):,} distinct names": (read_columns, distinct),
        f"read_columns, {len(villages):,} distinct villages": (_villages, villages),
        f"read_many, {len(names):,} names as they come": (read_many, names),
        "read, one name at a time, distinct": (_singly, few),
        "pypinyin lazy_pinyin, distinct": (_pypinyin, few),
    }
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(_ROUNDS + 1):
        for way, (answer, asked) in ways.items():
            forget(())
            begun = perf_counter()
            answer(asked)
            if turn:
                taken[way].append((perf_counter() - begun) / len(asked))
    for way, times in taken.items():
        goal = _BULK if way.startswith("read_columns") else None
        yield Figure("readings", way, 1 / statistics.median(times), "/s", goal)
    differing = sum(a != b for a, b in zip(read_many(distinct), _singly(distinct), strict=True))
    what = f"names read otherwise one at a time, of {len(distinct):,}"
    yield Figure("readings", what, differing, "", Goal(0))


def _called(size: Size, feature_class: FeatureClass) -> list[str]:
    names = (row.name for row in rows(size) if row.feature_class is feature_class)
    return list(islice(names, _NAMES))


def _villages(names: Sequence[str]) -> Readings:
    return read_columns(names, FeatureClass.COMMITTEE)


def _singly(names: Sequence[str]) -> list[Reading]:
    return [read(name) for name in names]


def _pypinyin(names: Sequence[str]) -> list[list[str]]:
    return [lazy_pinyin(name) for name in names]
