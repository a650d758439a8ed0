"""Knows by tables which names are plain: read by their characters and generic, without context."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from diming.names import lexicon, phrases
from diming.names.alone import Authority, alone, legal_readings
from diming.names.characters import standard_characters
from diming.names.families import SETTLEMENTS
from diming.names.generics import generics
from diming.names.parse import MODIFIERS, SETTLED, persons
from diming.names.settle import inner_generics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from diming.model import FeatureClass

    Numbers = NDArray[np.int64]
    Truth = NDArray[np.bool_]

RANGE = 0x30000  # code points that tables cover; every standard character lies below
_SIDES = "东南西北中"
_CHILD = "儿"  # may be erhua at the end of a specific


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Tables by code point, by generic (0: none) and of pairs of characters.

    A syllable is its index in `vocabulary`; `said` holds those of a generic from its end.
    """

    vocabulary: Mapping[str, int]
    syllable: Numbers
    authority: Numbers
    plain: Truth
    modifier: Truth
    side: Truth
    side_said: Numbers
    family: Truth  # families with this first character may be read otherwise
    settlement: Truth
    texts: tuple[str, ...]
    length: Numbers
    said: Numbers
    pairs: Numbers  # how known words begin and inner generics end, sorted
    begins: Truth
    continues: Truth

    def generic_of(
        self, codes: Numbers, starts: Numbers, ends: Numbers, feature_class: FeatureClass
    ) -> Numbers:
        """The longest generic that each name ends with, 0 for none that its class may have."""
        found = np.zeros(len(ends), np.int64)
        if not len(codes):
            return found
        last = codes[np.maximum(ends - 1, 0)]
        ending = {
            char: np.flatnonzero((last == ord(char)) & (ends > starts))
            for char in {text[-1] for text in self.texts if text}
        }
        # The shorter first, so that a longer one takes its place.
        for number in sorted(range(1, len(self.texts)), key=lambda one: int(self.length[one])):
            text = self.texts[number]
            at = ending[text[-1]]
            at = at[ends[at] - starts[at] >= len(text)]
            for back, char in enumerate(reversed(text[:-1]), 2):
                at = at[codes[ends[at] - back] == ord(char)]
            found[at] = number
        if feature_class in SETTLED:
            classes = np.array(
                [not text or feature_class in generics()[text].classes for text in self.texts]
            )
            found[~classes[found]] = 0
        return found

    def settled_class(self, generic: Numbers, feature_class: FeatureClass) -> Truth:
        """Which generics make settlements and divisions, whose names have no sides."""
        kinds = [
            bool(text) and text != "旗" and _kind(text, feature_class) in SETTLED
            for text in self.texts
        ]
        return np.array(kinds)[generic]

    def contextual(
        self, codes: Numbers, starts: Numbers, stops: Numbers, generic: Numbers, sided: Truth
    ) -> Truth:
        """Which specifics hold an open character, a known word, or perhaps a family's name."""
        if not len(codes):
            return np.zeros(len(starts), np.bool_)
        owner = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(codes))))
        place = np.arange(len(codes))
        inside = place < stops[owner]
        bad = inside & ~self.plain[codes]
        following = np.append(codes[1:], 0)
        pair = self.begins[codes] & self.continues[following]
        pair &= (place + 1 < stops[owner]) | (place == starts[owner])
        pair &= np.append(owner[1:], -1) == owner
        at = np.flatnonzero(pair)
        keys = codes[at] * RANGE + following[at]
        slot = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        bad[at[self.pairs[slot] == keys]] = True
        hard = np.bincount(owner[bad], minlength=len(starts)) > 0
        home = np.bincount(owner[inside & (codes == ord("家"))], minlength=len(starts)) > 0
        last = codes[np.maximum(stops - 1, 0)]
        ends_so = np.array([text in SETTLEMENTS for text in self.texts])[generic] & ~sided
        family = self.family[codes[np.minimum(starts, len(codes) - 1)]]
        family |= self.family[codes[np.minimum(starts + 1, len(codes) - 1)]]
        return hard | (family & (home | self.settlement[last] | ends_so))


def _kind(text: str, feature_class: FeatureClass) -> FeatureClass:
    classes = generics()[text].classes
    return feature_class if feature_class in classes else classes[0]


@cache
def tables() -> Tables:
    """The tables; they follow from the lexicon, the dictionaries and the national table."""
    vocabulary: dict[str, int] = {"": 0}
    authorities = {one: index for index, one in enumerate(Authority)}
    syllable, authority = np.zeros(RANGE, np.int64), np.zeros(RANGE, np.int64)
    side_said, plain = np.zeros(RANGE, np.int64), np.zeros(RANGE, np.bool_)
    families = {entry.name[0] for entry in lexicon.entries() if entry.kind == "surname"}
    for char in standard_characters():
        known = alone(char)
        if known.by_itself and char not in phrases.placed() and char != _CHILD:
            plain[ord(char)] = True
            syllable[ord(char)] = vocabulary.setdefault(known.syllable, len(vocabulary))
            authority[ord(char)] = authorities[known.authority]
            if len(legal_readings(char)) > 1:
                families.add(char)
    for char in _SIDES:
        side_said[ord(char)] = vocabulary.setdefault(MODIFIERS[char], len(vocabulary))
    texts = ("", *generics())
    said = np.zeros((len(texts), max(map(len, texts))), np.int64)
    for number, text in enumerate(texts[1:], 1):
        for back, one in enumerate(reversed(generics()[text].reading)):
            said[number, back] = vocabulary.setdefault(one, len(vocabulary))
    persons_begin = {name[:2] for name in persons()}  # 毛泽东路 has no eastern part
    pairs = lexicon.starts() | phrases.starts() | inner_generics() | persons_begin
    known_pairs = sorted(ord(pair[0]) * RANGE + ord(pair[1]) for pair in pairs if len(pair) > 1)
    return Tables(
        vocabulary,
        syllable,
        authority,
        plain,
        _marked((*MODIFIERS, *"内外0123456789０１２３４５６７８９")),
        _marked(_SIDES),
        side_said,
        _marked(families),
        _marked(SETTLEMENTS),
        texts,
        np.array([len(text) for text in texts]),
        said,
        np.array(known_pairs),
        _marked(pair[0] for pair in pairs),
        _marked(pair[1:2] for pair in pairs),
    )


def _marked(chars: Iterable[str]) -> Truth:
    found = np.zeros(RANGE, np.bool_)
    for char in chars:
        if char:
            found[ord(char)] = True
    return found
