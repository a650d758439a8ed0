"""Adds a file to the registry in one change, and reports what became of each row.

A record that is there already keeps what the file does not speak of: a list of roads without
meanings wipes out no meaning. A refused row keeps the whole file out, unless told otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.formats.imports import ImportKind
from diming.formats.places import read_records
from diming.formats.report import ImportReport
from diming.geo.gcj02 import moved_like_gcj02
from diming.model import Jurisdiction, Level, Place, Toponym

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.formats.imports import AreaAt, Entry, Record
    from diming.registry.store import Change, Store


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to import: what it holds, and what the user states where the file does not say."""

    path: str
    kind: str
    encoding: str | None = None
    crs: str | None = None
    layer: str | None = None
    source: str | None = None
    partial: bool = False


def import_file(store: Store, incoming: Incoming, person: str, reason: str) -> ImportReport:
    """Reads the file and files its records; all of them, or with `partial` the good rows.

    Raises InputError when the file as a whole cannot be read.
    """
    if not person.strip():
        raise UsageError("没有写明经办人", "no person is named", mend=("--person", "--person"))
    file = read_records(
        incoming.path,
        ImportKind(incoming.kind),
        encoding=incoming.encoding,
        layer=incoming.layer,
        crs=incoming.crs,
        source=incoming.source,
        jurisdictions=store.jurisdictions_named,
        area_at=_area_at(store),
    )
    notes = [*file.notes, *_displaced(store, file.entries)]
    report = ImportReport(read=file.read, refused=list(file.refused), notes=notes)
    if file.refused and not incoming.partial:
        return report
    with store.change(person, reason) as change:
        if file.entries:
            change.put(file.source)
        for entry in file.entries:
            report.count(_file(store, change, entry))
    return report


def _area_at(store: Store) -> AreaAt:
    """The county a geometry lies in, or the area above when it lies in several."""

    def area(geometry: BaseGeometry) -> Jurisdiction | None:
        met = store.jurisdictions_at(geometry, Level.COUNTY)
        if len(met) == 1:
            return met[0]
        parents = {one.parent for one in met}
        parent = parents.pop() if len(parents) == 1 else None
        return store.jurisdiction(parent) if parent else None

    return area


def _displaced(store: Store, entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """A warning when most areas lie off the ones on file as coordinates of web maps do."""
    moved = [
        moved_like_gcj02(old.geometry, new.geometry)
        for entry in entries
        for new in entry.records
        if isinstance(new, Jurisdiction) and new.geometry is not None
        if (old := store.jurisdiction(new.adcode)) and old.geometry is not None
    ]
    if 2 * sum(moved) <= len(moved):
        return []
    return [
        (
            f"注意: {len(moved)} 个政区中 {sum(moved)} 个与库中图形的偏移"
            "同 GCJ-02（网络地图坐标）一致, 请先转换为 CGCS2000 再导入",
            f"beware: {sum(moved)} of {len(moved)} areas lie off those on file as GCJ-02 (web map) "
            "coordinates do; convert them to CGCS2000 first",
        )
    ]


def _file(store: Store, change: Change, entry: Entry) -> str:
    """Files the records of one row; says whether the row's own was added, altered or the same."""
    if entry.if_missing is not None and store.place(entry.if_missing.id) is None:
        change.put(entry.if_missing)
    outcomes = [change.put(_kept(store, record)) for record in entry.records]
    if outcomes and set(outcomes) == {"add"}:
        return "add"
    return "same" if set(outcomes) <= {"same"} else "alter"


def _kept(store: Store, record: Record) -> Record:
    """The record with what an older one of the same id knows and this one does not say."""
    if not isinstance(record, Place | Toponym):
        return record
    old = store.place(record.id) if isinstance(record, Place) else store.toponym(record.id)
    if old is None:
        return record
    silent = [one.name for one in fields(record) if getattr(record, one.name) in (None, {})]
    return replace(record, **{name: getattr(old, name) for name in silent})
