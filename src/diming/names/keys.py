"""Makes what a name is searched by: what people type of it from the beginning, and its pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.names.characters import simplify
from diming.names.parse import COUNT
from diming.names.reading import heard, read
from diming.names.reading.bulk import read_many
from diming.names.spelling.romanize import romanize
from diming.names.syllables import ascii_letters, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.model import FeatureClass
    from diming.names.reading import Reading

_SPELLINGS = 4  # readings of one name that anybody would type
_NUMBER = re.compile(COUNT)


def typed(name: str, feature_class: FeatureClass, reading: str | None = None) -> tuple[str, ...]:
    """What somebody may type from the beginning to find a name; `reading` is the authorised one.

    Its characters, its letters in every likely reading (v and u for ü, ordinals of streets as
    words and as digits: jingangyijie, jingang1jie) and its initials.
    """
    text = simplify(name)
    said = read(text, given=reading, feature_class=feature_class)
    return _typed(text, feature_class, reading, said)


def typed_many(names: Iterable[str], feature_class: FeatureClass) -> list[tuple[str, ...]]:
    """What `typed` says of each name, for many of a class that nobody has given a reading of."""
    texts = list(map(simplify, names))
    readings = read_many(texts, feature_class)
    return [
        _typed(text, feature_class, None, said) for text, said in zip(texts, readings, strict=True)
    ]


def _typed(
    text: str, feature_class: FeatureClass, reading: str | None, said: Reading
) -> tuple[str, ...]:
    ways = heard(text, feature_class, reading)[:_SPELLINGS] if said.unsure else ((),)
    rest = said.syllables[len(ways[0]) :]
    spelt = [[*map(ascii_letters, (*way, *rest))] for way in ways]
    letters = ["".join(syllables) for syllables in spelt]
    if _NUMBER.search(text):
        letters.append(
            query_letters(romanize(text, feature_class, reading=said, ordinal_style="digits"))
        )
    # ü is typed as v or, from a sign, as u.
    letters += [one.replace("v", "u") for one in letters if "v" in one]
    initials = ["".join([syllable[:1] for syllable in syllables]) for syllables in spelt]
    return tuple(dict.fromkeys((text, *letters, *initials)))


def grams(name: str) -> tuple[str, ...]:
    """Every character and every two neighbouring characters of a simplified name, each once."""
    text = simplify(name)
    return tuple(dict.fromkeys((*text, *bigrams(text))))


def bigrams(text: str) -> list[str]:
    """Each two neighbouring characters."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


def query_letters(text: str) -> str:
    """What somebody typed as pinyin, as keys have it: "Chang'ān Lù" → changanlu."""
    return "".join(map(ascii_letters, words(text)))
