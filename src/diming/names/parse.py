"""Takes a name apart into specific element (专名), modifier (修饰成分) and generic (通名).

After 地名管理条例 第九条 (a name is a specific and a generic element) and rules 1, 2, 4 and 7 of
《中国地名汉语拼音字母拼写规则(汉语地名部分)》 1984. A generic inside the specific has become part
of it (太白楼路, 包头胡同东巷); only the ending of a name is its generic.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.divisions import bare_division
from diming.names.generics import Generic, generics, longest_generic
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "COUNT",
    "COUNTED",
    "DECIDING",
    "DIAGONALS",
    "MODIFIERS",
    "SETTLED",
    "TAILS",
    "Generic",
    "Parsed",
    "ending",
    "generics",
    "longest_generic",
    "numeral",
    "parse",
    "persons",
    "singular",
    "specific_of",
    "stem",
]

# What may stand between the specific and the generic, with how it is read there.
_COMPASS = {"东": "dōng", "南": "nán", "西": "xī", "北": "běi", "中": "zhōng"}
_PLACE = {"前": "qián", "后": "hòu", "左": "zuǒ", "右": "yòu", "上": "shàng", "下": "xià"}
_SHAPE = {
    "小": "xiǎo",
    "横": "héng",
    "直": "zhí",
    "正": "zhèng",
    "斜": "xié",
    "支": "zhī",
    "大": "dà",
}
_AGE = {"新": "xīn", "老": "lǎo", "旧": "jiù"}
# What is counted: 三环路, 二马路, 二横路, 一号路, 二纬路.
_COUNTED = {"环": "huán", "马": "mǎ", "号": "hào", "经": "jīng", "纬": "wěi"}
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
    **_COUNTED,
    "第": "dì",
}

# 新 and 老 stand before these only: 新街, 新河, but 创新路 is 创新.
_AGED = frozenset(("街", "巷", "河", "运河", "渠", "桥", "村"))
# After one of these a single character, a side of it may be meant or a name: 河东路, 城南路.
_LANDMARKS = frozenset("河湖江海山城港溪塘渠桥门关站园村庄岭泉沟坝堤庙寺")
SETTLED = frozenset(
    (FeatureClass.VILLAGE, FeatureClass.COMMITTEE, FeatureClass.TOWNSHIP, FeatureClass.COUNTY,
     FeatureClass.PREFECTURE, FeatureClass.PROVINCE)
)  # fmt: skip
# 南四湖 and 神农九溪 are no ordinals, as rule 6 has it for 五指山.
_UNCOUNTED = frozenset((FeatureClass.WATER, FeatureClass.MOUNTAIN, FeatureClass.SITE))
# The east and the west of the four archways, where Beijing counts its lanes: 东四|十二|条.
_CROSSINGS = frozenset(("东四", "西四"))
# 鲁西南, 黔东南: a diagonal after the short name of a province makes a region.
_PROVINCES = frozenset("冀晋吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕陇")
DIAGONALS = frozenset(("东南", "东北", "西南", "西北"))
_SIDES = frozenset((*_COMPASS, "前", "后"))
_WORDS = frozenset((*_COMPASS, *_PLACE, *_SHAPE, *_AGE))
_SHAPES = frozenset((*_SHAPE, "前", "后"))
_SCHOOLS = frozenset("中小")
_RINGED = frozenset("东南西北内外中")
COUNTED = frozenset((*_COUNTED, "横"))
_FIGURES = frozenset((*_NUMBERS, *"0123456789０１２３４５６７８９"))
TAILS = _WORDS | _FIGURES | COUNTED
# Where a modifier begins hangs on these characters; of all others only that they are there.
DECIDING = TAILS | _PROVINCES | frozenset("第纵门内外")
_ONES = "".join(_NUMBERS).replace("十", "")
# A written number up to ninety-nine, or digits.
COUNT = rf"(?:[{_ONES}]?十[{_ONES}]?|[{_ONES}]|[0-9０-９]+)"
_NUMBER = re.compile(COUNT)
_SIDE = "".join(_COMPASS)
# 三环, 南|二环, 二马, 一号: an ordinal, perhaps a side before it, and what it numbers.
_COUNTED_STREET = re.compile(rf"([{_SIDE}]?)({COUNT}[{''.join(COUNTED)}])")
# 南小, 东一, 经五, 小南: one character and what modifies the generic after it.
_PAIR = re.compile(rf"[{_SIDE}][前后小横直正斜]|小[{_SIDE}]|[{_SIDE}经纬横纵支前后]{COUNT}")
# 经七|纬二: where two numbered streets meet.
_GRID = re.compile(rf"([经纬]{COUNT})[经纬]{COUNT}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name in its parts; specific + modifier + generic are the name.

    `generic_class` is the class the generic is for, None without a generic. `ambiguous` marks a
    direction that may belong to either (河东路, 李晓东路): ask, do not guess.
    """

    name: str
    specific: str
    modifier: str
    generic: str
    generic_class: FeatureClass | None
    ambiguous: bool = False


def parse(name: str, feature_class: FeatureClass = FeatureClass.ROAD) -> Parsed:
    """Takes a name apart; a generic of another class is recognised and says so in its class.

    Not so in settlements and divisions, whose names end in anything (李楼, 中山, 小路口).
    """
    found = ending(name, feature_class)
    if found is None:
        return Parsed(name, name, "", "", None)
    generic, kind = found
    rest = name[: len(name) - len(generic.text)]
    # A division has no sides (历下区, 城中街道); 阿拉善左旗 is the left of its banners.
    whole = kind in SETTLED and generic.text != "旗"
    cut = len(rest) if whole else _cut(rest, generic.text, kind)
    beside = cut == len(rest) == 2 and rest[0] in _LANDMARKS and rest[1] in _SIDES
    ambiguous = not whole and (beside or (cut == 2 and _may_be_person(rest)))
    return Parsed(name, rest[:cut], rest[cut:], generic.text, kind, ambiguous)


