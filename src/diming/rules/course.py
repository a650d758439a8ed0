"""Reads which way a road runs from what the applicant wrote: 南北走向, 东起古槐路, 西至洸河路.

Notices tell it by the two ends, or in a word; a road that turns (折向) has no one direction.
"""

from __future__ import annotations

import re

from diming.model import Axis

_PAIRS = {
    frozenset("东西"): Axis.EAST_WEST,
    frozenset("南北"): Axis.NORTH_SOUTH,
}
_LETTERS = str.maketrans({"E": "东", "W": "西", "N": "北", "S": "南"})
_WORD = re.compile(r"(?:大致)?呈?([东南西北]{2,4})(?:[走朝方]?向|路)?")
_LETTERED = re.compile(r"[EWNS]{1,2}[-–—~～至]?[EWNS]{1,2}")
_JOINT = re.compile(r"[-–—~～至]")
# 东起古槐路; 自东向西; 由北往南; 止于 and 到 end a road as 至 does.
_END = re.compile(
    r"([东南西北]{1,2})(?=[起至到止接])|[自由从]([东南西北]{1,2})[向往至]([东南西北]{1,2})"
)
_RING = re.compile(r"环[形状]?|圆[周形]|环线")
_BEND = re.compile(r"折|[LZ]形|[LZ]字[形型]?")
_SLANT = ("斜", "斜向")


def stated_axis(orientation: str | None, start: str | None, end: str | None) -> Axis | None:
    """The axis that the words tell; None when they tell none."""
    word = (orientation or "").strip().upper()
    text = "，".join(part for part in (word, start, end) if part)
    if _BEND.search(text):
        return Axis.BENT
    if _RING.fullmatch(word):
        return Axis.RING
    if word in _SLANT:
        return Axis.DIAGONAL
    if _LETTERED.fullmatch(word):
        word = word.translate(_LETTERS)
    if found := _WORD.fullmatch(_JOINT.sub("", word)):
        return _axis([found[1]])
    ends = [side for match in _END.finditer(text) for side in match.groups() if side]
    return _axis(ends) if len(ends) > 1 else None


def _axis(sides: list[str]) -> Axis | None:
    """东 and 西 make an axis; 东北 and 西南 a slant; 北 and 东 a bend; one side alone nothing."""
    words = frozenset("".join(sides))
    if words in _PAIRS:
        return _PAIRS[words]
    if len(words) < 2:
        return None
    slanting = all(len(side) > 1 for side in sides)
    return Axis.DIAGONAL if slanting else Axis.BENT
