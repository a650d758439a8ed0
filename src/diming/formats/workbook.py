"""Reads the first sheet of an Excel or WPS workbook as lines of text."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from diming.errors import InputError, Where
from diming.formats.line import Line

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one sheet, and what the reader should know (zh, en)."""

    lines: list[Line]
    notes: tuple[tuple[str, str], ...]


def first_sheet(data: bytes, where: Where) -> Sheet:
    """The first worksheet of the XLSX file in `data`; formula cells give their stored value.

    A value merged over several rows counts for each of them. Raises InputError when the file is
    no workbook.
    """
    book = _open(data, where)
    sheet, *others = book.worksheets
    _check_formulas(sheet, data, where)
    texts = {
        (cell.row, cell.column): cell_text(cell.value)
        for line in sheet.iter_rows()
        for cell in line
        if cell.value is not None
    }
    _spread_merged(sheet, texts)
    columns = range(1, sheet.max_column + 1)  # openpyxl counts all cells at each asking
    lines = [
        Line(row, [texts.get((row, column), "") for column in columns])
        for row in range(1, sheet.max_row + 1)
    ]
    filled = [other.title for other in others if other.max_row > 1]
    notes = (
        (
            f"只读第一个工作表“{sheet.title}”，未读：{'、'.join(filled)}",
            f"only the first sheet, {sheet.title}, is read; not read: {', '.join(filled)}",
        ),
    )
    return Sheet(lines, notes if filled else ())


def cell_text(value: object) -> str:
    """A value as a clerk would type it: 370811.0 → 370811, dates ISO 8601, nothing → ''."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return (value.date() if value.time() == dt.time() else value).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).strip()


def _open(data: bytes, where: Where, *, formulas: bool = False) -> Workbook:
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and validations it drops; only values are read here.
            warnings.simplefilter("ignore", UserWarning)
            return load_workbook(io.BytesIO(data), data_only=not formulas)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise InputError(
            "不是可读的 .xlsx 工作簿",
            "this is not a readable .xlsx workbook",
            mend=("在 WPS 或 Excel 中另存为 .xlsx", "save it as .xlsx in WPS or Excel"),
            where=where,
        ) from None


def _check_formulas(sheet: Worksheet, data: bytes, where: Where) -> None:
    """Raises InputError for a formula whose result is not stored: it would read as a blank."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"<f>" in part or b"<f " in part for part in map(package.read, parts)):
            return
    for line in _open(data, where, formulas=True).worksheets[0].iter_rows():
        for cell in line:
            if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                raise InputError(
                    f"单元格 {cell.coordinate} 的公式没有存结果",
                    f"the formula in cell {cell.coordinate} has no stored result",
                    mend=(
                        "在 WPS 或 Excel 中打开并保存一次，或粘贴为数值",
                        "open and save it in WPS or Excel once, or paste it as values",
                    ),
                    where=where,
                )


def _spread_merged(sheet: Worksheet, texts: dict[tuple[int, int], str]) -> None:
    for area in sheet.merged_cells.ranges:
        value = texts.get((area.min_row, area.min_col))
        if value is not None and area.min_col == area.max_col:
            for row in range(area.min_row, area.max_row + 1):
                texts[row, area.min_col] = value
