"""Makes what a name is searched by: what people type of it from the beginning, and its pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.names.characters import simplify
from diming.names.parse import COUNT, parse, stem
from diming.names.reading import read, ways
from diming.names.reading.bulk import read_many
from diming.names.spelling.wording import words_of
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
    return _typed(text, feature_class, said)


def typed_many(names: Iterable[str], feature_class: FeatureClass) -> list[tuple[str, ...]]:
    """What `typed` says of each name, for many of a class that nobody has given a reading of."""
    texts = list(map(simplify, names))
    readings = read_many(texts, feature_class)
    return [_typed(text, feature_class, said) for text, said in zip(texts, readings, strict=True)]


def _typed(text: str, feature_class: FeatureClass, said: Reading) -> tuple[str, ...]:
    heard = _ways(text, feature_class, said) if said.unsure else ((),)
    rest = said.syllables[len(heard[0]) :]
    spelt = [[*map(ascii_letters, (*way, *rest))] for way in heard]
    letters = ["".join(syllables) for syllables in spelt]
    if _NUMBER.search(text):
        letters.append(_in_digits(text, feature_class, said))
    # ü is typed as v or, from a sign, as u.
    letters += [one.replace("v", "u") for one in letters if "v" in one]
    initials = ["".join([syllable[:1] for syllable in syllables]) for syllables in spelt]
    return tuple(dict.fromkeys((text, *letters, *initials)))


def _ways(text: str, feature_class: FeatureClass, said: Reading) -> tuple[tuple[str, ...], ...]:
    """Every likely reading of the specific and modifier."""
    return ways(text, said, len(stem(parse(text, feature_class))), _SPELLINGS)


def _in_digits(text: str, feature_class: FeatureClass, said: Reading) -> str:
    """The letters of a name, ordinals of streets and the like as digits."""
    words_spelt = (
        word.number or " ".join(said.syllables[word.start : word.end])
        for word in words_of(text, feature_class, digits=True)
    )
    return query_letters(" ".join(words_spelt))


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
