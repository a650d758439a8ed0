"""Files what names are compared by, so that the rivals of one are found without reading the rest.

Each distinct stem of a class in a prefecture is kept once, under every key of
`names.likeness.stems.filed_under`, with the names that bear it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.model.jurisdiction import stem as digits_of
from diming.names.likeness.stems import Stem, filed_under, stem_of, stems_of
from diming.names.reading.lexicon import deciding
from diming.registry.filters import NAMED, PLACES, area, read, where
from diming.registry.stem_keys import WaitingKeys, salted
from diming.registry.store import FiledStem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from diming.registry.entry import Entry
    from diming.registry.stem_keys import Room
    from diming.registry.store import Named, Scope

    _Spoken = tuple[str, str | None, str]  # name, authorised reading, where that is read so

_MANY = 100  # names from which on it is faster to read them together
_PREFECTURE = 4


def file_many(sql: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Files names that come ordered by prefecture and class (`entry.BY_AREA`)."""
    (last,) = sql.execute("SELECT coalesce(max(id), 0) FROM stem").fetchone()
    keys = WaitingKeys(sql)
    for room, group in groupby(entries, lambda entry: (entry.prefecture, entry.feature_class)):
        here = [(entry.toponym, _spoken(entry)) for entry in group]
        known = _stems_of((spoken for _, spoken in here), room[1])
        scope, held = _scope(sql, room)
        new: dict[Stem, int] = {}
        bearers = []
        for toponym, spoken in here:
            stem = known[spoken]
            if not stem.text:
                continue  # a bare generic (大街) is like nothing
            number = new.get(stem) or (_find(sql, stem, room) if held else None)
            if number is None:
                last += 1
                number = new[stem] = last
                keys.add(salted(filed_under(stem), room), number)
            bearers.append((number, toponym))
        sql.executemany(
            "INSERT INTO stem VALUES (?, ?, ?, ?)",
            [(number, scope, stem.text, _written(stem)) for stem, number in new.items()],
        )
        sql.executemany("INSERT OR IGNORE INTO stem_bearer VALUES (?, ?)", sorted(bearers))
        _count(sql, scope, len(new))
    keys.write()


def unfile(sql: sqlite3.Connection, entry: Entry) -> None:
    """Takes a name out, and its stem when no other name bears it."""
    room = entry.prefecture, entry.feature_class
    name, reading, where_read = _spoken(entry)
    stem = stem_of(name, entry.feature_class, reading, where_read)
    number = _find(sql, stem, room) if stem.text else None
    if number is None:
        return
    sql.execute("DELETE FROM stem_bearer WHERE (stem, toponym) = (?, ?)", (number, entry.toponym))
    if sql.execute("SELECT 1 FROM stem_bearer WHERE stem = ? LIMIT 1", (number,)).fetchone():
        return
    sql.execute("DELETE FROM stem WHERE id = ?", (number,))
    sql.executemany(
        "DELETE FROM stem_key WHERE (key, stem) = (?, ?)",
        [(key, number) for key in salted(filed_under(stem), room)],
    )
    scope, _ = _scope(sql, room)
    _count(sql, scope, -1)


def stems(sql: sqlite3.Connection, keys: Iterable[str], scope: Scope) -> list[FiledStem]:
    """Stems filed under any of the keys in the prefectures and classes of the scope, each once."""
    wanted = tuple(keys)
    hashes = [key for room in _rooms(sql, scope) for key in salted(wanted, room)]
    rows = sql.execute(
        """
        SELECT stem.id, text, ways, area, feature_class
        FROM stem CROSS JOIN stem_scope AS s ON s.id = stem.scope WHERE stem.id IN
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


def _spoken(entry: Entry) -> _Spoken:
    return entry.name, entry.reading, deciding(entry.county)


def _stems_of(named: Iterable[_Spoken], kind: FeatureClass) -> dict[_Spoken, Stem]:
    """The stem of each distinct name and reading of one class, as it is read where it lies."""
    known: dict[_Spoken, Stem] = {}
    unread: defaultdict[str, list[str]] = defaultdict(list)
    for name, reading, at in dict.fromkeys(named):
        if reading is None:
            unread[at].append(name)
        else:
            known[name, reading, at] = stem_of(name, kind, reading, at)
    for at, names in unread.items():
        many = len(names) >= _MANY
        found = stems_of(names, kind, at) if many else [stem_of(n, kind, None, at) for n in names]
        known.update(zip(((name, None, at) for name in names), found, strict=True))
    return known


def _scope(sql: sqlite3.Connection, room: Room) -> tuple[int, bool]:
    """The number of a prefecture and class, and whether any stems are on file there."""
    asked = "SELECT id, stems > 0 FROM stem_scope WHERE (area, feature_class) = (?, ?)"
    row = sql.execute(asked, room).fetchone()
    if row is None:
        cursor = sql.execute(
            "INSERT INTO stem_scope (area, feature_class, stems) VALUES (?, ?, 0)", room
        )
        return int(cursor.lastrowid or 0), False
    return row[0], bool(row[1])


def _count(sql: sqlite3.Connection, scope: int, more: int) -> None:
    sql.execute("UPDATE stem_scope SET stems = stems + ? WHERE id = ?", (more, scope))
    sql.execute("DELETE FROM stem_scope WHERE (id, stems) = (?, 0)", (scope,))


def _find(sql: sqlite3.Connection, stem: Stem, room: Room) -> int | None:
    """The number of a stem on file."""
    row = sql.execute(
        """
        SELECT stem.id FROM stem CROSS JOIN stem_scope AS s ON s.id = stem.scope
        WHERE stem.id IN (SELECT stem FROM stem_key WHERE key = ?)
        AND (area, feature_class, text, ways) = (?, ?, ?, ?)""",
        (*salted(filed_under(stem)[:1], room), *room, stem.text, _written(stem)),
    ).fetchone()
    return None if row is None else int(row[0])


def _rooms(sql: sqlite3.Connection, scope: Scope) -> list[Room]:
    """The prefectures and classes of a scope; those on file where it leaves them open."""
    codes = {digits_of(code)[:_PREFECTURE] for code in scope.areas}
    if scope.classes and codes and all(len(code) == _PREFECTURE for code in codes):
        return [(code, kind) for code in sorted(codes) for kind in scope.classes]
    condition, values = area("area", codes)
    rows = sql.execute(f"SELECT area, feature_class FROM stem_scope WHERE {condition}", values)
    on_file = [(code, FeatureClass(kind)) for code, kind in rows]
    return [room for room in on_file if not scope.classes or room[1] in scope.classes]


def _written(stem: Stem) -> str:
    return "|".join(map(" ".join, stem.ways))


def _stem(text: str, ways: str) -> Stem:
    return Stem(text, tuple(tuple(way.split(" ")) for way in ways.split("|")))
