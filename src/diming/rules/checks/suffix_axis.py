"""Looks whether 东西南北 in a road's name goes with the way the road runs.

A road is cut into 东/西 pieces when it runs east-west and into 南/北 pieces when it runs north-
south. The same words may tell the side of a landmark instead (环城西路, 青龙山东路): then, and when
the undivided road is not known, a person decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Axis, Evidence, Verdict
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing
from diming.rules.rivals import neighbours_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.rivals import Neighbour
    from diming.rules.subject import Subject

_AXES = {"东": Axis.EAST_WEST, "西": Axis.EAST_WEST, "南": Axis.NORTH_SOUTH, "北": Axis.NORTH_SOUTH}
_AXIS_ZH = {Axis.EAST_WEST: "东西", Axis.NORTH_SOUTH: "南北"}


class SuffixAxisParams(Params):
    """Which generics are cut into pieces, and what makes a direction tell a side instead.

    `landmarks` are last characters of a specific (山, 湖), `round` its first ones (环, 滨).
    """

    generics: frozenset[str]
    landmarks: str
    round: str


def _run(subject: Subject, params: SuffixAxisParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    word = parsed.modifier[-1:]
    if word not in _AXES or parsed.generic not in params.generics or not parsed.specific:
        return
    if parsed.modifier[-2:-1] in _AXES:
        return  # 西南 tells where a road lies, not which piece it is
    contradicted = _contradicted(subject)
    axes = (subject.drawn_axis, subject.stated_axis) if contradicted else (subject.axis,)
    against = [axis for axis in axes if axis in _AXIS_ZH and axis is not _AXES[word]]
    if not against:
        return  # bent, slanting and ring roads have no axis to disagree with
    by_landmark = parsed.specific[-1] in params.landmarks or parsed.specific[0] in params.round
    pieces = _pieces(subject)
    divided = any(piece.name == parsed.specific + parsed.generic for piece in pieces)
    at = len(parsed.specific) + len(parsed.modifier) - 1
    yield Hit(
        {"word": word, "asked": _AXIS_ZH[_AXES[word]], "drawn": _course(against[0], contradicted)},
        span=(at, at + 1),
        evidence=tuple(_evidence(piece) for piece in pieces),
        verdict=None if divided and not by_landmark and not contradicted else Verdict.REVIEW,
    )


def _contradicted(subject: Subject) -> bool:
    """Whether the drawn line and the applicant's words tell two different axes."""
    drawn, stated = subject.drawn_axis, subject.stated_axis
    return drawn in _AXIS_ZH and stated in _AXIS_ZH and drawn is not stated


def _course(axis: Axis | None, contradicted: bool) -> str:
    words = _AXIS_ZH[axis] if axis else ""
    return f"{words}（图形与所写走向不一致, 须先核对）" if contradicted else words


def _pieces(subject: Subject) -> tuple[Neighbour, ...]:
    """The road that the name is cut from, or other pieces of it, in the same county.

    Without a registry or an area none is known.
    """
    parsed = subject.parsed
    names = {parsed.specific + word + parsed.generic for word in ("", *_AXES, "中")}
    try:
        known = tuple(neighbours_named(subject, names - {subject.name}))
    except Missing:
        return ()
    return tuple(piece for piece in known if piece.verdict is Verdict.VIOLATION)


def _evidence(piece: Neighbour) -> Evidence:
    return Evidence(
        kind="toponym" if piece.id else "proposal",
        name=piece.name,
        id=piece.id,
        jurisdiction=piece.jurisdiction,
        detail="同一道路的主路名或分段",
    )


CHECK = Check(
    kind="suffix-axis",
    about="分段方位词（东西、南北）与道路走向相符",
    params=SuffixAxisParams,
    placeholders=frozenset({"word", "asked", "drawn"}),
    run=_run,
)
