"""Finds the known words that stand in a specific: 相府 in 老相府, but no 任城 in 信任城.

A specific is cut into known words from its beginning, and what is left over may still end with
one. What a word says of a character is void when another known word reaches into it and reads the
character otherwise: there the cut itself is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from diming.names.parse import MODIFIERS
from diming.names.reading import lexicon, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may stand before a word inside a specific: 新任城, 古任城, 东任家.
LEADING = frozenset((*MODIFIERS, "古"))
SIDES = frozenset("东南西北")
_FEWEST_LEFT = 2  # characters before a word that ends a specific: they are a word themselves


class Source(Enum):
    """Who knows a word, the one with most authority first."""

    PLACE = "the lexicon's places and persons"
    WORD = "the lexicon's words"
    PHRASE = "two dictionaries"


@dataclass(frozen=True, slots=True)
class Word:
    """A known word at `start` to `stop` - 1 of a specific."""

    start: int
    stop: int
    syllables: tuple[str, ...]
    source: Source


def standing(specific: str, area: str | None) -> Iterator[Word]:
    """The known words that the specific is cut into, in their order."""
    at = 0
    word = _beginning(specific, 0, area)
    if word is None and may_lead(specific):
        at = 1
        word = _beginning(specific, 1, area)
    while word is not None:
        yield word
        at = word.stop
        word = _beginning(specific, at, area)
    if last := _ending(specific, at, area):
        yield last


def may_lead(specific: str) -> bool:
    """Whether the first character may stand before a word; 西南 is a word, no 西 before 南."""
    return specific[:1] in LEADING and not (specific[0] in SIDES and specific[1:2] in SIDES)


def contested(word: Word, known: list[tuple[int, int, phrases.Phrase]]) -> frozenset[int]:
    """The characters of a word that another word of the specific reads otherwise.

    The other one reaches into it, or is itself in dispute.
    """
    return frozenset(
        index
        for start, stop, other in known
        if start < word.start < stop < word.stop
        or word.start < start < word.stop < stop
        or (other.does is phrases.Does.PROPOSES and start < word.stop and word.start < stop)
        for index in range(max(start, word.start), min(stop, word.stop))
        if other.syllables[index - start] != word.syllables[index - word.start]
    )


def _beginning(specific: str, at: int, area: str | None) -> Word | None:
    """The longest known word that begins there; places before words before dictionaries."""
    if specific[at : at + 2] not in _starts():
        return None
    for stop in range(min(len(specific), at + _longest()), at + 1, -1):
        text = specific[at:stop]
        if text not in _texts():
            continue
        if known := lexicon.place_reading(text, area):
            return Word(at, stop, known, Source.PLACE)
        if told := _said(text, area):
            return Word(at, stop, *told)
    return None


def _ending(specific: str, after: int, area: str | None) -> Word | None:
    """The longest word that ends the specific and leaves at least a word before it."""
    stop = len(specific)
    for start in range(max(after + _FEWEST_LEFT, stop - _longest()), stop - 1):
        if specific[start : start + 2] not in _starts():
            continue
        if known := _said(specific[start:stop], area):
            return Word(start, stop, *known)
    return None


def _said(text: str, area: str | None) -> tuple[tuple[str, ...], Source] | None:
    if known := lexicon.word_reading(text, area):
        return known, Source.WORD
    told = phrases.phrase(text)
    return (told.syllables, Source.PHRASE) if told and told.does is phrases.Does.SETTLES else None


@cache
def _texts() -> frozenset[str]:
    """Every known word."""
    return phrases.words() | lexicon.names()


@cache
def _starts() -> frozenset[str]:
    """How any known word begins: most places of most names begin none."""
    return frozenset(text[:2] for text in _texts())


@cache
def _longest() -> int:
    return max(lexicon.longest_entry(), phrases.longest_phrase())
