"""How long a table of ten thousand proposals takes: their rivals, and the whole review."""

from __future__ import annotations

from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.engines.engine import Asked
from benchmarks.engines.product import Product
from benchmarks.figures import Figure, Goal
from benchmarks.forgetting import forget
from benchmarks.loading import registry
from benchmarks.queries import proposed
from diming.model import FeatureClass, Proposal
from diming.rules.engine import review
from diming.service.desk import day, ruleset_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.names import Row, Size

RULES = "jining+xian"
_SECONDS = Goal(2)


def measure(size: Size, cache: Path) -> Iterator[Figure]:
    """Seconds for the table, asked name by name, and reviewed by every rule."""
    names = proposed(size, cache)
    with closing(Product(registry(size, cache))) as product:
        asked = [Asked.of(row) for row in names]
        forget(())
        begun = perf_counter()
        found = sum(len(product.rivals(one)) for one in asked)
        taken = perf_counter() - begun
        yield Figure("batch", f"rivals of {len(asked):,} proposals", taken, "s", _SECONDS)
        yield Figure("batch", "rivals found, a proposal", found / len(asked), "")
        ruleset, lexicons = ruleset_of(RULES, day(None))
        table = proposals(names)
        forget(())
        begun = perf_counter()
        review(table, ruleset, product.store, lexicons)
        taken = perf_counter() - begun
        yield Figure("batch", f"review of {len(table):,} proposals by {RULES}", taken, "s")
        yield Figure("batch", "a proposal", taken / len(table) * 1e3, "ms")


def proposals(names: Sequence[Row]) -> list[Proposal]:
    """The rows of the office's table."""
    return [
        Proposal(name, kind, area[:6], number)
        for number, (name, kind, area) in enumerate(names, 1)
        if kind is not FeatureClass.COMMITTEE
    ]
