"""What an import reads out of a file: records to file for each row, and rows refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diming.errors import InputError
from diming.formats.areas import area_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from diming.formats.areas import AreasNamed
    from diming.formats.report import Refusal
    from diming.formats.rows import Item
    from diming.model import Jurisdiction, Marker, Place, Source, Toponym

    Record = Place | Toponym | Jurisdiction | Marker
    AreaAt = Callable[[BaseGeometry], Jurisdiction | None]


class ImportKind(StrEnum):
    """What the rows of a file are."""

    PLACES = "places"
    ROADS = "roads"
    BOUNDARIES = "boundaries"
    MARKERS = "markers"
    TOPONYMS = "toponyms"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row amounts to: records in the order to file them; `key` is the id of the row's own.

    `if_missing` is a place that is filed only where the registry has none, so that a list of names
    never alters what is known of the ground. `stated` is the source that the row itself names.
    `rows` counts the rows behind the entry, more than one for a road drawn in segments.
    """

    row: int
    key: str
    records: tuple[Record, ...]
    if_missing: Place | None = None
    stated: Source | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class ImportFile:
    """All of a file: its source, its entries in order, refused rows, rows read, notes (zh, en)."""

    source: Source
    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    read: int
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What rows are read against: their source, how areas are found by name and by position."""

    source: Source
    named: AreasNamed | None
    area_at: AreaAt | None

    def area(self, item: Item, geometry: BaseGeometry | None) -> str:
        """The code of the row's area: as stated, else where the geometry lies; '' when refused."""
        if item.text("jurisdiction"):
            return self.code(item, "jurisdiction") or ""
        found = self.area_at(geometry) if self.area_at and geometry is not None else None
        if found is None:
            item.refuse(
                "jurisdiction",
                InputError(
                    "没有所属政区，也不能由位置得出",
                    "there is no area, and none follows from the position",
                    mend=("加“政区代码”列", "add a column jurisdiction"),
                ),
            )
            return ""
        return found.adcode

    def code(self, item: Item, name: str) -> str | None:
        """The code in a field that holds a code or a name."""
        return item.read(name, lambda text: area_code(text, self.named))


def twin(first: int) -> InputError:
    """What is said of a row whose record an earlier row of the file already made."""
    return InputError(
        f"与第 {first} 行是同一条（名称、政区、类别或编号相同）",
        f"this is the same record as row {first} (same name, area and class, or same number)",
        mend=(
            "删去重复行；确是两处的，加“编号”列区分",
            "remove the repeated row; if there are two, tell them apart in a column id",
        ),
    )
