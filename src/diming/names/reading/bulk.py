"""Reads many names at once, in columns; every way of reading says the same.

What is read by itself is looked up for all names together: characters, modifiers, generics. What
is read by its context is settled as for a single name, once for all specifics of that context.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from typing import TYPE_CHECKING, overload

import numpy as np

from diming.model import FeatureClass
from diming.names.characters import standard_characters
from diming.names.cutting import RANGE, Lines, cut, texts_of_generics
from diming.names.parse import MODIFIERS
from diming.names.reading import Reading, lexicon
from diming.names.reading.alone import Authority, Settled, alone, settled
from diming.names.reading.context import context, settlements
from diming.names.reading.settle import settle_generic, settle_modifier, settle_specific

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from numpy.typing import NDArray

    from diming.names.cutting import Parts
    from diming.names.reading.context import Context

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Readings(Sequence[Reading]):
    """The readings of many names in columns; each reading is made when it is asked for.

    `which` gives for each name the distinct name it is; that one's characters lie from `starts`
    to `ends` in `said` (index into `settled`).
    """

    settled: tuple[Settled, ...]
    which: Numbers
    starts: Numbers
    ends: Numbers
    said: Numbers

    def __len__(self) -> int:
        """How many names."""
        return len(self.which)

    @overload
    def __getitem__(self, at: int) -> Reading: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reading]: ...
    def __getitem__(self, at: int | slice) -> Reading | list[Reading]:
        """The reading of one name, or those of some."""
        if isinstance(at, slice):
            return [self._distinct(which) for which in self.which[at].tolist()]
        return self._distinct(int(self.which[at]))

    def _distinct(self, which: int) -> Reading:
        return next(self._those(slice(which, which + 1)))

    def _those(self, part: slice) -> Iterator[Reading]:
        """The readings of some distinct names."""
        starts, ends = self.starts[part].tolist(), self.ends[part].tolist()
        if not starts:
            return
        first = starts[0]
        said = [self.settled[index] for index in self.said[first : ends[-1]].tolist()]
        syllables = [one.syllable for one in said]
        authorities = [one.authority for one in said]
        for start, end in zip(starts, ends, strict=True):
            authority = tuple(authorities[start - first : end - first])
            unsure = _unsure(authority) if Authority.ENGINE in authority else ()
            yield Reading(tuple(syllables[start - first : end - first]), unsure, authority)


def _unsure(authority: Sequence[Authority]) -> tuple[int, ...]:
    return tuple([at for at, one in enumerate(authority) if one is Authority.ENGINE])


def read_many(
    names: Iterable[str],
    feature_class: FeatureClass = FeatureClass.ROAD,
    area: str | None = None,
) -> list[Reading]:
    """How each name is read, as `read` says; names that are written alike share one reading."""
    columns = read_columns(names, feature_class, area)
    distinct = list(columns._those(slice(None)))
    return [distinct[which] for which in columns.which.tolist()]


def read_columns(
    names: Iterable[str],
    feature_class: FeatureClass = FeatureClass.ROAD,
    area: str | None = None,
) -> Readings:
    """How each name is read, as `read` says, in columns."""
    distinct, which = _distinct(list(names))
    lines = Lines.of(distinct)
    parts = cut(lines, feature_class)
    numbers = dict(_known())
    said = _by_themselves(lines, numbers)
    _lay_modifiers_and_generics(said, lines, parts)
    found = context(lines, parts)
    _lay_specifics(said, lines, parts, found, area, numbers)
    _lay_places(said, lines, found, area, numbers)
    return Readings(tuple(numbers), which, lines.starts, lines.ends, said)


_Known = dict[Settled, int]  # what was said, with its number


def _distinct(names: list[str]) -> tuple[Collection[str], Numbers]:
    """The names, each once, and which of them each name is."""
    if len(set(names)) == len(names):
        return names, np.arange(len(names))
    numbers: defaultdict[str, int] = defaultdict(count().__next__)  # in the order of appearance
    which = np.fromiter(map(numbers.__getitem__, names), np.int64, len(names))
    return numbers, which


def _by_themselves(lines: Lines, numbers: _Known) -> Numbers:
    """Every character as it is read by itself."""
    said = _alone()[lines.codes]
    for at in np.flatnonzero(said == 0).tolist():
        said[at] = numbers.setdefault(alone(lines.text[at]), len(numbers))
    return said


def _lay_modifiers_and_generics(said: Numbers, lines: Lines, parts: Parts) -> None:
    for back in range(_generics().shape[1]):
        at = np.flatnonzero(lines.ends - parts.generics > back)
        said[lines.ends[at] - 1 - back] = _generics()[parts.generic[at], back]
    at = np.flatnonzero(parts.generics > parts.modifiers)
    modifiers = _ranges(parts.modifiers[at], parts.generics[at])
    spoken = _modifiers()[lines.codes[modifiers]]
    said[modifiers] = np.where(spoken, spoken, said[modifiers])


def _lay_specifics(
    said: Numbers, lines: Lines, parts: Parts, found: Context, area: str | None, numbers: _Known
) -> None:
    """The specifics that are read by their context, each context once."""
    at = np.flatnonzero(found.decides)
    starts, stops = lines.starts[at], parts.modifiers[at]
    text = np.where(found.kept, lines.codes, 0).astype(np.uint32).tobytes().decode("utf-32-le")
    contexts = [
        (text[start:stop], settlement)
        for start, stop, settlement in zip(
            starts.tolist(), stops.tolist(), settlements(parts)[at].tolist(), strict=True
        )
    ]
    known = {
        one: [
            numbers.setdefault(character, len(numbers))
            for character in settle_specific(one[0], texts_of_generics()[one[1]], area)
        ]
        for one in dict.fromkeys(contexts)
    }
    spoken = np.fromiter(chain.from_iterable(map(known.__getitem__, contexts)), np.int64)
    characters = _ranges(starts, stops)
    kept = found.kept[characters]
    said[characters[kept]] = spoken[kept]


def _lay_places(
    said: Numbers, lines: Lines, found: Context, area: str | None, numbers: _Known
) -> None:
    """The names that are as a whole those of places."""
    held = np.flatnonzero(lines.ends > lines.starts)
    held = held[lines.ends[held] - lines.starts[held] <= found.reach[lines.starts[held]]]
    for start, end in zip(lines.starts[held].tolist(), lines.ends[held].tolist(), strict=True):
        for at, syllable in enumerate(
            lexicon.place_reading(lines.text[start:end], area) or (), start
        ):
            one = settled(syllable, Authority.LEXICON)
            said[at] = numbers.setdefault(one, len(numbers))


def _ranges(starts: Numbers, stops: Numbers) -> Numbers:
    """All numbers from each start to before its stop."""
    sizes = stops - starts
    before = np.cumsum(sizes) - sizes
    return np.repeat(starts - before, sizes) + np.arange(sizes.sum())


@cache
def _known() -> _Known:
    """What the tables say, numbered from 1."""
    numbers = {settled("", Authority.VERBATIM): 0}
    characters = map(alone, sorted(standard_characters()))
    generics = chain.from_iterable(map(settle_generic, texts_of_generics()))
    for one in (*characters, *generics, *map(settle_modifier, MODIFIERS)):
        numbers.setdefault(one, len(numbers))
    return numbers


@cache
def _alone() -> Numbers:
    """By code point: how a standard character is read by itself, 0 for any other."""
    table = np.zeros(RANGE, np.int64)
    for char in standard_characters():
        table[ord(char)] = _known()[alone(char)]
    return table


@cache
def _modifiers() -> Numbers:
    """By code point: how it is read in a modifier, 0 for one that is read by itself there too."""
    table = np.zeros(RANGE, np.int64)
    for char in MODIFIERS:
        table[ord(char)] = _known()[settle_modifier(char)]
    return table


@cache
def _generics() -> Numbers:
    """By number of the generic: how it is read, from its end."""
    texts = texts_of_generics()
    table = np.zeros((len(texts), max(map(len, texts))), np.int64)
    for number, text in enumerate(texts):
        for back, one in enumerate(reversed(settle_generic(text))):
            table[number, back] = _known()[one]
    return table
