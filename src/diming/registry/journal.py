"""Keeps the append-only journal: who changed which record, when, why, and from what to what.

Records that were loaded together have one line together (kind `load`). Each of them keeps its
history all the same: `history` tells of it as if it had been put by itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from diming.model import JournalEntry
from diming.model.decision import Change
from diming.registry.records import KINDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from diming.registry.records import Kind, Record

_COLUMNS = 'revision, at, person, reason, kind, record_id, "change", "before", "after"'
_LOAD = "load"


def now() -> str:
    """The time as GeoPackage writes it: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Signature:
    """What all entries of one unit of work have in common."""

    revision: int
    at: str
    person: str
    reason: str

    def enter(
        self,
        connection: sqlite3.Connection,
        kind: str,
        record_id: str,
        change: Change,
        before: str | None,
        after: str | None,
        fid: int | None = None,
    ) -> int:
        """Writes one line and returns its number; `fid` is the row of the record."""
        cursor = connection.execute(
            f"INSERT INTO journal ({_COLUMNS}, record_fid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self.revision, self.at, self.person, self.reason,
                kind, record_id, change, before, after, fid,
            ),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def enter_load(
        self,
        connection: sqlite3.Connection,
        rows: Mapping[str, tuple[int, int]],
        numbers: Mapping[str, int],
    ) -> None:
        """Writes the line of a load: its first and last row and how many, by kind of record."""
        entry = self.enter(
            connection,
            _LOAD,
            f"{_LOAD}-{self.revision}",
            Change.ADD,
            None,
            json.dumps({kind: numbers[kind] for kind in rows}),
        )
        connection.executemany(
            "INSERT INTO loaded VALUES (?, ?, ?, ?)",
            [(kind, first, last, entry) for kind, (first, last) in rows.items()],
        )


def history(
    connection: sqlite3.Connection, record_id: str | None, limit: int
) -> list[JournalEntry]:
    """Entries, newest first, of one record or all."""
    which, values = ("", []) if record_id is None else ("WHERE record_id = ?", [record_id])
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal {which} ORDER BY fid DESC LIMIT ?", [*values, limit]
    )
    lines = [_entry(row) for row in rows]
    if record_id is not None and len(lines) < limit:
        lines += _loaded(connection, record_id)
    return lines


def _loaded(connection: sqlite3.Connection, record_id: str) -> list[JournalEntry]:
    """What the line of a load says of each of its records with this id."""
    return [
        entry
        for kind in (KINDS["place"], KINDS["toponym"])
        if (entry := _load_of(connection, kind, record_id)) is not None
    ]


def _load_of(
    connection: sqlite3.Connection, kind: Kind[Record], record_id: str
) -> JournalEntry | None:
    first = connection.execute(
        'SELECT "before", record_fid FROM journal WHERE record_id = ? AND kind = ?'
        " ORDER BY fid LIMIT 1",
        (record_id, kind.table),
    ).fetchone()
    if first is None:
        row = connection.execute(
            f"SELECT fid, {kind.listed()} FROM {kind.table} WHERE {kind.identity} = ?",
            (record_id,),
        ).fetchone()
        if row is None:
            return None
        first = kind.tell(row[1:]), row[0]
    told, fid = first
    if told is None:  # the first line says that it was added
        return None
    line = connection.execute(
        "SELECT last_fid, entry FROM loaded WHERE kind = ? AND first_fid <= ?"
        " ORDER BY first_fid DESC LIMIT 1",
        (kind.table, fid),
    ).fetchone()
    if line is None or line[0] < fid:
        return None
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE fid = ?", line[1:]).fetchone()
    revision, at, person, reason, *_ = row
    return JournalEntry(revision, at, person, reason, kind.table, record_id, Change.ADD, None, told)


def _entry(row: tuple[int, str, str, str, str, str, str, str | None, str | None]) -> JournalEntry:
    revision, at, person, reason, kind, record_id, change, before, after = row
    return JournalEntry(
        revision, at, person, reason, kind, record_id, Change(change), before, after
    )
