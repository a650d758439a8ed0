"""Keeps the append-only journal: who changed which record, when, why, and from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from diming.model import JournalEntry
from diming.model.decision import Change

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = 'revision, at, person, reason, kind, record_id, "change", "before", "after"'


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
    ) -> None:
        """Writes one line."""
        connection.execute(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self.revision, self.at, self.person, self.reason,
                kind, record_id, change, before, after,
            ),
        )  # fmt: skip


def history(
    connection: sqlite3.Connection, record_id: str | None, limit: int
) -> list[JournalEntry]:
    """Entries, newest first, of one record or all."""
    which, values = ("", []) if record_id is None else ("WHERE record_id = ?", [record_id])
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal {which} ORDER BY fid DESC LIMIT ?", [*values, limit]
    )
    return [
        JournalEntry(revision, at, person, reason, kind, identity, Change(change), before, after)
        for revision, at, person, reason, kind, identity, change, before, after in rows
    ]
