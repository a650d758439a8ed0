"""Holds how names usually read a character by itself, and words that settle or question that.

data/language/usage.tsv and data/language/phrases.tsv, made from two dictionaries by
scripts/build_data/usage.py; each row of the first says its evidence.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Holds(StrEnum):
    """Where in a specific a usual reading holds."""

    ANYWHERE = "anywhere"
    FIRST = "first"
    INSIDE = "inside"  # anywhere but at the end
    PROPOSED = "proposed"  # nowhere: it is only the likeliest
    LAST = "last"  # nowhere: it is only the likeliest at the end (白云观)


@dataclass(frozen=True, slots=True)
class Usage:
    """The usual reading of a character of several, and where it holds."""

    syllable: str
    holds: Holds


class Does(StrEnum):
    """What a word does to the readings of its characters."""

    SETTLES = "settles"  # both dictionaries read it alike
    OPENS = "opens"  # a dictionary reads it otherwise than its characters are by themselves
    PROPOSES = "proposes"  # the same, but people reviewed that this is likeliest in names


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word of the dictionaries."""

    syllables: tuple[str, ...]
    does: Does


def usage(char: str) -> Usage | None:
    """How names usually read the character; None for one reading, or for no usual one."""
    return _usages().get(char)


@cache
def placed() -> Mapping[str, Holds]:
    """The characters whose usual reading holds in one place of a specific only."""
    where = {Holds.FIRST, Holds.INSIDE}
    return MappingProxyType(
        {char: usual.holds for char, usual in _usages().items() if usual.holds in where}
    )


def within(text: str) -> list[tuple[int, int, Phrase]]:
    """Every word of the dictionaries that the text holds, with where it starts and stops."""
    table, begun, found = _phrases(), starts(), []
    for start in range(len(text) - 1):
        if text[start : start + 2] in begun:
            for stop in range(start + 2, min(len(text), start + longest_phrase()) + 1):
                if phrase := table.get(text[start:stop]):
                    found.append((start, stop, phrase))
    return found


def phrase(word: str) -> Phrase | None:
    """A word of the dictionaries; None for one they lack or that questions nothing."""
    return _phrases().get(word)


@cache
def starts() -> frozenset[str]:
    """The first two characters of every word."""
    return frozenset(word[:2] for word in _phrases())


def words() -> frozenset[str]:
    """Every word."""
    return frozenset(_phrases())


@cache
def longest_phrase() -> int:
    """How many characters the longest word has."""
    return max(map(len, _phrases()))


@cache
def endings() -> Mapping[str, str]:
    """How open characters are most likely read at the end of a specific: 观 guàn."""
    return MappingProxyType(
        {row["char"]: row["reading"] for row in _rows("usage.tsv") if row["holds"] == Holds.LAST}
    )


@cache
def _usages() -> Mapping[str, Usage]:
    return MappingProxyType(
        {
            row["char"]: Usage(row["reading"], Holds(row["holds"]))
            for row in _rows("usage.tsv")
            if row["holds"] != Holds.LAST
        }
    )


@cache
def _phrases() -> Mapping[str, Phrase]:
    return MappingProxyType(
        {
            row["word"]: Phrase(tuple(row["reading"].split(" ")), Does(row["does"]))
            for row in _rows("phrases.tsv")
        }
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with shipped("data", "language", name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
