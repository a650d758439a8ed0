"""Lists names that a road may seem to be named after: persons of history, and brands.

A name that is also a common word (光明, 长虹) accuses nobody: dictionaries say which are, and two
characters are never sure to be a brand. A person has a known family name and one or two characters
after it; of two characters in all, only those count that a dictionary takes for a person's.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .characters import standard_characters
from .dataset import Dataset, table
from .foreign import domestic_names
from .packages import CHINESE_SURNAMES, JIEBA, NAME_SUGGESTIONS, PYPINYIN, PYPINYIN_DICT
from .phrases import PHRASES, ZDIC, zdic
from .words import SURNAME_LIST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .packages import Shelf

NOTABLES, BRANDS = "language/notables.tsv", "language/brands.tsv"
PERSONS = Path(__file__).parent / "historical_persons.txt"
WORDS = "jieba/dict.txt"
INDEX = "dist/json/nsi.min.json"
HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
HERE = frozenset(("cn", "001"))  # China, or the whole world
SIDES = frozenset("东南西北中")
PERSON_TAGS = frozenset(("nr", "nrt", "nrfg"))
PROPER_TAGS = PERSON_TAGS | {"nz", "nt"}
# What a brand of a chain ends with is no part of the brand: 万达广场, 上海银行.
BRANCH = re.compile(
    r"(?:银行|超市|酒店|饭店|书店|百货|广场|便利|影城|珠宝|眼镜|集团|保险|证券|电器|药房|快递|物流)$"
)


def notables(shelf: Shelf) -> bytes:
    """Persons that a specific may be named after, with how often texts speak of them."""
    return table(NOTABLES, ("name", "frequency"), _persons(shelf))


def _persons(shelf: Shelf) -> Iterator[tuple[str, int]]:
    families = frozenset(json.loads(shelf.read(CHINESE_SURNAMES, SURNAME_LIST)))
    divisions = domestic_names(shelf)
    for line in PERSONS.read_text(encoding="utf-8").splitlines():
        name, frequency = line.split("\t")
        family = next((n for n in (2, 1) if name[:n] in families and len(name) > n), 0)
        if not family or len(name) - family > 2 or name in divisions or not _standard(shelf, name):
            continue
        if name[-1] in SIDES:  # 高桥南: a side of a place, as likely
            continue
        known = len(name) > 2 or tags(shelf).get(name) in PERSON_TAGS
        if known and not common(shelf, name):
            yield name, int(frequency)


def brands(shelf: Shelf) -> bytes:
    """Brands in China that are no words; those of two characters are called so by chance too."""
    divisions = domestic_names(shelf)
    rows = {
        name: "coined" if len(name) > 2 else "short"
        for name in _brands(shelf)
        if name not in divisions and not common(shelf, name)
    }
    return table(BRANDS, ("name", "kind"), sorted(rows.items()))


def _brands(shelf: Shelf) -> Iterator[str]:
    index = json.loads(shelf.read(NAME_SUGGESTIONS, INDEX))["nsi"]
    for path, kind in index.items():
        for item in kind["items"] if path.startswith("brands/") else ():
            places = item["locationSet"].get("include", ())  # codes, or points with a radius
            if not any(place in HERE for place in map(str, places)):
                continue
            for key in ("brand", "brand:zh", "brand:zh-Hans", "name:zh", "name"):
                name = BRANCH.sub("", item["tags"].get(key, ""))
                if HAN.fullmatch(name) and _standard(shelf, name):
                    yield name


def common(shelf: Shelf, name: str) -> bool:
    """Whether a dictionary knows it for a word; dictionaries list persons of two characters too."""
    if tags(shelf).get(name, "nz") not in PROPER_TAGS:
        return True
    return name in _words(shelf) or (len(name) == 2 and name in zdic(shelf))


@cache
def _words(shelf: Shelf) -> frozenset[str]:
    return frozenset(json.loads(shelf.read(PYPINYIN, PHRASES)))


@cache
def tags(shelf: Shelf) -> dict[str, str]:
    """What kind of word jieba takes a word for."""
    lines = shelf.read(JIEBA, WORDS).decode().splitlines()
    return {word: tag for word, _, tag in (line.split(" ") for line in lines)}


def _standard(shelf: Shelf, name: str) -> bool:
    return standard_characters(shelf).issuperset(name)


_DICTIONARIES = (
    PYPINYIN.cite(PHRASES),
    PYPINYIN_DICT.cite(*ZDIC),
    JIEBA.cite(WORDS),
)

DATASETS = (
    Dataset(
        path=NOTABLES,
        build=notables,
        title_zh="历史人物姓名（已去掉与常用词、政区同形的）",
        title_en="Persons of history, without those whose name is also a word or a division",
        source=(
            {"description": "GitHub thunlp/THUOCL@a30ce79 THUOCL_lishimingren.txt"},
            CHINESE_SURNAMES.cite(SURNAME_LIST),
            *_DICTIONARIES,
        ),
        licence="MIT",
        attribution="THUOCL © Tsinghua University",
        vintage="2017",
        notice_zh="网络语料统计的词库, 有当代人物; 与词表相符只说明同名, 不说明有特定联系。",
        notice_en="Counted in web texts; to bear the same name is no proof of a connection.",
    ),
    Dataset(
        path=BRANDS,
        build=brands,
        title_zh="国内常见品牌的汉字名称",
        title_en="Brands common in China, by their names in Han characters",
        source=(NAME_SUGGESTIONS.cite(INDEX), *_DICTIONARIES),
        licence="BSD-3-Clause",
        attribution="name-suggestion-index © OpenStreetMap name-suggestion-index contributors",
        vintage="8.0.20260918",
        notice_zh="已去掉与常用词、政区同形的; short 为两个字的; 没有收到的不等于不是品牌。",
        notice_en="Without words and divisions; `short` are of two characters. Far from complete.",
    ),
)
