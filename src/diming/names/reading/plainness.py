"""Knows by tables which names are plain: read by their characters and generic, without context."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from diming.names.characters import standard_characters
from diming.names.generics import generics
from diming.names.parse import MODIFIERS, SETTLED
from diming.names.reading import lexicon, phrases
from diming.names.reading.alone import Authority, alone, guess, legal_readings
from diming.names.reading.families import SETTLEMENTS
from diming.names.reading.phrases import Holds
from diming.names.reading.settle import inner_generics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from diming.model import FeatureClass

    Numbers = NDArray[np.int64]
    Truth = NDArray[np.bool_]

RANGE = 0x30000  # code points that tables cover; every standard character lies below
_CHILD = "儿"  # may be erhua at the end of a specific
# Signs and Latin text that names hold; everything else that is no Chinese goes the single way.
_SIGNS = "（）()·、 " + string.ascii_letters + string.digits + "０１２３４５６７８９"


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Tables by code point, by generic (0: none) and of beginnings of known words.

    A syllable is its index in `vocabulary`; `said` holds those of a generic from its end.
    """

    vocabulary: Mapping[str, int]
    syllable: Numbers
    authority: Numbers
    first: Truth  # read by itself at the beginning of a specific,
    inside: Truth  # in its middle
    last: Truth  # and at its end
    later_said: Numbers  # characters that are a guess from the third of a specific on: 子
    modifier: Truth
    modifier_said: Numbers
    family: Truth  # families with this one character may be read otherwise
    perhaps: Truth  # before 家 also characters of several readings that no known family has
    settlement: Truth
    texts: tuple[str, ...]
    length: Numbers
    said: Numbers
    pairs: Numbers  # known words of two characters and ends of inner generics, sorted
    triples: Numbers  # how longer known words begin, sorted
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
        self, codes: Numbers, starts: Numbers, stops: Numbers, generic: Numbers, modified: Truth
    ) -> Truth:
        """Which specifics hold an unread character, a known word, or perhaps a family's name."""
        if not len(codes):
            return np.zeros(len(starts), np.bool_)
        hard = self._holding(self._unread(codes, starts, stops), codes, starts, stops)
        hard |= self._holding(self._worded(codes, starts, stops), codes, starts, stops)
        return hard | self._familiar(codes, starts, stops, generic, modified)

    def _unread(self, codes: Numbers, starts: Numbers, stops: Numbers) -> Truth:
        """Which characters are not read by themselves where they stand."""
        unread = ~self.inside[codes]
        held = stops > starts
        first, last = starts[held], stops[held] - 1
        unread[first] = ~self.first[codes[first]]
        unread[last] |= ~self.last[codes[last]]
        alone_there = first[first == last]
        unread[alone_there] = ~(self.first & self.last)[codes[alone_there]]
        unread[self.later(codes, starts, stops)] = False
        return unread

    def later(self, codes: Numbers, starts: Numbers, stops: Numbers) -> Numbers:
        """Where characters stand that are a guess there, whatever is around them."""
        at = np.flatnonzero(self.later_said[codes])
        owner = np.searchsorted(starts, at, side="right") - 1
        return at[(at - starts[owner] > 1) & (at < stops[owner])]

    def _worded(self, codes: Numbers, starts: Numbers, stops: Numbers) -> Truth:
        """At which characters a known word begins: in the specific, or the name is one."""
        worded = np.zeros(len(codes), np.bool_)
        padded = np.append(codes, (0, 0))
        at = np.flatnonzero(self.begins[codes] & self.continues[padded[1:-1]])
        keys = codes[at] * RANGE + padded[at + 1]
        worded[at] = _among(keys, self.pairs)
        worded[at] |= _among(keys * RANGE + padded[at + 2], self.triples)
        return worded

    def _holding(self, marked: Truth, codes: Numbers, starts: Numbers, stops: Numbers) -> Truth:
        """Which specifics hold a marked character."""
        counts = np.append(0, np.cumsum(marked))
        return counts[np.maximum(stops, starts)] > counts[starts]

    def _familiar(
        self, codes: Numbers, starts: Numbers, stops: Numbers, generic: Numbers, modified: Truth
    ) -> Truth:
        """Which specifics may be built on a family: 任家街, 东任家庄, 任庄."""
        padded = np.append(codes, (0, 0, 0))  # an empty name may begin behind the last character
        settled = np.array([text in SETTLEMENTS for text in self.texts])[generic] & ~modified
        size = stops - starts
        found = np.zeros(len(starts), np.bool_)
        for at in (0, 1):  # the family begins there
            family, after = padded[starts + at], padded[starts + at + 1]
            home = (size > at + 1) & (after == ord("家"))
            ends = (size == at + 2) & self.settlement[after] | (size == at + 1) & settled
            found |= home & self.perhaps[family] | (home | ends) & self.family[family]
        return found


