"""Says whether and how a name meets what was typed: which of its characters, by what right.

Typed characters stand for themselves. Typed letters stand for the sounds of characters, from the
first character of the name or from where typed characters leave off: each syllable whole or as
its initial (taibailou, tbl, tblou, 太白l, tbl路); the last one may be unfinished. A digit may be a
numeral (jingang1jie, 金港一街).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from diming.names.characters import is_han
from diming.names.parse import COUNT, numeral
from diming.names.plain import stripped
from diming.names.reading import candidates
from diming.names.syllables import ascii_letters, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.model import Toponym


class Why(IntEnum):
    """How a name meets a query; the lower, the nearer."""

    EXACT = 0
    PREFIX = 1
    PART = 2
    SPELLING = 3
    INITIALS = 4
    YEAR = 5


@dataclass(frozen=True, slots=True)
class Met:
    """Why a name meets a query, and the half-open range of its characters that do, if known."""

    why: Why
    span: tuple[int, int] | None


def meet(toponym: Toponym, query: str) -> Met | None:
    """How the name meets a `plain_query`, None when it does not."""
    name = stripped(toponym.name)
    at = name.text.find(query)
    if at >= 0:
        whole = len(query) == len(name.text)
        why = Why.EXACT if whole else Why.PART if at else Why.PREFIX
        return Met(why, name.span(at, at + len(query)))
    if not any(char.isascii() for char in query):
        return None
    sounds = _sounds_of(toponym)
    for start in _starts(name.text, query):
        walked = _Walk(name.text, query, sounds).from_(start, 0)
        if walked is not None:
            abbreviated, stop = walked
            return Met(_why(query, start, abbreviated=abbreviated), name.span(start, stop))
    return None


def _why(query: str, start: int, *, abbreviated: bool) -> Why:
    if is_han(query[0]):
        return Why.PART if start else Why.PREFIX
    return Why.INITIALS if abbreviated else Why.SPELLING


def _starts(name: str, query: str) -> Iterator[int]:
    """The beginning of the name, and for typed characters wherever the first of them stands."""
    yield 0
    if is_han(query[0]):
        yield from (at for at in range(1, len(name)) if name[at] == query[0])


class _Walk:
    """Goes through name and query together, whole syllables rather than initials."""

    def __init__(self, name: str, query: str, sounds: Sequence[Sequence[str]]) -> None:
        self._name, self._query, self._sounds = name, query, sounds
        self._gone: dict[tuple[int, int], tuple[bool, int] | None] = {}

    def from_(self, at: int, typed: int) -> tuple[bool, int] | None:
        """Whether the rest of the query needs initials, and where in the name it ends."""
        if typed == len(self._query):
            return False, at
        if at == len(self._name):
            return None
        if (at, typed) not in self._gone:
            ways = [
                (abbreviated or further[0], further[1])
                for chars, letters, abbreviated in self._steps(at, typed)
                if (further := self.from_(at + chars, typed + letters)) is not None
            ]
            self._gone[at, typed] = min(ways, default=None)
        return self._gone[at, typed]

    def _steps(self, at: int, typed: int) -> Iterator[tuple[int, int, bool]]:
        """How many characters of the name may take up how many of the query, and as initials."""
        query = self._query
        if query[typed] == self._name[at]:
            yield 1, 1, False
        number = _NUMBER.match(self._name, at)
        if number and query.startswith(figures := str(numeral(number[0])), typed):
            yield len(number[0]), len(figures), False
        for sound in self._sounds[at]:
            if query.startswith(sound, typed):
                yield 1, len(sound), False
            elif sound.startswith(query[typed:]):
                yield 1, len(query) - typed, False
            for initial in (sound[:2], sound[:1]):
                if initial in _INITIALS and query.startswith(initial, typed):
                    yield 1, len(initial), True


_INITIALS = frozenset((*"bpmfdtnlgkhjqxrzcsywaeo", "zh", "ch", "sh"))
_NUMBER = re.compile(COUNT)


def _sounds_of(toponym: Toponym) -> list[tuple[str, ...]]:
    """What may be typed for each character of the stripped name, an authorised reading included."""
    text = stripped(toponym.name).text
    given = words(toponym.reading) if toponym.reading else []
    if len(given) != len(text):
        return [_sounds(char) for char in text]
    return [(*_typed_as(said), *_sounds(char)) for said, char in zip(given, text, strict=True)]


@lru_cache(maxsize=16384)
def _sounds(char: str) -> tuple[str, ...]:
    spelt = (one for reading in candidates(char) for one in _typed_as(reading))
    return tuple(dict.fromkeys(spelt))


def _typed_as(syllable: str) -> tuple[str, ...]:
    """The letters of a syllable, ü as v and, from a sign, as u."""
    letters = ascii_letters(syllable)
    return tuple(dict.fromkeys((letters, letters.replace("v", "u"))))
