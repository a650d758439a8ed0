"""Keeps the table of contents that GIS software reads: the box and last change of each layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

Bounds = tuple[float, float, float, float]

# named_place is a view of two tables and changes with either.
_SHOWN_IN = {"place": ("place", "named_place"), "toponym": ("toponym", "named_place")}

_GROW = """
UPDATE gpkg_contents SET last_change = ?1,
  min_x = coalesce(min(min_x, ?2), min_x, ?2), min_y = coalesce(min(min_y, ?3), min_y, ?3),
  max_x = coalesce(max(max_x, ?4), max_x, ?4), max_y = coalesce(max(max_y, ?5), max_y, ?5)
WHERE table_name = ?6
"""


class Touched:
    """The tables one unit of work has touched, and the box of what it put into each.

    A box only ever grows, which GeoPackage allows: it is informative (OGC 12-128r17, 1.1.3).
    """

    def __init__(self) -> None:
        self._boxes: dict[str, Bounds | None] = {"journal": None}

    def add(self, table: str, bounds: Bounds | None) -> None:
        """Notes that a record, with this box if it has a geometry, was put into a table."""
        before = self._boxes.get(table)
        self._boxes[table] = _union(before, bounds)

    def write(self, connection: sqlite3.Connection, at: str) -> None:
        """Writes it all into `gpkg_contents`."""
        for table, bounds in self._boxes.items():
            for layer in _SHOWN_IN.get(table, (table,)):
                connection.execute(_GROW, (at, *(bounds or (None,) * 4), layer))


def _union(a: Bounds | None, b: Bounds | None) -> Bounds | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
