"""Gives the rows of any file an office sends, table or layer, as cells under known fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from diming.errors import DimingError, InputError, Where
from diming.formats import values, writing
from diming.formats.columns import Column, recognise
from diming.formats.report import Refusal
from diming.formats.tables import parse_table, read_bytes
from diming.geo.crs import CGCS2000

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.formats.vector import Layer

    Known = Mapping[str, str]

Value = TypeVar("Value")

_LAYER_ENDINGS = frozenset({".geojson", ".json", ".gpkg", ".shp", ".fgb", ".gml", ".tab", ".dxf"})


@dataclass(slots=True)
class Item:
    """A row: its number, the text of each field that has some, the other columns, its geometry.

    Reading a cell that cannot be read adds to `refused` and goes on, so that a clerk hears of all
    the mistakes of a row at once.
    """

    row: int
    cells: dict[str, str]
    extra: dict[str, str]
    columns: dict[str, Column]
    drawn: BaseGeometry | None = None
    crs: str = CGCS2000
    refused: list[Refusal] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """The text of a field, None when its cell is blank or there is no such column."""
        return self.cells.get(name)

    def needed(self, name: str, zh: str, en: str) -> str:
        """The text of a field that must not be blank; `zh` and `en` are what it is called."""
        cell = self.cells.get(name)
        if cell is None:
            self.refuse(
                name, InputError(f"缺少{zh}", f"the {en} is missing", mend=("补填", "fill it in"))
            )
        return cell or ""

    def name(self) -> str:
        """The name that the row is about; '' when it is missing or refused."""
        self.needed("name", "名称", "name")
        return self.read("name", writing.name) or ""

    def read(self, name: str, parse: Callable[[str], Value]) -> Value | None:
        """What `parse` makes of a field; None when it is blank or refused."""
        cell = self.cells.get(name)
        return None if cell is None else self.attempt(name, lambda: parse(cell))

    def geometry(self) -> BaseGeometry | None:
        """The geometry of the feature, of the WKT cell, or of longitude and latitude."""
        if self.drawn is not None or "geometry" in self.cells:
            return self.drawn or self.read("geometry", values.geometry)
        lon, lat = self.cells.get("lon"), self.cells.get("lat")
        if lon is None and lat is None:
            return None
        return self.attempt("lon", lambda: values.point(lon or "", lat or "", self.crs))

    def attempt(self, name: str, work: Callable[[], Value]) -> Value | None:
        """What `work` gives; None when it found a mistake, which is then refused."""
        try:
            return work()
        except DimingError as error:
            self.refuse(name, error)
            return None

    def refuse(self, name: str, error: DimingError) -> None:
        """Notes a mistake in a field under its heading in the file."""
        self.refused.append(Refusal.of(error, self.row, self.heading(name)))

    def heading(self, name: str) -> str:
        """The heading of a field in the file, or the field's own name."""
        return self.columns[name].heading if name in self.columns else name

    def unit(self, name: str) -> str:
        """The unit that the heading of a field states, metres when it states none."""
        return self.columns[name].unit if name in self.columns else "m"


@dataclass(frozen=True, slots=True)
class Rows:
    """A file's rows, which column fills which field, and what could not even be split.

    `read` counts all data rows; `notes` (zh, en) are what the user should know.
    """

    items: tuple[Item, ...]
    columns: dict[str, Column]
    refused: tuple[Refusal, ...]
    read: int
    notes: tuple[tuple[str, str], ...] = ()


def read_rows(
    path: str | Path,
    known: Known,
    needed: Sequence[str],
    *,
    encoding: str | None = None,
    layer: str | None = None,
    crs: str | None = None,
) -> Rows:
    """The rows of a CSV, XLSX, GeoJSON, GeoPackage or shapefile; `-` reads stdin.

    `known` are the headings of each field, `needed` the fields without which the file is refused
    as a whole with InputError. `crs` is for layers and for longitude and latitude columns; WKT is
    CGCS2000.
    """
    file = str(path)
    if Path(path).suffix.lower() in _LAYER_ENDINGS:
        from diming.formats.vector import read_features

        return _of_layer(
            read_features(path, layer=layer, encoding=encoding, crs=crs), known, needed, file
        )
    return parse_rows(read_bytes(path), known, needed, file=file, encoding=encoding, crs=crs)


