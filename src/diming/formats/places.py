"""Turns the rows of a file into the records a registry keeps, by kind of import.

A row's own number counts together with its source; without one, name, area and class make the
place, and road segments that agree in all three are one road.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from diming.errors import InputError, Where
from diming.formats import identity
from diming.formats.boundaries import boundary, marker
from diming.formats.columns import BOUNDARIES, MARKERS, PLACES, TOPONYMS
from diming.formats.imports import Entry, ImportFile, ImportKind, Setting, twin
from diming.formats.named import name, own_number, place, road
from diming.formats.report import Refusal
from diming.formats.rows import read_rows
from diming.model import Place, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diming.formats.areas import AreasNamed
    from diming.formats.imports import AreaAt
    from diming.formats.rows import Item

    Builder = Callable[[Item, Setting], Entry]


def read_records(
    path: str | Path,
    kind: ImportKind,
    *,
    encoding: str | None = None,
    layer: str | None = None,
    crs: str | None = None,
    source: str | None = None,
    jurisdictions: AreasNamed | None = None,
    area_at: AreaAt | None = None,
) -> ImportFile:
    """The records in a CSV, XLSX, GeoJSON, GeoPackage or shapefile; `-` reads stdin.

    `source` names where the data come from, else the file name does; `jurisdictions` gives the
    areas that bear a name, `area_at` the area a geometry lies in. Raises InputError when the file
    as a whole cannot be read.
    """
    known, needed, build = _KINDS[kind]
    rows = read_rows(path, known, needed, encoding=encoding, layer=layer, crs=crs)
    if build in (place, road) and "toponym_id" in rows.columns:
        raise _exported(rows.columns["toponym_id"].heading, str(path))
    title = source or Path(path).name
    setting = Setting(Source(identity.source_id(title), title), jurisdictions, area_at)
    built: list[tuple[Item, Entry]] = []
    refused = list(rows.refused)
    for item in rows.items:
        entry = build(item, setting)
        if item.refused:
            refused.extend(item.refused)
        else:
            built.append((item, entry))
    entries, twins = _told_apart(built, kind)
    return ImportFile(
        setting.source,
        tuple(entries),
        tuple(sorted([*refused, *twins], key=lambda refusal: refusal.row)),
        rows.read,
        (*rows.notes, *_gathering_notes(entries)),
    )


def _exported(heading: str, file: str) -> InputError:
    """What is said of names out of a registry that are handed in as new places."""
    return InputError(
        f"有“{heading}”列，这是地名库导出的地名",
        f"there is a column {heading}: these are names that a registry wrote out",
        mend=(
            "用 --kind toponyms 导入；作新地物录入则删去该列",
            "import them with --kind toponyms; to file them as new places, drop the column",
        ),
        where=Where(file=file),
    )


def _told_apart(
    built: Iterable[tuple[Item, Entry]], kind: ImportKind
) -> tuple[list[Entry], list[Refusal]]:
    """One entry a record: road segments are gathered, other repeated rows refused."""
    entries: dict[str, Entry] = {}
    refused = []
    for item, entry in built:
        first = entries.get(entry.key)
        if first is None:
            entries[entry.key] = entry
        elif kind is ImportKind.ROADS and not own_number(item):
            entries[entry.key] = _gathered(first, entry)
        else:
            refused.append(Refusal.of(twin(first.row), entry.row, _telling(item)))
    return list(entries.values()), refused


def _telling(item: Item) -> str:
    """The heading of what tells the row's record from others."""
    if item.text("toponym_id"):
        return item.heading("toponym_id")
    return item.heading("id" if own_number(item) else "name")


def _gathered(first: Entry, other: Entry) -> Entry:
    """The road of `first` with the segment of `other` added.

    A length stated for one segment is not the road's.
    """
    drawn = [
        record.geometry
        for record in (*first.records, *other.records)
        if isinstance(record, Place) and record.geometry is not None
    ]
    whole = shapely.line_merge(shapely.union_all(drawn)) if drawn else None
    records = (
        replace(record, geometry=whole, length_m=None) if isinstance(record, Place) else record
        for record in first.records
    )
    return replace(first, records=tuple(records), rows=first.rows + other.rows)


def _gathering_notes(entries: Iterable[Entry]) -> Iterable[tuple[str, str]]:
    """Says how many rows became how many roads, where segments were gathered."""
    gathered = [entry.rows for entry in entries if entry.rows > 1]
    if gathered:
        yield (
            f"{sum(gathered)} 行路段按同名、同政区并为 {len(gathered)} 条道路",
            f"{sum(gathered)} rows of one name and area were gathered into {len(gathered)} roads",
        )


_KINDS: dict[ImportKind, tuple[dict[str, str], tuple[str, ...], Builder]] = {
    ImportKind.PLACES: (PLACES, ("name",), place),
    ImportKind.ROADS: (PLACES, ("name",), road),
    ImportKind.TOPONYMS: (TOPONYMS, ("name",), name),
    ImportKind.BOUNDARIES: (BOUNDARIES, ("adcode", "name"), boundary),
    ImportKind.MARKERS: (MARKERS, ("number", "side_a", "side_b"), marker),
}
