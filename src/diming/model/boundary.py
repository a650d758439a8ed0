"""Lines between two sides (界线) and the markers that stand on them (界桩)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry import MultiLineString, Point


class LineStatus(StrEnum):
    """What a line may be used for; only the first two are legal boundaries."""

    AGREEMENT = "协议线"
    DETAILED_MAP = "详图线"
    REFERENCE = "参考线"


@dataclass(frozen=True, slots=True)
class BoundaryLine:
    """The line between two areas of authority.

    `geometry` is in EPSG:4490 and runs from west to east or from north to south, as lines are
    numbered; `length_m` is geodesic on the CGCS2000 ellipsoid; `ends` are its first and last point
    as longitude, latitude.
    """

    side_a: str
    side_b: str
    name_a: str
    name_b: str
    level: str
    geometry: MultiLineString
    length_m: float
    ends: tuple[tuple[float, float], tuple[float, float]]
    status: LineStatus = LineStatus.REFERENCE
    source: str = ""
    next_inspection: str | None = None

    @property
    def name(self) -> str:
        """The line's name, as in 梁山县—台前县线."""
        return f"{self.name_a}—{self.name_b}线"


@dataclass(frozen=True, slots=True)
class Marker:
    """A boundary marker; `number` is the stamped text, verbatim, and no key."""

    id: str
    number: str
    side_a: str
    side_b: str
    geometry: Point
    kind: str | None = None
    material: str | None = None
    status: str | None = None
