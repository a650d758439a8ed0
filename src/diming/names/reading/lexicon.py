"""Holds the readings that names have by authority: places, sages, family names, fixed words.

data/language/readings.tsv gives each with the area where it holds and its source.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Syllables = tuple[str, ...]

_PLACES = frozenset({"place", "person"})
_WORDS = frozenset({"word"})
_CONFIDENCE = ("high", "medium", "low")
_CHARACTERS = frozenset({"character"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a name, word or character.

    `kind` is place, person, surname, word (one that names hold: 相府) or character (the one reading
    it has in all names of divisions); `scope` is how the codes of the areas begin where it holds,
    "" everywhere.
    """

    name: str
    syllables: Syllables
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


@cache
def names() -> frozenset[str]:
    """Every place, person and word."""
    return frozenset(entry.name for entry in entries() if entry.kind in _PLACES | _WORDS)


@cache
def families() -> frozenset[str]:
    """Every family name."""
    return frozenset(entry.name for entry in entries() if entry.kind == "surname")


@cache
def scopes() -> frozenset[str]:
    """How the codes of areas begin that have readings of their own; "" is everywhere."""
    return frozenset(entry.scope for entry in entries())


@lru_cache(maxsize=8192)
def deciding(area: str) -> str:
    """The part of an area's code that readings depend on: the narrowest scope it lies in.

    With it every name is read as with the whole code: of 370811 it is all six digits, only four
    or none, as there are readings of that county, of its prefecture, or neither.
    """
    return max(filter(area.startswith, scopes()), key=len, default="")


def place_reading(text: str, area: str | None) -> Syllables | None:
    """How a place or person of this name is read in an area; None if unknown or disputed.

    The narrowest scope that holds in the area decides; without an area the widest one does, for
    that is what the name means where nothing is said. Readings of that scope have to agree.
    """
    return _reading(text, _PLACES, area)


def disputed_reading(text: str, area: str | None) -> Syllables | None:
    """The reading with most confidence of a place whose sources disagree (冠县); else None."""
    if text not in _entries() or place_reading(text, area) is not None:
        return None
    held = [
        entry
        for entry in _entries()[text]
        if entry.kind in _PLACES and (area is None or area.startswith(entry.scope))
    ]
    best = min(held, key=lambda entry: _CONFIDENCE.index(entry.confidence), default=None)
    return best.syllables if best else None


def word_reading(text: str, area: str | None) -> Syllables | None:
    """How a word is read that names hold (相府, 校场); areas as for places."""
    return _reading(text, _WORDS, area)


@lru_cache(maxsize=4096)
def surnames(text: str) -> tuple[Entry, ...]:
    """The readings of a family name, the surest first; families may differ."""
    found = (entry for entry in _entries().get(text, ()) if entry.kind == "surname")
    return tuple(sorted(found, key=lambda entry: _CONFIDENCE.index(entry.confidence)))


def usual_reading(char: str) -> str | None:
    """How the names of divisions always read a character; None if unknown or in several ways."""
    agreed = _reading(char, _CHARACTERS, None)
    return agreed[0] if agreed else None


def _reading(text: str, kinds: frozenset[str], area: str | None) -> Syllables | None:
    return _held(text, kinds, area) if text in _entries() else None


@lru_cache(maxsize=8192)
def _held(text: str, kinds: frozenset[str], area: str | None) -> Syllables | None:
    holding = [
        entry
        for entry in _entries()[text]
        if entry.kind in kinds and (area is None or area.startswith(entry.scope))
    ]
    if len(holding) > 1:
        deciding = (min if area is None else max)(len(entry.scope) for entry in holding)
        holding = [entry for entry in holding if len(entry.scope) == deciding]
    return _agreed(entry.syllables for entry in holding)


def _agreed(spoken: Iterable[Syllables]) -> Syllables | None:
    readings = set(spoken)
    return readings.pop() if len(readings) == 1 else None
