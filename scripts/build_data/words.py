"""Gathers the family names that the head of a person's name is told by."""

from __future__ import annotations

import json

from .dataset import Dataset, table
from .packages import CHINESE_SURNAMES, Shelf

SURNAMES = "language/surnames.tsv"
SURNAME_LIST = "index.json"


def surnames(shelf: Shelf) -> bytes:
    """Family names in the order of the list: the 百家姓 first, then the others."""
    listed = json.loads(shelf.read(CHINESE_SURNAMES, SURNAME_LIST))
    return table(SURNAMES, ("surname",), ((name,) for name in dict.fromkeys(listed)))


DATASETS = (
    Dataset(
        path=SURNAMES,
        build=surnames,
        title_zh="中国姓氏",
        title_en="Chinese family names",
        source=(CHINESE_SURNAMES.cite(SURNAME_LIST),),
        licence="MIT",
        attribution="chinese-surnames © Steve Mao",
        vintage="chinese-surnames 1.0.0",
        notice_zh="未收“付”等俗写姓氏; 单字姓氏多为常用字, 不能单独作为人名的证据。",
        notice_en="Some folk spellings (付) are missing. A surname alone is no sign of a person.",
    ),
)
