"""Takes a name apart into specific element (专名), modifier (修饰成分) and generic (通名).

After 地名管理条例 第九条 (a name is a specific and a generic element) and rules 1, 2, 4 and 7 of
《中国地名汉语拼音字母拼写规则(汉语地名部分)》 1984. A generic inside the specific has become part
of it (太白楼路, 包头胡同东巷); only the ending of a name is its generic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.generics import Generic, generics, longest_generic

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "COUNT",
    "MODIFIERS",
    "Generic",
    "Parsed",
    "generics",
    "is_derived",
    "longest_generic",
    "numeral",
    "parse",
    "series",
    "stem",
]

# What may stand between the specific and the generic, with how it is read there.
_COMPASS = {"东": "dōng", "南": "nán", "西": "xī", "北": "běi", "中": "zhōng"}
_PLACE = {"前": "qián", "后": "hòu", "左": "zuǒ", "右": "yòu", "上": "shàng", "下": "xià"}
_SHAPE = {"小": "xiǎo", "横": "héng", "直": "zhí", "正": "zhèng", "支": "zhī", "大": "dà"}
_AGE = {"新": "xīn", "老": "lǎo", "旧": "jiù"}
_NUMBERS = {
    "一": "yī", "二": "èr", "三": "sān", "四": "sì", "五": "wǔ",
    "六": "liù", "七": "qī", "八": "bā", "九": "jiǔ", "十": "shí",
}  # fmt: skip
MODIFIERS: Mapping[str, str] = {
    **_COMPASS,
    **_PLACE,
    **_SHAPE,
    **_AGE,
    **_NUMBERS,
    "第": "dì",
    "环": "huán",
}

# 新 and 老 stand before these only: 新街, 新河, but 创新路 is 创新.
_AGED = frozenset("街巷河渠桥村")
# After one of these a single character, a side of it may be meant or a name: 河东路, 城南路.
_LANDMARKS = frozenset("河湖江海山城港溪塘渠桥门关站园村庄岭泉沟坝堤庙寺")
_DIVISIONS = frozenset({FeatureClass.COUNTY, FeatureClass.PREFECTURE, FeatureClass.PROVINCE})
_SIDES = frozenset((*_COMPASS, "前", "后"))
_ONES = "".join(_NUMBERS).replace("十", "")
# A written number up to ninety-nine, or digits.
COUNT = rf"(?:[{_ONES}]?十[{_ONES}]?|[{_ONES}]|[0-9０-９]+)"
_NUMBER = re.compile(COUNT)
_SIDE = "".join(_COMPASS)
_WORDS = "".join((*_COMPASS, *_PLACE, *_SHAPE, *_AGE))
_TRAILING = re.compile(rf"[{_WORDS}]{{0,3}}(?:第?(?<![{_ONES}十]){COUNT})?[{_WORDS}]{{0,3}}$")
# 三环, 西外环, 二马: a side or an ordinal, and what it numbers.
_RING = re.compile(rf"([{_SIDE}内外{_ONES}十0-9０-９]{{1,4}})环|({COUNT})[马横]")
# 南小, 东一, 经五, 小南: one character and what modifies the generic after it.
_PAIR = re.compile(rf"[{_SIDE}][前后小横直正]|小[{_SIDE}]|[{_SIDE}经纬]{COUNT}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name in its parts; specific + modifier + generic are the name.

    `generic_class` is the class the generic is for, None without a generic. `ambiguous` marks a
    direction that may belong to the specific or to the generic (河东路): ask, do not guess.
    """

    name: str
    specific: str
    modifier: str
    generic: str
    generic_class: FeatureClass | None
    ambiguous: bool = False


def parse(name: str, feature_class: FeatureClass = FeatureClass.ROAD) -> Parsed:
    """Takes a name apart; a generic of another class is recognised and says so in its class."""
    generic = longest_generic(name)
    if generic is None or (feature_class in _DIVISIONS and feature_class not in generic.classes):
        return Parsed(name, name, "", "", None)
    kind = feature_class if feature_class in generic.classes else generic.classes[0]
    rest = name[: len(name) - len(generic.text)]
    cut = _cut(rest, generic.text)
    ambiguous = cut == len(rest) == 2 and rest[0] in _LANDMARKS and rest[1] in _SIDES
    return Parsed(name, rest[:cut], rest[cut:], generic.text, kind, ambiguous)


def stem(parsed: Parsed) -> str:
    """What two names of a class are compared by: specific and modifier (建设, 建设北)."""
    return parsed.specific + parsed.modifier


def is_derived(a: Parsed, b: Parsed) -> bool:
    """Whether two names share a specific and differ in a modifier: segments, branches, series.

    建设路/建设北路, 太白楼东路/太白楼西路, 洸河路/洸河支路, 金港一街/金港二街. A name derived
    from a whole other name counts too: 解放路/解放路南小街.
    """
    if not (a.specific and b.specific) or a.name == b.name:
        return False
    if a.specific == b.specific:
        return a.modifier != b.modifier
    return a.specific == b.name or b.specific == a.name


def series(parsed: Parsed) -> int | None:
    """The number a name has in a series: 金港一街 → 1, 三八路 → None."""
    match = _NUMBER.search(parsed.modifier)
    return None if match is None else numeral(match[0])


def _cut(rest: str, generic: str) -> int:
    """Where the specific ends and the modifier begins in a name without its generic."""
    if ring := _RING.fullmatch(rest):
        return ring.end(1) if ring[1] else ring.end(2)
    if _PAIR.fullmatch(rest):
        return 1
    trailing = _TRAILING.search(rest)
    start = trailing.start() if trailing else len(rest)
    if start == 0:
        # Nothing but modifiers: 三八, 东南 and 八一 are words; 南横东 is 南横 and 东.
        return len(rest) - 1 if len(rest) > 2 and rest[-1] in _SIDES else len(rest)
    cut = min(max(start, 2), len(rest))
    if cut < len(rest) and rest[cut] in _AGE and generic not in _AGED:
        return len(rest)
    return cut


def numeral(text: str) -> int:
    """The value of a written number up to ninety-nine: 十二 → 12, １２ → 12."""
    if text.isdecimal():
        return int(text)
    numbers = {char: value for value, char in enumerate(_NUMBERS, 1)}
    tens, found, ones = text.rpartition("十")
    if not found:
        return int("".join(str(numbers[char] % 10) for char in text))
    return (numbers[tens] if tens else 1) * 10 + (numbers[ones] if ones else 0)
