"""Looks whether 东西南北 in a road's name goes with the way the road runs.

A road is cut into 东/西 pieces when it runs east-west and into 南/北 pieces when it runs north-
south: such pieces run one into the other. The same words far oftener tell the side of a place
(天坛东路, 环城西路); then the road may run as it likes, and its place is asked for by another rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.geo import courses
from diming.geo.plane import to_plane, zone_of
from diming.model import Axis, Evidence, Verdict
from diming.rules.axes import AXIS_ZH, disagreement
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing
from diming.rules.rivals import neighbours_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.rivals import Neighbour
    from diming.rules.subject import Subject

# Across a wide crossing, and round a bend in it; limits of this program.
_GAP_M = 80.0
_TURN_DEG = 45.0
_AXES = {"东": Axis.EAST_WEST, "西": Axis.EAST_WEST, "南": Axis.NORTH_SOUTH, "北": Axis.NORTH_SOUTH}


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
    against = disagreement(subject, _AXES[word])
    if against is None:
        return
    by_landmark = parsed.specific[-1] in params.landmarks or parsed.specific[0] in params.round
    pieces = _pieces(subject)
    joined = [piece for piece in pieces if _runs_on(subject, piece)]
    undrawn = [piece for piece in pieces if piece.geometry is None]
    if not joined and not _in_doubt(subject, pieces, undrawn):
        return
    sure = joined and not by_landmark and not against.contradicted
    at = len(parsed.specific) + len(parsed.modifier) - 1
    yield Hit(
        {"word": word, "asked": AXIS_ZH[_AXES[word]], "drawn": against.zh},
        span=(at, at + 1),
        evidence=tuple(_evidence(piece) for piece in joined or undrawn),
        verdict=None if sure else Verdict.REVIEW,
    )


def _in_doubt(subject: Subject, pieces: tuple[Neighbour, ...], undrawn: list[Neighbour]) -> bool:
    """Whether it may be a piece of a road for all that is known: one not drawn, or none looked for.

    Where the roads of the area are on file and none is the main road, the word tells a side.
    """
    if undrawn or subject.proposal.geometry is None:
        return bool(pieces) or not _looked_for(subject)
    return not pieces and not _looked_for(subject)


def _looked_for(subject: Subject) -> bool:
    try:
        return not subject.uncovered
    except Missing:
        return False


def _runs_on(subject: Subject, piece: Neighbour) -> bool:
    """Whether one road goes on from the end of the other, as pieces of one road do."""
    here, there = subject.proposal.geometry, piece.geometry
    if here is None or there is None:
        return False
    zone = zone_of(here, there)
    own, others = (courses.ends(to_plane(line, zone)) for line in (here, there))
    return bool(courses.joints(own, others, _GAP_M, _TURN_DEG))


def _pieces(subject: Subject) -> tuple[Neighbour, ...]:
    """The road that the name is cut from, or other pieces of it along the same axis.

    In the same county; without a registry or an area none is known.
    """
    parsed = subject.parsed
    before = parsed.specific + parsed.modifier[:-1]
    words = [word for word, axis in _AXES.items() if axis is _AXES[parsed.modifier[-1]]]
    names = {before + word + parsed.generic for word in ("", "中", *words)}
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
