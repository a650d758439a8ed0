"""Settles how each character of a name is read, and says on what authority, or that none did.

The order of authorities is that of `diming.names.reading`; here are all but the given reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from diming.model import FeatureClass
from diming.names import lexicon
from diming.names.characters import is_han, lookup
from diming.names.parse import MODIFIERS, generics, longest_generic
from diming.names.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Callable

    from diming.names.parse import Parsed


class Authority(StrEnum):
    """What the reading of a character rests on."""

    GIVEN = "given"  # an approval's or the applicant's
    LEXICON = "lexicon"  # data/language/readings.tsv, places and persons
    SURNAME = "surname"  # the same, family names
    GENERIC = "generic"  # data/language/generics.csv, and modifiers
    TABLE = "table"  # the national table gives one reading
    USAGE = "usage"  # the names of divisions all read it so
    ENGINE = "engine"  # a proposal: nobody has settled it
    VERBATIM = "verbatim"  # no Chinese character


@dataclass(frozen=True, slots=True)
class Settled:
    """The reading of one character."""

    syllable: str
    authority: Authority


# What may stand before a place name inside a specific: 新任城, 古任城, 东任家.
_LEADING = frozenset((*MODIFIERS, "古"))


def settle(parsed: Parsed, area: str | None) -> tuple[Settled, ...]:
    """The reading of every character of a parsed name, in the area with this code if known."""
    spoken = proposals(parsed.name)
    settled = [_alone(char, said) for char, said in zip(parsed.name, spoken, strict=True)]
    _settle_erhua(parsed, settled)
    _settle_modifier_and_generic(parsed, settled)
    _settle_surname(parsed, settled)
    _settle_places(parsed, area, settled)
    return tuple(settled)


def legal_readings(char: str) -> tuple[str, ...]:
    """The table's readings of a character, neutral by-forms (家 jia, 卜 bo) left out."""
    entry = lookup(char)
    if entry is None:
        return ()
    return tuple(r for r in entry.readings if toneless(r) != r) or entry.readings


@lru_cache(maxsize=8192)
def proposals(text: str) -> tuple[str, ...]:
    """What the phrase dictionary of pypinyin proposes, one syllable a character."""
    from pypinyin import Style, pinyin

    # What is no Chinese comes back a character at a time; pypinyin's annotation forgets lists.
    apart = cast("Callable[[str], str]", list)
    spoken = pinyin(text, style=Style.TONE, errors=apart)
    return tuple(syllables[0] for syllables in spoken)


def _alone(char: str, proposal: str) -> Settled:
    """A character by itself: sure with one legal reading that the proposal does not contradict."""
    if not is_han(char):
        return Settled(char, Authority.VERBATIM)
    legal = legal_readings(char)
    if legal == (proposal,):
        return Settled(proposal, Authority.TABLE)
    usual = lexicon.usual_reading(char)
    if usual:
        return Settled(usual, Authority.USAGE)
    known = proposal if proposal in legal or not legal else legal[0]
    return Settled(known, Authority.ENGINE)


def _settle_erhua(parsed: Parsed, settled: list[Settled]) -> None:
    """盆儿胡同: 儿 that ends a specific is most likely r (rule 12 of 1984), but may be a child."""
    last = len(parsed.specific) - 1
    if last > 0 and parsed.specific[last] == "儿":
        settled[last] = Settled("r", Authority.ENGINE)


def _settle_modifier_and_generic(parsed: Parsed, settled: list[Settled]) -> None:
    for index, char in enumerate(parsed.modifier, len(parsed.specific)):
        if char in MODIFIERS:
            settled[index] = Settled(MODIFIERS[char], Authority.GENERIC)
    if parsed.generic:
        _settle_generic(parsed.generic, len(settled), settled)
    inner = longest_generic(parsed.specific)
    # 包头胡同东巷 keeps its 胡同; one character (纸坊街) may be no generic at all.
    if inner and FeatureClass.ROAD in inner.classes and len(inner.text) > 1:
        _settle_generic(inner.text, len(parsed.specific), settled)


def _settle_generic(generic: str, end: int, settled: list[Settled]) -> None:
    reading = generics()[generic].reading
    settled[end - len(reading) : end] = [
        Settled(syllable, Authority.GENERIC) for syllable in reading
    ]


def _settle_surname(parsed: Parsed, settled: list[Settled]) -> None:
    """任家街, 东任家庄, 任庄: the character before 家, or before 庄 alone, is a family name."""
    called = parsed.name if parsed.generic == "庄" else parsed.specific
    at = called.find("家") - 1
    if at < 0 and called.endswith("庄") and len(called) <= 3:
        at = len(called) - 2
    if at == 0 or (at == 1 and called[0] in MODIFIERS):
        known = lexicon.surname_reading(called[at])
        if known:
            settled[at] = Settled(known, Authority.SURNAME)


def _settle_places(parsed: Parsed, area: str | None, settled: list[Settled]) -> None:
    """Lexicon entries count where they begin the specific, or are the name, or follow one another.

    An entry never starts or ends inside another word that is known: 信任城 holds no 任城.
    """
    specific, at = parsed.specific, 0
    if whole := lexicon.place_reading(parsed.name, area):
        settled[:] = [Settled(syllable, Authority.LEXICON) for syllable in whole]
        return
    if specific and specific[0] in _LEADING and not _longest(specific, 0, area):
        at = 1
    while known := _longest(specific, at, area):
        stop = at + len(known)
        settled[at:stop] = [Settled(syllable, Authority.LEXICON) for syllable in known]
        at = stop


def _longest(specific: str, at: int, area: str | None) -> tuple[str, ...] | None:
    longest = min(len(specific), at + lexicon.longest_entry())
    for stop in range(longest, at + 1, -1):
        if known := lexicon.place_reading(specific[at:stop], area):
            return known
    return None
