"""Handles written pinyin syllables: tones, letters, and splitting a spelling by its characters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TONES = "\u0304\u0301\u030c\u0300"
# Letters of the phonetic alphabet that copies of the rules print for a and g.
_LOOKALIKES = str.maketrans({"ɑ": "a", "ɡ": "g", "＇": "'", "’": "'", "‘": "'", "ʼ": "'"})
_WORD = re.compile(r"[^\W\d_]+|\d+")


@cache
def toneless(syllable: str) -> str:
    """The syllable without its tone, ü kept: lǚ → lü."""
    plain = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in _TONES)
    return unicodedata.normalize("NFC", plain)


@cache
def ascii_letters(syllable: str) -> str:
    """The syllable as keyboards type it: no tone, v for ü, lower case."""
    return toneless(syllable).lower().replace("ü", "v").replace("ê", "e")


def normalise(spelling: str) -> str:
    """A spelling in lower case, composed letters, one kind of apostrophe, ü for v and u:."""
    text = unicodedata.normalize("NFKC", spelling).translate(_LOOKALIKES).lower()
    return unicodedata.normalize("NFC", text.replace("u:", "ü").replace("v", "ü"))


def words(spelling: str) -> list[str]:
    """The runs of letters and of digits of a spelling, normalised."""
    return _WORD.findall(normalise(spelling))


def split(spelling: str, options: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """The spelling cut into one syllable a character, each one of its options; None if it cannot.

    A spelling without tones takes the first option with the same letters.
    """
    letters = "".join(words(spelling))

    def fit(at: int, index: int) -> tuple[str, ...] | None:
        if index == len(options):
            return () if at == len(letters) else None
        for option in options[index]:
            for form in dict.fromkeys((option, toneless(option))):
                if letters.startswith(form, at):
                    rest = fit(at + len(form), index + 1)
                    if rest is not None:
                        return (option, *rest)
        return None

    return fit(0, 0)
