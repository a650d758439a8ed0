"""Finds the family that a village or street is called after: 任 in 任家街, 诸葛 in 诸葛村."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diming.names.generics import generics
from diming.names.reading import lexicon, phrases
from diming.names.reading.alone import Authority, alone, legal_readings
from diming.names.reading.standing import may_lead

# What a settlement is called after its family's name.
SETTLEMENTS = frozenset("庄村楼屯营寨店集桥铺坊园堂沟洼湾堡岗口林庙胡院")
PERSON = 3  # characters of a person's name that are told from other words
_SURE = frozenset("庄屯营寨楼集")
_FAMILIES = frozenset("家庄")  # hardly anything but a family stands before these
# Family names without a usual reading that are common words of names too: 乐庄, 朴楼, 种庄.
_WORDS_TOO = frozenset("乐朴相应种召折要行重朝场")
_SEVERAL = frozenset("牟黑")  # families of one character that read it differently


@dataclass(frozen=True, slots=True)
class Family:
    """A family name at `start` of a specific; not `certain` where it may be another word."""

    start: int
    syllables: tuple[str, ...]
    certain: bool


def family_in(specific: str, settlement: str) -> Family | None:
    """The family that a specific is built on, None if it is built on none that the lexicon knows.

    `settlement` is the generic if that is one of a settlement (村, 楼), else "".
    """
    called, ends = specific + settlement, {len(specific), len(specific + settlement)}
    if "家" not in called and SETTLEMENTS.isdisjoint((specific[-1:], settlement)):
        return None
    for start in (0, 1):
        if start and not may_lead(called):
            break
        for stop in (start + 2, start + 1):
            after = called[stop : stop + 1]
            if after == "家" or (after in SETTLEMENTS and stop + 1 in ends):
                found = _family(called[start:stop], start, after)
                if found:
                    return found
    return None


def perhaps_person(specific: str) -> bool:
    """Whether three characters may be a person, of a family that is read otherwise: 员半千.

    What ends like a place is none (过驾峪, 纪念碑). Of two characters nearly all are words (过境).
    """
    if len(specific) != PERSON or specific[0] not in questioned() or specific[-1] in places():
        return False
    return alone(specific[0]).by_itself


@cache
def questioned() -> frozenset[str]:
    """Family names of one character that some families read otherwise than it usually is."""
    return frozenset(
        name
        for name in lexicon.families()
        if len(name) == 1
        and len(legal_readings(name)) > 1
        and any(entry.syllables != (alone(name).syllable,) for entry in lexicon.surnames(name))
    )


@cache
def places() -> frozenset[str]:
    """The generics of one character."""
    return frozenset(text for text in generics() if len(text) == 1)


def _family(name: str, start: int, after: str) -> Family | None:
    """A family of this name with what stands after it."""
    entries = lexicon.surnames(name)
    if not entries:
        return _unknown(name, start) if after == "家" and len(name) == 1 else None
    said, usual = entries[0].syllables, _usual(name)
    if len(entries) > 1:
        return Family(start, usual or said, certain=False)
    if said == usual:
        return Family(start, said, certain=True) if after in _FAMILIES else None
    certain = _is_certain(entries[0], after, usual)
    likely = certain or after == "家" or not usual or len(name) > 1
    return Family(start, said if likely else usual, certain)


def _is_certain(entry: lexicon.Entry, after: str, usual: tuple[str, ...]) -> bool:
    """Whether nothing but this family can be meant before 家, 庄 or the like."""
    if entry.name in _SEVERAL:
        return False
    if after == "家":
        return entry.confidence == "high" or not (usual or _is_word(entry, after))
    return after in _SURE and not usual and entry.name not in _WORDS_TOO


def _usual(name: str) -> tuple[str, ...]:
    """How the characters are read by themselves, () unless all are."""
    known = [alone(char) for char in name]
    return tuple(one.syllable for one in known) if all(one.by_itself for one in known) else ()


def _is_word(entry: lexicon.Entry, after: str) -> bool:
    """Whether a family with what follows is a word that is read otherwise: 行家, 仇家."""
    told = phrases.phrase(entry.name + after)
    return told is not None and told.syllables[: len(entry.name)] != entry.syllables


def _unknown(char: str, start: int) -> Family | None:
    """A family the lexicon does not know, with a character of several readings: 洗家."""
    usual = alone(char)
    several = usual.authority is Authority.USAGE and len(legal_readings(char)) > 1
    return Family(start, (usual.syllable,), certain=False) if several else None
