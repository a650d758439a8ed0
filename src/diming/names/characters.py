"""Says of a character whether it is standard, how it may be used and how it can be read.

Rests on 《通用规范汉字表》 (国发〔2013〕23号, 8105 characters) and on the readings of
《通用规范汉字字典》 as Unihan's kTGHZ2013 gives them; see data/MANIFEST.json.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Character:
    """A standard character: level 1, 2 or 3 of the table, its readings, its number of strokes."""

    char: str
    level: int
    readings: tuple[str, ...]
    strokes: int


def lookup(char: str) -> Character | None:
    """The character's entry in the table, None when it is not one of the 8105."""
    return _standard().get(char)


def standard_characters() -> frozenset[str]:
    """The 8105 characters of the table."""
    return frozenset(_standard())


def standard_form(char: str) -> str | None:
    """The standard character that a traditional or variant form is written with today.

    None when the character is itself standard, or when several or no standard forms are known.
    """
    return None if char in _standard() else _forms().get(char)


def simplify(text: str) -> str:
    """The text with every traditional or variant form replaced by its one standard character.

    Characters that are standard stay as they are, also those that once were variants (淼, 乾).
    """
    return text.translate(simplified_codes())


@cache
def simplified_codes() -> dict[int, str]:
    """Every form with one standard character, as str.translate takes it."""
    return {ord(form): standard for form, standard in _forms().items() if form not in _standard()}


def licence(char: str) -> str | None:
    """What a standard character may only be used for, in the table's words; None when unlimited."""
    return _licences().get(char)


def is_han(char: str) -> bool:
    """Whether the character is a Chinese one in any block, compatibility forms and 〇 included."""
    name = unicodedata.name(char, "")
    return char == "〇" or (name.startswith("CJK ") and "IDEOGRAPH" in name)


@cache
def _standard() -> Mapping[str, Character]:
    return MappingProxyType(
        {
            row["char"]: Character(
                row["char"],
                int(row["level"]),
                tuple(row["readings"].split(",")),
                int(row["strokes"]),
            )
            for row in _rows("characters.tsv")
        }
    )


@cache
def _forms() -> Mapping[str, str]:
    standards: dict[str, set[str]] = {}
    for row in _rows("variants.tsv"):
        standards.setdefault(row["form"], set()).add(row["standard"])
    return MappingProxyType(
        {form: options.pop() for form, options in standards.items() if len(options) == 1}
    )


@cache
def _licences() -> Mapping[str, str]:
    return MappingProxyType({row["char"]: row["licence"] for row in _rows("restricted.tsv")})


def _rows(name: str) -> Iterator[dict[str, str]]:
    with shipped("data", "language", name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
