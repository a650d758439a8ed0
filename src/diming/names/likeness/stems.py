"""Holds what two names are compared by, and the keys under which it is filed and looked for.

A stem is filed under itself, its sound with all folds laid together, and, from three characters
on, itself with each one character left out. Rivals of every kind share a key (`looked_for_under`
adds look-alike spellings), so an index of these keys misses none that comparing would find.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.characters import simplify
from diming.names.likeness.folds import folded
from diming.names.likeness.seats import SEATS, seat
from diming.names.likeness.shape import neighbours
from diming.names.parse import MODIFIERS, ending, generics
from diming.names.plain import plain
from diming.names.reading import Reading, read, ways
from diming.names.reading.bulk import read_many

if TYPE_CHECKING:
    from collections.abc import Iterable

# A one-character edit has to leave enough to tell the name by: two characters, not counting those
# that thousands of names share (东, 大, 三, and 家 and 庄 of villages). So names of two characters
# have no such rivals: each would have some sixty in a city, by chance.
SHORTEST_EDITED = 3
_TOLD_BY = 2
COUNTERS = frozenset((*MODIFIERS, *"内外零〇百千廿卅壹贰叁肆伍陆柒捌玖拾", *ascii_lowercase))
# What a series is counted by as well; alone they are names (辛庄), so only within one series.
SERIES = tuple(
    map(frozenset, ("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "乾坤震巽坎离艮兑"))
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")  # most names; they are plain as they are
_FIGURES = re.compile(r"[0-9]+")
_WORDS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Stem:
    """A specific with its modifier (常山, 建设北) or a seat, and all that it may be read as.

    `ways` are its legal readings, one toned syllable a character, the likeliest first.
    """

    text: str
    ways: tuple[tuple[str, ...], ...]


def stem_of(
    name: str, feature_class: FeatureClass, reading: str | None = None, area: str | None = None
) -> Stem:
    """The stem of a name; `reading` is the authorised one, `area` the code of where it lies.

    A bare generic (大街) has an empty stem, which is like nothing and filed nowhere.
    """
    whole = written(name)
    said = read(whole, given=reading, feature_class=feature_class, area=area)
    return _stem(whole, feature_class, said)


def stems_of(
    names: Iterable[str], feature_class: FeatureClass, area: str | None = None
) -> list[Stem]:
    """The stems of many names of a class and area that nobody has given a reading of."""
    wholes = list(map(written, names))
    readings = read_many(wholes, feature_class, area)
    return [_stem(whole, feature_class, said) for whole, said in zip(wholes, readings, strict=True)]


def _stem(whole: str, feature_class: FeatureClass, said: Reading) -> Stem:
    text = _text(whole, feature_class)
    size = len(text)
    if not (said.unsure and said.unsure[0] < size):
        return Stem(text, (said.syllables[:size],))
    return Stem(text, ways(whole, said, size))


def _text(whole: str, feature_class: FeatureClass) -> str:
    if feature_class in SEATS:
        return seat(whole)
    found = ending(whole, feature_class)
    if found is None:
        return whole
    generic, kind = found
    return seat(whole) if kind in SEATS else whole.removesuffix(generic.text)


def written(name: str) -> str:
    """A name as it is compared: plain, numbers in words (金港１ 街 → 金港一街)."""
    text = simplify(name)
    return text if _CHINESE.fullmatch(text) else _FIGURES.sub(_in_words, plain(text))


def filed_under(stem: Stem) -> tuple[str, ...]:
    """The keys a stem is filed under, each once."""
    text = stem.text
    if not text:
        return ()
    sounds = dict.fromkeys(map(_sound, stem.ways))
    if len(text) < SHORTEST_EDITED:
        return (text, *sounds)
    common = _common()
    telling = [char not in common for char in text]
    needed = sum(telling) - _TOLD_BY  # what is left out may tell the name if so many others do
    shorter = [text[:at] + text[at + 1 :] for at, tells in enumerate(telling) if tells <= needed]
    return tuple({text: None, **sounds, **dict.fromkeys(shorter)})


def looked_for_under(stem: Stem) -> tuple[str, ...]:
    """The keys that a stem's rivals may be filed under: its own, and its look-alike spellings."""
    text = stem.text
    alike = (
        text[:at] + other + text[at + 1 :]
        for at, char in enumerate(text)
        for other in neighbours(char)
    )
    return tuple(dict.fromkeys((*filed_under(stem), *alike)))


def _sound(way: tuple[str, ...]) -> str:
    """The key of a sound; the mark before it keeps it apart from every text."""
    return "~" + " ".join(map(folded, way))


def tells(rest: str) -> bool:
    """Whether what two stems share besides one character is enough to take them for each other."""
    common = _common()
    return len([char for char in rest if char not in common]) >= _TOLD_BY


def _in_words(figures: re.Match[str]) -> str:
    """A number up to ninety-nine as it is said, a longer one figure by figure."""
    number = figures[0].lstrip("0") or "0"
    words = [_WORDS[int(figure)] for figure in number]
    if len(number) != 2:
        return "".join(words)
    tens, ones = words
    return f"{tens.removeprefix('一')}十{ones.removeprefix('〇')}"


@cache
def _common() -> frozenset[str]:
    """The characters that tell nothing of a name by themselves."""
    villages = (one.text for one in generics().values() if FeatureClass.VILLAGE in one.classes)
    return COUNTERS | {"家"} | {text for text in villages if len(text) == 1}
