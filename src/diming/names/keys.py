"""Makes the keys that a name is filed and looked for under; the same for both sides.

The kinds are the registry's: exact, specific, sound, toneless, spelling, initials, unigram,
bigram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.names.characters import simplify
from diming.names.parse import parse, stem
from diming.names.reading import all_readings, heard, read
from diming.names.romanize import romanize
from diming.names.syllables import ascii_letters, toneless, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diming.model import FeatureClass

_SPELLINGS = 4


def keys(
    name: str, feature_class: FeatureClass, reading: str | None = None
) -> Iterator[tuple[str, str]]:
    """Every (kind, key) that the name is filed under; `reading` is the authorised one if any."""
    text = simplify(name)
    specific = stem(parse(text, feature_class))
    read_out = read(text, given=reading, feature_class=feature_class)
    sounds = heard(text, feature_class, reading)
    whole = [(*way, *read_out.syllables[len(specific) :]) for way in sounds[:_SPELLINGS]]
    # Ordinals are typed both ways: jingangyijie, jingang1jie.
    typed = ["".join(map(ascii_letters, way)) for way in whole]
    typed.append(query_letters(romanize(text, feature_class, reading=read_out)))
    yield from _each("exact", [text])
    yield from _each("specific", [specific])
    yield from _each("sound", map(_sound, sounds))
    yield from _each("toneless", map(_toneless, sounds))
    # ü is typed as v or, from a sign, as u.
    yield from _each("spelling", (*typed, *(spelt.replace("v", "u") for spelt in typed)))
    yield from _each("initials", ("".join(s[:1] for s in map(ascii_letters, way)) for way in whole))
    yield from _each("unigram", text)
    yield from _each("bigram", bigrams(text))


def sound_keys(text: str) -> tuple[str, ...]:
    """The toned readings of a specific that may be meant, each as "cháng shān"."""
    return tuple(dict.fromkeys(map(_sound, all_readings(simplify(text)))))


def toneless_keys(text: str) -> tuple[str, ...]:
    """The readings of a specific without tones, each as "chang shan"."""
    return tuple(dict.fromkeys(map(_toneless, all_readings(simplify(text)))))


def bigrams(text: str) -> list[str]:
    """Each two neighbouring characters."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


def query_letters(text: str) -> str:
    """What somebody typed as pinyin, as spelling keys have it: "Chang'ān Lù" → changanlu."""
    return "".join(map(ascii_letters, words(text)))


def _sound(syllables: Iterable[str]) -> str:
    return " ".join(syllables)


def _toneless(syllables: Iterable[str]) -> str:
    return " ".join(map(toneless, syllables))


def _each(kind: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    for value in dict.fromkeys(values):
        if value:
            yield kind, value
