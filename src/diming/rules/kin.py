"""Tells from names alone which roads belong together: segments, branches, series, the main road.

建设东路 and 建设西路 are segments of 建设路, 建设支路 and 建设路一巷 come off it, 建设一路 and
建设二路 are of a series.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.parse import longest_generic, numeral

if TYPE_CHECKING:
    from diming.names.parse import Parsed

COMPASS = "东南西北"
_SEGMENTS = "东南西北中"
_FIGURES = "一二三四五六七八九十"
# Roads beside or off another one, called by its whole name: 北三环东路辅路.
_ATTACHED = frozenset({"辅路", "匝道", "联络线", "引道"})
# What a main road may be called; a lane is one to lanes only: 棉花胡同 is none to 棉花五条.
_MAIN = frozenset({"路", "街", "大街", "大道", "道", "公路", "快速路", "高架路"})
_LONGEST_SERIES = 30
_TELLING = 2  # characters of a specific that tell a family: 横一条 and 横二条 are in every quarter
# 西直门内大街 and 西直门外大街, 南花市大街 and 北花市大街: names that differ by one of these.
_OPPOSED = frozenset("东西南北中内外前后上下左右")


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered road among its like: 港源六路 is number 6 of 港源…路."""

    before: str
    number: int
    after: str

    def member(self, number: int) -> str:
        """The name of another member."""
        return f"{self.before}{_written(number)}{self.after}"

    def members(self) -> dict[str, int]:
        """Every name the series may hold, with its number; the first may be called 头."""
        names = {self.member(number): number for number in range(1, _LONGEST_SERIES + 1)}
        return names | {f"{self.before}头{self.after}": 1}


def series(parsed: Parsed) -> Series | None:
    """The series that a name belongs to by its form, None when it has no number."""
    ordinal = len(parsed.modifier) - len(parsed.modifier.rstrip(_FIGURES))
    if not ordinal or len(parsed.specific) < _TELLING:
        return None
    before = parsed.specific + parsed.modifier[:-ordinal]
    return Series(before, numeral(parsed.modifier[-ordinal:]), parsed.generic)


def is_branch(parsed: Parsed) -> bool:
    """Whether the name says that the road comes off another one: 支路, 一巷, 辅路."""
    if parsed.generic in _ATTACHED:
        return _is_road(parsed.specific + parsed.modifier)
    return parsed.modifier.endswith("支") or (
        series(parsed) is not None and _is_road(parsed.specific)
    )


def is_segment(parsed: Parsed) -> bool:
    """Whether the name has the form of a segment of a road: 建设东路."""
    return parsed.modifier[-1:] in tuple(_SEGMENTS) and len(parsed.specific) >= _TELLING


def main_roads(parsed: Parsed) -> frozenset[str]:
    """The names that the road it comes from may bear: 建设东路, 建设路, 建设街 for 建设东支路."""
    stems = [
        parsed.specific + parsed.modifier[:cut]
        for cut in range(len(parsed.modifier) + (parsed.generic in _ATTACHED))
    ]
    whole = {stem for stem in stems if _is_road(stem)}
    generics = _MAIN | {parsed.generic}
    return frozenset(whole | {stem + generic for stem in stems for generic in generics})


def segments(parsed: Parsed) -> frozenset[str]:
    """The segments of the same road, itself among them."""
    before = parsed.specific + parsed.modifier[:-1]
    return frozenset(before + word + parsed.generic for word in _SEGMENTS)


def akin(one: Parsed, other: Parsed) -> bool:
    """Whether two names are of one road, or one of them is called after the other."""
    return (
        one.specific == other.specific
        or _called_after(one, other)
        or _called_after(other, one)
        or _opposed(one.name, other.name)
    )


def _called_after(one: Parsed, other: Parsed) -> bool:
    return other.name in (one.specific, one.specific + one.modifier)


def _opposed(one: str, other: str) -> bool:
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(apart) == 1 and set(apart[0]) <= _OPPOSED


def _is_road(text: str) -> bool:
    generic = longest_generic(text)
    found = generic is not None and FeatureClass.ROAD in generic.classes
    return found and generic is not None and len(text) > len(generic.text)


def _written(number: int) -> str:
    """1 to 99 as it is written: 12 → 十二, 20 → 二十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else _FIGURES[tens - 1] + "十")
    return head + (_FIGURES[ones - 1] if ones else "")
