"""How long it takes to find the rivals of one name in its city, side by side with other engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.clock import Contender, Times, side_by_side
from benchmarks.engines.engine import EDITS, Asked, Engine
from benchmarks.engines.entrants import Entrants, entered
from benchmarks.engines.postgres import Postgres
from benchmarks.figures import Figure, Goal
from benchmarks.forgetting import forget
from benchmarks.measures.recall import recall
from benchmarks.queries import RIVALS, proposed
from benchmarks.steps import Steps
from diming.names.likeness.stems import SHORTEST_EDITED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.names import Size

ALOUD = 300  # names read between rounds: syllables are known then, the names asked about are not

_P50, _P99 = Goal(150), Goal(1000)
_PROBE = Goal(5)
_SCAN, _POSTGRES = Goal(30, at_most=False), Goal(1000, at_most=False)


def measure(size: Size, cache: Path) -> Iterator[Figure]:
    """The side-by-side run, how much longer others take, the steps of diming, and recall."""
    names = proposed(size, cache)[: RIVALS + ALOUD]
    every_one = [Asked.of(row) for row in names]
    asked, others = every_one[:RIVALS], every_one[RIVALS:]
    with entered(size, cache, every_one) as entrants:
        times = side_by_side(
            [Contender(e.title, _answer(e, every_one), every) for e, every in entrants.everybody],
            len(asked),
            len(others),
            between=lambda: forget(others),
        )
        yield from _speed(entrants, times)
        yield from _ratios(entrants, times, asked)
        yield from _steps(entrants, asked, others)
        yield from recall(entrants, asked)


def _answer(engine: Engine, asked: Sequence[Asked]) -> Callable[[int], object]:
    return lambda number: engine.rivals(asked[number])


def _speed(entrants: Entrants, times: dict[str, Times]) -> Iterator[Figure]:
    """p50 and p99 of every engine, in µs."""
    for engine, _ in entrants.everybody:
        mine = engine is entrants.product
        took = times[engine.title]
        yield Figure("rivals", f"{engine.title}, p50", took.median, "µs", _P50 if mine else None)
        yield Figure("rivals", f"{engine.title}, p99", took.p99, "µs", _P99 if mine else None)


def _ratios(
    entrants: Entrants, times: dict[str, Times], asked: Sequence[Asked]
) -> Iterator[Figure]:
    """How many times as long as the dict a probe takes, and as diming the others.

    Engines that compare edits are given a specific and give specifics: they are compared with
    diming at the same work too, over the questions that are long enough for an edit to make rivals.
    """
    floor, product = times[entrants.floor.title], times[entrants.product.title]
    only = times[entrants.specifics.title]
    probe = times[entrants.probe.title].over(floor)
    yield Figure("ratios", "homophone probe / bare dict", probe, "×", _PROBE)
    yield Figure("ratios", "diming, all kinds / bare dict", product.over(floor), "×")
    edited = [at for at, one in enumerate(asked) if len(one.text) >= SHORTEST_EDITED]
    for engine, _ in entrants.everybody:
        if engine in {entrants.product, entrants.specifics, entrants.probe, entrants.floor}:
            continue
        took, goal = times[engine.title], _goal(engine, entrants)
        yield Figure("ratios", f"{engine.title} / diming", took.over(product), "×", goal)
        if engine.kinds == EDITS:
            ratio = took.among(edited).over(only.among(edited))
            yield Figure("ratios", f"{engine.title} / diming, same work", ratio, "×", goal)


def _goal(engine: Engine, entrants: Entrants) -> Goal | None:
    if engine is entrants.scan:
        return _SCAN
    return _POSTGRES if isinstance(engine, Postgres) and engine.kinds == EDITS else None


def _steps(entrants: Entrants, asked: Sequence[Asked], others: Sequence[Asked]) -> Iterator[Figure]:
    """What the time of diming is made of."""
    steps = Steps(entrants.product.store, [*asked, *others])
    times = side_by_side(
        [Contender(step, answer) for step, answer in steps.each.items()],
        len(asked),
        len(others),
        between=lambda: forget(others),
        in_turn=False,
    )
    for step, took in times.items():
        yield Figure("steps", f"{step}, p50", took.median, "µs")
        yield Figure("steps", f"{step}, p99", took.p99, "µs")
    for what, counts in steps.counts.items():
        yield Figure("steps", f"{what}, a name", sum(counts) / len(counts), "")
