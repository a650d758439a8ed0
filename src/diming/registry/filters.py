"""Turns a scope into conditions of SQL, and rows into names with their places.

Codes of areas nest by prefix (GB/T 2260): an area is a range of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from diming.model import ToponymStatus
from diming.model.jurisdiction import stem
from diming.registry.records import PLACE, TOPONYM
from diming.registry.store import Named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.registry.records import Row
    from diming.registry.store import Scope

Condition = tuple[str, list[Any]]

NAMED = f"{TOPONYM.listed('t', {'place': 'p'})}, {PLACE.listed('p')}"
PLACES = "CROSS JOIN place AS p ON p.fid = t.place"

BEGAN, ENDED = (f"CAST(t.{day} AS INTEGER)" for day in ("valid_from", "valid_to"))  # ISO → year
# What `Toponym.in_use_in` says.
_IN_USE = f"""
  CASE WHEN t.valid_from IS NULL AND t.valid_to IS NULL THEN t.status = ?
  ELSE coalesce({BEGAN} <= ?, TRUE) AND coalesce({ENDED} >= ?, TRUE) END"""

_LIVE = (ToponymStatus.IN_USE, ToponymStatus.RESERVED)
_LAST = "\U0010ffff"
_WIDTH = len(TOPONYM.columns)


def names_of(place: str) -> str:
    """The condition that `t` is a name of the place with this number: the one with the same
    number and those that the index of further names has.
    """
    return f"""t.place = {place} AND t.fid IN (SELECT {place}
      UNION ALL SELECT more.fid FROM toponym AS more
      WHERE more.place = {place} AND more.place <> more.fid)"""


def read(row: Row) -> Named:
    """The name and place in a row of `NAMED`."""
    return Named(TOPONYM.read(row[:_WIDTH]), PLACE.read(row[_WIDTH:]))


@lru_cache(maxsize=256)  # every probe asks, and a review asks of few scopes
def where(scope: Scope) -> Condition:
    """The condition that a toponym `t` and its place `p` lie in the scope."""
    return both(
        area("p.jurisdiction", scope.areas),
        both(class_and_status(scope), _heritage_and_year(scope)),
    )


def both(one: Condition, other: Condition) -> Condition:
    """Two conditions as one."""
    return f"{one[0]} AND {other[0]}", [*one[1], *other[1]]


def area(column: str, areas: Iterable[str], digits: int | None = None) -> Condition:
    """The condition that a code, or its first `digits`, lies in one of the areas, if any."""
    stems = [stem(code)[:digits] for code in areas]
    if not stems:
        return "TRUE", []
    condition = " OR ".join(f"{column} >= ? AND {column} < ?" for _ in stems)
    return f"({condition})", [end for start in stems for end in (start, start + _LAST)]


def class_and_status(
    scope: Scope, feature_class: str = "p.feature_class", status: str = "t.status"
) -> Condition:
    """The condition that class and status are those of the scope."""
    conditions, values = ["TRUE"], list[Any]()
    if scope.classes:
        conditions.append(f"{feature_class} IN ({', '.join('?' * len(scope.classes))})")
        values += scope.classes
    if scope.live_only:
        conditions.append(f"{status} IN (?, ?)")
        values += _LIVE
    return " AND ".join(conditions), values


def _heritage_and_year(scope: Scope) -> Condition:
    heritage = "t.heritage IS NOT NULL" if scope.heritage else "TRUE"
    if scope.year is None:
        return heritage, []
    return f"{heritage} AND {_IN_USE}", [ToponymStatus.IN_USE, scope.year, scope.year]
