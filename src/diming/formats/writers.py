"""Writes tables and layers that offices open as they are: CSV, XLSX, GeoJSON, GeoPackage.

Every file is written beside its place and moved there when it is whole. Text that a spreadsheet
would run as a formula stays text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import numpy as np
import shapely
from shapely.geometry import mapping

from diming.errors import UsageError, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet
    from shapely.geometry.base import BaseGeometry

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_MULTIPLE = frozenset({"Point", "LineString", "Polygon"})
_WIDEST_COLUMN = 60  # characters; longer text wraps in the reader's own way


@dataclass(frozen=True, slots=True)
class SheetOut:
    """A table to write: headings and rows; a number stays a number, all else becomes text."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class LayerOut:
    """A layer to write: a table with a geometry to each row, None where there is none."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[object]]
    geometries: Sequence[BaseGeometry | None]
    crs: str = "EPSG:4490"


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV text with a byte order mark, so that Excel and WPS read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in [headings, *rows])
    return "\ufeff" + out.getvalue()


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes `csv_text` to a file."""
    with _whole(path) as part:
        part.write_text(csv_text(headings, rows), encoding="utf-8", newline="")


def xlsx_bytes(sheets: Sequence[SheetOut]) -> bytes:
    """A workbook: header frozen, columns as wide as their text, text never a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(_SHEET_NAME.sub("-", sheet.name)[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_xlsx(path: Path, sheets: Sequence[SheetOut]) -> None:
    """Writes `xlsx_bytes` to a file."""
    write_bytes(path, xlsx_bytes(sheets))


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a whole file or none."""
    with _whole(path) as part:
        part.write_bytes(content)


def write_geojson(path: Path, layer: LayerOut) -> None:
    """Writes GeoJSON with the layer's system in `crs`, as GIS programs in China expect it.

    RFC 7946 knows only WGS 84; CGCS2000 agrees with it within decimetres, and GDAL reads `crs`.
    """
    with _whole(path) as part:
        part.write_text(geojson_text(layer), encoding="utf-8", newline="")


def geojson_text(layer: LayerOut) -> str:
    """A layer as GeoJSON, a feature a line; rings turn as RFC 7946 wants them."""
    urn = "urn:ogc:def:crs:EPSG::" + layer.crs.removeprefix("EPSG:")
    head = {
        "type": "FeatureCollection",
        "name": layer.name,
        "crs": {"type": "name", "properties": {"name": urn}},
    }
    features = [
        _json(
            {
                "type": "Feature",
                "properties": dict(zip(layer.headings, row, strict=True)),
                "geometry": None if shape is None else mapping(shapely.orient_polygons(shape)),
            }
        )
        for row, shape in zip(layer.rows, layer.geometries, strict=True)
    ]
    return _json(head)[:-1] + ', "features": [\n' + ",\n".join(features) + "\n]}\n"


def write_gpkg(path: Path, layers: Sequence[LayerOut]) -> None:
    """Writes a GeoPackage, a table a layer, each in its own reference system."""
    from pyogrio.raw import write

    with _whole(path) as part:
        for layer in layers:
            columns = [[row[index] for row in layer.rows] for index in range(len(layer.headings))]
            kind = _geometry_type(layer.geometries)
            write(
                part,
                shapely.to_wkb(np.array(layer.geometries, dtype=object)),
                [_array(column) for column in columns],
                list(layer.headings),
                layer=layer.name,
                driver="GPKG",
                geometry_type=kind,
                promote_to_multi=kind.startswith("Multi"),
                crs=layer.crs,
            )


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A place to write the file, which is moved to `path` only when all went well."""
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".diming-") as directory:
            part = Path(directory) / path.name
            yield part
            part.replace(path)
    except OSError as error:
        raise UsageError(
            f"写不了文件（{error.strerror}）",
            f"the file cannot be written ({error.strerror})",
            mend=(
                "核对目录和权限；文件若在 WPS 或 Excel 中打开，请先关闭",
                "check folder and permissions; close the file if WPS or Excel has it open",
            ),
            where=Where(file=str(path)),
        ) from None


def _guarded(value: object) -> object:
    """A CSV cell; an apostrophe keeps a spreadsheet from running text as a formula."""
    text = _text(value)
    return "'" + text if isinstance(text, str) and text.startswith(_RUNS) else text


def _text(value: object) -> str | int | float:
    """Numbers as they are, nothing as '', all else as text without control characters."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _UNPRINTABLE.sub("", str(value))


def _fill(page: Worksheet, sheet: SheetOut) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    table = [[_text(cell) for cell in row] for row in [sheet.headings, *sheet.rows]]
    for row, cells in enumerate(table, start=1):
        for column, value in enumerate(cells, start=1):
            _put(page.cell(row, column), value)
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    _fit_on_paper(page)
    for column in range(1, len(sheet.headings) + 1):
        widest = max(_columns_wide(str(cells[column - 1])) for cells in table)
        page.column_dimensions[get_column_letter(column)].width = min(widest + 2, _WIDEST_COLUMN)


def _fit_on_paper(page: Worksheet) -> None:
    """Prints as A4 across, one page wide, the headings on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = page.ORIENTATION_LANDSCAPE
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"


def _put(cell: Cell | MergedCell, value: str | int | float) -> None:
    cell.value = value
    if isinstance(value, str) and value:
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = value.startswith(_RUNS)


def _columns_wide(text: str) -> int:
    """How many narrow columns the widest line takes; a Chinese character takes two."""
    lines = text.splitlines() or [""]
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in lines)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)


def _array(column: Sequence[object]) -> NDArray[Any]:
    """A column as numbers when it holds nothing else, otherwise as text; None stays nothing."""
    filled = [value for value in column if value is not None]
    if filled and all(type(value) is int for value in filled) and len(filled) == len(column):
        return np.array(column, dtype=np.int64)
    if filled and all(type(value) in {int, float} for value in filled):
        return np.array([np.nan if each is None else each for each in column], dtype=np.float64)
    return np.array([None if each is None else str(each) for each in column], dtype=object)


def _geometry_type(geometries: Sequence[BaseGeometry | None]) -> str:
    """The type all share, single and multiple alike; Unknown when they are mixed."""
    kinds = {shape.geom_type for shape in geometries if shape is not None}
    if kinds == {"Point"}:
        return "Point"
    bare = {kind.removeprefix("Multi") for kind in kinds}
    return f"Multi{bare.pop()}" if len(bare) == 1 and bare <= _MULTIPLE else "Unknown"
