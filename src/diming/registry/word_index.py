"""Files names as somebody types them, so that a search finds them from the first character on.

What people type of a name (`names.plain`) is a word, kept once, with the names that are so
typed; `word_tokens` says what it is found by. Numbers of words grow with their length, so that
every answer begins with the shortest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from diming.names.characters import simplify
from diming.names.plain import plain
from diming.registry.aside import ahead
from diming.registry.entry import bearers_of, has_alike
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
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from diming.registry.entry import Entry
    from diming.registry.filters import Condition
    from diming.registry.records import Row
    from diming.registry.store import Named

    _Altered = tuple[int, str, Uses, Uses]  # a word: its number and text, its uses before and now

_LONGEST = 31  # longer words are numbered as if they were so long: a number keeps to 31 bits
_ROOM = 2**26  # words of one length
_WORDS_HELD = 50_000  # written together, in the order of their numbers
_ID, _NAME = map(TOPONYM.columns.index, ("id", "name"))


def file_many(sql: sqlite3.Connection, entries: Iterable[Entry], *, aside: bool = False) -> None:
    """Files names, equal ones together (`entry.BY_NAME`).

    `aside` has them cut into tokens by other processes, which pays for very many.
    """
    for words, tokens in ahead(_tokens_of, _written(sql, entries), aside=aside):
        _find_by(sql, words, *tokens)


def refile(sql: sqlite3.Connection, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """Files names anew that were filed so and now are to be filed so."""
    both_ways = (*before, *after)
    rows = {entry.toponym for entry in both_ways}
    alike = [has_alike(sql, word(entry.name), entry, besides=rows) for entry in both_ways]
    used_on = {word(entry.name) for entry in both_ways}
    used_on.difference_update(
        word(entry.name) for entry, other in zip(both_ways, alike, strict=True) if not other
    )
    words = _Words(sql, rows, used_on)
    for entry in before:
        words[word(entry.name)].take_out(entry)
    for entry in after:
        words[word(entry.name)].put_in(entry)
    altered = words.write()
    _find_by(sql, altered, *_tokens_of(altered))


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


@dataclass
class _Word:
    """A word whose names alter: how it was used and is used now, which names go and come."""

    text: str
    number: int
    on_file: bool
    before: Uses
    after: Uses
    gone: list[tuple[int, str, int]] = field(default_factory=list)
    come: list[tuple[int, str, int]] = field(default_factory=list)

    def put_in(self, entry: Entry) -> None:
        """A name more."""
        self.after.note(entry)
        self.come.append((self.number, entry.county, entry.toponym))

    def take_out(self, entry: Entry) -> None:
        """A name less."""
        self.before.note(entry)
        self.gone.append((self.number, entry.county, entry.toponym))


class _Words:
    """Words that wait to be written in the order of their numbers, which is many times faster."""

    def __init__(
        self,
        sql: sqlite3.Connection,
        altered: Collection[int] = (),
        used_on: Collection[str] = (),
    ) -> None:
        """None yet; `altered` are the rows of names that will be taken out or put in.

        `used_on` are words that other names use just as these do: their uses stay as they are,
        and the names of a common word need not be read for one more.
        """
        self._sql = sql
        self._altered = altered
        self._used_on = used_on
        self._waiting: dict[str, _Word] = {}
        self._last: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __getitem__(self, text: str) -> _Word:
        """A word as the names have it that do not alter; a new one gets a number."""
        known = self._waiting.get(text)
        if known is None:
            row = self._sql.execute("SELECT id FROM word WHERE text = ?", (text,)).fetchone()
            number = self._next_number(text) if row is None else row[0]
            before, after = Uses(), Uses()
            if text in self._used_on:
                after = before
            elif row is not None:
                for entry in bearers_of(self._sql, number, besides=self._altered):
                    before.note(entry)
                    after.note(entry)
            known = self._waiting[text] = _Word(text, number, row is not None, before, after)
        return known

    def write(self) -> list[_Altered]:
        """Writes the words and their names, and says which words are to be found otherwise."""
        words = sorted(self._waiting.values(), key=attrgetter("number"))
        self._waiting.clear()
        self._sql.executemany(
            "DELETE FROM word_bearer WHERE (word, area, toponym) = (?, ?, ?)",
            [bearer for one in words for bearer in one.gone],
        )
        self._sql.executemany(
            "INSERT OR IGNORE INTO word_bearer VALUES (?, ?, ?)",
            [bearer for one in words for bearer in sorted(one.come)],
        )
        self._sql.executemany(
            "INSERT INTO word VALUES (?, ?)",
            [(one.text, one.number) for one in words if one.after and not one.on_file],
        )
        self._sql.executemany(
            "DELETE FROM word WHERE text = ?",
            [(one.text,) for one in words if one.on_file and not one.after],
        )
        return [(w.number, w.text, w.before, w.after) for w in words if w.before != w.after]

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


def _written(sql: sqlite3.Connection, entries: Iterable[Entry]) -> Iterator[list[_Altered]]:
    """Writes names with their words by the lot; the words that are to be found otherwise."""
    words = _Words(sql)
    for name, group in groupby(entries, attrgetter("name")):
        one = words[word(name)]
        for entry in group:
            one.put_in(entry)
        if len(words) >= _WORDS_HELD:
            yield words.write()
    yield words.write()


def _tokens_of(words: list[_Altered]) -> tuple[list[str], list[str]]:
    """What words were found by, as far as they were, and what they are to be found by."""
    return (
        tokens_of([(text, before) for _, text, before, _ in words if before]),
        tokens_of([(text, after) for _, text, _, after in words if after]),
    )


def _find_by(
    sql: sqlite3.Connection, words: list[_Altered], gone: list[str], come: list[str]
) -> None:
    """Tells the index of words; it keeps no text and must be told what it forgets."""
    sql.executemany(
        "INSERT INTO word_token (word_token, rowid, tokens) VALUES ('delete', ?, ?)",
        zip((number for number, _, before, _ in words if before), gone, strict=True),
    )
    sql.executemany(
        "INSERT INTO word_token (rowid, tokens) VALUES (?, ?)",
        zip((number for number, *_, after in words if after), come, strict=True),
    )
