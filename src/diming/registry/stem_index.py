"""Files what names are compared by, so that the rivals of one are found without reading the rest.

Each distinct stem of a class in a prefecture is kept once, under every key of
`names.stems.filed_under`, with the names that bear it. A key is a 64-bit hash of its text, salted
with prefecture and class.
"""

from __future__ import annotations

import json
from array import array
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from diming.model import FeatureClass
from diming.model.jurisdiction import stem as digits_of
from diming.names.stems import Stem, filed_under, stem_of, stems_of
from diming.registry.filters import NAMED, PLACES, area, read, where
from diming.registry.store import FiledStem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from diming.registry.entry import Entry
    from diming.registry.store import Named, Scope

_KEYS_HELD = 4_000_000  # 16 bytes each, before they are written in order
_KEYS_TOLD = 100_000
_MANY = 100  # names from which on it is faster to read them together
_PREFECTURE = 4


def file_many(sql: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Files names that come ordered by prefecture and class (`entry.BY_AREA`)."""
    (last,) = sql.execute("SELECT coalesce(max(id), 0) FROM stem").fetchone()
    keys = _Keys(sql)
    for (prefecture, kind), group in groupby(entries, lambda e: (e.prefecture, e.feature_class)):
        here = list(group)
        known = _stems_of(here, prefecture, kind)
        held = _held(sql, prefecture, kind)
        new: dict[Stem, int] = {}
        bearers = []
        for entry in here:
            stem = known[entry.name, entry.reading]
            if not stem.text:
                continue  # a bare generic (大街) is like nothing
            number = new.get(stem) or (_find(sql, stem, prefecture, kind) if held else None)
            if number is None:
                last += 1
                number = new[stem] = last
            bearers.append((number, entry.toponym))
        sql.executemany(
            "INSERT INTO stem VALUES (?, ?, ?, ?, ?)",
            [(n, prefecture, kind, stem.text, _written(stem)) for stem, n in new.items()],
        )
        sql.executemany("INSERT OR IGNORE INTO stem_bearer VALUES (?, ?)", sorted(bearers))
        _count(sql, prefecture, kind, len(new))
        for stem, number in new.items():
            keys.add(_salted(filed_under(stem), prefecture, kind), number)
    keys.write()


def unfile(sql: sqlite3.Connection, entry: Entry) -> None:
    """Takes a name out, and its stem when no other name bears it."""
    prefecture, kind = entry.prefecture, entry.feature_class
    stem = stem_of(entry.name, kind, entry.reading, _code(prefecture))
    number = _find(sql, stem, prefecture, kind) if stem.text else None
    if number is None:
        return
    sql.execute("DELETE FROM stem_bearer WHERE (stem, toponym) = (?, ?)", (number, entry.toponym))
    if sql.execute("SELECT 1 FROM stem_bearer WHERE stem = ? LIMIT 1", (number,)).fetchone():
        return
    sql.execute("DELETE FROM stem WHERE id = ?", (number,))
    sql.executemany(
        "DELETE FROM stem_key WHERE (key, stem) = (?, ?)",
        [(key, number) for key in _salted(filed_under(stem), prefecture, kind)],
    )
    _count(sql, prefecture, kind, -1)


def stems(sql: sqlite3.Connection, keys: Iterable[str], scope: Scope) -> list[FiledStem]:
    """Stems filed under any of the keys in the prefectures and classes of the scope, each once."""
    wanted = tuple(keys)
    hashes = [key for room in _rooms(sql, scope) for key in _salted(wanted, *room)]
    rows = sql.execute(
        """
        SELECT id, text, ways, area, feature_class FROM stem WHERE id IN
          (SELECT stem FROM stem_key WHERE key IN (SELECT value FROM json_each(?)))""",
        (json.dumps(hashes),),
    )
    return [
        FiledStem(n, _stem(text, ways), at, FeatureClass(kind)) for n, text, ways, at, kind in rows
    ]


def bearers(
    sql: sqlite3.Connection, numbers: Iterable[int], scope: Scope
) -> list[tuple[int, Named]]:
    """The names within the scope that bear these stems, each with its stem, ordered by id."""
    condition, values = where(scope)
    rows = sql.execute(
        f"""
        SELECT b.stem, {NAMED} FROM stem_bearer AS b
        CROSS JOIN toponym AS t ON t.fid = b.toponym {PLACES}
        WHERE b.stem IN (SELECT value FROM json_each(?)) AND {condition} ORDER BY t.id""",
        [json.dumps(list(numbers)), *values],
    )
    return [(number, read(row)) for number, *row in rows]


def _stems_of(
    entries: Iterable[Entry], prefecture: str, kind: FeatureClass
) -> dict[tuple[str, str | None], Stem]:
    """The stem of each distinct name and reading of one class in one prefecture."""
    named = list(dict.fromkeys((entry.name, entry.reading) for entry in entries))
    code = _code(prefecture)
    unread = [name for name, reading in named if reading is None]
    known: dict[tuple[str, str | None], Stem] = {}
    if len(unread) >= _MANY:
        stems = stems_of(unread, kind, code)
        known = {(name, None): stem for name, stem in zip(unread, stems, strict=True)}
    for name, reading in named:
        if (name, reading) not in known:
            known[name, reading] = stem_of(name, kind, reading, code)
    return known


class _Keys:
    """Keys that wait to be written in order, which the index takes many times faster."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._keys = array("q")
        self._stems = array("q")

    def add(self, keys: list[int], number: int) -> None:
        self._keys.extend(keys)
        self._stems.extend([number] * len(keys))
        if len(self._keys) >= _KEYS_HELD:
            self.write()

    def write(self) -> None:
        rows = np.stack((np.array(self._keys), np.array(self._stems)), axis=1)
        rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
        for start in range(0, len(rows), _KEYS_TOLD):
            self._sql.executemany(
                "INSERT OR IGNORE INTO stem_key VALUES (?, ?)",
                rows[start : start + _KEYS_TOLD].tolist(),
            )
        self._keys, self._stems = array("q"), array("q")


def _held(sql: sqlite3.Connection, prefecture: str, kind: FeatureClass) -> bool:
    asked = "SELECT stems > 0 FROM stem_scope WHERE (area, feature_class) = (?, ?)"
    return bool(sql.execute(asked, (prefecture, kind)).fetchone() == (1,))


def _count(sql: sqlite3.Connection, prefecture: str, kind: FeatureClass, more: int) -> None:
    sql.execute(
        """
        INSERT INTO stem_scope VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET stems = stems + excluded.stems""",
        (prefecture, kind, more),
    )
    sql.execute(
        "DELETE FROM stem_scope WHERE (area, feature_class, stems) = (?, ?, 0)", (prefecture, kind)
    )


def _find(sql: sqlite3.Connection, stem: Stem, prefecture: str, kind: FeatureClass) -> int | None:
    """The number of a stem on file."""
    row = sql.execute(
        """
        SELECT id FROM stem WHERE id IN (SELECT stem FROM stem_key WHERE key = ?)
        AND (area, feature_class, text, ways) = (?, ?, ?, ?)""",
        (
            *_salted(filed_under(stem)[:1], prefecture, kind),
            prefecture,
            kind,
            stem.text,
            _written(stem),
        ),
    ).fetchone()
    return None if row is None else int(row[0])


def _rooms(sql: sqlite3.Connection, scope: Scope) -> list[tuple[str, FeatureClass]]:
    """The prefectures and classes of a scope; those on file where it leaves them open."""
    codes = {digits_of(code)[:_PREFECTURE] for code in scope.areas}
    if scope.classes and codes and all(len(code) == _PREFECTURE for code in codes):
        return [(code, kind) for code in sorted(codes) for kind in scope.classes]
    condition, values = area("area", codes)
    rows = sql.execute(f"SELECT area, feature_class FROM stem_scope WHERE {condition}", values)
    on_file = [(code, FeatureClass(kind)) for code, kind in rows]
    return [room for room in on_file if not scope.classes or room[1] in scope.classes]


def _salted(keys: Iterable[str], prefecture: str, kind: FeatureClass) -> list[int]:
    salt = _hash(f"{prefecture} {kind}")
    return [_hash(key) ^ salt for key in keys]


@lru_cache(maxsize=65536)
def _hash(text: str) -> int:
    digest = blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _code(prefecture: str) -> str:
    """The prefecture as six digits."""
    return prefecture + "00"


def _written(stem: Stem) -> str:
    return "|".join(map(" ".join, stem.ways))


def _stem(text: str, ways: str) -> Stem:
    return Stem(text, tuple(tuple(way.split(" ")) for way in ways.split("|")))
