"""Files the entries of an import beside what the registry knows of the same records already.

A record on file keeps what the file does not speak of. It keeps its source too, when the file
names that very source, or names none and says nothing new: a list that only repeats a fact is not
where it comes from.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from diming.model import Jurisdiction, Marker, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.formats.imports import Entry, Record
    from diming.model import Source, Toponym
    from diming.registry.store import Change, Store

    Sourced = Place | Toponym | Jurisdiction


class Filing:
    """One import under way: its change, the file's own source, sources known by their title."""

    def __init__(
        self, store: Store, change: Change, source: Source, entries: Iterable[Entry]
    ) -> None:
        """Looks up which sources stand behind the records that the file speaks of."""
        self._store = store
        self._change = change
        self._source = source
        self._passed_over = 0
        self._known: dict[tuple[str, str | None], Source] = {}
        for record in (record for entry in entries for record in entry.records):
            if not isinstance(record, Marker):
                self._know(self._on_file(record))

    def file(self, entry: Entry) -> str:
        """Files the records of an entry; says whether its own was added, altered or the same."""
        missing = entry.if_missing
        if missing is not None:
            there = self._store.place(missing.id)
            if there is None:
                self._put(missing, entry.stated)
            elif not _drawn_alike(missing, there):
                self._passed_over += 1
        outcomes = {self._put(record, entry.stated) for record in entry.records}
        if outcomes == {"add"}:
            return "add"
        return "same" if outcomes <= {"same"} else "alter"

    @property
    def notes(self) -> list[tuple[str, str]]:
        """What to know afterwards (zh, en)."""
        if not self._passed_over:
            return []
        return [
            (
                f"{self._passed_over} 行的几何与库中的地理实体不同，未取用；改图形用 --kind places",
                f"{self._passed_over} rows draw a place otherwise than the registry does; their "
                "geometry was not taken; use --kind places to redraw",
            )
        ]

    def _put(self, record: Record, stated: Source | None) -> str:
        if isinstance(record, Marker):
            return self._change.put(record)
        source = self._source
        if stated is not None:
            source = self._known.get((stated.title, stated.url), stated)
            record = replace(record, source=source.id)
        old = self._on_file(record)
        if old is not None:
            record = _kept(record, old)
            if self._says_the_same(record, old, stated):
                record = replace(record, source=old.source)
        if record.source == source.id and self._store.source(source.id) is None:
            self._change.put(source)
        return self._change.put(record)

    def _says_the_same(self, record: Sourced, old: Sourced, stated: Source | None) -> bool:
        """Whether the record may keep the source it has on file."""
        if stated is None:
            return replace(record, source=old.source) == old
        own = self._store.source(old.source) if old.source else None
        return own is not None and (own.title, own.url) == (stated.title, stated.url)

    def _know(self, old: Sourced | None) -> None:
        source = self._store.source(old.source) if old is not None and old.source else None
        if source is not None:
            self._known.setdefault((source.title, source.url), source)

    def _on_file(self, record: Sourced) -> Sourced | None:
        if isinstance(record, Place):
            return self._store.place(record.id)
        if isinstance(record, Jurisdiction):
            return self._store.jurisdiction(record.adcode)
        return self._store.toponym(record.id)


def _drawn_alike(stated: Place, there: Place) -> bool:
    """Whether a row says nothing of the ground that the registry does not."""
    if stated.geometry is None:
        return True
    return there.geometry is not None and bool(stated.geometry.equals(there.geometry))


def _kept(record: Sourced, old: Sourced) -> Sourced:
    """The record with what the old one knows and this one does not say.

    A geometry that differs only in where its rings start and which way they turn is the old one.
    """
    silent = {one.name for one in fields(record) if getattr(record, one.name) in (None, {})}
    if isinstance(record, Place | Jurisdiction) and isinstance(old, Place | Jurisdiction):
        drawn = (one.geometry for one in (record, old))
        one, other = (None if shape is None else shape.normalize() for shape in drawn)
        silent |= {"geometry"} if one == other else set()
    return replace(record, **{name: getattr(old, name) for name in silent})
