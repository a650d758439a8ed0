"""Looks whether 街 and 路 go with the way a road runs, in cities that tell them apart by it.

Cities do it in opposite ways, so which generic goes with which axis is the rule's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from diming.model import Axis, Verdict
from diming.names.parse import stem
from diming.rules.axes import AXIS_ZH, disagreement
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class OrientGenericParams(Params):
    """`axes`: generic → the axis its roads run in; other generics (大道, 巷) are free.

    `round`: first characters of a specific that tell of a way round something (环城路, 滨河路).
    """

    axes: dict[str, Literal["east-west", "north-south"]] = Field(min_length=1)
    round: str = "环绕沿滨临围"


def _run(subject: Subject, params: OrientGenericParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    if parsed.generic not in params.axes or "环" in (stem(parsed)[-1:], *parsed.modifier):
        return
    if parsed.specific[:1] and parsed.specific[0] in params.round:
        return
    asked = Axis(params.axes[parsed.generic])
    against = disagreement(subject, asked)
    if against is None:
        return
    at = len(subject.name) - len(parsed.generic)
    yield Hit(
        {"asked": AXIS_ZH[asked], "drawn": against.zh},
        span=(at, len(subject.name)),
        verdict=Verdict.REVIEW if against.contradicted else None,
    )


CHECK = Check(
    kind="orient-generic",
    about="街、路等通名与道路走向相符（只用于有此规定的城市）",
    params=OrientGenericParams,
    placeholders=frozenset({"asked", "drawn"}),
    run=_run,
)
