"""DuckDB: a table in the order of the groups, filtered by group and by levenshtein or by sound.

Its levenshtein counts bytes: one Chinese character for another costs up to three. What it lets
through is therefore looked at once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
from rapidfuzz.distance import Levenshtein

from benchmarks.engines.engine import EDITS, SOUNDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.engines.engine import Asked

# Casts keep the filter on the sorted columns: a parameter without a type scans all of them.
_TABLES = """
CREATE TABLE specific AS
SELECT city, class, text, string_split(sounds, '|') AS sounds
FROM read_csv(?, delim = '\t', header = false, quote = '', all_varchar = true,
              names = ['city', 'class', 'text', 'sounds'])
ORDER BY city, class, text;
CREATE TABLE sound AS
SELECT city, class, unnest(sounds) AS sound, text FROM specific ORDER BY city, class, sound;
"""
_EDITS = """
SELECT text FROM specific
WHERE city = ?::VARCHAR AND class = ?::VARCHAR AND levenshtein(text, ?::VARCHAR) <= 3"""
_SOUNDS = """
SELECT text FROM sound
WHERE city = ?::VARCHAR AND class = ?::VARCHAR AND list_contains(?::VARCHAR[], sound)"""


def filled(specifics: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory with the tables of a file of specifics."""
    sql = duckdb.connect()
    first, second, _ = _TABLES.split(";")
    sql.execute(first, [str(specifics)])
    sql.execute(second)
    return sql


class Duck:
    """One way of asking a filled database."""

    def __init__(self, sql: duckdb.DuckDBPyConnection, title: str, query: str) -> None:
        self.title = title
        self.kinds = SOUNDS if query is _SOUNDS else EDITS
        self._sql = sql.cursor()
        self._query = query
        self._by_sound = query is _SOUNDS

    def rivals(self, asked: Asked) -> Any:
        """One row a specific."""
        wanted: Any = list(asked.sounds) if self._by_sound else asked.text
        group = (asked.group.city, str(asked.group.feature_class))
        found = self._sql.execute(self._query, [*group, wanted]).fetchall()
        if self._by_sound:
            return found
        text = asked.text
        return [row for row in found if Levenshtein.distance(text, row[0], score_cutoff=1) <= 1]

    def texts(self, found: Sequence[tuple[str]]) -> list[str]:
        """The only column."""
        return [text for (text,) in found]

    def close(self) -> None:
        """Ends the connection."""
        self._sql.close()


def ways(specifics: Path) -> list[Duck]:
    """Both ways of asking."""
    sql = filled(specifics)
    return [
        Duck(sql, "DuckDB levenshtein, edit ≤ 1", _EDITS),
        Duck(sql, "DuckDB, homophones", _SOUNDS),
    ]
