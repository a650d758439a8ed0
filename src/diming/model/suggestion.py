"""A name that would pass for a place, with where it comes from (备选名)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model.wording import Worded

if TYPE_CHECKING:
    from diming.model.finding import Evidence, Result


class Origin(Worded):
    """What a suggested name is taken from, in the order in which names are offered."""

    DERIVED = "derived", "相接道路的名称"
    HERITAGE = "heritage", "不再使用的历史地名"
    LANDMARK = "landmark", "附近的古迹"
    NATURAL = "natural", "沿线的自然地理实体"
    VILLAGE = "village", "沿线的村庄"
    SERIES = "series", "附近的序列路名"
    RESERVE = "reserve", "采词库"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A candidate that has been reviewed under the rule set without a violation.

    `reasons` are sentences for the file; `evidence` is what it rests on, with metres and sources;
    `result` is its review, in which some things may still be for people to judge.
    """

    name: str
    origin: Origin
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    result: Result
