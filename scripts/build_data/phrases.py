"""Finds how published dictionaries read characters, words and family names."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from functools import cache

from .characters import characters
from .packages import PINYIN_PRO, PYPINYIN, PYPINYIN_DICT, DataError, Shelf

PHRASES = "pypinyin/phrases_dict.json"
ZDIC = tuple(f"pypinyin_dict/phrase_pinyin_data/zdic_cibs_{part}.py" for part in range(8))
FAMILY_NAMES = "dist/esm/data/surname.mjs"
FAMILY_NAME = re.compile(r"^\s*([\u4e00-\u9fff]+): '([^']+)'", re.MULTILINE)
MARKED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ\u0300\u0301\u0304\u030c")
PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")

Syllables = tuple[str, ...]


def letters(syllable: str) -> str:
    """A syllable without its tone, ü as v: "lǜ" is "lv"."""
    return syllable.translate(PLAIN)


def toned(syllable: str) -> bool:
    return any(letter in MARKED for letter in syllable)


def full_toned(shelf: Shelf, word: str, spoken: Syllables) -> Syllables:
    """A word with the tones that its characters have by themselves: 琵琶 pí pá, not pí pa.

    Names are spelt in full tones but for 胡同 and the suffix 子, which the rules of 1984 print
    otherwise. A neutral syllable stays where the character has several tones to choose from.
    """
    return tuple(
        syllable if toned(syllable) or char == "子" else _toned(shelf, char, syllable)
        for char, syllable in zip(word, spoken, strict=True)
    )


def _toned(shelf: Shelf, char: str, neutral: str) -> str:
    """The one reading of a character with these letters; the neutral syllable without one."""
    left = [said for said in legal_readings(shelf).get(char, ()) if letters(said) == neutral]
    return left[0] if len(left) == 1 else neutral


@cache
def legal_readings(shelf: Shelf) -> dict[str, Syllables]:
    """The readings of every standard character, neutral by-forms (家 jia) left out."""
    rows = csv.DictReader(io.StringIO(characters(shelf).decode()), delimiter="\t")
    found = {row["char"]: tuple(row["readings"].split(",")) for row in rows}
    return {char: tuple(filter(toned, given)) or given for char, given in found.items()}


@cache
def phrases(shelf: Shelf) -> dict[str, Syllables]:
    """The words that pypinyin lists with one reading and no neutral syllable."""
    return _settled(json.loads(shelf.read(PYPINYIN, PHRASES)))


@cache
def zdic(shelf: Shelf) -> dict[str, Syllables]:
    """The words of 汉典 in the same manner: a second opinion, nothing of it ships by itself."""
    merged: dict[str, list[list[str]]] = {}
    for member in ZDIC:
        module = ast.parse(shelf.read(PYPINYIN_DICT, member))
        literal = next(node.value for node in module.body if isinstance(node, ast.Assign))
        merged |= ast.literal_eval(literal)
    return _settled(merged)


def _settled(words: dict[str, list[list[str]]]) -> dict[str, Syllables]:
    return {
        word: tuple(syllables[0] for syllables in spoken)
        for word, spoken in words.items()
        if len(word) == len(spoken)
        and all(len(syllables) == 1 and toned(syllables[0]) for syllables in spoken)
    }


def agreed(shelf: Shelf, word: str) -> Syllables | None:
    """How a word is read when both dictionaries list it alike."""
    spoken = phrases(shelf).get(word)
    return spoken if spoken is not None and zdic(shelf).get(word) == spoken else None


@cache
def family_names(shelf: Shelf) -> dict[str, Syllables]:
    """The readings of family names, of one character or more."""
    text = shelf.read(PINYIN_PRO, FAMILY_NAMES).decode()
    found = {name: tuple(spoken.split(" ")) for name, spoken in FAMILY_NAME.findall(text)}
    if len(found) < 400:
        raise DataError(f"{PINYIN_PRO}: {FAMILY_NAMES} is not a list of family names")
    return {name: spoken for name, spoken in found.items() if len(name) == len(spoken)}
