"""Cuts a word into the tokens it is found by, and writes what a search asks of them.

Tokens say which characters a word holds, what it may be typed as, how that begins, and in which
areas and classes it is used: a search asks for several at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.model.jurisdiction import stem as digits_of
from diming.names.keys import bigrams, grams, typed, typed_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diming.registry.entry import Entry
    from diming.registry.store import Scope

COUNTY = 6
_DIGITS = (COUNTY, 4, 2)  # county, prefecture, province

# What kind of token it is: characters of the private plane 15, which stand in no name.
_WHOLE, _BEGINNING, _AREA, _CLASS, _HERITAGE = map(chr, range(0xF0000, 0xF0005))
# Beginnings that have a token of their own; longer ones are so few that a search can gather them.
_HEAD_LETTERS, _HEAD_CHARACTERS = 6, 2
_PARTS = 3
_MANY = 100  # words from which on it is faster to read them together
_CHARACTER = re.compile(r"[^\x00-\x7f]")

_Typed = dict[tuple[str, str], tuple[str, ...]]  # by word and use


@dataclass
class Uses:
    """In which counties a word is used, with which classes and readings, whether as heritage."""

    counties: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    heritage: bool = False

    def note(self, entry: Entry) -> None:
        """One more name that is so written."""
        kind = entry.feature_class.value
        self.counties.add(entry.county)
        self.kinds.add(f"{kind} {entry.reading}" if entry.reading else kind)
        self.heritage = self.heritage or entry.heritage

    def __bool__(self) -> bool:
        """Whether any name is so written."""
        return bool(self.counties)


def tokens_of(words: Sequence[tuple[str, Uses]]) -> list[str]:
    """All tokens of each word with its uses, as the index takes them."""
    keys = _typed_as(words)
    return [_tokens(text, uses, keys) for text, uses in words]


def _typed_as(used: Iterable[tuple[str, Uses]]) -> _Typed:
    """What words may be typed as, by word and use."""
    unread: defaultdict[str, list[str]] = defaultdict(list)
    keys: _Typed = {}
    for text, uses in used:
        for kind in uses.kinds:
            feature_class, _, reading = kind.partition(" ")
            if reading:
                keys[text, kind] = typed(text, FeatureClass(feature_class), reading)
            else:
                unread[kind].append(text)
    for kind, texts in unread.items():
        feature_class = FeatureClass(kind)
        many = (
            typed_many(texts, feature_class)
            if len(texts) >= _MANY
            else [typed(text, feature_class) for text in texts]
        )
        keys.update(zip(((text, kind) for text in texts), many, strict=True))
    return keys


def _tokens(text: str, uses: Uses, keys: Mapping[tuple[str, str], tuple[str, ...]]) -> str:
    tokens = [*grams(text)]
    if uses.heritage:
        tokens.append(_HERITAGE)
    for kind in uses.kinds:
        tokens.append(_CLASS + kind.partition(" ")[0])
        for keyed in keys[text, kind]:
            tokens.append(_WHOLE + keyed)
            tokens.append(_beginnings(keyed[: heads(keyed)]))
    tokens += map(_areas, uses.counties)
    return " ".join(dict.fromkeys(tokens))


@lru_cache(maxsize=65536)
def _beginnings(head: str) -> str:
    """The tokens of everything that a head begins with, itself too."""
    return " ".join([_BEGINNING + head[:end] for end in range(1, len(head) + 1)])


@lru_cache(maxsize=8192)
def _areas(county: str) -> str:
    """The tokens of a county and all it lies in."""
    return " ".join([_AREA + county[:digits] for digits in _DIGITS])


def heads(keyed: str) -> int:
    """How many beginnings of a text have a token of their own."""
    if keyed.isascii():
        return min(len(keyed), _HEAD_LETTERS)
    letters = len(_CHARACTER.split(keyed, maxsplit=1)[0])
    return min(max(min(letters, _HEAD_LETTERS), _HEAD_CHARACTERS), len(keyed))


def whole(text: str) -> str:
    """The query for words that are typed just so."""
    return _quoted(_WHOLE + text)


def beginning(text: str) -> str:
    """The query for words that may be typed so from the beginning."""
    return _quoted(_BEGINNING + text) if heads(text) == len(text) else f"{whole(text)} *"


def holding(text: str) -> str:
    """The query for words with characters that stand side by side; whoever asks looks at the name.

    The first ones are enough, for what is common of a name (村民委员会) is its end.
    """
    return " AND ".join(map(_quoted, bigrams(text)[:_PARTS] or [text]))


def within(scope: Scope) -> str:
    """What a query says further of areas, classes and heritage."""
    areas = [digits_of(code) for code in scope.areas]
    asked = ""
    if areas and all(areas):
        asked += _any(_AREA + code[: _digits(code)] for code in areas)
    if scope.classes:
        asked += _any(_CLASS + kind for kind in scope.classes)
    if scope.heritage:
        asked += _any((_HERITAGE,))
    return asked


def _digits(code: str) -> int:
    """How many digits of a code there is a token for."""
    return next((digits for digits in _DIGITS if len(code) >= digits), len(code))


def _any(tokens: Iterable[str]) -> str:
    return f" AND ({' OR '.join(map(_quoted, tokens))})"


def _quoted(token: str) -> str:
    return f'"{token}"'
