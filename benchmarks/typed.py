"""Draws what somebody types to search, from names that exist in the size, by kind of typing."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from benchmarks.names import SEED
from diming.names.reading import read
from diming.names.syllables import ascii_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.names import Row

EACH = 200
SPARE = 50  # more, to ask first and not time


def typed(names: Sequence[Row]) -> dict[str, list[str]]:
    """What is typed, `EACH` of every kind and `SPARE` more."""
    rng = Random(f"{SEED}:typed")  # noqa: S311 - a benchmark, no secret
    usable = [row.name for row in names if len(row.name) > 3]
    return {
        kind: [way(name, rng) for name in usable[: EACH + SPARE]] for kind, way in _KINDS.items()
    }


def _letters(name: str) -> list[str]:
    return [ascii_letters(syllable) for syllable in read(name).syllables]


def _character(name: str, rng: Random) -> str:
    return rng.choice(name)


def _two_characters(name: str, rng: Random) -> str:
    at = rng.randrange(len(name) - 1)
    return name[at : at + 2]


def _specific(name: str, _: Random) -> str:
    return name[:3]


def _whole(name: str, _: Random) -> str:
    return name


def _prefix(name: str, rng: Random) -> str:
    """The letters so far of somebody typing the first two or three syllables."""
    spelt = "".join(_letters(name)[:3])
    return spelt[: rng.randrange(2, len(spelt) + 1)]


def _one_letter(name: str, _: Random) -> str:
    return _letters(name)[0][:1]


def _initials(name: str, rng: Random) -> str:
    initials = "".join(syllable[:1] for syllable in _letters(name))
    return initials[: rng.randrange(3, len(initials) + 1)]


def _mixed(name: str, rng: Random) -> str:
    """Two characters and the beginning of the letters of the rest: 太白l."""
    rest = "".join(_letters(name)[2:])
    return name[:2] + rest[: rng.randrange(1, len(rest) + 1)]


_KINDS: dict[str, Callable[[str, Random], str]] = {
    "1 character": _character,
    "2 characters": _two_characters,
    "3 characters": _specific,
    "whole name": _whole,
    "1 letter": _one_letter,
    "pinyin prefix": _prefix,
    "initials": _initials,
    "mixed": _mixed,
}
