"""Looks whether the 东 segment of a road lies east of its 西 segment, 南 south of 北."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely
from pydantic import Field

from diming.geo.plane import to_plane, zone_of
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.kin import is_segment, segments
from diming.rules.missing import Missing
from diming.rules.rivals import neighbours_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.rules.ground import Ground
    from diming.rules.rivals import Neighbour
    from diming.rules.subject import Subject

# Along which coordinate two segments are compared, and which way it counts; 中 goes with both.
_ALONG = {"东": (0, 1), "西": (0, -1), "北": (1, 1), "南": (1, -1)}
# Ends that meet tell no side.
_TOUCHING_M = 5.0
_WHERE = {"东": "西", "西": "东", "南": "北", "北": "南"}


class SidesParams(Params):
    """`at_least_m`: how far the middles must lie the wrong way round to be spoken of."""

    at_least_m: float = Field(ge=0)


def _run(subject: Subject, params: SidesParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    word = parsed.modifier[-1:]
    if not is_segment(parsed):
        return
    try:
        known = tuple(neighbours_named(subject, segments(parsed) - {subject.name}))
    except Missing:
        return  # no segment is known that it could stand the wrong way to
    for name, lines in _by_name(known).items():
        asked = _asked(word, name[len(name) - len(parsed.generic) - 1])
        if asked is None:
            continue
        here = subject.geometry
        zone = zone_of(here, *lines)
        there = shapely.union_all([to_plane(line, zone) for line in lines])
        ahead = _ahead_m(to_plane(here, zone), there, asked)
        if ahead < -params.at_least_m:
            yield _hit(subject, known, name, asked, -ahead)


def _ahead_m(here: BaseGeometry, there: BaseGeometry, asked: str) -> float:
    """How far `here` lies on the side asked for, by the middles or where the two come nearest.

    Two roads along a slanting river lie the right way round where they pass each other, whatever
    the middles of their unequal lengths say; so the better of both counts.
    """
    along, sign = _ALONG[asked]
    nearest = shapely.shortest_line(there, here).coords
    middles = _middle(here)[along] - _middle(there)[along]
    passing = nearest[-1][along] - nearest[0][along]
    return max(sign * middles, sign * passing if abs(passing) > _TOUCHING_M else -math.inf)


def _asked(word: str, other: str) -> str | None:
    """On which side of the segment `other` the segment `word` should lie."""
    if word == "中":
        return _WHERE.get(other)
    return word if other in ("中", _WHERE[word]) else None


def _by_name(known: tuple[Neighbour, ...]) -> dict[str, list[BaseGeometry]]:
    lines: dict[str, list[BaseGeometry]] = {}
    for one in known:
        if one.geometry is not None:
            lines.setdefault(one.name, []).append(one.geometry)
    return lines


def _middle(line: BaseGeometry) -> tuple[float, float]:
    middle = line.centroid
    return middle.x, middle.y


def _hit(
    subject: Subject, known: tuple[Neighbour, ...], name: str, asked: str, wrong_m: float
) -> Hit:
    first = next(one for one in known if one.name == name)
    at = len(subject.name) - len(subject.parsed.generic) - 1
    return Hit(
        {"rival": name, "asked": asked, "lies": _WHERE[asked], "distance": f"{wrong_m:.0f}"},
        span=(at, at + 1),
        evidence=(
            Evidence(
                kind="toponym" if first.id else "proposal",
                name=name,
                id=first.id,
                jurisdiction=first.jurisdiction,
                detail=f"中点在本路以{asked} {wrong_m:.0f} 米",
            ),
        ),
    )


CHECK = Check(
    kind="sides",
    about="东段在西段之东, 南段在北段之南",
    params=SidesParams,
    placeholders=frozenset({"rival", "asked", "lies", "distance"}),
    run=_run,
    mutual=True,
)
