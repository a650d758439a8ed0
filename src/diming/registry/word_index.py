"""Files names as somebody types them, so that a search finds them from the first character on.

What people type of a name (`names.plain`) is a word, kept once, with the names that are so
typed; `word_tokens` says what it is found by. Numbers of words grow with their length, so that
every answer begins with the shortest.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from diming.names.characters import simplify
from diming.names.plain import plain
from diming.registry.filters import NAMED, PLACES, area, both, read, where
from diming.registry.records import TOPONYM
from diming.registry.store import Scope
from diming.registry.word_tokens import (
    COUNTY,
    Uses,
    beginning,
    holding,
    tokens_of,
    whole,
    within,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from diming.registry.entry import Entry
    from diming.registry.filters import Condition
    from diming.registry.records import Row
    from diming.registry.store import Named

_LONGEST = 31  # longer words are numbered as if they were so long: a number keeps to 31 bits
_ROOM = 2**26  # words of one length
_WORDS_HELD = 50_000  # written together, in the order of their numbers
_ID, _NAME = map(TOPONYM.columns.index, ("id", "name"))


def file_many(sql: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Files names, equal ones together (`entry.BY_NAME`)."""
    words = _Words(sql)
    bearers: list[tuple[int, str, int]] = []
    for name, group in groupby(entries, attrgetter("name")):
        number, uses = words[word(name)]
        for entry in group:
            uses.note(entry)
            bearers.append((number, entry.county, entry.toponym))
        if len(words) >= _WORDS_HELD:
            words.write()
            _write_bearers(sql, bearers)
    words.write()
    _write_bearers(sql, bearers)


def unfile(sql: sqlite3.Connection, entry: Entry) -> None:
    """Takes a name out, and its word when no other name is so written."""
    text = word(entry.name)
    row = sql.execute("SELECT id, uses FROM word WHERE text = ?", (text,)).fetchone()
    if row is None:
        return
    number, uses = row
    sql.execute(
        "DELETE FROM word_bearer WHERE (word, area, toponym) = (?, ?, ?)",
        (number, entry.county, entry.toponym),
    )
    if sql.execute("SELECT 1 FROM word_bearer WHERE word = ? LIMIT 1", (number,)).fetchone():
        return
    sql.execute("DELETE FROM word WHERE text = ?", (text,))
    _forget(sql, [(number, text, uses)])


def named_exactly(sql: sqlite3.Connection, names: Iterable[str], scope: Scope) -> list[Named]:
    """Names that are, simplified, one of these, simplified; ordered by id."""
    condition, values = both(area("b.area", scope.areas, COUNTY), where(scope))
    wanted = set(map(simplify, names))
    words = sorted(set(map(word, wanted)))
    rows = sql.execute(
        f"""
        SELECT {NAMED} FROM word AS w CROSS JOIN word_bearer AS b ON b.word = w.id
        CROSS JOIN toponym AS t ON t.fid = b.toponym {PLACES}
        WHERE w.text IN ({", ".join("?" * len(words))}) AND {condition} ORDER BY t.id""",
        [*words, *values],
    )
    return [named for named in map(read, rows) if simplify(named.toponym.name) in wanted]


def typed(
    sql: sqlite3.Connection, prefix: str, scope: Scope, near: str | None, limit: int, held: str
) -> list[Named]:
    """Names that may be typed so from the beginning and hold these characters."""
    text, inside = plain(prefix), plain(held)
    if not text:
        return []
    also = f" AND {holding(inside)}" if inside else ""
    return _first(sql, (whole(text) + also, beginning(text) + also), scope, near, limit, inside)


def containing(
    sql: sqlite3.Connection, text: str, scope: Scope, near: str | None, limit: int
) -> list[Named]:
    """Names with this text anywhere in them."""
    asked = plain(text)
    if not asked:
        return []
    return _first(sql, (whole(asked), holding(asked)), scope, near, limit, asked)


