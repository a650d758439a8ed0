"""Named things on the ground (地理实体) and the names they bear (地名)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.model.feature import FeatureClass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: a title, an address, a licence, and how old it is."""

    id: str
    title: str
    url: str | None = None
    licence: str | None = None
    vintage: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named thing on the ground.

    `geometry` is in EPSG:4490 (CGCS2000, longitude latitude), or None when the position is not
    known: then only `jurisdiction` says where it is. `accuracy_m` is how far the geometry may be
    off, in metres; None means nobody said. A place without geometry has no accuracy either.
    """

    id: str
    feature_class: FeatureClass
    jurisdiction: str
    geometry: BaseGeometry | None = None
    accuracy_m: float | None = None
    grade: str | None = None
    length_m: float | None = None
    width_m: str | None = None
    source: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def position(self) -> str:
        """`unknown`, or `stated` when there is a geometry."""
        return "unknown" if self.geometry is None else "stated"


class ToponymKind(StrEnum):
    """What a name is to its place."""

    STANDARD = "standard"  # 标准地名
    FORMER = "former"  # 曾用名
    ALIAS = "alias"  # 别名
    ABBREVIATION = "abbreviation"  # 简称


class ToponymStatus(StrEnum):
    """Where a name stands in its life."""

    PROPOSED = "proposed"  # 拟议
    RESERVED = "reserved"  # 预命名
    IN_USE = "in-use"  # 使用
    HISTORICAL = "historical"  # 历史
    ABOLISHED = "abolished"  # 注销


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place, with its own dates, status and source.

    `valid_from` and `valid_to` are ISO 8601 years or dates, as exact as the source is; a year
    before Christ is written -0484 for 484 BC. `reading` is syllables with tones, and with
    `romanization` is kept only when an authority gave it. `heritage` says on what ground the name
    is heritage (level and document), None when it is not.
    """

    id: str
    place_id: str
    name: str
    kind: ToponymKind = ToponymKind.STANDARD
    status: ToponymStatus = ToponymStatus.IN_USE
    reading: str | None = None
    romanization: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    meaning: str | None = None
    era: str | None = None
    heritage: str | None = None
    document: str | None = None
    source: str | None = None
    note: str | None = None

    def in_use_in(self, year: int) -> bool:
        """Whether the name was used in `year`, as far as its dates say.

        Without any date only a name that is in use now counts, and for years it could cover.
        """
        begin, end = year_of(self.valid_from), year_of(self.valid_to)
        if begin is None and end is None:
            return self.status is ToponymStatus.IN_USE
        return (begin is None or begin <= year) and (end is None or year <= end)


def year_of(date: str | None) -> int | None:
    """The year of an ISO date or year: "1928-05" → 1928, "-0484" → -484, None → None."""
    if not date:
        return None
    sign = -1 if date.startswith("-") else 1
    return sign * int(date.lstrip("-").split("-")[0])
