"""Looks whether numbered roads (港源一路, 二路 …) follow each other without gaps and in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import shapely
from pydantic import Field

from diming.geo.plane import to_plane, zone_of
from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.kin import series
from diming.rules.missing import Missing
from diming.rules.rivals import neighbours_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from diming.rules.ground import Ground
    from diming.rules.kin import Series
    from diming.rules.rivals import Neighbour
    from diming.rules.subject import Subject

_TOWARDS_ZH = {"west": "自东向西", "east": "自西向东", "north": "自南向北", "south": "自北向南"}
_ALONG = {"west": (0, -1), "east": (0, 1), "north": (1, 1), "south": (1, -1)}


class SeriesOrderParams(Params):
    """`towards`: which ways numbers may grow, none given means any; `most`: the highest number."""

    towards: frozenset[Literal["west", "east", "north", "south"]] = frozenset()
    most: int | None = Field(default=None, gt=0)


def _run(subject: Subject, params: SeriesOrderParams, ground: Ground) -> Iterator[Hit]:
    del ground
    own = series(subject.parsed)
    if own is None:
        return
    if params.most is not None and own.number > params.most:
        yield Hit({"how": f"序数超过 {params.most}"}, span=_span(subject))
    names = own.members()
    try:
        known = [
            one for one in neighbours_named(subject, set(names) - {subject.name})
            if one.name in names and names[one.name] != own.number
        ]  # fmt: skip
    except Missing:
        return
    if not known:
        return  # the first of a series, or the only one on file
    numbers = {names[one.name] for one in known}
    before = max((number for number in numbers if number < own.number), default=0)
    lacking = range(before + 1, own.number)  # the next member speaks of the gap, no later one
    if lacking:
        listed = "、".join(own.member(number) for number in lacking)
        yield Hit({"how": f"序数不连续, 没有{listed}"}, _span(subject), _evidence(known))
    if how := _out_of_order(subject, own, known, names, params):
        yield Hit({"how": how}, _span(subject), _evidence(known))


def _out_of_order(
    subject: Subject,
    own: Series,
    known: list[Neighbour],
    names: Mapping[str, int],
    params: SeriesOrderParams,
) -> str:
    """What is wrong with where it lies between its nearest numbers; "" when nothing is."""
    here = subject.proposal.geometry
    if here is None:
        return ""
    drawn = [(names[one.name], one.geometry) for one in known if one.geometry is not None]
    zone = zone_of(here, *(line for _, line in drawn))
    spots = {own.number: _middle([to_plane(here, zone)])}
    for number in sorted({number for number, _ in drawn}):
        spots[number] = _middle([to_plane(line, zone) for at, line in drawn if at == number])
    three = _neighbouring(own.number, sorted(spots))
    if len(three) == 3 and not _between(*(spots[number] for number in three)):
        return f"{own.member(three[1])}不在{own.member(three[0])}与{own.member(three[2])}之间"
    if params.towards and len(spots) > 1:
        first, last = min(spots), max(spots)
        if not _grows(spots[first], spots[last], params.towards):
            ways = "、".join(_TOWARDS_ZH[way] for way in sorted(params.towards))
            return f"{own.member(first)}至{own.member(last)}不是{ways}"
    return ""


def _neighbouring(number: int, numbers: list[int]) -> list[int]:
    """A number between the next lower and the next higher, else with the two next on its side."""
    at = numbers.index(number)
    first = min(max(at - 1, 0), max(len(numbers) - 3, 0))
    return numbers[first : first + 3]


def _middle(lines: list[BaseGeometry]) -> tuple[float, float]:
    middle = shapely.union_all(lines).centroid
    return middle.x, middle.y


def _between(
    low: tuple[float, float], middle: tuple[float, float], high: tuple[float, float]
) -> bool:
    """Whether the middle one is passed on the way from the low to the high one."""
    way = (high[0] - low[0], high[1] - low[1])
    passed = (middle[0] - low[0]) * way[0] + (middle[1] - low[1]) * way[1]
    return 0 <= passed <= way[0] ** 2 + way[1] ** 2


def _grows(low: tuple[float, float], high: tuple[float, float], towards: frozenset[str]) -> bool:
    way = (high[0] - low[0], high[1] - low[1])
    main = 0 if abs(way[0]) >= abs(way[1]) else 1
    asked = [sign for along, sign in (_ALONG[word] for word in towards) if along == main]
    return not asked or any(sign * way[main] > 0 for sign in asked)


def _span(subject: Subject) -> tuple[int, int]:
    parsed = subject.parsed
    return len(parsed.specific), len(parsed.specific) + len(parsed.modifier)


def _evidence(known: list[Neighbour]) -> tuple[Evidence, ...]:
    seen = {one.name: one for one in reversed(known)}
    return tuple(
        Evidence(
            kind="toponym" if one.id else "proposal",
            name=one.name,
            id=one.id,
            jurisdiction=one.jurisdiction,
        )
        for _, one in sorted(seen.items())
    )


CHECK = Check(
    kind="series-order",
    about="序数路名连续、依次排列",
    params=SeriesOrderParams,
    placeholders=frozenset({"how"}),
    run=_run,
)
