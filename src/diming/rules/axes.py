"""Holds the way a road runs against the way that its name says it runs.

Bent, slanting and ring roads have no axis to disagree with. Where the drawing and the applicant's
words tell two axes, either may be the wrong one, and a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.model import Axis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diming.rules.subject import Subject

AXIS_ZH: Mapping[Axis, str] = MappingProxyType({Axis.EAST_WEST: "东西", Axis.NORTH_SOUTH: "南北"})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The axis that is not the one asked for; `contradicted` when drawing and words tell two."""

    axis: Axis
    contradicted: bool

    @property
    def zh(self) -> str:
        """The axis in words."""
        doubt = "（图形与所写走向不一致, 须先核对）" if self.contradicted else ""
        return AXIS_ZH[self.axis] + doubt


def disagreement(subject: Subject, asked: Axis) -> Disagreement | None:
    """How the road runs against `asked`, None when it does not; raises Missing without an axis."""
    drawn, stated = subject.drawn_axis, subject.stated_axis
    contradicted = drawn in AXIS_ZH and stated in AXIS_ZH and drawn is not stated
    axes = (drawn, stated) if contradicted else (subject.axis,)
    for axis in axes:
        if axis is not None and axis in AXIS_ZH and axis is not asked:
            return Disagreement(axis, contradicted)
    return None
