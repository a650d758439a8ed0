"""Times several contenders side by side: each question goes to all of them before the next one.

Whatever else the machine does then strikes all alike. A contender is first asked a spare question
that is not timed, so that it does not pay for what the one before it left in the processor's
caches. Every round asks every question once; a question's time is its median over the rounds, and
the tables tell the median and the 99th percentile over the questions. A slow contender is asked
every n-th question only.
"""

from __future__ import annotations

import gc
import statistics
from dataclasses import dataclass
from time import perf_counter_ns
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that answers a question by its number; what it returns is not looked at.

    The spare questions are numbered after the others.
    """

    title: str
    answer: Callable[[int], Any]
    every: int = 1


@dataclass(frozen=True, slots=True)
class Times:
    """The time of each question that was asked, in microseconds, by its number."""

    each: dict[int, float]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.each.values())

    @property
    def p99(self) -> float:
        """What 99 of 100 questions stay under."""
        ordered = sorted(self.each.values())
        return ordered[len(ordered) * 99 // 100]

    def over(self, other: Times) -> float:
        """How many times as long as another takes, at the median of the questions of both."""
        common = self.each.keys() & other.each.keys()
        mine = statistics.median(self.each[number] for number in common)
        return mine / statistics.median(other.each[number] for number in common)

    def among(self, numbers: Sequence[int]) -> Times:
        """The times of some of the questions."""
        return Times({number: self.each[number] for number in numbers if number in self.each})


def side_by_side(
    contenders: Sequence[Contender],
    questions: int,
    spare: int,
    *,
    rounds: int = ROUNDS,
    between: Callable[[], None] = lambda: None,
    in_turn: bool = True,
) -> dict[str, Times]:
    """Asks all contenders all questions `rounds` times, after a round that warms up.

    `between` is called before each round; who is asked first changes with the question unless the
    contenders are steps that need their order (`in_turn` False).
    """
    taken: dict[str, dict[int, list[int]]] = {contender.title: {} for contender in contenders}
    gc.collect()
    gc.freeze()  # what the contenders hold is no garbage; a process of its own would not walk it
    for turn in range(rounds + 1):
        between()
        for number in range(questions):
            first = (number + turn) % len(contenders) if in_turn else 0
            for contender in (*contenders[first:], *contenders[:first]):
                if number % contender.every:
                    continue
                contender.answer(questions + number % spare)
                begun = perf_counter_ns()
                contender.answer(number)
                elapsed = perf_counter_ns() - begun
                if turn:
                    taken[contender.title].setdefault(number, []).append(elapsed)
    gc.unfreeze()
    return {
        title: Times({number: statistics.median(all_) / 1000 for number, all_ in times.items()})
        for title, times in taken.items()
    }
