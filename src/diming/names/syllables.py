"""Handles written pinyin syllables: tones, letters, and splitting a spelling by its characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TONES = "\u0304\u0301\u030c\u0300"
# Letters of the phonetic alphabet that copies of the rules print for a and g.
_LOOKALIKES = str.maketrans({"ɑ": "a", "ɡ": "g", "＇": "'", "’": "'", "‘": "'", "ʼ": "'"})
_WORD = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=8192)
def toneless(syllable: str) -> str:
    """The syllable without its tone, ü kept: lǚ → lü."""
    plain = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in _TONES)
    return unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=8192)
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
    reached = [{0}]
    for choices in options:
        steps = {(at, form) for at in reached[-1] for form in _forms(choices)}
        reached.append({at + len(form) for at, form in steps if letters.startswith(form, at)})
    end, syllables = len(letters), list[str]()
    if end not in reached[-1]:
        return None
    for starts, choices in zip(reached[-2::-1], reversed(options), strict=True):
        form = next(
            form
            for form in _forms(choices)
            if end - len(form) in starts and letters.endswith(form, 0, end)
        )
        syllables.append(_forms(choices)[form])
        end -= len(form)
    return tuple(reversed(syllables))


def _forms(choices: Sequence[str]) -> dict[str, str]:
    """What may stand in a spelling for a character, with the syllable it means; toned first."""
    toned = {syllable: syllable for syllable in choices}
    bare = {toneless(syllable): syllable for syllable in reversed(choices)}
    return {**toned, **{form: meant for form, meant in bare.items() if form not in toned}}
