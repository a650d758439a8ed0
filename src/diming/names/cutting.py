"""Takes many names apart at once, into the parts that `diming.names.parse` finds in each.

Names that end alike are cut alike: the generic is looked for in all names together, and where the
modifier begins is asked once for every ending.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from diming.names.characters import simplified_codes
from diming.names.generics import generics
from diming.names.parse import DECIDING, SETTLED, TAILS, parse, singular

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from diming.model import FeatureClass

    Numbers = NDArray[np.int64]
    Truth = NDArray[np.bool_]

RANGE = 0x30000  # code points that tables cover; every standard character lies below
_WINDOW = 7  # characters of an ending
_KINDS = 128  # of characters in an ending
_ABSENT, _OTHER, _LATIN = range(3)


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Names one after another, simplified: name n is `text[starts[n]:ends[n]]`.

    `codes` are its code points, 0 for one outside the tables.
    """

    text: str
    codes: Numbers
    starts: Numbers
    ends: Numbers

    @classmethod
    def of(cls, names: Collection[str]) -> Lines:
        """The names in a line."""
        ends = np.cumsum(np.fromiter(map(len, names), np.int64, len(names)))
        points = np.frombuffer("".join(names).encode("utf-32-le", "surrogatepass"), np.uint32)
        known = points < RANGE
        codes = simplified_table()[np.where(known, points, 0)]
        text = np.where(known, codes, points).astype(np.uint32).tobytes()
        starts = ends - np.diff(ends, prepend=0)
        return cls(text.decode("utf-32-le", "surrogatepass"), codes, starts, ends)


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Where the modifier and the generic of each name begin, and which generic it is.

    `generic` is its place in `texts`, 0 for none.
    """

    modifiers: Numbers
    generics: Numbers
    generic: Numbers


def cut(lines: Lines, feature_class: FeatureClass) -> Parts:
    """The parts of every name, as `parse` says."""
    generic = _generic(lines, feature_class)
    stops = lines.ends - _lengths()[generic]
    modifiers = stops.copy()
    held = np.flatnonzero((generic > 0) & (stops > lines.starts))
    held = held[marked(TAILS)[lines.codes[stops[held] - 1]]]
    _, first, which = np.unique(
        _endings(lines, held, stops[held], generic[held]), return_index=True, return_inverse=True
    )
    sizes = [
        len(parse(lines.text[start:end], feature_class).modifier)
        for start, end in zip(
            lines.starts[held[first]].tolist(), lines.ends[held[first]].tolist(), strict=True
        )
    ]
    modifiers[held] -= np.array(sizes, np.int64)[which]
    return Parts(modifiers, stops, generic)


def _endings(lines: Lines, held: Numbers, stops: Numbers, generic: Numbers) -> Numbers:
    """A number for each name without its generic: the same for those that are cut alike.

    It tells the last characters as far back as they decide anything, the one before them and
    whether there is another. A name with too many of them has a number of its own.
    """
    starts, kinds = lines.starts[held], _kinds()
    ending, deciding, before = generic, np.ones(len(held), np.bool_), np.zeros(len(held), np.bool_)
    for back in range(1, _WINDOW + 1):
        there = stops - back >= starts
        kind = np.where(there, kinds[lines.codes[np.maximum(stops - back, 0)]], _ABSENT)
        ending = ending * _KINDS + np.where(deciding, kind, there & before)
        before, deciding = deciding, deciding & (kind > _LATIN)
    padded = np.append(lines.codes, (0, 0))
    alone = among(padded[starts] * RANGE + padded[starts + 1], pairs(singular()))
    return np.where(before | alone, -1 - held, ending)


def _generic(lines: Lines, feature_class: FeatureClass) -> Numbers:
    """The longest generic that each name ends with, 0 for none that its class may have."""
    texts, codes, sizes = texts_of_generics(), lines.codes, lines.ends - lines.starts
    found = np.zeros(len(sizes), np.int64)
    held = np.flatnonzero(sizes)
    order = np.argsort(codes[lines.ends[held] - 1], kind="stable")
    held = held[order]
    last = codes[lines.ends[held] - 1]
    # The shorter first, so that a longer one takes its place.
    for number in sorted(range(1, len(texts)), key=lambda one: len(texts[one])):
        end = ord(texts[number][-1])
        at = held[slice(*np.searchsorted(last, (end, end + 1)))]
        for back, char in enumerate(reversed(texts[number][:-1]), 2):
            at = at[sizes[at] >= back]
            at = at[codes[lines.ends[at] - back] == ord(char)]
        found[at] = number
    if feature_class in SETTLED:
        fit = [not text or feature_class in generics()[text].classes for text in texts]
        found[~np.array(fit)[found]] = 0
    return found


@cache
def texts_of_generics() -> tuple[str, ...]:
    """Every generic at its number; there is none at 0."""
    return ("", *generics())


@cache
def _lengths() -> Numbers:
    return np.array([len(text) for text in texts_of_generics()])


@cache
def _kinds() -> Numbers:
    """What a character is to an ending."""
    kinds = np.full(RANGE, _OTHER)
    kinds[:0x80] = _LATIN
    for kind, char in enumerate(sorted(DECIDING), _LATIN + 1):
        kinds[ord(char)] = kind
    return kinds


@cache
def simplified_table() -> Numbers:
    """The simplified form of every code point."""
    table = np.arange(RANGE)
    for form, standard in simplified_codes().items():
        table[form] = ord(standard)
    return table


@cache
def marked(chars: Collection[str]) -> Truth:
    """A table of code points, true for these characters."""
    found = np.zeros(RANGE, np.bool_)
    found[[ord(char) for char in chars]] = True
    return found


@cache
def pairs(words: Collection[str]) -> Numbers:
    """How words begin, by two characters, as numbers, sorted."""
    return np.unique([ord(word[0]) * RANGE + ord(word[1]) for word in words])


def among(keys: Numbers, known: Numbers) -> Truth:
    """Which numbers are among known ones, which are sorted."""
    slots = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.asarray(known[slots] == keys)
