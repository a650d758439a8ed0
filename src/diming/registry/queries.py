"""Lists names by scope, by year and by box.

Every query is one SQL text; CROSS JOIN keeps SQLite from starting elsewhere than where it says.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from shapely import prepare
from shapely.geometry import box

from diming.registry.filters import (
    BEGAN,
    ENDED,
    NAMED,
    PLACES,
    area,
    names_of,
    read,
    where,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from diming.registry.store import Named, Scope

_PAGE = 500


def page(sql: sqlite3.Connection, scope: Scope, after: str) -> list[Named]:
    """The next names of a scope after an id, ordered by id; empty when there are no more."""
    condition, values = where(scope)
    rows = sql.execute(
        f"""
        SELECT {NAMED} FROM toponym AS t {PLACES}
        WHERE t.id > ? AND {condition} ORDER BY t.id LIMIT {_PAGE}""",
        [after, *values],
    )
    return [read(row) for row in rows]


def of_year(
    sql: sqlite3.Connection, year: int, scope: Scope, near: str | None, limit: int
) -> list[Named]:
    """Dated names in use in a year: changed in it first, then near ones, then the younger."""
    condition, values = where(replace(scope, year=year))
    local, locals_ = area("p.jurisdiction", [near] if near else [])
    rows = sql.execute(
        f"""
        SELECT {NAMED} FROM toponym AS t {PLACES}
        WHERE (t.valid_from IS NOT NULL OR t.valid_to IS NOT NULL) AND {condition}
        ORDER BY coalesce({BEGAN} = ?, FALSE) OR coalesce({ENDED} = ?, FALSE) DESC,
          {local} DESC, {BEGAN} DESC NULLS LAST, t.id
        LIMIT ?""",
        [*values, year, year, *locals_, limit],
    )
    return [read(row) for row in rows]


def in_box(
    sql: sqlite3.Connection, bounds: tuple[float, float, float, float], scope: Scope, limit: int
) -> list[Named]:
    """Names whose place meets a box (west, south, east, north in degrees), ordered by id."""
    return list(islice(_meeting(sql, bounds, scope), limit))


def _meeting(
    sql: sqlite3.Connection, bounds: tuple[float, float, float, float], scope: Scope
) -> Iterator[Named]:
    condition, values = where(scope)
    west, south, east, north = bounds
    rows = sql.execute(
        f"""
        SELECT {NAMED} FROM place_box AS b CROSS JOIN place AS p ON p.fid = b.fid
        CROSS JOIN toponym AS t ON {names_of("p.fid")}
        WHERE b.min_x <= ? AND b.max_x >= ? AND b.min_y <= ? AND b.max_y >= ? AND {condition}
        ORDER BY t.id""",
        [east, west, north, south, *values],
    )
    box_asked = box(west, south, east, north)
    prepare(box_asked)
    for row in rows:
        named = read(row)
        if named.place.geometry is not None and box_asked.intersects(named.place.geometry):
            yield named
