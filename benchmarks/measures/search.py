"""How long a search takes from the first character or letter on, by what is typed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.clock import Contender, side_by_side
from benchmarks.figures import Figure, Goal
from benchmarks.forgetting import forget
from benchmarks.loading import registry
from benchmarks.queries import RIVALS, proposed
from benchmarks.typed import EACH, SPARE, typed
from diming.registry.geopackage import GeoPackageStore
from diming.service.searching import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from benchmarks.names import Size
    from diming.registry.store import Store

_P99_MS = Goal(5)


def measure(size: Size, cache: Path) -> Iterator[Figure]:
    """p50 and p99 of every kind of typing, over the whole registry, fifty hits asked for."""
    queries = typed(proposed(size, cache)[:RIVALS])
    with closing(GeoPackageStore.open(registry(size, cache), read_only=True)) as store:
        times = side_by_side(
            [Contender(kind, _answer(store, texts)) for kind, texts in queries.items()],
            EACH,
            SPARE,
            between=lambda: forget(()),
        )
    for kind, took in times.items():
        yield Figure("search", f"{kind}, p50", took.median / 1000, "ms")
        yield Figure("search", f"{kind}, p99", took.p99 / 1000, "ms", _P99_MS)


def _answer(store: Store, texts: list[str]) -> Callable[[int], object]:
    return lambda number: search(store, texts[number], limit=50)
