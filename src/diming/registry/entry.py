"""Says what of a name its place in the search indexes depends on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from diming.model import FeatureClass
from diming.registry.filters import PLACES, names_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

    from diming.registry.tally import Counted


_PREFECTURE, _COUNTY = 4, 6  # digits of a code (GB/T 2260)

_COLUMNS = (
    "t.fid, t.name, p.feature_class, t.reading, p.jurisdiction, t.heritage IS NOT NULL, t.status"
)
_ENTRIES = f"SELECT {_COLUMNS} FROM toponym AS t {PLACES}"
_OF_WORD = (
    f"SELECT {_COLUMNS} FROM word_bearer AS b CROSS JOIN toponym AS t ON t.fid = b.toponym {PLACES}"
)
_WHOSE = {
    "toponym": f"{_ENTRIES} WHERE t.id = ?",
    "place": f"""SELECT {_COLUMNS} FROM place AS p CROSS JOIN toponym AS t
      ON {names_of("p.fid")} WHERE p.id = ?""",
}
# Names of one area and class together, and among them the same name together.
BY_AREA = "substr(p.jurisdiction, 1, 4), p.feature_class, t.name, t.reading"
# The same name together, the shorter ones first.
BY_NAME = "length(t.name), t.name"


class Entry(NamedTuple):
    """A name to file: its row, and what its keys are made of."""

    toponym: int
    name: str
    feature_class: FeatureClass
    reading: str | None
    jurisdiction: str
    heritage: bool
    status: str

    @property
    def filed(self) -> tuple[object, ...]:
        """What its keys depend on; the status is only counted."""
        return self[:-1]

    @property
    def counted(self) -> Counted:
        """What it is counted as."""
        return self.jurisdiction, self.feature_class, self.status

    @property
    def prefecture(self) -> str:
        """The area that stems are kept by: "3708"; a name of a whole province stands in "3700"."""
        return self.jurisdiction[:_PREFECTURE]

    @property
    def county(self) -> str:
        """The area that words are kept by: "370811"."""
        return self.jurisdiction[:_COUNTY]


def entries_of(sql: sqlite3.Connection, kind: str, record_id: str) -> list[Entry]:
    """What is filed of a record: one name, the names of a place, nothing of other records."""
    if kind not in _WHOSE:
        return []
    return [*_read(sql.execute(_WHOSE[kind], (record_id,)))]


def bearers_of(sql: sqlite3.Connection, word: int, *, besides: Collection[int]) -> Iterator[Entry]:
    """The names of the word with this number, but for those in some rows."""
    found = sql.execute(f"{_OF_WORD} WHERE b.word = ?", (word,)).fetchall()
    return _read(row for row in found if row[0] not in besides)


def has_alike(sql: sqlite3.Connection, word: str, entry: Entry, *, besides: Iterable[int]) -> bool:
    """Whether another name of a word, not in some rows, is used just as an entry is."""
    row = sql.execute(
        f"""SELECT 1 FROM word AS w CROSS JOIN word_bearer AS b ON b.word = w.id
        CROSS JOIN toponym AS t ON t.fid = b.toponym {PLACES}
        WHERE w.text = ? AND b.area = ? AND p.feature_class = ?
        AND t.reading IS ? AND (t.heritage IS NOT NULL) = ?
        AND t.fid NOT IN (SELECT value FROM json_each(?)) LIMIT 1""",
        (word, entry.county, entry.feature_class, entry.reading, entry.heritage,
         json.dumps([*besides])),
    ).fetchone()  # fmt: skip
    return row is not None


def entries(sql: sqlite3.Connection, first: int, last: int, order: str) -> Iterator[Entry]:
    """The names in a range of rows, `BY_AREA` or `BY_NAME`."""
    return _read(
        sql.execute(f"{_ENTRIES} WHERE t.fid BETWEEN ? AND ? ORDER BY {order}", (first, last))
    )


def _read(rows: Iterable[tuple[int, str, str, str | None, str, int, str]]) -> Iterator[Entry]:
    for fid, name, kind, reading, code, heritage, status in rows:
        yield Entry(fid, name, _CLASSES[kind], reading, code, bool(heritage), status)


_CLASSES = {kind.value: kind for kind in FeatureClass}
