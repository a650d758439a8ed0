"""Reads a name aloud (审音): one syllable a character, on whose authority, and where it is unsure.

Authorities in order: the reading that an approval or applicant gave, the lexicon's places and
persons, family names that a village or street is called after, the fixed reading of generics,
the lexicon's words, words that two dictionaries read alike, a character's only reading in the
national table or its usual one in names. What is left is a proposal and listed in `unsure`:
somebody has to confirm it, for readings are authorised and not derived (地名管理条例 第十五条).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from diming.model import FeatureClass
from diming.names.characters import lookup, simplify
from diming.names.parse import Parsed, numeral, parse, stem
from diming.names.reading.alone import Authority, legal_readings
from diming.names.reading.settle import settle
from diming.names.syllables import split, toneless, words

__all__ = ["Authority", "Reading", "aligned", "candidates", "heard", "read", "ways"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The syllables of a name, one a character; `authority` says for each what it rests on.

    `unsure` are the indices of the characters whose reading nobody has settled.
    """

    syllables: tuple[str, ...]
    unsure: tuple[int, ...]
    authority: tuple[str, ...]

    @property
    def text(self) -> str:
        """The syllables with spaces: "cháng shān lù"."""
        return " ".join(self.syllables)


def read(
    name: str,
    *,
    given: str | None = None,
    specific: str | None = None,
    feature_class: FeatureClass = FeatureClass.ROAD,
    area: str | None = None,
) -> Reading:
    """How the name is read, in the area with code `area` if that is known.

    `given` is a reading or spelling by authority; one that does not fit the characters is not
    used (`aligned` tells), and one without tones settles only what its letters settle. `specific`
    is the same for the specific element alone: that of 长山 serves 长山路.
    """
    text = simplify(name)
    parsed = parse(text, feature_class)
    computed = _computed(parsed, area)
    for said, part in ((given, text), (specific, parsed.specific)):
        if said and (settled := _given(part, said, computed)):
            return settled
    return computed


def _given(part: str, said: str, computed: Reading) -> Reading | None:
    """A reading whose first characters, `part`, are read as an authority says, None if unfit."""
    syllables = _aligned(part, said, computed)
    if syllables is None:
        return None
    stop = len(part)
    asked = () if toneless(said) != said else _still_unsure(part, syllables, computed)
    authority = (Authority.ENGINE if at in asked else Authority.GIVEN for at in range(stop))
    return Reading(
        syllables + computed.syllables[stop:],
        asked + tuple(at for at in computed.unsure if at >= stop),
        (*authority, *computed.authority[stop:]),
    )


def aligned(
    name: str, spelling: str, *, feature_class: FeatureClass = FeatureClass.ROAD
) -> tuple[str, ...] | None:
    """A given reading or romanised spelling as one syllable a character, None if it does not fit.

    Toned syllables that stand apart may be ones the table does not know (六 lù); letters without
    tones take the computed tone where its letters agree.
    """
    text = simplify(name)
    return _aligned(text, spelling, _computed(parse(text, feature_class), None))


def candidates(char: str) -> tuple[str, ...]:
    """The readings that the national table gives a character, empty for one outside it."""
    entry = lookup(simplify(char))
    return entry.readings if entry else ()


def heard(
    name: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    given: str | None = None,
    *,
    area: str | None = None,
    cap: int = 16,
) -> tuple[tuple[str, ...], ...]:
    """Every legal reading of a name's specific and modifier; a `given` reading leaves one."""
    text = simplify(name)
    reading = read(text, given=given, feature_class=feature_class, area=area)
    return ways(text, reading, len(stem(parse(text, feature_class))), cap)


def ways(text: str, reading: Reading, length: int, cap: int = 16) -> tuple[tuple[str, ...], ...]:
    """Every legal reading of the first `length` characters that a reading leaves, at most `cap`."""
    options = [
        _options(text[index], syllable) if index in reading.unsure else (syllable,)
        for index, syllable in enumerate(reading.syllables[:length])
    ]
    return tuple(islice(product(*options), cap))


@lru_cache(maxsize=8192)
def _computed(parsed: Parsed, area: str | None) -> Reading:
    settled = settle(parsed, area)
    return Reading(
        tuple([known.syllable for known in settled]),
        tuple([index for index, known in enumerate(settled) if known.is_open]),
        tuple([known.authority for known in settled]),
    )


def _options(char: str, syllable: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((syllable, *legal_readings(char))))


def _aligned(text: str, spelling: str, computed: Reading) -> tuple[str, ...] | None:
    options = [
        (*_options(char, syllable), *candidates(char), *_ordinal(char))
        for char, syllable in zip(text, computed.syllables, strict=False)
    ]
    if fitted := split(spelling, options):
        return tuple(
            known if syllable.isdigit() else syllable
            for syllable, known in zip(fitted, computed.syllables, strict=False)
        )
    apart = words(spelling)
    toned = len(apart) == len(text) and all(toneless(word) != word for word in apart)
    return tuple(apart) if toned else None


def _ordinal(char: str) -> tuple[str, ...]:
    """The digit that rule 7 of 1984 spells an ordinal with: Jīngǎng 1 Jiē for 金港一街."""
    return (str(numeral(char)),) if char in "一二三四五六七八九" else ()


def _still_unsure(text: str, syllables: tuple[str, ...], computed: Reading) -> tuple[int, ...]:
    """The characters that letters without tones leave more than one reading."""
    return tuple(
        index
        for index in computed.unsure
        if index < len(text)
        and sum(
            toneless(option) == toneless(syllables[index])
            for option in _options(text[index], syllables[index])
        )
        > 1
    )
