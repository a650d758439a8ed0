"""Lists the generic elements (通名) of names: what class each is for, how it is read and spelt."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.model import FeatureClass
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


@cache
def generics() -> Mapping[str, Generic]:
    """Every generic that data/language/generics.csv lists, by its characters."""
    with shipped("data", "language", "generics.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["generic"]: _generic(row) for row in csv.DictReader(file)})


def longest_generic(name: str) -> Generic | None:
    """The longest generic that the name ends with: 大道 before 道, 隧道 before 道."""
    table = generics()
    first = max(0, len(name) - max(map(len, table)))
    endings = (table.get(name[start:]) for start in range(first, len(name)))
    return next((generic for generic in endings if generic is not None), None)


def _generic(row: dict[str, str]) -> Generic:
    return Generic(
        row["generic"],
        tuple(_CLASSES[value] for value in row["feature_class"].split("|")),
        tuple(tuple(word.split(" ")) for word in row["reading"].split("|")),
        row["source"],
    )
