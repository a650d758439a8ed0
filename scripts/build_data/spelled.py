"""Lists the divisions whose names the lexicon reads, with the letters they are spelled with."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .cited import rows_of
from .divisions import HISTORY, names_of_china
from .divisions import rows_of as listed
from .packages import QUHUA, Shelf
from .phrases import legal_readings, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "division_letters.tsv"
STATISTICAL = re.compile(
    r"开发区|管理区|示范区|园区|新区|食品区|直辖县级|市辖区|岛礁|实验区|聚集区|合作区|产业区"
    r"|风景名胜|^.区$|^市区$"
)
GENERIC = re.compile(
    r"(?<=..)(?:[\u4e00-\u9fff]{1,6}族自治[州县旗]|(?:特别)?行政区|联合旗|矿区|特区|林区|群岛"
    r"|办事处|自治区|地区|街道|[省市县区盟旗镇乡])$"
)


@dataclass(frozen=True, slots=True)
class Division:
    """A name that a division has or had, without its generic part; letters where they are known."""

    short: str
    code: str
    letters: tuple[str, ...]


@cache
def divisions(shelf: Shelf) -> tuple[Division, ...]:
    """County-level and higher names of today and since 1980 that hold a polyphonic character."""
    spelled = {row["name"]: row for row in rows_of(LETTERS)}
    by_code = {row["code"]: row for row in spelled.values()}
    found: dict[str, Division] = {}
    for code, name in (*names_of_china(shelf).items(), *former_names(shelf)):
        known = spelled.get(name)
        if known is None and STATISTICAL.search(name):
            continue
        if known is None and by_code.get(code, {}).get("name") == name:
            known = by_code[code]
        short = known["short"] if known else GENERIC.sub("", name)
        if any(len(legal_readings(shelf).get(char, ())) > 1 for char in short):
            spoken = tuple(known["letters"].split(" ")) if known else ()
            if short not in found or (spoken and not found[short].letters):
                found[short] = Division(short, code, spoken)
    return tuple(found.values())


def former_names(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Names of counties and prefectures in the yearly code lists since 1980."""
    for event in json.loads(shelf.read(QUHUA, HISTORY))["events"]:
        for side in (event["old"], event["new"]):
            if side["code"] and side["name"]:
                yield side["code"][:6], side["name"]


def names_of_any_level(shelf: Shelf) -> set[str]:
    """The names of counties, prefectures, provinces and townships without their generic part."""
    townships = (row["name"] for row in listed(shelf, "streets"))
    return {GENERIC.sub("", name) for name in (*names_of_china(shelf).values(), *townships)}


def spelled(division: Division) -> list[tuple[str, str]]:
    """Each character with its letters, "" where they are unknown."""
    return list(zip(division.short, division.letters or [""] * len(division.short), strict=True))


def options(shelf: Shelf, char: str, said: str) -> list[str]:
    """The legal readings of a character with these letters, all of them without letters."""
    return [r for r in legal_readings(shelf).get(char, ()) if not said or letters(r) == said]
