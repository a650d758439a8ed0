"""Settles how each character of a name is read, and says on what authority, or that none did.

The order of authorities is that of `diming.names.reading`; here are all but the given reading.
Each step may overrule the ones before it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.parse import MODIFIERS, generics, longest_generic
from diming.names.reading import lexicon, phrases
from diming.names.reading.alone import Authority, Settled, alone, guess, legal_readings
from diming.names.reading.alone import settled as _settled
from diming.names.reading.families import SETTLEMENTS, family_in, perhaps_person
from diming.names.reading.phrases import Does, Holds
from diming.names.reading.standing import Source, Word, contested, may_lead, standing

if TYPE_CHECKING:
    from diming.names.parse import Parsed

CHILD = "儿"  # may be erhua at the end of a specific


def settle(parsed: Parsed, area: str | None) -> tuple[Settled, ...]:
    """The reading of every character of a parsed name, in the area with this code if known."""
    if whole := lexicon.place_reading(parsed.name, area):
        return tuple([_settled(syllable, Authority.LEXICON) for syllable in whole])
    settlement = parsed.generic if not parsed.modifier and parsed.generic in SETTLEMENTS else ""
    return (
        *settle_specific(parsed.specific, settlement, area),
        *map(settle_modifier, parsed.modifier),
        *settle_generic(parsed.generic),
    )


@lru_cache(maxsize=16384)
def settle_specific(specific: str, settlement: str, area: str | None) -> tuple[Settled, ...]:
    """The specific of a name, perhaps one that makes a settlement's with the next character."""
    settled = [alone(char) for char in specific]
    _settle_placed(specific, settled)
    _propose_ending(specific, settled)
    known = phrases.within(specific)
    _open_disputed(specific, known, settled)
    _settle_erhua(specific, settled)
    words = list(standing(specific, area))
    for word in words:
        _settle_word(specific, word, contested(word, known), settled)
    _settle_inner_generic(specific, settled)
    _settle_family(specific, settlement, settled)
    if not (words and words[0].start == 0):
        _ask_of_person(specific, settled)
    for word in words:
        if word.source is Source.PLACE:
            _settle_by_lexicon(specific, word, contested(word, known), settled)
    if disputed := lexicon.disputed_reading(specific, area):
        _ask_as(disputed, settled)
    return tuple(settled)


@cache
def settle_modifier(char: str) -> Settled:
    """One character of a modifier."""
    if char in MODIFIERS:
        return _settled(MODIFIERS[char], Authority.GENERIC)
    return alone(char)


@cache
def settle_generic(text: str) -> tuple[Settled, ...]:
    """A generic, () for none."""
    reading = generics()[text].reading if text else ()
    return tuple(_settled(syllable, Authority.GENERIC) for syllable in reading)


@cache
def inner_generics() -> frozenset[str]:
    """How the generics end, in two characters, that a specific may keep: 胡同 of 包头胡同东巷."""
    streets = (one for one in generics().values() if FeatureClass.ROAD in one.classes)
    return frozenset(one.text[-2:] for one in streets if len(one.text) > 1)


def _settle_placed(specific: str, settled: list[Settled]) -> None:
    """Opens what is usual only in another place: 子 after the first character, 长 at the end."""
    placed = phrases.placed()
    for index, char in enumerate(specific):
        holds = placed.get(char)
        if holds is None:
            continue
        begins = index == 0 or (index == 1 and may_lead(specific))
        if not (begins if holds is Holds.FIRST else index < len(specific) - 1):
            proposed = guess(char) if holds is Holds.FIRST else settled[index].syllable
            settled[index] = _settled(proposed, Authority.ENGINE)


def _propose_ending(specific: str, settled: list[Settled]) -> None:
    """白云观, 米行: what an open character at the end most likely is."""
    said = phrases.endings().get(specific[-1:])
    if said and len(specific) > 1 and settled[-1].is_open:
        settled[-1] = _settled(said, Authority.ENGINE)


