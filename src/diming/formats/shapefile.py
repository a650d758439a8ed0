"""Finds out whether a shapefile is whole: a copy broken off on the way reads as a shorter one.

GDAL stops without a word where a file ends, so each file is measured against what its own header
says, and the rows read against the rows stated. Layouts: ESRI Shapefile Technical Description
(1998), main and index file headers; dBASE III header, bytes 4 to 11.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from diming.errors import InputError, Where

if TYPE_CHECKING:
    from pathlib import Path

_SHAPE_HEADER = 100  # bytes, of .shp and .shx alike
_INDEX_ENTRY = 8
_TABLE_HEADER = 32
_DELETED = ord("*")
_MEND = (
    "重新复制或导出全套文件（.shp、.shx、.dbf）",
    "copy or export the whole set again (.shp, .shx, .dbf)",
)


def side_file(shapefile: Path, ending: str) -> Path | None:
    """The file with this ending that belongs to `shapefile`, in small or capital letters."""
    both = (shapefile.with_suffix(ending), shapefile.with_suffix(ending.upper()))
    return next((file for file in both if file.is_file()), None)


def check_whole(shapefile: Path, read: int) -> None:
    """Raises InputError unless `read` rows are all that the files of `shapefile` state."""
    _stated_size(shapefile)
    table, index = side_file(shapefile, ".dbf"), side_file(shapefile, ".shx")
    deleted = 0
    if table is not None:
        rows, deleted = _rows(table)
        _check_count(table, rows - deleted, read)
    if index is not None:
        _check_count(index, (_stated_size(index) - _SHAPE_HEADER) // _INDEX_ENTRY - deleted, read)


def _stated_size(file: Path) -> int:
    """The bytes that a .shp or .shx says it has, and has."""
    with file.open("rb") as stream:
        head = stream.read(_SHAPE_HEADER)
    size = file.stat().st_size
    words = struct.unpack(">i", head[24:28])[0] if len(head) == _SHAPE_HEADER else size
    stated = max(2 * int(words), _SHAPE_HEADER)
    _check_size(file, stated, size)
    return stated


def _rows(table: Path) -> tuple[int, int]:
    """The rows that a .dbf says it has, and has, and how many of them are marked as deleted."""
    data = table.read_bytes()
    _check_size(table, _TABLE_HEADER, len(data))
    rows, head, width = struct.unpack("<IHH", data[4:12])
    _check_size(table, head + rows * width, len(data))
    marks = data[head : head + rows * width : width] if width else b""
    return rows, marks.count(_DELETED)


def _check_size(file: Path, stated: int, size: int) -> None:
    if size < stated:
        raise InputError(
            f"文件不完整：应有 {stated} 字节，只有 {size}",
            f"the file is broken off: it should have {stated} bytes and has {size}",
            mend=_MEND,
            where=Where(file=str(file)),
        )


def _check_count(file: Path, stated: int, read: int) -> None:
    if stated != read:
        raise InputError(
            f"文件写明 {stated} 条，只读出 {read} 条",
            f"the file states {stated} records; {read} were read",
            mend=_MEND,
            where=Where(file=str(file)),
        )
