"""Tells when 东西南北 before the generic may be part of the specific or not: 河东路, 城南路.

How the name is taken apart decides its spelling and its family; only the applicant knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class DirectionWordParams(Params):
    """No parameters: the parse knows which names are in doubt."""


def _run(subject: Subject, params: DirectionWordParams, ground: Ground) -> Iterator[Hit]:
    del params, ground
    parsed = subject.parsed
    if not parsed.ambiguous or subject.proposal.romanization:
        return  # a given spelling says how the name is taken apart
    at = len(subject.name) - len(parsed.generic) - 1
    word = subject.name[at]
    yield Hit({"word": word, "before": subject.name[: at + 1]}, span=(at, at + 1))


CHECK = Check(
    kind="direction-word",
    about="方位词是专名的一部分还是分段",
    params=DirectionWordParams,
    placeholders=frozenset({"word", "before"}),
    run=_run,
)