def _open_disputed(
    specific: str, known: list[tuple[int, int, phrases.Phrase]], settled: list[Settled]
) -> None:
    """高兴, 绿林: a word asks about a character that it reads otherwise than it is read alone.

    It also says how an open one is most likely read; what people reviewed goes last, and prevails.
    """
    for start, _, phrase in sorted(known, key=_weight):
        for index, said in enumerate(phrase.syllables, start):
            before = settled[index]
            reviewed = phrase.does is Does.PROPOSES and _may_differ(specific[index], before)
            otherwise = before.by_itself and before.syllable != said
            if before.is_open or otherwise or reviewed:
                settled[index] = _settled(said, Authority.ENGINE)


def _may_differ(char: str, known: Settled) -> bool:
    """Whether a character read by itself has other readings too."""
    return known.by_itself and len(legal_readings(char)) > 1


def _weight(found: tuple[int, int, phrases.Phrase]) -> tuple[bool, int]:
    start, stop, phrase = found
    return phrase.does is Does.PROPOSES, stop - start


def _settle_erhua(specific: str, settled: list[Settled]) -> None:
    """盆儿胡同: 儿 that ends a specific is most likely r (rule 12 of 1984), but may be a child."""
    last = len(specific) - 1
    if last > 0 and specific[last] == CHILD:
        settled[last] = _settled("r", Authority.ENGINE)


def _settle_word(specific: str, word: Word, void: frozenset[int], settled: list[Settled]) -> None:
    """By the lexicon, or, where nothing reads a character by itself, by two dictionaries."""
    if word.source is Source.PHRASE:
        for index, said in enumerate(word.syllables, word.start):
            if index not in void and not _has_usual(specific[index]):
                settled[index] = _settled(said, Authority.PHRASE)
    else:
        _settle_by_lexicon(specific, word, void, settled)


def _has_usual(char: str) -> bool:
    return alone(char).by_itself and char not in phrases.placed()


def _settle_inner_generic(specific: str, settled: list[Settled]) -> None:
    """包头胡同东巷 keeps its 胡同; one character (纸坊街) may be no generic at all."""
    if specific[-2:] in inner_generics():
        inner = longest_generic(specific)
        if inner and len(inner.text) > 1 and FeatureClass.ROAD in inner.classes:
            settled[-len(inner.text) :] = settle_generic(inner.text)


def _settle_family(specific: str, settlement: str, settled: list[Settled]) -> None:
    """任家街, 东任家庄, 任庄: what stands before 家 or 庄 is a family name.

    Where it may also be a word (华楼, 乐村) the family's reading is only proposed.
    """
    family = family_in(specific, settlement)
    if family is None:
        return
    for index, said in enumerate(family.syllables, family.start):
        known = settled[index]
        differs = known.by_itself and known.syllable != said
        if family.certain:
            settled[index] = _settled(said, Authority.SURNAME)
        elif known.is_open or differs or _may_differ(specific[index], known):
            settled[index] = _settled(said, Authority.ENGINE)


def _ask_of_person(specific: str, settled: list[Settled]) -> None:
    """员半千: a family name that nothing but its usual reading speaks for may be read otherwise."""
    if perhaps_person(specific) and settled[0] is alone(specific[0]):
        settled[0] = _settled(settled[0].syllable, Authority.ENGINE)


def _ask_as(disputed: tuple[str, ...], settled: list[Settled]) -> None:
    """Sources that disagree settle nothing; the best of them says what is proposed."""
    for index, said in enumerate(disputed):
        if settled[index].is_open or settled[index].syllable != said:
            settled[index] = _settled(said, Authority.ENGINE)


def _settle_by_lexicon(
    specific: str, word: Word, void: frozenset[int], settled: list[Settled]
) -> None:
    """What the lexicon says of a word; in a longer specific it may not be that word (大城子)."""
    whole = word.stop == len(specific) and word.start <= 1
    for index, said in enumerate(word.syllables, word.start):
        usual = alone(specific[index])
        if index in void:
            settled[index] = _settled(settled[index].syllable, Authority.ENGINE)
        elif not whole and usual.by_itself and usual.syllable != said:
            settled[index] = _settled(said, Authority.ENGINE)
        else:
            settled[index] = _settled(said, Authority.LEXICON)
