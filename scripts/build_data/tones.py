"""Settles the tones of a division's name, from the table, usage, cited words and dictionaries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .cited import chosen_words, cited, cited_names, rows_of
from .packages import PYPINYIN
from .phrases import Syllables, agreed, legal_readings
from .spelled import LETTERS, Division, names_of_any_level, options, spelled
from .usage import reviewed, spoken_characters

if TYPE_CHECKING:
    from .packages import Shelf

TWO_DICTIONARIES = f"{PYPINYIN} (MIT), as in 汉典"
FEWEST_NAMES = 5  # names of divisions that have to agree before a character counts as settled
FEW_EXCEPTIONS = 3  # names that may read it otherwise, at most one in ten
# Areas most of whose names render Mongolian, Tibetan, Yi, Kazakh or Uyghur ones.
RENDERED = ("15", "5132", "5133", "5134", "5334", "54", "6230", "63", "65")
MISREAD = frozenset({"曲水"})  # both dictionaries read the word 曲水流觞, not the county


def settle(shelf: Shelf, division: Division) -> tuple[Syllables, str] | None:
    """The one reading that letters, table and usage leave for a name, and what settled it."""
    settled, grounds = [], {"tones of the table"}
    known = _by_words(shelf, division.short)
    for index, (char, said) in enumerate(spelled(division)):
        left = options(shelf, char, said)
        usual = usual_readings(shelf).get(char)
        by_letters = said or len(legal_readings(shelf).get(char, ())) == 1
        if len(left) == 1 and by_letters and not _by_machine(shelf, division, char, left[0]):
            settled.append(left[0])
        elif usual in left:
            settled.append(usual)
            grounds.add(f"usage of {char}")
        elif known[index] in left:
            settled.append(known[index])
            grounds.add(f"tone of {char} by {TWO_DICTIONARIES}")
        else:
            return None
    return tuple(settled), "; ".join(sorted(grounds, reverse=True))


def _by_machine(shelf: Shelf, division: Division, char: str, said: str) -> bool:
    """Whether letters testify nothing: what a machine writes for an open character anyway.

    So only where a name renders another language's: there its sense cannot tell either (称多).
    """
    if char not in reviewed("open") or not division.code.startswith(RENDERED):
        return False
    proposed = reviewed("open")[char][0] or spoken_characters(shelf)[0][char]
    return proposed == said and len(legal_readings(shelf)[char]) > 1


def _by_words(shelf: Shelf, name: str) -> list[str]:
    """What the dictionaries, or cited words, say of the characters of a name; "" for nothing."""
    said = [""] * len(name)
    words = {row.name: tuple(row.reading.split(" ")) for row in cited() if row.kind == "word"}
    whole = () if name in MISREAD else (name,)
    for word in (*chosen_words(), *words, *whole):
        if (at := name.find(word)) >= 0 and (spoken := words.get(word) or agreed(shelf, word)):
            said[at : at + len(word)] = spoken
    return said


@dataclass(frozen=True, slots=True)
class Usage:
    """How division names read a character, by how many of them, and which are the exceptions."""

    syllable: str
    spelled: int
    spoken: int
    exceptions: tuple[str, ...]


@cache
def usage(shelf: Shelf) -> dict[str, Usage]:
    """The polyphonic characters that division names all read one way but for cited names.

    Two counts have to agree: the letters of county-level and higher names, and the tones of the
    division names of any level that both dictionaries list.
    """
    written: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows_of(LETTERS):
        if row["short"] not in cited_names("place"):
            for char, said in zip(row["short"], row["letters"].split(" "), strict=True):
                written[char][said].add(row["short"])
    spoken: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in names_of_any_level(shelf):
        if name not in cited_names("place") and (known := agreed(shelf, name)):
            for char, syllable in zip(name, known, strict=True):
                spoken[char][syllable].add(name)
    found = {char: _usual(shelf, char, written[char], spoken[char]) for char in written}
    return {char: usual for char, usual in found.items() if usual}


def _usual(
    shelf: Shelf, char: str, written: dict[str, set[str]], spoken: dict[str, set[str]]
) -> Usage | None:
    if len(legal_readings(shelf).get(char, ())) < 2 or len(written) > 1:
        return None
    said, names = next(iter(written.items()))
    left = options(shelf, char, said)
    reading = max(left, key=lambda option: len(spoken.get(option, ())))
    tones = len(spoken.get(reading, ()))
    if max(tones, len(names) if len(left) == 1 else 0) < FEWEST_NAMES:
        return None
    exceptions = _cited_otherwise(char, reading).union(
        *(found for other, found in spoken.items() if other != reading)
    )
    if len(exceptions) > FEW_EXCEPTIONS or len(exceptions) * 10 > len(names) + tones:
        return None
    return Usage(reading, len(names), tones, tuple(sorted(exceptions)))


def _cited_otherwise(char: str, reading: str) -> set[str]:
    """The cited names that read the character in another way."""
    return {
        row.name
        for row in cited()
        if row.kind in {"place", "word"}
        and (char, reading) not in zip(row.name, row.reading.split(" "), strict=True)
        and char in row.name
    }


@cache
def usual_readings(shelf: Shelf) -> dict[str, str]:
    """The characters that names read one way, by usage or by a cited page."""
    found = {char: usual.syllable for char, usual in usage(shelf).items()}
    return found | {row.name: row.reading for row in cited() if row.kind == "character"}
