"""Spells a name in Latin letters after the rules of 1984, as a parse and not as a lookup.

《中国地名汉语拼音字母拼写规则(汉语地名部分)》: specific and generic apart and capitalised (1, 10),
monosyllabic modifiers joined to what they belong to (2), natural villages joined (3), numerals in
letters but ordinals of streets in digits (6, 7), ’ before a, o, e (11), r for 儿 (12).
"""

from __future__ import annotations

import re
from typing import Literal

from diming.model import FeatureClass
from diming.names.characters import is_han, simplify
from diming.names.parse import COUNT, Parsed, generics, longest_generic, numeral, parse
from diming.names.reading import Reading, read
from diming.names.syllables import toneless

Style = Literal["standard", "sign"]
OrdinalStyle = Literal["digits", "pinyin"]

APOSTROPHE = "\u2019"
_ORDINAL = re.compile(rf"(第?)({COUNT})")
# 三环路, 二马路: before these a specific that is a number counts roads.
_COUNTED = frozenset("环马横")

Token = tuple[str, str]  # a character and its syllable


def romanize(
    name: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    *,
    style: Style = "standard",
    reading: Reading | None = None,
    ordinal_style: OrdinalStyle = "digits",
) -> str:
    """The spelling of a name: Rénchéng Dàdào, or on a sign (rules 9, 10) RENCHENG DADAO.

    The class decides what is a natural village; without that class the generic does.
    """
    text = simplify(name)
    parsed = parse(text, feature_class)
    syllables = (reading or read(text, feature_class=feature_class)).syllables
    tokens = list(zip(text, syllables, strict=True))
    if FeatureClass.VILLAGE in (feature_class, parsed.generic_class):
        spelt = " ".join(_words(tokens))
    else:
        spelt = " ".join(_parts(parsed, tokens, ordinal_style))
    return toneless(spelt).upper() if style == "sign" else spelt


def _parts(parsed: Parsed, tokens: list[Token], ordinal_style: OrdinalStyle) -> list[str]:
    cut = len(parsed.specific)
    generic = cut + len(parsed.modifier)
    digits = ordinal_style == "digits"
    return [
        *_specific(parsed, tokens[:cut], digits=digits),
        *_generic(parsed, tokens[cut:generic], tokens[generic:], digits=digits),
    ]


def _specific(parsed: Parsed, tokens: list[Token], *, digits: bool) -> list[str]:
    """The specific's words; a street that another street is derived from keeps its own generic.

    Of two syllables that generic stands apart (Bāotóu Hútong), of one it is joined (Jiěfànglù).
    """
    number = _ORDINAL.fullmatch(parsed.specific)
    if digits and number and (number[1] or (parsed.modifier and parsed.modifier[0] in _COUNTED)):
        return [_numbered(number)]
    inner = longest_generic(parsed.specific)
    if inner and FeatureClass.ROAD in inner.classes and 1 < len(inner.text) < len(tokens):
        cut = len(tokens) - len(inner.text)
        return [*_words(tokens[:cut]), *_words(tokens[cut:])]
    return _words(tokens)


def _generic(
    parsed: Parsed, modifier: list[Token], generic: list[Token], *, digits: bool
) -> list[str]:
    """The generic's words with the modifier joined to the first; digits stand by themselves."""
    number = _ORDINAL.search(parsed.modifier) if digits else None
    words: list[str] = []
    if number:
        words = [*_words(modifier[: number.start()]), _numbered(number)]
        modifier = modifier[number.end() :]
    known = generics().get(parsed.generic)
    first = len(known.words[0]) if known else 0
    return [*words, *_words(modifier + generic[:first]), *_words(generic[first:])]


def _numbered(number: re.Match[str]) -> str:
    return f"{'Dì-' if number[1] else ''}{numeral(number[2])}"


def _words(tokens: list[Token]) -> list[str]:
    """Syllables of neighbouring Chinese characters joined to words; what is not Chinese apart."""
    words: list[str] = []
    kind = ""
    for char, syllable in tokens:
        previous, kind = kind, "han" if is_han(char) else "space" if char.isspace() else "other"
        if kind == "space":
            continue
        if kind != previous:
            words.append(syllable[:1].upper() + syllable[1:] if kind == "han" else syllable)
        elif kind == "han" and toneless(syllable)[:1] in {"a", "o", "e"}:
            words[-1] += APOSTROPHE + syllable
        else:
            words[-1] += syllable
    return words
