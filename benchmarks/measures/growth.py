"""How much longer a check takes in a larger registry: all sizes that are loaded, side by side."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from benchmarks.clock import Contender, side_by_side
from benchmarks.engines.engine import Asked
from benchmarks.engines.product import Product
from benchmarks.figures import Figure, Goal
from benchmarks.forgetting import forget
from benchmarks.loading import file_of
from benchmarks.measures.rivals import ALOUD
from benchmarks.names import Size
from benchmarks.queries import RIVALS, proposed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.names import Row

_GOAL = Goal(2)
_CITY = "3708"  # 济宁, of which every size holds all names


def measure(cache: Path) -> Iterator[Figure]:
    """Each size asked for names of its own, then each for the same names of 济宁."""
    sizes = [size for size in Size if file_of(size, cache).exists()]
    own = {size: _asked(proposed(size, cache)[: RIVALS + ALOUD]) for size in sizes}
    small = proposed(Size.SMALL, cache)
    local = _asked([row for row in small if row.area.startswith(_CITY)])
    others = _asked(small[-ALOUD:])
    with ExitStack() as open_:
        engines = {
            size: open_.enter_context(closing(Product(file_of(size, cache)))) for size in sizes
        }
        for what, asked in (
            ("names of its own", own),
            ("the same names", dict.fromkeys(sizes, local)),
        ):
            times = side_by_side(
                [Contender(size.label, _answer(engines[size], asked[size])) for size in sizes],
                RIVALS,
                ALOUD,
                between=lambda: forget(others),
            )
            for size in sizes:
                took = times[size.label]
                yield Figure("growth", f"{size.label}, {what}, p50", took.median, "µs")
                yield Figure("growth", f"{size.label}, {what}, p99", took.p99, "µs")
            for size in sizes[1:]:
                ratio = times[size.label].over(times[sizes[0].label])
                name = f"{size.label} / {sizes[0].label}, {what}"
                yield Figure("growth", name, ratio, "×", _GOAL)


def _answer(engine: Product, asked: Sequence[Asked]) -> Callable[[int], object]:
    return lambda number: engine.rivals(asked[number])


def _asked(rows: Sequence[Row]) -> list[Asked]:
    return [Asked.of(row) for row in rows]
