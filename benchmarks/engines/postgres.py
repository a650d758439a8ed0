"""PostgreSQL 15: levenshtein over the group, pg_trgm before levenshtein, and a btree of sounds.

Trigrams of short Chinese words share little, so the threshold stands where a word of three
characters with its middle one replaced (one trigram of seven in common) is still found. Plans are
made anew for each query: a generic plan does not use the trigram index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from benchmarks.engines.engine import EDITS, SOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.engines.cluster import Cluster
    from benchmarks.engines.engine import Asked, Specific

_TABLES = """
CREATE EXTENSION pg_trgm; CREATE EXTENSION fuzzystrmatch; CREATE EXTENSION btree_gin;
CREATE UNLOGGED TABLE specific (city int, class text, text text, sounds text[]);
CREATE UNLOGGED TABLE sound (city int, class text, sound text, text text);
"""
_INDEXES = """
CREATE TABLE trigrams AS TABLE specific;
CREATE INDEX ON specific (city, class) INCLUDE (text);
CREATE INDEX ON trigrams USING gin (city, class, text gin_trgm_ops);
INSERT INTO sound SELECT city, class, unnest(sounds), text FROM specific;
CREATE INDEX ON sound (city, class, sound) INCLUDE (text);
VACUUM ANALYZE;
"""
_LEVENSHTEIN = """
SELECT text FROM specific
WHERE city = %s AND class = %s AND levenshtein_less_equal(text, %s, 1) <= 1"""
_COMPOSITE = """
SELECT text FROM trigrams
WHERE city = %s AND class = %s AND levenshtein_less_equal(text, %s, 1) <= 1"""
_TRIGRAMS = """
SELECT text FROM trigrams
WHERE city = %s AND class = %s AND text %% %s AND levenshtein_less_equal(text, %s, 1) <= 1"""
_SOUNDS = "SELECT text FROM sound WHERE city = %s AND class = %s AND sound = ANY(%s)"


def fill(cluster: Cluster, specifics: Iterable[Specific]) -> None:
    """Makes the tables and indexes that every way of asking uses."""
    with psycopg.connect(cluster.address, autocommit=True) as sql:
        for statement in _TABLES.split(";"):
            sql.execute(statement)
        with sql.cursor().copy("COPY specific FROM STDIN") as copy:
            for group, text, sounds in specifics:
                copy.write_row((int(group.city), str(group.feature_class), text, list(sounds)))
        for statement in _INDEXES.split(";"):
            sql.execute(statement)


class Postgres:
    """One way of asking a filled cluster, over a connection of its own."""

    def __init__(self, cluster: Cluster, title: str, query: str, texts: int) -> None:
        self.title = title
        self.kinds = EDITS if texts else SOUNDS
        self._query = query
        self._texts = texts  # how often the query speaks of the text; none: it asks for sounds
        self._sql: psycopg.Connection[tuple[str]] = psycopg.connect(
            cluster.address, autocommit=True
        )
        self._sql.execute("SET plan_cache_mode = force_custom_plan")
        self._sql.execute("SET pg_trgm.similarity_threshold = 0.12")

    def rivals(self, asked: Asked) -> Any:
        """One row a specific."""
        words: list[Any] = [asked.text] * self._texts or [list(asked.sounds)]
        group = (int(asked.group.city), str(asked.group.feature_class))
        return self._sql.execute(self._query, (*group, *words)).fetchall()

    def texts(self, found: Sequence[tuple[str]]) -> list[str]:
        """The only column."""
        return [text for (text,) in found]

    def close(self) -> None:
        """Ends the connection; the cluster is closed by whoever started it."""
        self._sql.close()


def ways(cluster: Cluster) -> list[Postgres]:
    """Every way of asking, the fastest of each kind and the naive one."""
    return [
        Postgres(cluster, "PostgreSQL levenshtein, btree (city, class)", _LEVENSHTEIN, 1),
        Postgres(cluster, "PostgreSQL levenshtein, GIN (city, class, text)", _COMPOSITE, 1),
        Postgres(cluster, "PostgreSQL pg_trgm, then levenshtein", _TRIGRAMS, 2),
        Postgres(cluster, "PostgreSQL, homophones", _SOUNDS, 0),
    ]
