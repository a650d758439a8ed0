"""Finds names by their keys, by scope and by box.

Every query is one SQL text with its lists bound as JSON, so that each is prepared once. The keys
choose the names first (CROSS JOIN keeps SQLite from starting elsewhere); what a scope says about
areas is a range of the key itself.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from shapely import prepare
from shapely.geometry import box

from diming.model import ToponymStatus
from diming.model.jurisdiction import stem
from diming.registry.records import PLACE, TOPONYM
from diming.registry.store import Named

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from diming.registry.records import Row
    from diming.registry.store import KeyKind, Scope

_LIVE = (ToponymStatus.IN_USE, ToponymStatus.RESERVED)
_LAST = "\U0010ffff"
_PAGE = 500

_NAMED = f"{TOPONYM.listed('t')}, {PLACE.listed('p')}"
_PLACES = "CROSS JOIN place AS p ON p.id = t.place_id"
_WIDTH = len(TOPONYM.columns)


def find(sql: sqlite3.Connection, kind: KeyKind, keys: Iterable[str], scope: Scope) -> list[Named]:
    """Names filed under any of the keys, ordered by id."""
    area, areas = _area("jurisdiction", scope)
    chosen = f"""
        SELECT DISTINCT toponym FROM name_key
        WHERE kind = ? AND key IN (SELECT value FROM json_each(?)) AND {area}"""
    return _chosen(sql, chosen, [kind, _list(keys), *areas], scope)


def find_all(
    sql: sqlite3.Connection, kind: KeyKind, keys: Iterable[str], scope: Scope
) -> list[Named]:
    """Names filed under all of the keys, ordered by id; none when there are no keys."""
    wanted = set(keys)
    area, areas = _area("jurisdiction", scope)
    chosen = f"""
        SELECT toponym FROM name_key
        WHERE kind = ? AND key IN (SELECT value FROM json_each(?)) AND {area}
        GROUP BY toponym HAVING count(*) = ?"""
    return _chosen(sql, chosen, [kind, _list(wanted), *areas, len(wanted)], scope)


def find_prefix(
    sql: sqlite3.Connection, kind: KeyKind, prefix: str, scope: Scope, limit: int
) -> list[Named]:
    """Names with a key that begins with `prefix`, each once, in the order of key and id."""
    area, areas = _area("k.jurisdiction", scope)
    other, others = _class_and_status(scope)
    rows = sql.execute(
        f"""
        SELECT {_NAMED} FROM name_key AS k CROSS JOIN toponym AS t ON t.fid = k.toponym {_PLACES}
        WHERE k.kind = ? AND k.key >= ? AND k.key < ? AND {area} AND {other}
        ORDER BY k.key, t.id""",
        [kind, prefix, prefix + _LAST, *areas, *others],
    )
    met: dict[str, Row] = {}
    for row in rows:
        if len(met) >= limit:
            break
        met.setdefault(row[0], row)
    return [_read(row) for row in met.values()]


def count(sql: sqlite3.Connection, scope: Scope) -> int:
    """How many names there are in a scope."""
    area, areas = _area("jurisdiction", scope)
    other, others = _class_and_status(scope, "feature_class", "status")
    (number,) = sql.execute(
        f"SELECT coalesce(sum(names), 0) FROM tally WHERE {area} AND {other}", [*areas, *others]
    ).fetchone()
    return int(number)


def page(sql: sqlite3.Connection, scope: Scope, after: str) -> list[Named]:
    """The next names of a scope after an id, ordered by id; empty when there are no more."""
    where, values = _where(scope)
    rows = sql.execute(
        f"""
        SELECT {_NAMED} FROM toponym AS t {_PLACES}
        WHERE t.id > ? AND {where} ORDER BY t.id LIMIT {_PAGE}""",
        [after, *values],
    )
    return [_read(row) for row in rows]


def in_box(
    sql: sqlite3.Connection, bounds: tuple[float, float, float, float], scope: Scope, limit: int
) -> list[Named]:
    """Names whose place meets a box (west, south, east, north in degrees), ordered by id."""
    return list(islice(_meeting(sql, bounds, scope), limit))


def _meeting(
    sql: sqlite3.Connection, bounds: tuple[float, float, float, float], scope: Scope
) -> Iterator[Named]:
    where, values = _where(scope)
    west, south, east, north = bounds
    rows = sql.execute(
        f"""
        SELECT {_NAMED} FROM place_box AS b CROSS JOIN place AS p ON p.fid = b.fid
        CROSS JOIN toponym AS t ON t.place_id = p.id
        WHERE b.min_x <= ? AND b.max_x >= ? AND b.min_y <= ? AND b.max_y >= ? AND {where}
        ORDER BY t.id""",
        [east, west, north, south, *values],
    )
    area = box(west, south, east, north)
    prepare(area)
    for row in rows:
        named = _read(row)
        if named.place.geometry is not None and area.intersects(named.place.geometry):
            yield named


def _chosen(sql: sqlite3.Connection, chosen: str, values: list[Any], scope: Scope) -> list[Named]:
    other, others = _class_and_status(scope)
    rows = sql.execute(
        f"""
        SELECT {_NAMED} FROM ({chosen}) AS k CROSS JOIN toponym AS t ON t.fid = k.toponym {_PLACES}
        WHERE {other} ORDER BY t.id""",
        [*values, *others],
    )
    return [_read(row) for row in rows]


def _read(row: Row) -> Named:
    return Named(TOPONYM.read(row[:_WIDTH]), PLACE.read(row[_WIDTH:]))


def _where(scope: Scope) -> tuple[str, list[Any]]:
    area, areas = _area("p.jurisdiction", scope)
    other, others = _class_and_status(scope)
    return f"{area} AND {other}", [*areas, *others]


def _area(column: str, scope: Scope) -> tuple[str, list[Any]]:
    """The condition that a code lies in one of the areas; codes nest by prefix (GB/T 2260)."""
    if not scope.areas:
        return "TRUE", []
    stems = [stem(area) for area in scope.areas]
    condition = " OR ".join(f"{column} >= ? AND {column} < ?" for _ in stems)
    return f"({condition})", [end for start in stems for end in (start, start + _LAST)]


def _class_and_status(
    scope: Scope, feature_class: str = "p.feature_class", status: str = "t.status"
) -> tuple[str, list[Any]]:
    conditions, values = ["TRUE"], []
    if scope.classes:
        conditions.append(f"{feature_class} IN (SELECT value FROM json_each(?))")
        values.append(_list(scope.classes))
    if scope.live_only:
        conditions.append(f"{status} IN (SELECT value FROM json_each(?))")
        values.append(_list(_LIVE))
    return " AND ".join(conditions), values


def _list(values: Iterable[str]) -> str:
    return json.dumps(list(values))
