"""Lays a written spelling beside the characters of a name: which letters stand for which.

The cheapest reading of the letters wins, so that a dropped syllable, another reading or a wrong
letter is found where it is and the rest of the spelling still counts as written.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diming.names.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Letters of other alphabets that look like the one meant; copies of the rules print ɡ and ɑ.
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "ă": "ǎ", "ĕ": "ě", "ĭ": "ǐ", "ŏ": "ǒ", "ŭ": "ǔ",
                             "Ă": "Ǎ", "Ĕ": "Ě", "Ŏ": "Ǒ"})  # fmt: skip
_LONGEST = 6  # letters of a syllable: zhuang


class How(StrEnum):
    """How some letters stand for a character, best first."""

    TONED = "toned"
    TONELESS = "toneless"
    TONE = "tone"  # the letters are right, the tone is another
    UMLAUT = "umlaut"  # u, v or yu for ü
    ERHUA = "erhua"  # er for r or r for er
    NUMBER = "number"  # digits for letters or letters for digits
    READING = "reading"  # another reading of the character
    DROPPED = "dropped"
    LETTERS = "letters"  # no reading of it
    ADDED = "added"  # letters that stand for no character


_COST = {How.TONED: 0.0, How.TONELESS: 0.0, How.TONE: 1.0, How.UMLAUT: 1.5, How.ERHUA: 1.0,
         How.NUMBER: 2.0, How.READING: 2.0, How.DROPPED: 3.0}  # fmt: skip
_ADDED = 1.1  # a letter


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or digit of a spelling in its plain form, where it stands, and what is before it.

    `plain` is lower case and composed; `before` are the signs since the letter before.
    """

    plain: str
    start: int
    end: int
    before: str
    upper: bool
    lookalike: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters that one run of letters stands for: a syllable, or an ordinal in digits.

    `right` is how it is spelt in lower case; `others` are the other legal readings, `figures` the
    same in digits (or, of an ordinal in digits, in letters).
    """

    start: int
    end: int
    right: str
    others: tuple[str, ...] = ()
    figures: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The letters start:end stand for a unit, None for letters that stand for none."""

    unit: Unit | None
    how: How
    start: int
    end: int


def letters_of(spelling: str) -> tuple[Letter, ...]:
    """The letters and digits of a spelling, each with its marks; the signs go to `before`."""
    found: list[Letter] = []
    before, at = "", 0
    while at < len(spelling):
        end = at + 1
        while end < len(spelling) and unicodedata.combining(spelling[end]):
            end += 1
        sign = unicodedata.normalize("NFKC", spelling[at:end])
        if spelling[at : at + 2].lower() == "u:":
            sign, end = "Ü" if spelling[at] == "U" else "ü", at + 2
        if sign.isalnum():
            usual = sign.translate(_LOOKALIKES)
            for plain in usual.lower():  # ﬁ is two letters in one place
                found.append(Letter(plain, at, end, before, sign.isupper(), usual != sign))
                before = ""
        else:
            before += spelling[at:end]
        at = end
    return tuple(found)


def align(units: Sequence[Unit], letters: Sequence[Letter]) -> tuple[Run, ...]:
    """The cheapest way to read the letters as the units in their order."""
    text = "".join(letter.plain for letter in letters)
    best: dict[tuple[int, int], tuple[float, Run | None]] = {(0, 0): (0.0, None)}
    for number in range(len(units) + 1):
        for at in range(len(text) + 1):
            cost = best.get((number, at), (float("inf"), None))[0]
            if cost == float("inf"):
                continue
            steps = [(_ADDED, Run(None, How.ADDED, at, at + 1))] if at < len(text) else []
            if number < len(units):
                steps += _readings(units[number], text, at)
            for price, run in steps:
                key = (number + (run.unit is not None), run.end)
                if cost + price < best.get(key, (float("inf"), None))[0]:
                    best[key] = (cost + price, run)
    return tuple(reversed(list(_back(best, len(units), len(text)))))


def _back(
    best: dict[tuple[int, int], tuple[float, Run | None]], number: int, at: int
) -> Iterator[Run]:
    while run := best[number, at][1]:
        yield run
        number, at = number - (run.unit is not None), run.start


def _readings(unit: Unit, text: str, at: int) -> list[tuple[float, Run]]:
    found = [(_COST[How.DROPPED], Run(unit, How.DROPPED, at, at))]
    longest = max(_LONGEST, len(unit.right), len(unit.figures))
    for end in range(at + 1, min(len(text), at + longest) + 1):
        how = _how(unit, text[at:end])
        if how is not How.LETTERS:
            found.append((_COST[how], Run(unit, how, at, end)))
        elif end - at <= _LONGEST and not any(map(str.isdigit, text[at:end])):
            unlike = 2.5 + 2 * _unlike(toneless(text[at:end]), toneless(unit.right))
            found.append((unlike, Run(unit, how, at, end)))
    return found


def _how(unit: Unit, written: str) -> How:
    """The first that holds of the ways in which letters stand for a unit."""
    bare, right = toneless(written), toneless(unit.right)
    others = {right.replace("ü", other) for other in ("u", "v", "yu")} if "ü" in right else set()
    for how, holds in (
        (How.TONED, written == unit.right),
        (How.READING, written in unit.others and right != unit.right),
        (How.TONELESS, bare == right == written),
        (How.TONE, bare == right),
        (How.UMLAUT, bare in others),
        (How.ERHUA, {bare, right} == {"r", "er"}),
        (How.NUMBER, bool(unit.figures) and bare == toneless(unit.figures)),
        (How.READING, bare in map(toneless, unit.others)),
    ):
        if holds:
            return how
    return How.LETTERS


def _unlike(written: str, right: str) -> float:
    """0 for the same letters, 1 for none in common at either end."""
    short = min(len(written), len(right))
    head = next((n for n in range(short) if written[n] != right[n]), short)
    rest = short - head
    tail = next((n for n in range(rest) if written[-1 - n] != right[-1 - n]), rest)
    return 1 - (head + tail) / max(len(written), len(right))
