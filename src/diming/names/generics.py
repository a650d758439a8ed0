"""Lists the generic elements (通名) of names: what class each is for, how it is read and spelt."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.divisions import bare_division
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Generic:
    """A generic element; `words` are the syllables of each word it is spelt in."""

    text: str
    classes: tuple[FeatureClass, ...]
    words: tuple[tuple[str, ...], ...]
    source: str

    @property
    def reading(self) -> tuple[str, ...]:
        """One syllable a character."""
        return tuple(syllable for word in self.words for syllable in word)


_CLASSES = {member.value: member for member in FeatureClass}
# 五指山, 太湖, 三门峡 name a county too, but first of all what their generic says.
_LANDFORMS = frozenset("山江河湖峡")


@cache
def generics() -> Mapping[str, Generic]:
    """Every generic that data/language/generics.csv lists, by its characters."""
    with shipped("data", "language", "generics.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["generic"]: _generic(row) for row in csv.DictReader(file)})


def longest_generic(name: str) -> Generic | None:
    """The longest generic that the name ends with: 大道 before 道, 隧道 before 道."""
    for generic in _by_last().get(name[-1:], ()):
        if name.endswith(generic.text):
            return generic
    return None


def usual_class(name: str) -> FeatureClass:
    """The class of a name that nobody stated one for: its generic's, OTHER without a generic.

    A province, prefecture or county that stands without its generic is one division and no
    island or gate (青岛, 厦门, 海淀), landforms of counties' names excepted (五指山, 太湖).
    """
    generic = longest_generic(name)
    if generic is None:
        return FeatureClass.OTHER
    division = bare_division(name)
    landform = generic.text in _LANDFORMS
    if division is None or (landform and division is FeatureClass.COUNTY) or name[-1] == "峡":
        return generic.classes[0]
    return division


@cache
def _by_last() -> Mapping[str, tuple[Generic, ...]]:
    """The generics by their last character, the longest first."""
    found: dict[str, list[Generic]] = {}
    for generic in generics().values():
        found.setdefault(generic.text[-1], []).append(generic)
    return {
        char: tuple(sorted(ending, key=lambda generic: -len(generic.text)))
        for char, ending in found.items()
    }


def _generic(row: dict[str, str]) -> Generic:
    return Generic(
        row["generic"],
        tuple(_CLASSES[value] for value in row["feature_class"].split("|")),
        tuple(tuple(word.split(" ")) for word in row["reading"].split("|")),
        row["source"],
    )
