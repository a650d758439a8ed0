"""Strips a text to what people type of it: simplified characters, small letters, digits.

Names are written with brackets, dots, spaces and full-width letters (滨湖花苑(A7区), 万佳·阳光城);
nobody types them twice alike, so what a name is looked for by holds none of them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from diming.names.characters import is_han, simplify
from diming.names.syllables import ascii_letters, normalise


@dataclass(frozen=True, slots=True)
class Plain:
    """A stripped text; `at` says for each of its characters where it stood in the whole one."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The half-open range of the whole text that characters `start` to `stop` - 1 came from."""
        return self.at[start], self.at[stop - 1] + 1


def plain(text: str) -> str:
    """A name as it is looked for: "滨湖花苑（Ａ7区）" → 滨湖花苑a7区."""
    return stripped(text).text


def plain_query(text: str) -> str:
    """What somebody typed, tones and spaces gone, v for ü: "Lǚ Lù 1" → lvlu1."""
    return stripped(normalise(text)).text


@lru_cache(maxsize=4096)
def stripped(text: str) -> Plain:
    """A name and where each of its characters stood."""
    kept = [(char, at) for at, whole in enumerate(text) for char in _plain(whole)]
    return Plain("".join(char for char, _ in kept), tuple(at for _, at in kept))


@lru_cache(maxsize=16384)
def _plain(whole: str) -> str:
    """One character without its width; Ⅲ and ① are letters and digits, a bracket is nothing."""
    return "".join(
        simplify(char) if is_han(char) else ascii_letters(char)
        for char in unicodedata.normalize("NFKC", whole)
        if is_han(char) or unicodedata.category(char)[0] in "LN"
    )
