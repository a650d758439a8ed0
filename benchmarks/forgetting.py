"""Empties what diming remembers of names: asking again is then like asking for the first time."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper
from typing import TYPE_CHECKING

from benchmarks.engines.product import stem_of
from diming.names.likeness.stems import looked_for_under

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.engines.engine import Asked


def forget(asked: Iterable[Asked]) -> None:
    """Empties every bounded memory, then reads some names: syllables are well known to a check.

    Tables of characters and words are no memories; they stay.
    """
    for thing in gc.get_objects():
        if isinstance(thing, _lru_cache_wrapper) and thing.__module__.startswith("diming."):
            bounded = thing.cache_parameters()["maxsize"] is not None
            if bounded:
                thing.cache_clear()
    for one in asked:
        looked_for_under(stem_of(one))