def parse_rows(
    data: bytes,
    known: Known,
    needed: Sequence[str],
    *,
    file: str,
    encoding: str | None = None,
    crs: str | None = None,
) -> Rows:
    """`read_rows` for the bytes of a table or of GeoJSON; `file` is what messages call them."""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        from diming.formats.vector import parse_geojson

        features = parse_geojson(data, file=file, encoding=encoding, crs=crs)
        return _of_layer(features, known, needed, file)

    def is_header(cells: Sequence[str]) -> bool:
        return recognise(cells, known).keys() >= set(needed)

    table = parse_table(data, file=file, encoding=encoding, is_header=is_header)
    columns = recognise(table.columns, known)
    _check_needed(columns, table.columns, known, needed, file)
    return Rows(
        tuple(_item(row.number, row.cells, columns, crs=crs) for row in table.rows),
        columns,
        table.refused,
        len(table.rows) + len(table.refused),
        (*table.notes, *_ignored(columns, table.columns, known)),
    )


def rows_of_cells(rows: Sequence[Mapping[str, str]], known: Known) -> Rows:
    """The same for rows already at hand, each a heading and its text."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    columns = recognise(headings, known)
    items = (_item(number, row, columns) for number, row in enumerate(rows, start=1))
    return Rows(tuple(items), columns, (), len(rows))


def _of_layer(layer: Layer, known: Known, needed: Sequence[str], file: str) -> Rows:
    columns = recognise(layer.fields, known, layer.cut)
    _check_needed(columns, layer.fields, known, needed, file)
    items = (
        _item(feature.row, feature.properties, columns, drawn=feature.geometry)
        for feature in layer.features
    )
    notes = (*layer.notes, *_ignored(columns, layer.fields, known))
    return Rows(tuple(items), columns, layer.refused, layer.read, notes)


def _item(
    row: int,
    cells: Mapping[str, str],
    columns: dict[str, Column],
    *,
    drawn: BaseGeometry | None = None,
    crs: str | None = None,
) -> Item:
    whole = {writing.mended(heading): writing.mended(cell) for heading, cell in cells.items()}
    known = {name: whole.get(column.heading, "").strip() for name, column in columns.items()}
    used = {column.heading for column in columns.values()}
    item = Item(
        row,
        {name: text for name, text in known.items() if text},
        {heading: text for heading, text in whole.items() if text and heading not in used},
        columns,
        drawn,
        crs or CGCS2000,
    )
    for heading, cell in cells.items():
        shown = writing.mended(heading)
        item.attempt(shown, partial(writing.check, heading + cell))
    return item


def _check_needed(
    columns: Mapping[str, Column],
    headings: Iterable[str],
    known: Known,
    needed: Iterable[str],
    file: str,
) -> None:
    missing = [name for name in needed if name not in columns]
    if missing:
        chinese = "、".join(_plainest(known[name]) for name in missing)
        raise InputError(
            f"没有“{chinese}”列；文件的列是：{'、'.join(headings)}",
            f"there is no column {', '.join(missing)}; the columns are: {', '.join(headings)}",
            mend=(f"给该列写上列名“{chinese}”", f"name the column {', '.join(missing)}"),
            where=Where(file=file),
        )


def _plainest(words: str) -> str:
    """The shortest Chinese heading, which is the everyday one."""
    return min((word for word in words.split() if not word.isascii()), key=len)


def _ignored(
    columns: Mapping[str, Column], headings: Sequence[str], known: Known
) -> Iterable[tuple[str, str]]:
    """Says which columns could have filled a field that another column fills."""
    used = {column.heading for column in columns.values()}
    for heading in headings:
        rivals = recognise([heading], known) if heading not in used else {}
        for name in rivals:
            chosen = columns[name].heading
            yield (
                f"“{chosen}”与“{heading}”都可作 {name}，取前者，后者照录",
                f"{chosen} and {heading} both could be {name}; the first is taken",
            )
