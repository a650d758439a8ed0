"""Holds the readings that names have by authority: places, sages, family names, fixed words.

data/language/readings.tsv gives each with the area where it holds and its source.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a name or character.

    `kind` is place, person, surname or character (the one reading a character has in all names of
    divisions); `scope` is how the codes of the areas begin where it holds, "" everywhere.
    """

    name: str
    syllables: tuple[str, ...]
    kind: str
    scope: str
    source: str
    confidence: str


@cache
def _entries() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    path = shipped("data", "language", "readings.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["name"]].append(
                Entry(
                    row["name"],
                    tuple(row["reading"].split(" ")),
                    row["kind"],
                    row["scope"],
                    row["source"],
                    row["confidence"],
                )
            )
    return MappingProxyType({name: tuple(entries) for name, entries in found.items()})


def entries() -> tuple[Entry, ...]:
    """Every row of the lexicon."""
    return tuple(entry for found in _entries().values() for entry in found)


@cache
def longest_entry() -> int:
    """How many characters the longest entry has."""
    return max(map(len, _entries()), default=0)


def place_reading(text: str, area: str | None) -> tuple[str, ...] | None:
    """How a place or person of this name is read in an area; None if unknown or disputed.

    The narrowest scope that holds in the area decides. Without an area all scopes count, and
    they have to agree.
    """
    entries = [
        entry
        for entry in _entries().get(text, ())
        if entry.kind in {"place", "person"} and (area is None or area.startswith(entry.scope))
    ]
    if area is not None and entries:
        narrowest = max(len(entry.scope) for entry in entries)
        entries = [entry for entry in entries if len(entry.scope) == narrowest]
    return _agreed(entries)


def surname_reading(char: str) -> str | None:
    """How a family name of one character is read; None if unknown or read in several ways."""
    return _single(char, "surname")


def usual_reading(char: str) -> str | None:
    """How the names of divisions always read a character; None if unknown or in several ways."""
    return _single(char, "character")


def _single(char: str, kind: str) -> str | None:
    agreed = _agreed([entry for entry in _entries().get(char, ()) if entry.kind == kind])
    return agreed[0] if agreed else None


def _agreed(entries: list[Entry]) -> tuple[str, ...] | None:
    readings = {entry.syllables for entry in entries}
    return readings.pop() if len(readings) == 1 else None
