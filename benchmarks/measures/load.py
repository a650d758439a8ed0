"""How long it takes to load the names with all their keys, and how large the file becomes."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, Goal
from benchmarks.loading import MAKING, file_of, load, sizes_of_tables
from benchmarks.names import Size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TIMES = {Size.MIDDLE: Goal(60), Size.LARGE: Goal(360)}
_BYTES = {Size.LARGE: Goal(2.5)}
_TABLES_TOLD = 12


def measure(size: Size, cache: Path) -> Iterator[Figure]:
    """Seconds by part, memory at the most, and the file by its tables."""
    path = file_of(size, cache)
    parts = load(size, path)
    loading = sum(seconds for part, seconds in parts.items() if part != MAKING)
    yield Figure("load", f"{size.total:,} names", loading, "s", _TIMES.get(size))
    yield Figure("load", "names", size.total / loading, "/s")
    for part, seconds in parts.items():
        yield Figure("load", part, seconds, "s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("load", "memory at most, the generator's included", peak, "MB")
    whole = path.stat().st_size
    yield Figure("file", "registry", whole / 1e9, "GB", _BYTES.get(size))
    yield Figure("file", "a name", whole / size.total, "bytes")
    tables = sizes_of_tables(path)
    for name in list(tables)[:_TABLES_TOLD]:
        yield Figure("file", name, tables[name] / 1e6, "MB")
