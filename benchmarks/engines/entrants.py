"""Lines up the engines of one run, each filled with the same names, and closes them again."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import specifics
from benchmarks.engines import duck, postgres
from benchmarks.engines.bare_dict import BareDict
from benchmarks.engines.brute import Brute
from benchmarks.engines.cluster import Cluster, installed
from benchmarks.engines.product import Homophones, Product, Specifics
from benchmarks.engines.scan import Scan
from benchmarks.loading import registry
from benchmarks.names import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.engines.engine import Asked, Engine
    from benchmarks.names import Size

TRUTH = 5  # every fifth question is answered by brute force
SLOW = 10  # engines that scan are timed on every tenth

_NO_POSTGRES = (
    "PostgreSQL 15 is not installed (Debian: postgresql-15 and postgresql-contrib): IT IS NOT"
    " AMONG THE RIVALS OF THIS RUN"
)


class Entrant(NamedTuple):
    """An engine and which questions it is asked: all, or every n-th."""

    engine: Engine
    every: int = 1


class Entrants(NamedTuple):
    """Who takes part: diming, the floor and the truth by name, and everybody in one list."""

    product: Product
    specifics: Specifics
    probe: Homophones
    floor: BareDict
    scan: Scan
    truth: Brute
    everybody: tuple[Entrant, ...]


@contextmanager
def entered(size: Size, cache: Path, asked: Sequence[Asked]) -> Iterator[Entrants]:
    """The engines for a size, ready to be asked."""
    listed = specifics.of(size, cache)
    product = Product(registry(size, cache))
    only = Specifics(product.store, asked)
    probe = Homophones(product.store, asked)
    floor, scan = BareDict(specifics.read(listed)), Scan(specifics.read(listed))
    truth = Brute(rows(size), {one.group for one in asked[::TRUTH]})
    everybody = [
        Entrant(product),
        Entrant(only),
        Entrant(probe),
        Entrant(floor),
        Entrant(scan),
        Entrant(truth, SLOW),
        *(Entrant(way, SLOW) for way in duck.ways(listed)),
    ]
    with _cluster(listed) as ways:
        everybody += [Entrant(way, SLOW) for way in ways]
        yield Entrants(product, only, probe, floor, scan, truth, tuple(everybody))
        for entrant in everybody:
            entrant.engine.close()


@contextmanager
def _cluster(listed: Path) -> Iterator[list[postgres.Postgres]]:
    """PostgreSQL in all its ways, or nothing and a loud word where it is not installed."""
    if not installed():
        print(_NO_POSTGRES, file=sys.stderr)
        yield []
        return
    cluster = Cluster()
    try:
        postgres.fill(cluster, specifics.read(listed))
        yield postgres.ways(cluster)
    finally:
        cluster.close()
