"""Writes records in one unit of work, each with its search keys, its box and its journal line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diming.errors import InputError, NotFoundError, UsageError, Where
from diming.model import Toponym
from diming.model.decision import Change
from diming.registry import indexes
from diming.registry.admission import admitted
from diming.registry.contents import Touched
from diming.registry.entry import entries_of
from diming.registry.journal import Signature, now
from diming.registry.loading import Loading
from diming.registry.records import DECISION, KINDS, PLACE, TOPONYM, kind_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from diming.registry.records import Kind, Record, Row
    from diming.registry.store import Named

_BOXES = {"place": "place_box", "jurisdiction": "jurisdiction_box"}


class UnitOfWork:
    """What `Store.change` hands out; it lives inside a transaction that the store opened."""

    def __init__(self, connection: sqlite3.Connection, person: str, reason: str) -> None:
        self._sql = connection
        (revision,) = connection.execute("SELECT revision FROM registry").fetchone()
        self._signature = Signature(revision + 1, now(), person, reason)
        self._touched = Touched()
        self.changed = False

    def put(self, record: Record) -> str:
        """Files a record: "add", "alter" or "same".

        Raises InputError for a record that cannot be kept or a name whose place is not there,
        UsageError for a decision that was already written otherwise.
        """
        record = admitted(record)
        kind = kind_of(record)
        identity = str(getattr(record, kind.identity))
        row = kind.row(record)
        fid, before = self._find(kind, identity)
        if before == row:
            return "same"
        if before is not None and kind is DECISION:
            raise _unchangeable(identity)
        if isinstance(record, Toponym):
            self._require_bearer(record)
        filed = entries_of(self._sql, kind.table, identity)
        fid = self._write(kind, fid, row)
        indexes.refile(self._sql, filed, entries_of(self._sql, kind.table, identity))
        self._file_box(kind, fid, getattr(record, "geometry", None))
        change = Change.ADD if before is None else Change.ALTER
        self._enter(kind, fid, identity, change, before, row)
        return change.value

    def load(self, names: Iterable[Named]) -> int:
        """Adds many new names with their places at once, and says how many names.

        Raises InputError for an id that is on file already or a record that cannot be kept.
        """
        loading = Loading(self._sql)
        loading.add(names)
        rows = loading.rows
        if rows:
            self.changed = True
            self._signature.enter_load(self._sql, rows, loading.numbers)
            self._touched.add(PLACE.table, loading.bounds)
            self._touched.add(TOPONYM.table, None)
        return loading.numbers.get(TOPONYM.table, 0)

    def remove(self, kind: str, record_id: str) -> None:
        """Takes a record out.

        Raises NotFoundError when it is not there, UsageError for a decision, for a place that
        still bears names, and for a kind that is none.
        """
        if kind not in KINDS:
            raise UsageError(f"没有“{kind}”这类记录", f"there are no records of kind “{kind}”")
        of = KINDS[kind]
        fid, before = self._find(of, record_id)
        if fid is None or before is None:
            raise NotFoundError(f"地名库中没有 {record_id}", f"{record_id} is not in the registry")
        if of is DECISION:
            raise _unchangeable(record_id)
        if of is PLACE and entries_of(self._sql, of.table, record_id):
            raise UsageError(
                f"{record_id} 还有地名, 不能删除",
                f"{record_id} still bears names and cannot be removed",
                mend=("请先删除或注销它的地名", "remove its names first"),
            )
        filed = entries_of(self._sql, of.table, record_id)
        self._sql.execute(f"DELETE FROM {of.table} WHERE fid = ?", (fid,))
        indexes.refile(self._sql, filed, [])
        self._file_box(of, fid, None)
        self._enter(of, fid, record_id, Change.REMOVE, before, None)

    def seal(self) -> None:
        """Writes what belongs to the unit as a whole: the revision and the table of contents."""
        self._sql.execute("UPDATE registry SET revision = ?", (self._signature.revision,))
        self._touched.write(self._sql, self._signature.at)

    def _find(self, kind: Kind[Any], identity: str) -> tuple[int | None, Row | None]:
        row = self._sql.execute(
            f"SELECT fid, {kind.listed()} FROM {kind.table} WHERE {kind.identity} = ?", (identity,)
        ).fetchone()
        return (None, None) if row is None else (row[0], row[1:])

    def _write(self, kind: Kind[Any], fid: int | None, row: Row) -> int:
        if fid is not None:
            settings = ", ".join(map("{} = {}".format, kind.stored, kind.marks))
            self._sql.execute(f"UPDATE {kind.table} SET {settings} WHERE fid = ?", (*row, fid))
            return fid
        cursor = self._sql.execute(
            f"INSERT INTO {kind.table} ({', '.join(kind.stored)}) VALUES ({', '.join(kind.marks)})",
            row,
        )
        return int(cursor.lastrowid or 0)

    def _require_bearer(self, toponym: Toponym) -> None:
        """Raises InputError when the place that bears a name is not there."""
        _, row = self._find(PLACE, toponym.place_id)
        if row is None:
            raise InputError(
                f"地名“{toponym.name}”所属的地理实体 {toponym.place_id} 不在地名库中",
                f"the place {toponym.place_id} of “{toponym.name}” is not in the registry",
                mend=("请先录入地理实体", "file the place first"),
                where=Where(field="place_id"),
            )

    def _file_box(self, kind: Kind[Any], fid: int, geometry: BaseGeometry | None) -> None:
        bounds = None if geometry is None else geometry.bounds
        self._touched.add(kind.table, bounds)
        table = _BOXES.get(kind.table)
        if table is None:
            return
        self._sql.execute(f"DELETE FROM {table} WHERE fid = ?", (fid,))
        if bounds is not None:
            west, south, east, north = bounds
            self._sql.execute(
                f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?)", (fid, west, east, south, north)
            )

    def _enter(
        self,
        kind: Kind[Any],
        fid: int,
        identity: str,
        change: Change,
        before: Row | None,
        after: Row | None,
    ) -> None:
        self.changed = True
        self._signature.enter(
            self._sql,
            kind.table,
            identity,
            change,
            None if before is None else kind.tell(before),
            None if after is None else kind.tell(after),
            fid,
        )


def _unchangeable(identity: str) -> UsageError:
    return UsageError(
        f"批复 {identity} 已写入, 不能更改或删除",
        f"the decision {identity} has been written and cannot be changed or removed",
        mend=("请另写一份批复", "write another decision"),
    )