def _first(
    sql: sqlite3.Connection, queries: Iterable[str], scope: Scope, near: str | None, limit: int,
    held: str,
) -> list[Named]:  # fmt: skip
    """The first names of the words that each query meets, near ones first, then anywhere."""
    found: dict[str, Named] = {}
    for query in queries:
        for local in (Scope(areas=(near,)), Scope()) if near else (Scope(),):
            for row in _matching(sql, query, scope, local):
                if len(found) >= limit:
                    return list(found.values())
                if row[_ID] not in found and held in word(row[_NAME]):
                    found[row[_ID]] = read(row)
    return list(found.values())


def _matching(sql: sqlite3.Connection, query: str, scope: Scope, local: Scope) -> Iterator[Row]:
    condition: Condition = ("TRUE", [])
    match = query
    for one in (local, scope):
        match += within(one)
        condition = both(condition, both(area("b.area", one.areas, COUNTY), where(one)))
    return sql.execute(
        f"""
        SELECT {NAMED} FROM word_token AS w CROSS JOIN word_bearer AS b ON b.word = w.rowid
        CROSS JOIN toponym AS t ON t.fid = b.toponym {PLACES}
        WHERE w.word_token MATCH ? AND {condition[0]} ORDER BY w.rowid""",
        [match, *condition[1]],
    )


def word(name: str) -> str:
    """What is typed of a name; all of it when it holds nothing but signs."""
    return plain(name) or name


class _Words:
    """Words that wait to be written in the order of their numbers, which is many times faster."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._waiting: dict[str, tuple[int, str, Uses]] = {}  # number, uses before and now
        self._last: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __getitem__(self, text: str) -> tuple[int, Uses]:
        """The number and the uses of a word; a new one gets a number."""
        known = self._waiting.get(text)
        if known is None:
            row = self._sql.execute("SELECT id, uses FROM word WHERE text = ?", (text,)).fetchone()
            number, before = row or (self._next_number(text), "")
            known = self._waiting[text] = number, before, Uses(before)
        return known[0], known[2]

    def write(self) -> None:
        """Writes what has altered."""
        altered = sorted(
            (number, text, before, str(uses), uses)
            for text, (number, before, uses) in self._waiting.items()
            if str(uses) != before
        )
        self._waiting.clear()
        self._sql.executemany(
            "INSERT OR REPLACE INTO word VALUES (?, ?, ?)",
            [(text, number, after) for number, text, _, after, _ in altered],
        )
        _forget(
            self._sql, [(number, text, before) for number, text, before, *_ in altered if before]
        )
        tokens = tokens_of([(text, uses) for _, text, *_, uses in altered])
        self._sql.executemany(
            "INSERT INTO word_token (rowid, tokens) VALUES (?, ?)",
            zip((number for number, *_ in altered), tokens, strict=True),
        )

    def _next_number(self, text: str) -> int:
        """The shorter the word, the lower."""
        length = min(len(text), _LONGEST)
        last = self._last.get(length)
        if last is None:
            (last,) = self._sql.execute(
                "SELECT max(word) FROM word_bearer WHERE word BETWEEN ? AND ?",
                (length * _ROOM, (length + 1) * _ROOM - 1),
            ).fetchone()
        self._last[length] = length * _ROOM if last is None else last + 1
        return self._last[length]


def _forget(sql: sqlite3.Connection, words: list[tuple[int, str, str]]) -> None:
    """Takes words, used so, from the index; it keeps no text and must be told what it forgets."""
    tokens = tokens_of([(text, Uses(uses)) for _, text, uses in words])
    sql.executemany(
        "INSERT INTO word_token (word_token, rowid, tokens) VALUES ('delete', ?, ?)",
        zip((number for number, *_ in words), tokens, strict=True),
    )


def _write_bearers(sql: sqlite3.Connection, bearers: list[tuple[int, str, int]]) -> None:
    sql.executemany("INSERT OR IGNORE INTO word_bearer VALUES (?, ?, ?)", sorted(bearers))
    bearers.clear()
