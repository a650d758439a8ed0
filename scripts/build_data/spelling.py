"""Lists what spelling needs to know by heart: the divisions of China and names of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dataset import Dataset, table
from .divisions import rows_of
from .packages import CHINA_DIVISION

if TYPE_CHECKING:
    from .packages import Shelf

CHINA = "language/divisions.tsv"
LEVELS = (("province", "provinces"), ("prefecture", "cities"), ("county", "areas"))
# Entries of the list that group counties and name no place.
GROUPS = frozenset(("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"))


def divisions_of_china(shelf: Shelf) -> bytes:
    """Every name of a province, prefecture or county once, at its highest level."""
    levels: dict[str, str] = {}
    for level, file in LEVELS:
        for row in rows_of(shelf, file):
            levels.setdefault(row["name"], level)
    rows = [(name, level) for name, level in levels.items() if name not in GROUPS]
    return table(CHINA, ("name", "level"), rows)


DATASETS = (
    Dataset(
        path=CHINA,
        build=divisions_of_china,
        title_zh="全国省、地、县三级行政区划名称",
        title_en="Names of the provinces, prefectures and counties of China",
        source=(CHINA_DIVISION.cite("dist/provinces.csv", "dist/cities.csv", "dist/areas.csv"),),
        licence="WTFPL",
        attribution="国家统计局 统计用区划代码; modood/Administrative-divisions-of-China",
        vintage="2023-06-30",
        notice_zh="统计用名录, 含个别统计单元; 只用来认出名称中的政区名。",
        notice_en="A statistical list with a few statistical units; it tells divisions in names.",
    ),
    Dataset(
        path="language/persons.tsv",
        build=None,
        title_zh="末字像修饰成分的人名",
        title_en="Names of persons that end like a modifier (毛泽东)",
        source=({"description": "GitHub thunlp/THUOCL@a30ce79 THUOCL_lishimingren.txt"},),
        licence="MIT",
        attribution="THUOCL © Tsinghua University",
        vintage="2017",
        notice_zh="只用来判断末字属于人名还是方位词; 不表示可以用作地名。",
        notice_en="Tells whether a last character is the person's; no licence to name places so.",
    ),
)
