"""How many of the rivals an engine finds, against brute force on every n-th question.

Of all kinds, and of the kinds that it is asked for: an engine that only knows edits finds no
homophones, however fast. Where two are compared at equal recall, both find all of the kinds that
the comparison is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.engines.entrants import TRUTH, Entrants
from benchmarks.figures import Figure, Goal
from diming.model import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.engines.engine import Asked

_EVERY_ONE = Goal(1, at_most=False)


def recall(entrants: Entrants, asked: Sequence[Asked]) -> Iterator[Figure]:
    """Recall of every engine, and of diming kind by kind with how many rivals there are."""
    sample = asked[::TRUTH]
    truth = [dict(entrants.truth.rivals(one)) for one in sample]
    for engine, _ in entrants.everybody:
        if engine is entrants.truth:
            continue
        found = [set(engine.texts(engine.rivals(one))) for one in sample]
        own = _share(truth, found, engine.kinds)
        yield Figure("recall", f"{engine.title}, of its kinds", own, "", _EVERY_ONE)
        yield Figure("recall", f"{engine.title}, of all kinds", _share(truth, found, None), "")
        if engine is entrants.product:
            yield from _by_kind(truth, found)


def _by_kind(truth: Sequence[dict[str, Match]], found: Sequence[set[str]]) -> Iterator[Figure]:
    for kind in Match:
        there = sum(match is kind for rivals in truth for match in rivals.values())
        if there:
            share = _share(truth, found, frozenset({kind}))
            yield Figure("recall", f"diming, {kind} ({there})", share, "", _EVERY_ONE)
    known = [set(rivals) for rivals in truth]
    more = sum(len(mine - there) for mine, there in zip(found, known, strict=True))
    yield Figure("recall", "diming, specifics that are no rivals", more, "", Goal(0))


def _share(
    truth: Sequence[dict[str, Match]], found: Sequence[set[str]], kinds: frozenset[Match] | None
) -> float:
    """How many of the true rivals of some kinds were found."""
    there = met = 0
    for rivals, mine in zip(truth, found, strict=True):
        wanted = {text for text, match in rivals.items() if kinds is None or match in kinds}
        there += len(wanted)
        met += len(wanted & mine)
    return met / there if there else 1.0
