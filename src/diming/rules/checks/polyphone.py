"""Asks how a character is read where nobody has settled it: a reading is no guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.names.reading import candidates
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


def _run(subject: Subject, params: Params, ground: Ground) -> Iterator[Hit]:
    del params, ground
    for index in subject.reading.unsure:
        char = subject.name[index]
        readings = "、".join(candidates(char))
        yield Hit({"char": char, "readings": readings}, span=(index, index + 1))


CHECK = Check(
    kind="polyphone",
    about="读音未定的多音字",
    params=Params,
    placeholders=frozenset({"char", "readings"}),
    run=_run,
)
