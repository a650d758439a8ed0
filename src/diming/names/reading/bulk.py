"""Reads many names at once: in columns, each distinct name once, most without any of its own code.

A name is plain when only its characters, its modifier and its generic decide how it is read: these
are looked up for all names together. Every other name goes the way of a single one, so that both
ways say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, overload

import numpy as np

from diming.model import FeatureClass
from diming.names.parse import parse
from diming.names.reading import Reading, read
from diming.names.reading.alone import Authority
from diming.names.reading.plainness import RANGE, Tables, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Truth = NDArray[np.bool_]

_AUTHORITIES = tuple(Authority)
_INDEX: dict[str, int] = {one: index for index, one in enumerate(Authority)}
_ENGINE = _AUTHORITIES.index(Authority.ENGINE)
_GENERIC = _AUTHORITIES.index(Authority.GENERIC)


@dataclass(frozen=True, slots=True, eq=False)
class Readings(Sequence[Reading]):
    """The readings of many names in columns; each reading is made when it is asked for.

    `which` gives for each name the distinct name it is; that one's characters lie from `starts`
    to `ends` in `syllable` (index into `syllables`) and `authority` (index into `Authority`).
    """

    syllables: tuple[str, ...]
    which: Numbers
    starts: Numbers
    ends: Numbers
    syllable: Numbers
    authority: Numbers

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
        first, last = starts[0], ends[-1]
        spoken = [self.syllables[index] for index in self.syllable[first:last].tolist()]
        rests = [_AUTHORITIES[index] for index in self.authority[first:last].tolist()]
        for start, end in zip(starts, ends, strict=True):
            authority = tuple(rests[start - first : end - first])
            unsure = [at for at, one in enumerate(authority) if one is Authority.ENGINE]
            yield Reading(tuple(spoken[start - first : end - first]), tuple(unsure), authority)


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
    numbers: defaultdict[str, int] = defaultdict(count().__next__)  # in the order of appearance
    which = np.fromiter(map(numbers.__getitem__, names), np.int64)
    known, distinct = tables(), list(numbers)
    sizes = np.fromiter(map(len, distinct), np.int64, len(distinct))
    ends = np.cumsum(sizes)
    starts = ends - sizes
    codes = np.frombuffer("".join(distinct).encode("utf-32-le", "surrogatepass"), np.uint32)
    points: Numbers = np.where(codes < RANGE, codes, 0).astype(np.int64)
    syllable, authority = known.syllable[points], known.authority[points]
    hard = _lay(known, distinct, feature_class, points, starts, ends, syllable, authority)
    vocabulary = dict(known.vocabulary)
    for number in np.flatnonzero(hard).tolist():
        found = read(distinct[number], feature_class=feature_class, area=area)
        part = slice(int(starts[number]), int(ends[number]))
        syllable[part] = [vocabulary.setdefault(one, len(vocabulary)) for one in found.syllables]
        authority[part] = [_INDEX[one] for one in found.authority]
    return Readings(tuple(vocabulary), which, starts, ends, syllable, authority)


def _lay(
    known: Tables,
    names: Sequence[str],
    feature_class: FeatureClass,
    codes: Numbers,
    starts: Numbers,
    ends: Numbers,
    syllable: Numbers,
    authority: Numbers,
) -> Truth:
    """Lays generics and modifiers over the characters' own readings; which names are not plain."""
    generic = known.generic_of(codes, starts, ends, feature_class)
    for back in range(known.said.shape[1]):
        at = np.flatnonzero(known.length[generic] > back)
        syllable[ends[at] - 1 - back] = known.said[generic[at], back]
        authority[ends[at] - 1 - back] = _GENERIC
    if not len(codes):
        return np.ones(len(starts), np.bool_)
    stops = ends - known.length[generic]
    bare = stops <= starts
    modified = known.modifier[codes[np.maximum(stops - 1, 0)]] & (generic > 0) & ~bare
    modified &= ~known.settled_class(generic, feature_class)
    for number in np.flatnonzero(modified).tolist():
        parsed = parse(names[number], feature_class)
        stops[number] = starts[number] + len(parsed.specific)
        modified[number] = bool(parsed.modifier)
        at = np.arange(stops[number], stops[number] + len(parsed.modifier))
        at = at[known.modifier_said[codes[at]] > 0]
        syllable[at] = known.modifier_said[codes[at]]
        authority[at] = _GENERIC
    later = known.later(codes, starts, stops)
    syllable[later] = known.later_said[codes[later]]
    authority[later] = _ENGINE
    return bare | known.contextual(codes, starts, stops, generic, modified)
