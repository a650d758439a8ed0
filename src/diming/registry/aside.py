"""Lets other processes do what needs no registry, while this one reads and writes it."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

_AHEAD = 4  # lots under way: enough to keep the others busy, few enough to be held

A = TypeVar("A")
B = TypeVar("B")


def ahead(function: Callable[[A], B], lots: Iterable[A], *, aside: bool) -> Iterator[tuple[A, B]]:
    """Each lot with what a function makes of it, in their order.

    `aside` has it made by other processes while the caller deals with the lots before; what is
    made is the same. On one processor nobody waits for others.
    """
    others = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if not aside or (others or 1) < 2:
        for lot in lots:
            yield lot, function(lot)
        return
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(others, spawning) as pool:
        under_way: deque[tuple[A, Future[B]]] = deque()
        for lot in lots:
            under_way.append((lot, pool.submit(function, lot)))
            if len(under_way) >= _AHEAD:
                first, made = under_way.popleft()
                yield first, made.result()
        for lot, made in under_way:
            yield lot, made.result()
