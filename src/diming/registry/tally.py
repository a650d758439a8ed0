"""Counts names by area, class and status: every review asks, and no review should count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.registry.filters import PLACES, area, both, class_and_status, where

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from diming.registry.store import Scope

Counted = tuple[str, str, str]  # jurisdiction, class, status


def add(sql: sqlite3.Connection, more: Mapping[Counted, int]) -> None:
    """Notes how many more names there are, or fewer."""
    sql.executemany(
        """
        INSERT INTO tally VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET names = names + excluded.names""",
        [(*what, number) for what, number in more.items() if number],
    )


def count(sql: sqlite3.Connection, scope: Scope) -> int:
    """How many names there are in a scope; only heritage and years must be counted one by one."""
    condition, values = both(
        area("jurisdiction", scope.areas), class_and_status(scope, "feature_class", "status")
    )
    asked = f"SELECT coalesce(sum(names), 0) FROM tally WHERE {condition}"
    if scope.heritage or scope.year is not None:
        condition, values = where(scope)
        asked = f"SELECT count(*) FROM toponym AS t {PLACES} WHERE {condition}"
    return int(sql.execute(asked, values).fetchone()[0])
