"""Finds the parts of a specific that stand apart: divisions, peoples, sides, waters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diming.names.divisions import bare_division, is_division


@dataclass(frozen=True, slots=True)
class Word:
    """The characters start:end of a name, spelt as one word after a rule of 1984.

    `number` is what stands for an ordinal in digits ("12", "Dì-9"), else empty.
    """

    start: int
    end: int
    rule: int
    number: str = ""

    def moved(self, by: int) -> Word:
        """The same word in a name that begins `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


_GENERICS = ("特别行政区", "自治区", "自治州", "自治县", "地区", "省", "市", "县", "区")
_LARGE = frozenset(("省", "市", "地区"))
_SMALL = frozenset(("区", "县"))
# Peoples as the names of autonomous divisions and townships have them (国家统计局统计用区划代码
# 2023), longer names before those that end like them.
_PEOPLES = (
    "维吾尔族", "哈萨克族", "柯尔克孜族", "塔吉克族", "达斡尔族", "鄂温克族", "鄂伦春族",
    "俄罗斯族", "仫佬族", "毛南族", "仡佬族", "布依族", "土家族", "哈尼族", "傈僳族", "拉祜族",
    "景颇族", "布朗族", "阿昌族", "德昂族", "基诺族", "独龙族", "普米族", "纳西族", "朝鲜族",
    "蒙古族", "锡伯族", "东乡族", "撒拉族", "保安族", "裕固族", "各族", "壮族", "回族", "满族",
    "藏族", "苗族", "彝族", "侗族", "瑶族", "白族", "黎族", "傣族", "畲族", "佤族", "水族",
    "土族", "羌族", "怒族", "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "蒙古", "锡伯",
)  # fmt: skip
_LONG_SPECIFIC = 5


def leading_divisions(specific: str) -> list[Word]:
    """The divisions a name of something else begins with, their own generics apart (rule 17).

    北京|市|宣武|区 in 北京市宣武区育才学校; after a bare division nothing more is looked for.
    """
    words: list[Word] = []
    at = 0
    while at < len(specific):
        stops = range(min(len(specific), at + 6), at, -1)
        stop = next((stop for stop in stops if _is_division(specific, at, stop)), 0)
        if not stop:
            break
        generic = _generic(specific, stop)
        words.append(Word(at, stop, 17))
        if not generic:
            break
        at = stop + len(generic)
        words.append(Word(stop, at, 17))
    return words


def peoples(specific: str) -> list[Word]:
    """广西|壮族, 金平|苗族|瑶族|傣族: the people of an autonomous division stand apart."""
    words: list[Word] = []
    start, end = 0, len(specific)
    larger = [word for word in leading_divisions(specific) if word.end < end]
    if len(larger) > 1 and len(larger) % 2 == 0:  # 云南|省|昆明, with their generics
        start = larger[-1].end
    while people := next((p for p in _PEOPLES if specific.endswith(p, 0, end)), ""):
        if not people.endswith("族") and end - len(people) < 2:
            break  # 内蒙古 is one word
        words.insert(0, Word(end - len(people), end, 2))
        end -= len(people)
    return [*larger[: start and len(larger)], Word(start, end, 1), *words]


def side_within(specific: str) -> int:
    """Where a part of two syllables or more begins with a side: 广安门|北滨河, 广渠|南水关; 0."""
    if len(specific) < _LONG_SPECIFIC:
        return 0
    sides = (at for at in range(2, len(specific) - 1) if specific[at] in "东南西北")
    return next(sides, 0)


def _generic(specific: str, at: int) -> str:
    return next((word for word in _GENERICS if specific.startswith(word, at)), "")


def _is_division(specific: str, start: int, end: int) -> bool:
    """Whether start:end is a division's specific; after 北京市 any 区 or 县 is one."""
    name, generic = specific[start:end], _generic(specific, end)
    if (bare_division(name) and not start) or (generic and is_division(name + generic)):
        return True
    level = _LARGE | _SMALL if start else _LARGE
    return generic in level and 2 <= len(name) <= 3