def ending(name: str, feature_class: FeatureClass) -> tuple[Generic, FeatureClass] | None:
    """The generic that a name ends with and the class it is for there; None without one."""
    generic = longest_generic(name)
    if generic is None:
        return None
    if feature_class in generic.classes:
        return generic, feature_class
    return None if feature_class in SETTLED else (generic, generic.classes[0])


def stem(parsed: Parsed) -> str:
    """What two names of a class are compared by: specific and modifier (建设, 建设北)."""
    return parsed.specific + parsed.modifier


def specific_of(stem_text: str) -> str:
    """The specific in a road's stem: 建设北 → 建设, 东阿 → 东阿."""
    return stem_text[: _cut(stem_text, "路", FeatureClass.ROAD)]


def numeral(text: str) -> int:
    """The value of a written number up to ninety-nine: 十二 → 12, １２ → 12."""
    if text.isdecimal():
        return int(text)
    numbers = {char: value for value, char in enumerate(_NUMBERS, 1)}
    tens, found, ones = text.rpartition("十")
    if not found:
        return int("".join(str(numbers[char] % 10) for char in text))
    return (numbers[tens] if tens else 1) * 10 + (numbers[ones] if ones else 0)


def _cut(rest: str, generic: str, kind: FeatureClass) -> int:
    """Where the specific ends and the modifier begins in a name without its generic."""
    size = len(rest)
    if size < 2 or rest[-1] not in TAILS or (rest[-1] in _FIGURES and kind in _UNCOUNTED):
        return size
    if cut := _short_cut(rest, generic, street=kind is FeatureClass.ROAD):
        return cut
    start, ordinal = _modifiers(rest)
    if start == 0:
        return _only_modifiers(rest)
    cut = start if ordinal > 1 else max(start, 2)
    if rest[:3] in persons():
        cut = max(cut, 3)
    if rest[cut - 1 : cut + 1] == "门前":  # before the gate, no front gate
        cut += 1
    region = (
        size == 3
        and rest[0] in _PROVINCES
        and rest[1:] in DIAGONALS
        and bare_division(rest[:2]) is None
    )
    aged = cut < size and rest[cut] in _AGE and generic not in _AGED
    return size if region or aged else cut


def _short_cut(rest: str, generic: str, *, street: bool) -> int:
    """The cut of names that are little but numbers and sides; 0 when it is none of them."""
    if street and rest[-1] == "环" and (ring := _ring(rest)):
        return ring
    if street and (counted := _COUNTED_STREET.fullmatch(rest)):
        return counted.end(1) or len(rest) - 1
    if rest[:2] in _CROSSINGS and (len(rest) > 2 or generic == "大街"):
        return max(2, _modifiers(rest)[0])
    if grid := _GRID.fullmatch(rest):
        return grid.end(1)
    return 1 if _PAIR.fullmatch(rest) else 0


def _ring(rest: str) -> int:
    """Where 环 or 西环 begins after a name of two characters or more (珠江|西环), else 0."""
    at = len(rest) - 1
    if rest[at - 1] in _FIGURES:
        return 0
    if rest[at - 1] in _RINGED:
        at -= 1
    return at if at > 1 else 0


def _modifiers(rest: str) -> tuple[int, int]:
    """Where the modifiers begin that a text ends with, and how long the ordinal in them is."""
    size = len(rest)
    at = size
    if rest[-1] in COUNTED and size > 1 and rest[-2] in _FIGURES:
        at -= 1
    while at and size - at < 3 and rest[at - 1] in _WORDS:
        at -= 1
    end = at
    while at and rest[at - 1] in _FIGURES:
        at -= 1
    if at and end - at > 1 and rest[at - 1 : at + 1] in _CROSSINGS:
        at += 1
    coded = at > 0 and rest[at - 1].isascii()  # G105
    if coded or not _NUMBER.fullmatch(rest, at, end):  # 三八 and 八一 are words
        return (size if rest[-1] in _COUNTED else end), 0
    if rest[end : end + 1] in _SCHOOLS:  # 一中, 二小
        return size, 0
    ordinal = end - at
    if at and rest[at - 1] == "第":
        at -= 1
    end = at
    while at and end - at < 3 and rest[at - 1] in _WORDS:
        at -= 1
    return at, ordinal


def _only_modifiers(rest: str) -> int:
    """三八, 东南 and 八一 are words; 南横东 is 南横 and 东, 西大直 is 西 and 大直."""
    if len(rest) == 3 and rest[0] in _COMPASS and rest[1] in _SHAPES and rest[2] in _SHAPES:
        return 1
    return len(rest) - 1 if len(rest) > 2 and rest[-1] in _SIDES else len(rest)


def _may_be_person(rest: str) -> bool:
    """Whether three characters are built like the names of known persons: 李晓东."""
    if len(rest) != 3 or rest[2] not in _COMPASS:
        return False
    families, given = _families_and_given_names()
    return rest[0] in families and rest[1:] in given


@cache
def _families_and_given_names() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(name[0] for name in persons()), frozenset(name[1:] for name in persons())


@cache
def persons() -> frozenset[str]:
    """Persons whose last character looks like a modifier: 毛泽东."""
    with shipped("data", "language", "persons.tsv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["name"] for row in csv.DictReader(file, delimiter="\t"))


@cache
def singular() -> frozenset[str]:
    """How names begin, in two characters, that are cut unlike others with the same ending."""
    return _CROSSINGS.union(name[:2] for name in persons())