def _among(keys: Numbers, known: Numbers) -> Truth:
    slots = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.asarray(known[slots] == keys)


def _kind(text: str, feature_class: FeatureClass) -> FeatureClass:
    classes = generics()[text].classes
    return feature_class if feature_class in classes else classes[0]


@cache
def tables() -> Tables:
    """The tables; they follow from the lexicon, the dictionaries and the national table."""
    vocabulary: dict[str, int] = {"": 0}
    placed = phrases.placed()
    authorities = {one: index for index, one in enumerate(Authority)}
    syllable, authority = np.zeros(RANGE, np.int64), np.zeros(RANGE, np.int64)
    later_said, read, several = np.zeros(RANGE, np.int64), list[str](), list[str]()
    for char in (*standard_characters(), *_SIGNS):
        known = alone(char)
        read.append(char)
        syllable[ord(char)] = vocabulary.setdefault(known.syllable, len(vocabulary))
        authority[ord(char)] = authorities[known.authority]
        if placed.get(char) is Holds.FIRST:
            later_said[ord(char)] = vocabulary.setdefault(guess(char), len(vocabulary))
        if len(legal_readings(char)) > 1:
            several.append(char)
    texts = ("", *generics())
    modifier_said = np.zeros(RANGE, np.int64)
    for char, spoken in MODIFIERS.items():
        modifier_said[ord(char)] = vocabulary.setdefault(spoken, len(vocabulary))
    said = np.zeros((len(texts), max(map(len, texts))), np.int64)
    for number, text in enumerate(texts[1:], 1):
        for back, one in enumerate(reversed(generics()[text].reading)):
            said[number, back] = vocabulary.setdefault(one, len(vocabulary))
    families = {entry.name for entry in lexicon.entries() if entry.kind == "surname"}
    known_words = lexicon.names() | phrases.words() | inner_generics() | families
    begun = {word[:3] for word in known_words if len(word) > 1}
    return Tables(
        vocabulary,
        syllable,
        authority,
        _marked(read),
        _marked(char for char in read if placed.get(char) is not Holds.FIRST),
        _marked(char for char in read if _by_itself_last(char)),
        later_said,
        _marked((*MODIFIERS, *"内外0123456789０１２３４５６７８９")),
        modifier_said,
        _marked(name for name in families if len(name) == 1),
        _marked(several),
        _marked(SETTLEMENTS),
        texts,
        np.array([len(text) for text in texts]),
        said,
        _keys(word for word in begun if len(word) == 2),
        _keys(word for word in begun if len(word) == 3),
        _marked(word[0] for word in begun),
        _marked(word[1] for word in begun),
    )


def _by_itself_last(char: str) -> bool:
    """Whether the end of a specific changes nothing for the character."""
    return char != _CHILD and char not in phrases.placed() and char not in phrases.endings()


def _keys(words: Iterable[str]) -> Numbers:
    """Words of one length as numbers, sorted."""
    return np.array(sorted(_key(word) for word in words))


def _key(word: str) -> int:
    key = 0
    for char in word:
        key = key * RANGE + ord(char)
    return key


def _marked(chars: Iterable[str]) -> Truth:
    found = np.zeros(RANGE, np.bool_)
    for char in chars:
        if char:
            found[ord(char)] = True
    return found
