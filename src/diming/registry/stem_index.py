"""Files what names are compared by, so that the rivals of one are found without reading the rest.

Each distinct stem of a class in a prefecture is kept once, under every key of
`names.likeness.stems.filed_under`, with the names that bear it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from struct import pack, unpack
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.model.jurisdiction import stem as digits_of
from diming.names.likeness.stems import Stem, filed_under, stem_of, stems_of
from diming.names.reading.lexicon import deciding
from diming.registry.aside import ahead
from diming.registry.filters import NAMED, PLACES, area, read, where
from diming.registry.stem_keys import WaitingKeys, salted
from diming.registry.store import FiledStem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from diming.registry.entry import Entry
    from diming.registry.stem_keys import Room
    from diming.registry.store import Named, Scope

    _Spoken = tuple[str, str | None, str]  # name, authorised reading, where that is read so
    _Names = tuple[Room, list[int], list[_Spoken]]  # of one room: rows, what is read
    _Filed = tuple[str, str, list[int]]

_MANY = 100  # names from which on it is faster to read them together
_PREFECTURE = 4
_LOT = 512  # keys or stems asked for by one statement
_CLASSES = {kind.value: kind for kind in FeatureClass}
_BY_ID = itemgetter(1)


def file_many(sql: sqlite3.Connection, entries: Iterable[Entry], *, aside: bool = False) -> None:
    """Files names that come ordered by prefecture and class (`entry.BY_AREA`).

    `aside` has them read by other processes, which pays for very many.
    """
    (last,) = sql.execute("SELECT coalesce(max(id), 0) FROM stem").fetchone()
    waiting = WaitingKeys(sql)
    for (room, names, _), (which, filed) in ahead(_filed, _by_room(entries), aside=aside):
        scope, held = _scope(sql, room)
        bearers: list[list[int]] = [[] for _ in filed]
        for toponym, at in zip(names, which, strict=True):
            if at is not None:
                bearers[at].append(toponym)
        new = []
        for (text, ways, keys), mine in zip(filed, bearers, strict=True):
            number = _find(sql, text, ways, keys[0], room) if held else None
            if number is not None:
                _alter(sql, number, mine, ())
                continue
            last += 1
            waiting.add(keys, last)
            new.append((last, scope, text, ways, _packed(mine)))
        sql.executemany("INSERT INTO stem VALUES (?, ?, ?, ?, ?)", new)
        _count(sql, scope, len(new))
    waiting.write()


def unfile(sql: sqlite3.Connection, entry: Entry) -> None:
    """Takes a name out, and its stem when no other name bears it."""
    (room, (toponym,), spoken), *_ = _by_room([entry])
    _, filed = _filed((room, [toponym], spoken))
    if not filed:
        return
    ((text, ways, keys),) = filed
    number = _find(sql, text, ways, keys[0], room)
    if number is None or _alter(sql, number, (), [toponym]):
        return
    sql.execute("DELETE FROM stem WHERE id = ?", (number,))
    sql.executemany(
        "DELETE FROM stem_key WHERE (key, stem) = (?, ?)", [(key, number) for key in keys]
    )
    scope, _ = _scope(sql, room)
    _count(sql, scope, -1)


def stems(sql: sqlite3.Connection, keys: Iterable[str], scope: Scope) -> list[FiledStem]:
    """Stems filed under any of the keys in the prefectures and classes of the scope, each once."""
    wanted = tuple(keys)
    hashes = [key for room in _rooms(sql, scope) for key in salted(wanted, room)]
    found: dict[int, FiledStem] = {}
    for some in _lots(hashes):
        for number, text, ways, bearers, at, kind in sql.execute(_PROBES[len(some)], some):
            if number not in found:
                stem = _stem(text, ways)
                found[number] = FiledStem(number, stem, at, _CLASSES[kind], bearers)
    return list(found.values())


def bearers(
    sql: sqlite3.Connection, filed: Iterable[FiledStem], scope: Scope
) -> list[tuple[int, Named]]:
    """The names within the scope that bear these stems, each with its stem, ordered by id."""
    stem_of = {toponym: one.id for one in filed for toponym in _unpacked(one.bearers)}
    condition, values = where(scope)
    rows = {
        row[0]: row
        for some in _lots(list(stem_of))
        for row in sql.execute(_named(len(some), condition), [*some, *values])
    }
    return [(stem_of[row[0]], read(row[1:])) for row in sorted(rows.values(), key=_BY_ID)]


def _lots(numbers: list[int]) -> Iterator[list[int]]:
    """Numbers in lots of 1, 2, 4 … `_LOT`, the last filled up with its last number.

    There are few texts of SQL then, each with its marks, and SQLite keeps them compiled.
    """
    for start in range(0, len(numbers), _LOT):
        some = numbers[start : start + _LOT]
        yield some + some[-1:] * ((1 << (len(some) - 1).bit_length()) - len(some))


def _marks(many: int) -> str:
    return ", ".join("?" * many)


_PROBES = {
    many: f"""
        SELECT stem.id, text, ways, bearers, area, feature_class FROM stem_key AS k
        CROSS JOIN stem ON stem.id = k.stem CROSS JOIN stem_scope AS s ON s.id = stem.scope
        WHERE k.key IN ({_marks(many)})"""
    for many in (1 << power for power in range(_LOT.bit_length()))
}


@lru_cache(maxsize=256)
def _named(many: int, condition: str) -> str:
    return f"""
        SELECT t.fid, {NAMED} FROM toponym AS t {PLACES}
        WHERE t.fid IN ({_marks(many)}) AND {condition}"""


def _by_room(entries: Iterable[Entry]) -> Iterator[_Names]:
    for room, group in groupby(entries, lambda entry: (entry.prefecture, entry.feature_class)):
        here = list(group)
        yield room, [entry.toponym for entry in here], list(map(_spoken, here))


def _filed(names: _Names) -> tuple[list[int | None], list[_Filed]]:
    """Which of its stems each name of a room has, None for a bare generic (大街); and the stems.

    A stem is its text, its readings as they are written, and the keys it is filed under.
    """
    room, _, spoken = names
    stem_of = _stems_of(spoken, room[1])
    numbers: dict[Stem, int] = {}
    which = [
        numbers.setdefault(stem, len(numbers)) if (stem := stem_of[one]).text else None
        for one in spoken
    ]
    return which, [(s.text, _written(s), salted(filed_under(s), room)) for s in numbers]


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


def _find(sql: sqlite3.Connection, text: str, ways: str, key: int, room: Room) -> int | None:
    """The number of a stem on file."""
    row = sql.execute(
        """
        SELECT stem.id FROM stem_key AS k CROSS JOIN stem ON stem.id = k.stem
        CROSS JOIN stem_scope AS s ON s.id = stem.scope
        WHERE k.key = ? AND (area, feature_class, text, ways) = (?, ?, ?, ?)""",
        (key, *room, text, ways),
    ).fetchone()
    return None if row is None else int(row[0])


def _alter(sql: sqlite3.Connection, number: int, more: Iterable[int], fewer: Iterable[int]) -> bool:
    """Notes further bearers of a stem or takes some out; whether any are left."""
    (held,) = sql.execute("SELECT bearers FROM stem WHERE id = ?", (number,)).fetchone()
    left = {*_unpacked(held), *more}.difference(fewer)
    sql.execute("UPDATE stem SET bearers = ? WHERE id = ?", (_packed(left), number))
    return bool(left)


def _packed(numbers: Iterable[int]) -> bytes:
    ordered = sorted(numbers)
    return pack(f"<{len(ordered)}I", *ordered)


def _unpacked(bearers: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(bearers) // 4}I", bearers)


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
