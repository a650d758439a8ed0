"""A requested name (命名、更名申请) with what the applicant says about the place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from diming.model.feature import FeatureClass
from diming.model.wording import Worded

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class Action(Worded):
    """What is asked for, in the six forms that practice knows."""

    NAME = "name", "命名"
    RENAME = "rename", "更名"
    EXTEND = "extend", "调整起止点"
    CANCEL = "cancel", "注销"
    RESTORE = "restore", "恢复"
    RESERVE = "reserve", "预命名"


class WidthKind(StrEnum):
    """Which width is meant: between property lines (红线) or between kerbs (路缘)."""

    RED_LINE = "red-line"
    KERB = "kerb"


class Axis(StrEnum):
    """The direction a road runs in, or why it has none."""

    EAST_WEST = "east-west"
    NORTH_SOUTH = "north-south"
    DIAGONAL = "diagonal"
    BENT = "bent"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Extent:
    """A measure in metres that may be a range or a sum: `20`, `9~15`, `32至50`, `24+9+16`."""

    low: float
    high: float

    _NUMBER = r"\d+(?:\.\d+)?"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a measure as notices write it; raises ValueError when it is none."""
        plain = re.sub(r"[\s米mM]|公尺", "", text.strip().replace("．", "."))
        if re.fullmatch(rf"{cls._NUMBER}(\+{cls._NUMBER})*", plain):
            total = sum(float(part) for part in plain.split("+"))
            return cls(total, total)
        span = re.fullmatch(rf"({cls._NUMBER})(?:~|～|-|—|–|至|到)({cls._NUMBER})", plain)
        if span is None:
            raise ValueError(text)
        low, high = sorted((float(span[1]), float(span[2])))
        return cls(low, high)

    def __str__(self) -> str:
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}~{self.high:g}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One requested name as the office's table holds it; geometry is in EPSG:4490.

    `row` is its 1-based number in the file; `extra` keeps columns that diming does not know. From
    `ground` on it is what the file of the case says of the procedure; days are ISO dates.
    """

    name: str
    feature_class: FeatureClass = FeatureClass.ROAD
    jurisdiction: str | None = None
    row: int = 1
    action: Action = Action.NAME
    old_name: str | None = None
    length_m: float | None = None
    width_m: Extent | None = None
    width_kind: WidthKind | None = None
    start: str | None = None
    end: str | None = None
    orientation: str | None = None
    grade: str | None = None
    meaning: str | None = None
    reading: str | None = None
    romanization: str | None = None
    ground: str | None = None
    scheme_name: str | None = None
    materials: str | None = None
    assessment: str | None = None
    expertise: str | None = None
    consultation: str | None = None
    authority: str | None = None
    approved_on: str | None = None
    filed_on: str | None = None
    published_on: str | None = None
    code: str | None = None
    geometry: BaseGeometry | None = None
    extra: dict[str, str] = field(default_factory=dict)
