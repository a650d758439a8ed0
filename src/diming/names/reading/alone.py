"""Reads a character by itself, and says on what authority; the context may overrule it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from diming.names.characters import is_han, lookup
from diming.names.reading import lexicon, phrases
from diming.names.reading.phrases import Holds
from diming.names.syllables import toneless


class Authority(StrEnum):
    """What the reading of a character rests on."""

    GIVEN = "given"  # an approval's or the applicant's
    LEXICON = "lexicon"  # data/language/readings.tsv, places, persons and words
    SURNAME = "surname"  # the same, family names
    GENERIC = "generic"  # data/language/generics.csv, and modifiers
    PHRASE = "phrase"  # data/language/phrases.tsv: two dictionaries agree on the word
    TABLE = "table"  # the national table gives one reading
    USAGE = "usage"  # names read it so: divisions, or nearly all words of two dictionaries
    ENGINE = "engine"  # a proposal: nobody has settled it
    VERBATIM = "verbatim"  # no Chinese character


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """The reading of one character; `settled` makes them."""

    syllable: str
    authority: Authority

    @property
    def is_open(self) -> bool:
        """Whether somebody has to confirm it."""
        return self.authority is Authority.ENGINE

    @property
    def by_itself(self) -> bool:
        """Whether it rests on the character alone."""
        return self.authority in _BY_ITSELF


_SUFFIX = "zi"  # 子 of 栗子, which the table does not list
_BY_ITSELF = frozenset({Authority.TABLE, Authority.USAGE})


@cache
def settled(syllable: str, authority: Authority) -> Settled:
    """One object for each reading and authority: names share them."""
    return Settled(syllable, authority)


@lru_cache(maxsize=16384)
def alone(char: str) -> Settled:
    """A character by itself: sure with one legal reading, or with a usual one."""
    if not is_han(char):
        return settled(char, Authority.VERBATIM)
    usage = phrases.usage(char)
    if usage and usage.holds is Holds.PROPOSED:
        return settled(usage.syllable, Authority.ENGINE)
    if usual := lexicon.usual_reading(char) or (usage.syllable if usage else None):
        return settled(usual, Authority.USAGE)
    legal = legal_readings(char)
    if len(legal) == 1:
        return settled(legal[0], Authority.TABLE)
    return settled(guess(char), Authority.ENGINE)


@lru_cache(maxsize=16384)
def guess(char: str) -> str:
    """What pypinyin reads a character as, within the table's readings; itself if unknown."""
    from pypinyin import Style, pinyin

    said = pinyin(char, style=Style.TONE)[0][0]
    legal = legal_readings(char)
    return said if not legal or said in legal or said == _SUFFIX else legal[0]


@lru_cache(maxsize=16384)
def legal_readings(char: str) -> tuple[str, ...]:
    """The table's readings of a character, neutral by-forms (家 jia, 卜 bo) left out."""
    entry = lookup(char)
    if entry is None:
        return ()
    return tuple(r for r in entry.readings if toneless(r) != r) or entry.readings
