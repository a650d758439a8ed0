"""Finds which of many specifics are read by their context, and what of them is context.

Most characters are read by themselves. Where a known word stands, a family, or a character that
is read otherwise where a specific begins or ends, the specific has to be settled as a whole; but
those with the same context are settled alike, whatever their other characters are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from diming.names.characters import standard_characters
from diming.names.cutting import RANGE, marked, texts_of_generics
from diming.names.generics import generics
from diming.names.reading import lexicon, phrases
from diming.names.reading.alone import legal_readings
from diming.names.reading.families import PERSON, SETTLEMENTS, questioned
from diming.names.reading.phrases import Holds
from diming.names.reading.settle import CHILD, inner_generics
from diming.names.reading.standing import LEADING, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from diming.names.cutting import Lines, Parts

    Numbers = NDArray[np.int64]
    Truth = NDArray[np.bool_]

_HOME = frozenset("家")
_LONG = 3  # by so many characters longer words are known
_WORD, _LONGER = 1, 2  # what two characters begin


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Which names have a specific that is read by its context, and which characters are context.

    Any character that is none may stand for any other. `reach` is how long a known word may be
    that begins at a character, 0 where none does.
    """

    decides: Truth
    kept: Truth
    reach: Numbers


def context(lines: Lines, parts: Parts) -> Context:
    """What the specifics' readings hang on."""
    codes, reach = lines.codes, _reach(lines.codes)
    family, person = _on_a_family(lines, parts), _perhaps_person(lines, parts)
    held = parts.modifiers > lines.starts
    first, last = lines.starts[held], parts.modifiers[held] - 1
    turning = (reach > 0) | marked(_later())[codes]
    turning[first] = reach[first] > 0
    turning[last] |= marked(_last())[codes[last]]
    counts = np.append(0, np.cumsum(turning))
    decides = counts[np.maximum(parts.modifiers, lines.starts)] > counts[lines.starts]
    kept = _covered(reach) | marked(_anywhere())[codes]
    kept[last] |= marked(_last() | SETTLEMENTS)[codes[last]]
    kept[first] |= marked(LEADING)[codes[first]]
    second = np.minimum(first + 1, last)
    kept[second] |= marked(SIDES)[codes[second]]
    for at in (0, 1):
        kept[lines.starts[family & (lines.starts + at < parts.modifiers)] + at] = True
    for at in (0, PERSON - 1):
        kept[lines.starts[person] + at] = True
    return Context(decides | family | person, kept, reach)


def _reach(codes: Numbers) -> Numbers:
    """How long a known word may be that begins at each character, 0 where none does."""
    firsts, seconds, begin = _beginnings()
    padded = np.append(codes, (0, 0))
    found = begin[firsts[codes], seconds[padded[1:-1]]]
    reach: Numbers = np.where(found & _WORD, 2, 0)
    at = np.flatnonzero(found & _LONGER)
    triples, lengths = _longer()
    keys = (codes[at] * RANGE + padded[at + 1]) * RANGE + padded[at + 2]
    slots = np.minimum(np.searchsorted(triples, keys), len(triples) - 1)
    longer = triples[slots] == keys
    reach[at[longer]] = lengths[slots[longer]]
    return reach


def _covered(reach: Numbers) -> Truth:
    """Which characters known words may reach."""
    covered = np.zeros(len(reach), np.bool_)
    at = np.flatnonzero(reach)
    for back in range(int(reach.max(initial=0))):
        at = at[reach[at] > back]
        covered[np.minimum(at + back, len(reach) - 1)] = True
    return covered


def _perhaps_person(lines: Lines, parts: Parts) -> Truth:
    """Which specifics may be a person, of a family that is read otherwise: 员半千."""
    padded = np.append(lines.codes, 0)  # an empty name may begin behind the last character
    begins = marked(questioned())[padded[lines.starts]]
    return np.asarray(begins & (parts.modifiers - lines.starts == PERSON))


def _on_a_family(lines: Lines, parts: Parts) -> Truth:
    """Which specifics may be built on a family: 任家街, 东任家庄, 任庄."""
    padded = np.append(lines.codes, (0, 0, 0))  # an empty name may begin behind the last character
    settlement = marked(SETTLEMENTS)
    size = parts.modifiers - lines.starts
    settled = settlements(parts) > 0
    found = np.zeros(len(size), np.bool_)
    for at in (0, 1):  # the family begins there
        family, after = padded[lines.starts + at], padded[lines.starts + at + 1]
        home = (size > at + 1) & (after == ord("家"))
        ends = (size == at + 2) & settlement[after] | (size == at + 1) & settled
        found |= home & marked(_several())[family] | (home | ends) & marked(_families())[family]
    return found


def settlements(parts: Parts) -> Numbers:
    """The generics that, with the specific, may call a settlement after a family; 0 for others."""
    called = np.array([text in SETTLEMENTS for text in texts_of_generics()])
    return np.where(called[parts.generic] & (parts.modifiers == parts.generics), parts.generic, 0)


@cache
def _known() -> frozenset[str]:
    """Everything of two characters or more that a specific is read by when it stands there."""
    inner = (text for text in generics() if text[-2:] in inner_generics())
    families = (name for name in lexicon.families() if len(name) > 1)
    return lexicon.names().union(phrases.words(), families, inner)


@cache
def _beginnings() -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
    """What two characters begin: by code point the row of the first, the column of the second."""
    firsts = _numbered(word[0] for word in _known())
    seconds = _numbered(word[1] for word in _known())
    begin = np.zeros((firsts.max() + 1, seconds.max() + 1), np.uint8)
    for word in _known():
        pair = firsts[ord(word[0])], seconds[ord(word[1])]
        begin[pair] |= _WORD if len(word) < _LONG else _LONGER
    return firsts, seconds, begin


def _numbered(chars: Iterable[str]) -> Numbers:
    """A table of code points, numbers from 1 for these characters."""
    table = np.zeros(RANGE, np.int64)
    for number, char in enumerate(dict.fromkeys(chars), 1):
        table[ord(char)] = number
    return table


@cache
def _longer() -> tuple[Numbers, Numbers]:
    """How longer words begin, sorted, and how long the longest is that begins so."""
    lengths: dict[int, int] = {}
    for word in _known():
        if len(word) < _LONG:
            continue
        first, second, third = map(ord, word[:_LONG])
        key = (first * RANGE + second) * RANGE + third
        lengths[key] = max(lengths.get(key, 0), len(word))
    ordered = sorted(lengths.items())
    return np.array([key for key, _ in ordered]), np.array([length for _, length in ordered])


@cache
def _later() -> frozenset[str]:
    """Characters that are not read after the first one as they are at the beginning."""
    placed = phrases.placed()
    return frozenset(char for char in placed if placed[char] is Holds.FIRST)


@cache
def _last() -> frozenset[str]:
    """Characters that may be read otherwise at the end of a specific."""
    return frozenset((CHILD, *phrases.endings(), *phrases.placed()))


@cache
def _anywhere() -> frozenset[str]:
    return _HOME.union(phrases.placed())


@cache
def _families() -> frozenset[str]:
    return frozenset(name for name in lexicon.families() if len(name) == 1)


@cache
def _several() -> frozenset[str]:
    """Characters of several readings: before 家 they may be of a family nobody knows."""
    return frozenset(char for char in standard_characters() if len(legal_readings(char)) > 1)
