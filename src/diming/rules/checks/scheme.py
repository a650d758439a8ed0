"""Compares a proposed name with the name that the approved plan of names (地名方案) gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence
from diming.names.characters import simplify
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class SchemeParams(Params):
    """The name in the plan is the proposal's to state."""


def _run(subject: Subject, params: SchemeParams, ground: Ground) -> Iterator[Hit]:
    del params, ground
    planned = subject.proposal.scheme_name
    if planned is not None and simplify(planned) != simplify(subject.name):
        yield Hit(
            {"planned": planned},
            (0, len(subject.name)),
            (Evidence("plan", planned, detail="地名方案中的名称"),),
        )


CHECK = Check(
    kind="scheme",
    about="与已批准的地名方案一致",
    params=SchemeParams,
    placeholders=frozenset({"planned"}),
    run=_run,
)
