"""Reads GIS files feature by feature: the one door to fiona.

Attribute text of a shapefile is taken as raw bytes and decoded by `dbf`, because the file often
does not say, or says wrongly, what it is in, and because its ten-byte field names cut Chinese
words in the middle of a character.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import fiona
from fiona.errors import FionaError

from diming.errors import CoordinateError, DimingError, InputError, Where
from diming.formats.dbf import FIELD_BYTES, DbfText, dbf_text
from diming.formats.encoding import decode
from diming.formats.geojson import check_count, parsed, stated_system
from diming.formats.placing import drawn_shape, placed, system_notes
from diming.formats.report import Refusal
from diming.formats.shapefile import check_whole
from diming.formats.tables import read_bytes
from diming.formats.workbook import cell_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

JSON_ENDINGS = frozenset({".geojson", ".json"})

# Latin-1 gives every byte a character of its own, so raw bytes pass through fiona unharmed.
_RAW = "ISO-8859-1"


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its number in the file from 1, text by field, geometry in EPSG:4490 or None."""

    row: int
    properties: dict[str, str]
    geometry: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer as read, with its system as the file or the user states it.

    `cut` are field names that may have lost their end; `refused` are features that could not be
    taken; `notes` (zh, en) are what the user should know. `read` counts both.
    """

    name: str
    crs: str
    encoding: str
    fields: tuple[str, ...]
    features: tuple[Feature, ...]
    refused: tuple[Refusal, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    cut: frozenset[str] = frozenset()

    @property
    def read(self) -> int:
        """How many features the file has."""
        return len(self.features) + len(self.refused)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A layer as fiona gives it."""

    name: str
    crs: str
    fields: tuple[str, ...]
    records: tuple[fiona.Feature, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """How the layer's text becomes readable, and from how many bytes a field name may be cut."""

    encoding: str
    decode: Callable[[str], str] = str
    cut_from: float = math.inf
    notes: tuple[tuple[str, str], ...] = ()


def read_features(
    path: str | Path,
    *,
    layer: str | None = None,
    encoding: str | None = None,
    crs: str | None = None,
) -> Layer:
    """The layer of a GeoJSON, GeoPackage, shapefile or other GIS file.

    `crs` overrides what the file says. Heights and measures are dropped. Raises CoordinateError
    when the system is unknown or cannot be moved to CGCS2000, InputError when the file cannot be
    read, or has several layers and `layer` names none.
    """
    where = Where(file=str(path))
    ending = Path(path).suffix.lower()
    if ending in JSON_ENDINGS:
        return parse_geojson(read_bytes(path), file=str(path), encoding=encoding, crs=crs)
    if not Path(path).is_file():
        raise InputError(
            "没有这个文件", "there is no such file",
            mend=("核对路径", "check the path"), where=where,
        )  # fmt: skip
    if ending == ".shp":
        raw = _read(str(path), layer, where, encoding=_RAW)
        check_whole(Path(path), len(raw.records))
        return _layer(raw, crs, _raw_text(dbf_text(Path(path), encoding, _texts(raw))), where)
    return _layer(_read(str(path), layer, where), crs, _Text("UTF-8"), where)


def parse_geojson(
    data: bytes, *, file: str, encoding: str | None = None, crs: str | None = None
) -> Layer:
    """`read_features` for GeoJSON already at hand; `file` is what messages call it."""
    where = Where(file=file)
    decoded = decode(data, encoding, file=file)
    content = parsed(decoded.text, file)
    with fiona.MemoryFile(decoded.text.encode(), ext=".geojson") as memory:
        raw = replace(_read(memory.name, None, where), name=Path(file).stem)
    check_count(content, len(raw.records), where)
    try:
        raw = replace(raw, crs=stated_system(content, where) or raw.crs)
    except CoordinateError:
        if crs is None:
            raise
        raw = replace(raw, crs="")
    return _layer(raw, crs, _Text(decoded.encoding), where)


def _read(path: str, layer: str | None, where: Where, **options: str) -> _Raw:
    """Everything in one layer. fiona's own errors become ours."""
    try:
        layers = fiona.listlayers(path)
        chosen = _choose(layers, layer, where)
        with fiona.open(path, layer=chosen, **options) as source:
            fields = tuple(source.schema["properties"])
            return _Raw(chosen, source.crs_wkt, fields, tuple(source))
    except (FionaError, UnicodeDecodeError, OSError) as error:
        said = str(error).replace(path, str(where.file))
        raise InputError(
            f"读不了这个图层文件（{said}）",
            f"this layer cannot be read ({said})",
            mend=(
                "给 GeoJSON、GeoPackage 或 Shapefile（.shp 须与 .shx、.dbf 同放）",
                "give GeoJSON, GeoPackage or a shapefile (.shp beside its .shx and .dbf)",
            ),
            where=where,
        ) from None


def _choose(layers: list[str], wanted: str | None, where: Where) -> str:
    if wanted is None and len(layers) == 1:
        return layers[0]
    if wanted in layers:
        return str(wanted)
    listed = "、".join(layers)
    raise InputError(
        f"没有图层“{wanted}”" if wanted else f"文件有 {len(layers)} 个图层",
        f"there is no layer {wanted}" if wanted else f"the file has {len(layers)} layers",
        mend=(f"用 --layer 指明：{listed}", f"state one with --layer: {listed}"),
        where=where,
    )


def _raw_text(dbf: DbfText) -> _Text:
    return _Text(
        dbf.encoding, lambda raw: dbf.text(raw.encode(_RAW)), FIELD_BYTES - 1, (dbf.found,)
    )


def _texts(raw: _Raw) -> Iterator[bytes]:
    """The bytes of every field name and text cell."""
    yield from (field.encode(_RAW) for field in raw.fields)
    for record in raw.records:
        cells = record.properties.values()
        yield from (cell.encode(_RAW) for cell in cells if isinstance(cell, str))


def _layer(raw: _Raw, crs: str | None, text: _Text, where: Where) -> Layer:
    """Text decoded, geometry placed, each feature taken or refused."""
    system = crs or raw.crs
    notes = [*text.notes, *system_notes(crs, raw.crs, where)]
    names = {field: text.decode(field) for field in raw.fields}
    features: list[Feature] = []
    refused: list[Refusal] = []
    heights = False
    for row, record in enumerate(raw.records, start=1):
        try:
            cells = {
                names[field]: text.decode(cell_text(value))
                for field, value in record.properties.items()
            }
            geometry = drawn_shape(record.geometry)
            heights = heights or (geometry is not None and geometry.has_z)
            features.append(Feature(row, cells, placed(geometry, system)))
        except DimingError as error:
            field = "geometry" if isinstance(error, CoordinateError) else ""
            refused.append(Refusal.of(error, row, field))
    if heights:
        notes.append(("高程未读入", "heights are left out"))
    return Layer(
        name=raw.name,
        crs=system,
        encoding=text.encoding,
        fields=tuple(names.values()),
        features=tuple(features),
        refused=tuple(refused),
        notes=tuple(notes),
        cut=frozenset(names[field] for field in raw.fields if len(field) >= text.cut_from),
    )
