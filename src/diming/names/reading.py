"""Reads a name aloud (审音): one syllable a character, on whose authority, and where it is unsure.

Authorities in order: the reading that an approval or applicant gave, the lexicon of place
readings, family names that a village or street is called after, the fixed reading of generics,
a character's only reading in the national table. What is left is a proposal of the phrase
dictionary and listed in `unsure`: somebody has to confirm it (地名管理条例 第十五条: readings are
authorised, not derived).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from diming.model import FeatureClass
from diming.names import lexicon
from diming.names.characters import is_han, lookup, simplify
from diming.names.parse import MODIFIERS, Parsed, generics, parse, stem
from diming.names.syllables import split, toneless, words

GIVEN, LEXICON, SURNAME, GENERIC, TABLE, ENGINE, VERBATIM = (
    "given", "lexicon", "surname", "generic", "table", "engine", "verbatim",
)  # fmt: skip
_ORDINALS = {char: str(value) for value, char in enumerate("一二三四五六七八九", 1)}


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
    feature_class: FeatureClass = FeatureClass.ROAD,
    area: str | None = None,
) -> Reading:
    """How the name is read, in the area with code `area` if that is known.

    A `given` reading or spelling that cannot be cut into one legal syllable a character is not
    used; `aligned` tells.
    """
    computed = _computed(simplify(name), feature_class, area)
    syllables = aligned(name, given, feature_class=feature_class, area=area) if given else None
    if syllables is None:
        return computed
    return Reading(syllables, (), (GIVEN,) * len(syllables))


def aligned(
    name: str,
    spelling: str,
    *,
    feature_class: FeatureClass = FeatureClass.ROAD,
    area: str | None = None,
) -> tuple[str, ...] | None:
    """A given reading or romanised spelling as one syllable a character, None if it does not fit.

    Syllables that stand apart may be ones the table does not know (六 lù); letters without tones
    take the computed tone where its letters agree.
    """
    text = simplify(name)
    computed = _computed(text, feature_class, area).syllables
    options = [
        tuple(dict.fromkeys((syllable, *candidates(char), *_digits(char))))
        for char, syllable in zip(text, computed, strict=True)
    ]
    apart = words(spelling)
    if fitted := split(spelling, options):
        return tuple(
            computed[index] if syllable.isdigit() else syllable
            for index, syllable in enumerate(fitted)
        )
    toned = all(toneless(word) != word for word in apart)
    return tuple(apart) if toned and len(apart) == len(text) and "'" not in spelling else None


def candidates(char: str) -> tuple[str, ...]:
    """The readings that the national table gives a character, empty for one outside it."""
    entry = lookup(simplify(char))
    return entry.readings if entry else ()


def all_readings(text: str, cap: int = 16) -> tuple[tuple[str, ...], ...]:
    """Every legal reading of a specific by itself, the likeliest first, at most `cap`.

    Only characters that nothing settles count in all their readings.
    """
    text = simplify(text)
    return _ways(text, _combined(text, Parsed(text, text, "", "", None), None), len(text), cap)


def heard(
    name: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    given: str | None = None,
    *,
    cap: int = 16,
) -> tuple[tuple[str, ...], ...]:
    """Every legal reading of a name's specific and modifier; a `given` reading leaves one."""
    text = simplify(name)
    reading = read(text, given=given, feature_class=feature_class)
    return _ways(text, reading, len(stem(parse(text, feature_class))), cap)


def _ways(text: str, reading: Reading, length: int, cap: int) -> tuple[tuple[str, ...], ...]:
    options = [
        tuple(dict.fromkeys((syllable, *candidates(text[index]))))
        if index in reading.unsure
        else (syllable,)
        for index, syllable in enumerate(reading.syllables[:length])
    ]
    return tuple(islice(product(*options), cap))


@lru_cache(maxsize=4096)
def _computed(text: str, feature_class: FeatureClass, area: str | None) -> Reading:
    return _combined(text, parse(text, feature_class), area)


def _combined(text: str, parsed: Parsed, area: str | None) -> Reading:
    settled: list[tuple[str, str] | None] = [_by_table(char) for char in text]
    end = len(parsed.specific)
    for index, char in enumerate(parsed.modifier, end):
        settled[index] = (MODIFIERS.get(char, char), GENERIC)
    if parsed.generic:
        fixed = generics()[parsed.generic].reading
        settled[len(text) - len(fixed) :] = [(syllable, GENERIC) for syllable in fixed]
    _settle_surname(parsed.specific, settled)
    _settle_places(text, end, area, settled)
    proposals = _proposals(text)
    syllables = tuple(
        known[0] if known else proposal for known, proposal in zip(settled, proposals, strict=True)
    )
    unsure = tuple(index for index, known in enumerate(settled) if known is None)
    return Reading(syllables, unsure, tuple(known[1] if known else ENGINE for known in settled))


def _by_table(char: str) -> tuple[str, str] | None:
    if not is_han(char):
        return char, VERBATIM
    readings = candidates(char)
    return (readings[0], TABLE) if len(readings) == 1 else None


def _settle_surname(specific: str, settled: list[tuple[str, str] | None]) -> None:
    """王家街, 东任家庄: the character before 家 is a family name where it can be one."""
    at = specific.find("家") - 1
    if at == 0 or (at == 1 and specific[0] in MODIFIERS):
        known = lexicon.surname_reading(specific[at])
        if known and settled[at] is None:
            settled[at] = (known, SURNAME)


def _settle_places(
    text: str, end: int, area: str | None, settled: list[tuple[str, str] | None]
) -> None:
    """Lexicon entries count where they begin the name, end the specific or follow one another."""
    at = 0
    while at < len(text):
        longest = min(lexicon.longest_entry(), len(text) - at)
        for length in range(longest, 1, -1):
            stop = at + length
            known = lexicon.place_reading(text[at:stop], area)
            if known and (at == 0 or stop == end or settled[at - 1] == ("", LEXICON)):
                settled[at:stop] = [(syllable, LEXICON) for syllable in known]
                at = stop - 1
                break
        at += 1


def _proposals(text: str) -> tuple[str, ...]:
    """What the phrase dictionary proposes, held to the table where only the letters differ."""
    from pypinyin import Style, pinyin

    spoken = pinyin(text, style=Style.TONE, errors=list)
    return tuple(_legal(char, syllables[0]) for char, syllables in zip(text, spoken, strict=True))


def _legal(char: str, proposal: str) -> str:
    legal = candidates(char)
    if not legal or proposal in legal or proposal in map(toneless, legal):
        return proposal
    return legal[0]


def _digits(char: str) -> tuple[str, ...]:
    return (_ORDINALS[char],) if char in _ORDINALS else ()
