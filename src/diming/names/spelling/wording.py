"""Divides a name into the words it is spelt in, each with the rule of 1984 that makes it one.

《中国地名汉语拼音字母拼写规则(汉语地名部分)》: specific and generic apart (1, 14), modifiers of one
syllable joined to what they belong to and longer ones apart (2), natural villages joined (3), a
generic that has become part of the specific joined to it (4), ordinals in digits (7, 16), what
cannot be divided joined (15), divisions within a name apart (17).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from diming.model import FeatureClass
from diming.names.generics import generics, longest_generic
from diming.names.parse import COUNT, COUNTED, DIAGONALS, Parsed, numeral, parse
from diming.names.spelling.parts import Word, leading_divisions, peoples, side_within

__all__ = ["Word", "words_of"]

_ORDINAL = re.compile(rf"(第?)({COUNT})")
_RING = re.compile(rf"([东南西北]?)({COUNT})环")
_MERIDIAN = re.compile(rf"[经纬]({COUNT})")
_RANKED = re.compile(rf"第{COUNT}(?=..)")
_BRACKETS = re.compile(r"[()（）〔〕\[\]【】]+")
_NUMBERED = frozenset((FeatureClass.ROAD, FeatureClass.RESIDENTIAL, FeatureClass.FACILITY))
_CROSSINGS = frozenset((FeatureClass.BRIDGE, FeatureClass.TUNNEL))
_WORKS = _CROSSINGS | frozenset(
    (FeatureClass.SQUARE, FeatureClass.PARK, FeatureClass.RESIDENTIAL, FeatureClass.BUILDING,
     FeatureClass.STATION, FeatureClass.FACILITY, FeatureClass.SITE)
)  # fmt: skip
_DIVISIONS = frozenset(
    (FeatureClass.TOWNSHIP, FeatureClass.COUNTY, FeatureClass.PREFECTURE, FeatureClass.PROVINCE)
)
# Works whose kind goes with a generic of one syllable: 玻璃厂, 测绘局, 种羊场.
_MADE = frozenset("厂场局")


def words_of(name: str, feature_class: FeatureClass, *, digits: bool) -> tuple[Word, ...]:
    """The words of a name, what stands in brackets by itself; brackets are in no word.

    With `digits` ordinals of streets, quarters and works are words of digits.
    """
    words: list[Word] = []
    cuts = [0, *(at for found in _BRACKETS.finditer(name) for at in found.span()), len(name)]
    for start, end in list(pairwise(cuts))[::2]:
        if start and end - start < 3:  # (中段) is a part of a road and no name
            words.append(Word(start, end, 2))
            continue
        parsed = parse(name[start:end], feature_class)
        words += [word.moved(start) for word in _divided(parsed, feature_class, digits=digits)]
    return tuple(word for word in words if word.start < word.end)


def _divided(parsed: Parsed, feature_class: FeatureClass, *, digits: bool) -> list[Word]:
    kind = parsed.generic_class
    if kind is FeatureClass.VILLAGE or (feature_class is FeatureClass.VILLAGE and kind is None):
        return [Word(0, len(parsed.name), 3)]
    if kind is None:
        ring = _RING.fullmatch(parsed.name) if digits else None
        return _ring(ring) if ring else [Word(0, len(parsed.name), 15)]
    digits = digits and kind in _NUMBERED
    if kind in _WORKS and (words := _works(parsed, digits=digits)):
        return words
    if not digits and _is_numbered_whole(parsed):
        specific = parsed.specific + parsed.modifier
        whole = replace(parsed, specific=specific, modifier="")
        return [Word(0, len(specific), 6), *_generic(whole)]
    return [*_specific(parsed, digits=digits), *_generic(parsed, digits=digits)]


def _specific(parsed: Parsed, *, digits: bool = False) -> list[Word]:
    """The words of the specific."""
    specific, size = parsed.specific, len(parsed.specific)
    if digits and (counted := _counted(parsed)):
        return counted
    if parsed.generic_class in _DIVISIONS:
        return peoples(specific)
    if inner := _inner_street(specific):
        words = [*_specific(inner, digits=digits), *_generic(inner, digits=digits)]
        return [word if word.number else replace(word, rule=4) for word in words]
    if ranked := _RANKED.match(specific):
        return [Word(0, ranked.end(), 2), Word(ranked.end(), size, 1)]
    if at := side_within(specific):
        return [Word(0, at, 2), Word(at, size, 2)]
    return [Word(0, size, 1)]


def _generic(parsed: Parsed, *, digits: bool = False) -> list[Word]:
    """The generic's words, the modifier joined to the first; an ordinal stands by itself."""
    start, rule = len(parsed.specific), 2 if parsed.modifier else 1
    generic = len(parsed.name) - len(parsed.generic)
    words: list[Word] = []
    number = _ORDINAL.search(parsed.modifier) if digits else None
    if number:
        words = [Word(start, start + number.start(), 2), _numbered(number, start)]
        start += number.end()
    elif parsed.modifier[:2] in DIAGONALS:
        words = [Word(start, start + 2, 2)]
        start += 2
    if parsed.modifier.endswith("号") and len(parsed.generic) > 1:
        # 2号 is two syllables: it joins a generic of one only (1 Hàolù, but 2 Hào Suìdào).
        words.append(Word(start, generic, 2))
        start = generic
    for syllables in generics()[parsed.generic].words:
        generic += len(syllables)
        words.append(Word(start, generic, rule))
        start = generic
    return words


