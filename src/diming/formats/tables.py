"""Reads an office's table, CSV or Excel, into rows of text under named columns.

Which row is the header is the caller's to say: sheets often carry a title above it.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import InputError, Where
from diming.formats.encoding import decode
from diming.formats.line import Line
from diming.formats.report import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    IsHeader = Callable[[Sequence[str]], bool]

_DELIMITERS = (",", "\t", ";", "，")
_TITLE_ROWS = 10  # how far down a header may stand below titles and notes
_LONGEST_CELL = 1 << 26  # a county's outline as WKT runs to megabytes; csv stops at 128 KiB


@dataclass(frozen=True, slots=True)
class Row:
    """A data row: its number among the data rows from 1, its line in the file, its cells."""

    number: int
    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text: its column names in order, its rows, and how the file was written.

    `header_line` is the header's line in the file; `refused` holds rows with cells too many.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    header_line: int
    refused: tuple[Refusal, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file, or of stdin for `-`; raises InputError when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"读不了文件（{error.strerror}）",
            f"the file cannot be read ({error.strerror})",
            mend=("核对路径和权限", "check the path and the permissions"),
            where=Where(file=str(path)),
        ) from None


def read_table(
    path: str | Path, *, encoding: str | None = None, is_header: IsHeader = any
) -> Table:
    """The table in a CSV file (comma, tab or semicolon) or in the first sheet of an XLSX file.

    The header is the first of the first ten rows that `is_header` knows, else the first row that
    is not blank. Blank rows are skipped. Raises InputError when there is no usable header.
    """
    return parse_table(read_bytes(path), file=str(path), encoding=encoding, is_header=is_header)


def parse_table(
    data: bytes, *, file: str, encoding: str | None = None, is_header: IsHeader = any
) -> Table:
    """`read_table` for bytes already at hand; `file` is what messages call them."""
    where = Where(file=file)
    if data.startswith(b"PK\x03\x04"):
        from diming.formats.workbook import first_sheet

        sheet = first_sheet(data, where)
        return _table(sheet.lines, "XLSX", is_header, where, notes=sheet.notes)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "这是旧版 Excel/WPS 文件（.xls/.et）或加密的工作簿",
            "this is an old .xls/.et file or an encrypted workbook",
            mend=("另存为 .xlsx 或 CSV，不加密码", "save it as .xlsx or CSV, without a password"),
            where=where,
        )
    decoded = decode(data, encoding, file=file)
    return _table(_csv_lines(decoded.text, is_header, where), decoded.encoding, is_header, where)


def _csv_lines(text: str, is_header: IsHeader, where: Where) -> list[Line]:
    """The lines, split by the delimiter that gives the header the most columns."""

    def columns(delimiter: str) -> int:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        filled = (Line(reader.line_num, cells) for cells in reader if any(cells))
        header = _header(list(islice(filled, _TITLE_ROWS)), is_header)
        return sum(map(bool, header.cells)) if header else 0

    csv.field_size_limit(_LONGEST_CELL)
    return _split(text, max(_DELIMITERS, key=columns), where)


def _split(text: str, delimiter: str, where: Where) -> list[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines, start = [], 1
    try:
        for cells in reader:
            lines.append(Line(start, [unguarded(cell.strip()) for cell in cells]))
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"第 {start} 行的引号或分隔符不成对（{error}）",
            f"quotes or delimiters do not match from line {start} on ({error})",
            mend=("核对该行的双引号", "check the double quotes of that line"),
            where=where,
        ) from None
    return lines


def unguarded(text: str) -> str:
    """A cell without the apostrophe that `writers` puts before what a sheet would run."""
    return text[1:] if text[:1] == "'" and text[1:2] in set("=+-@\t\r") else text


def _header(lines: Sequence[Line], is_header: IsHeader) -> Line | None:
    filled = [line for line in lines if any(line.cells)]
    known = (line for line in filled[:_TITLE_ROWS] if is_header(line.cells))
    return next(known, filled[0] if filled else None)


def _table(
    lines: Sequence[Line],
    encoding: str,
    is_header: IsHeader,
    where: Where,
    notes: tuple[tuple[str, str], ...] = (),
) -> Table:
    header = _header(lines, is_header)
    if header is None:
        raise InputError(
            "文件是空的", "the file is empty",
            mend=("第一行写列名，其下每行一条", "put column names first, then a row for each"),
            where=where,
        )  # fmt: skip
    _check_unique(header, where)
    rows: list[Row] = []
    refused: list[Refusal] = []
    body = (line for line in lines if line.number > header.number and any(line.cells))
    for number, line in enumerate(body, start=1):
        stray = [cell for cell in _beyond(line.cells, header.cells) if cell]
        if stray:
            refused.append(_too_many(number, line, stray))
            continue
        cells = {name: cell for name, cell in zip(header.cells, line.cells, strict=False) if name}
        rows.append(Row(number, line.number, {name: "" for name in header.cells if name} | cells))
    return Table(
        tuple(filter(None, header.cells)), tuple(rows), encoding, header.number,
        tuple(refused), notes,
    )  # fmt: skip


def _beyond(cells: list[str], names: list[str]) -> list[str]:
    """The cells that stand under no column name."""
    under_blank = [cell for cell, name in zip(cells, names, strict=False) if not name]
    return under_blank + cells[len(names) :]


def _check_unique(header: Line, where: Where) -> None:
    twice = [name for name, times in Counter(filter(None, header.cells)).items() if times > 1]
    if twice:
        raise InputError(
            f"第 {header.number} 行列名重复：{'、'.join(twice)}",
            f"line {header.number} has the same column name twice: {', '.join(twice)}",
            mend=("改名或删去其中一列", "rename or remove one of them"),
            where=where,
        )


def _too_many(number: int, line: Line, stray: list[str]) -> Refusal:
    text = stray[0][:20]
    return Refusal(
        number, "",
        f"文件第 {line.number} 行有一格没有列名：“{text}” → 补上列名，或给含分隔符的格加双引号",
        f"line {line.number} has a cell without a column name: {text} → name the column, or put "
        "double quotes round a cell that holds a delimiter",
    )  # fmt: skip
