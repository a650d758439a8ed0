"""Files names in both indexes: one that is put, many that are loaded, or all of them anew."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diming.names.edition import EDITION
from diming.registry import stem_index, tally, word_index
from diming.registry.entry import BY_AREA, BY_NAME, entries
from diming.registry.garbage import uncollected

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from diming.registry.entry import Entry

_TABLES = ("stem", "stem_key", "stem_scope", "word", "word_bearer")
_VERY_MANY = 50_000  # names from which on other processes help


def refile(sql: sqlite3.Connection, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """Files and counts the names of a record anew where a change to it calls for it."""
    old = {entry.filed for entry in before}
    new = {entry.filed for entry in after}
    gone = [entry for entry in before if entry.filed not in new]
    come = [entry for entry in after if entry.filed not in old]
    for entry in gone:
        stem_index.unfile(sql, entry)
    if come:
        stem_index.file_many(sql, come)
    if gone or come:
        word_index.refile(sql, gone, come)
    more = Counter(entry.counted for entry in after)
    more.subtract(entry.counted for entry in before)
    tally.add(sql, more)


def file_rows(sql: sqlite3.Connection, first: int, last: int) -> None:
    """Files the names in a range of rows of `toponym`, first to last."""
    aside = last - first >= _VERY_MANY
    stem_index.file_many(sql, entries(sql, first, last, BY_AREA), aside=aside)
    word_index.file_many(sql, entries(sql, first, last, BY_NAME), aside=aside)


def filed_today(sql: sqlite3.Connection) -> bool:
    """Whether the names are filed under the keys that this program makes."""
    return bool(sql.execute("SELECT edition = ? FROM registry", (EDITION,)).fetchone()[0])


def file_anew(sql: sqlite3.Connection) -> None:
    """Files all names under the keys that this program makes."""
    for table in _TABLES:
        sql.execute(f"DELETE FROM {table}")
    sql.execute("INSERT INTO word_token (word_token) VALUES ('delete-all')")
    (last,) = sql.execute("SELECT coalesce(max(fid), 0) FROM toponym").fetchone()
    with uncollected():
        file_rows(sql, 0, last)
    sql.execute("UPDATE registry SET edition = ?", (EDITION,))