def _counted(parsed: Parsed) -> list[Word]:
    """A specific that counts: 三|环路, 第九|弄, 十八|路, 北三环|东路, 经七|纬二路; [] if none."""
    specific, modifier = parsed.specific, parsed.modifier
    if number := _ORDINAL.fullmatch(specific):
        counts = modifier[0] in COUNTED if modifier else parsed.generic != "里"  # 三里 is a way
        return [_numbered(number, 0)] if number[1] or counts else []
    if ring := _RING.fullmatch(specific):
        return _ring(ring)
    if modifier and (meridian := _MERIDIAN.fullmatch(specific)):
        return [Word(0, 1, 2), Word(1, len(specific), 7, str(numeral(meridian[1])))]
    return []


def _is_numbered_whole(parsed: Parsed) -> bool:
    """三环, 二马, 经五, 南二环: in letters the ordinal and what it counts are one word."""
    specific, modifier = parsed.specific, parsed.modifier
    counts = len(specific) == 1 and modifier[-1:] in COUNTED
    meridian = specific in {"经", "纬"} and bool(_ORDINAL.fullmatch(modifier))
    return meridian or (counts and bool(_ORDINAL.search(specific + modifier)))


def _inner_street(specific: str) -> Parsed | None:
    """The street that a specific is the name of: 天宁寺西里|一巷, 包头胡同|东巷.

    None for one whose generic of one syllable has no modifier: 解放路|南小街 has Jiěfànglù.
    """
    generic = longest_generic(specific)
    if generic is None or FeatureClass.ROAD not in generic.classes:
        return None
    inner = parse(specific)
    apart = len(inner.specific) > 1 if inner.modifier else inner.specific and len(generic.text) > 1
    return inner if apart else None


def _works(parsed: Parsed, *, digits: bool) -> list[Word]:
    """浙江|省|测绘局, 武汉|长江|大桥, 红星|拖拉机厂; [] when nothing in it stands apart."""
    divisions = leading_divisions(parsed.specific)
    start = divisions[-1].end if divisions else 0
    rest, end = len(parsed.specific) - start, len(parsed.name)
    if parsed.generic_class in _CROSSINGS and rest > 3 and parsed.specific[-1] in "江河":
        water = start + rest - 2  # 八卦洲|长江|大桥
        head = replace(parsed, specific=parsed.specific[start:water])
        named = [word.moved(start) for word in _specific(head)]
        return [*divisions, *named, Word(water, start + rest, 14), *_generic(parsed)]
    joined = rest in {2, 3} or (rest == 1 and parsed.generic == "庙")  # 曲阜|孔庙
    if divisions and joined and len(parsed.generic) == 1 and not parsed.modifier:
        return [*divisions, Word(start, end, 14)]
    if divisions and (rest > 1 or (rest == 0 and len(divisions) > 1)):
        tail = replace(parsed, name=parsed.name[start:], specific=parsed.specific[start:])
        words = [*_specific(tail, digits=digits), *_generic(tail, digits=digits)]
        return [*divisions, *(word.moved(start) for word in words)]
    if parsed.generic in _MADE and rest > 3 and not divisions and not parsed.modifier:
        head_end = next((at for at in range(2, rest - 1) if parsed.specific[at] in "山河湖江"), 1)
        return [Word(0, head_end + 1, 14), Word(head_end + 1, end, 14)]
    return []


def _ring(ring: re.Match[str]) -> list[Word]:
    """北三环: Běi 3 Huán."""
    number, end = ring.span(2)
    return [Word(0, number, 2), Word(number, end, 7, str(numeral(ring[2]))), Word(end, end + 1, 2)]


def _numbered(number: re.Match[str], offset: int) -> Word:
    digits = f"{'Dì-' if number[1] else ''}{numeral(number[2])}"
    return Word(offset + number.start(), offset + number.end(), 7, digits)
