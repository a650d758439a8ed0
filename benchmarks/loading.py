"""Loads the names of a size into a registry file, timed in its parts, and keeps the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.divisions import areas
from benchmarks.names import SEED, named, rows
from diming.names.edition import EDITION
from diming.registry import schema
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from benchmarks.names import Size
    from diming.registry.store import Named

PERSON = "benchmark"
MAKING = "making the names up (not loading)"


class Metered:
    """Names on their way, and the seconds spent on making them: that is not loading."""

    def __init__(self, names: Iterable[Named]) -> None:
        self._names = iter(names)
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Named]:
        return self

    def __next__(self) -> Named:
        begun = perf_counter()
        try:
            return next(self._names)
        finally:
            self.seconds += perf_counter() - begun


def file_of(size: Size, cache: Path) -> Path:
    """Where the registry of a size is kept; another seed, schema or edition is another file."""
    return cache / f"{SEED}-{size.label}-{schema.latest()}-{EDITION}.gpkg"


def registry(size: Size, cache: Path) -> Path:
    """The registry of a size, loaded if it is not there yet."""
    path = file_of(size, cache)
    if not path.exists():
        load(size, path)
    return path


def load(size: Size, path: Path) -> dict[str, float]:
    """Loads a registry anew; returns the seconds of each part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part.gpkg")
    for leftover in unfinished.parent.glob(unfinished.name + "*"):
        leftover.unlink()
    store = GeoPackageStore.create(unfinished)
    with store.change(PERSON, "areas") as change:
        for area in areas():
            change.put(area)
    names = Metered(named(rows(size)))
    marks = [perf_counter()]
    with store.change(PERSON, "names") as change:
        change.load(names)
        marks.append(perf_counter())
    marks.append(perf_counter())
    store.close()
    marks.append(perf_counter())
    unfinished.replace(path)
    loaded, committed, closed = (b - a for a, b in pairwise(marks))
    return {
        MAKING: names.seconds,
        "records and keys": loaded - names.seconds,
        "commit": committed,
        "closing the file": closed,
    }


def sizes_of_tables(path: Path) -> dict[str, int]:
    """The bytes of each table and index of a file, the largest first; empty where SQLite cannot."""
    with closing(sqlite3.connect(path)) as sql:
        try:
            found = sql.execute(
                "SELECT name, sum(pgsize) FROM dbstat WHERE aggregate = TRUE GROUP BY name"
                " ORDER BY 2 DESC"
            ).fetchall()
        except sqlite3.OperationalError:
            return {}
    return {str(name): int(size) for name, size in found}
