"""Adds a file to the registry in one change, and reports what became of each row.

A record that is there already keeps what the file does not speak of (`filing`). A refused row keeps
the whole file out, unless told otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.formats.imports import ImportKind
from diming.formats.places import read_records
from diming.formats.report import ImportReport
from diming.geo.gcj02 import moved_like_gcj02
from diming.model import Jurisdiction, Level
from diming.service.filing import Filing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.formats.imports import AreaAt, Entry
    from diming.registry.store import Store


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
        report.held = sum(entry.rows for entry in file.entries)
        return report
    with store.change(person, reason) as change:
        filing = Filing(store, change, file.source, file.entries)
        for entry in file.entries:
            report.count(filing.file(entry), entry.rows)
    report.notes.extend(filing.notes)
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
