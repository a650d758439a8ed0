"""Files names as somebody types them, so that a search finds them from the first character on.

What people type of a name (`names.plain`) is a word, kept once, with the names that are so
typed. Its tokens say which characters it holds, how it begins in characters, letters and initials,
in which areas and classes it is used: a search asks for several at once. Numbers of words grow
with their length, so that every answer begins with the shortest.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.model.jurisdiction import stem as digits_of
from diming.names.characters import simplify
from diming.names.keys import bigrams, grams
from diming.names.keys import typed as typed_keys
from diming.names.plain import plain
from diming.registry.filters import NAMED, PLACES, area, both, read, where
from diming.registry.records import TOPONYM
from diming.registry.store import Scope

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from diming.registry.entry import Entry
    from diming.registry.filters import Condition
    from diming.registry.records import Row
    from diming.registry.store import Named

_LONGEST = 31  # longer words are numbered as if they were so long: a number keeps to 31 bits
_ROOM = 2**26  # words of one length
_WORDS_HELD = 50_000  # whose tokens are written together
_BEARERS_HELD = 10_000

# What kind of token it is: characters of the private plane 15, which stand in no name.
_WHOLE, _BEGINNING, _AREA, _CLASS, _HERITAGE = map(chr, range(0xF0000, 0xF0005))
_HEAD_LETTERS, _HEAD_CHARACTERS = 8, 3  # beginnings that have a token of their own
_PARTS = 3
_DIGITS = (6, 4, 2)  # county, prefecture, province
_ID, _NAME = map(TOPONYM.columns.index, ("id", "name"))
_CHARACTER = re.compile(r"[^\x00-\x7f]")


class _Uses:
    """In which counties a word is used, whether as heritage, with which classes and readings.

    What is noted stays until the last name goes: a search asks the names themselves in the end.
    """

    def __init__(self, text: str = "\n") -> None:
        counties, self.heritage, *kinds = text.split("\n")
        self.counties = dict.fromkeys(counties.split())
        self.kinds = dict.fromkeys(kinds)

    def note(self, entry: Entry) -> None:
        self.counties[entry.county] = None
        self.heritage = _HERITAGE if entry.heritage else self.heritage
        self.kinds[f"{entry.feature_class} {entry.reading or ''}".rstrip()] = None

    def __str__(self) -> str:
        return "\n".join((" ".join(self.counties), self.heritage, *self.kinds))


def file_many(sql: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Files names, equal ones together (`entry.BY_NAME`)."""
    next_number = _Numbers(sql)
    tokens = _Tokens(sql)
    bearers: list[tuple[int, str, int]] = []
    for name, group in groupby(entries, attrgetter("name")):
        text = word(name)
        row = sql.execute("SELECT id, uses FROM word WHERE text = ?", (text,)).fetchone()
        number, before = row or (next_number(text), "")
        uses = _Uses(before) if before else _Uses()
        for entry in group:
            uses.note(entry)
            bearers.append((number, entry.county, entry.toponym))
        after = str(uses)
        if after != before:
            sql.execute("INSERT OR REPLACE INTO word VALUES (?, ?, ?)", (text, number, after))
            tokens.alter(number, text, before, after)
        if len(bearers) >= _BEARERS_HELD:
            _write_bearers(sql, bearers)
    _write_bearers(sql, bearers)
    tokens.write()


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
    tokens = _Tokens(sql)
    tokens.alter(number, text, uses, "")
    tokens.write()


def named_exactly(sql: sqlite3.Connection, names: Iterable[str], scope: Scope) -> list[Named]:
    """Names that are, simplified, one of these, simplified; ordered by id."""
    condition, values = both(area("b.area", scope.areas, _DIGITS[0]), where(scope))
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
    sql: sqlite3.Connection, prefix: str, scope: Scope, near: str | None, limit: int, holding: str
) -> list[Named]:
    """Names that may be typed so from the beginning and hold these characters."""
    text, held = plain(prefix), plain(holding)
    if not text:
        return []
    also = f" AND {_parts(held)}" if held else ""
    whole = _token(_WHOLE + text)
    has_token = _heads(text) == len(text)
    beginning = _token(_BEGINNING + text) if has_token else f"{whole} *"
    return _first(sql, (whole + also, beginning + also), scope, near, limit, held)


def containing(
    sql: sqlite3.Connection, text: str, scope: Scope, near: str | None, limit: int
) -> list[Named]:
    """Names with this text anywhere in them."""
    asked = plain(text)
    if not asked:
        return []
    return _first(sql, (_token(_WHOLE + asked), _parts(asked)), scope, near, limit, asked)


def _parts(text: str) -> str:
    """What a query says of characters that stand side by side; whoever asks looks at the name.

    The first ones are enough, for what is common of a name (村民委员会) is its end.
    """
    return " AND ".join(map(_token, bigrams(text)[:_PARTS] or [text]))


def _write_bearers(sql: sqlite3.Connection, bearers: list[tuple[int, str, int]]) -> None:
    sql.executemany("INSERT OR IGNORE INTO word_bearer VALUES (?, ?, ?)", bearers)
    bearers.clear()


def _first(
    sql: sqlite3.Connection, tokens: Iterable[str], scope: Scope, near: str | None, limit: int,
    held: str = "",
) -> list[Named]:  # fmt: skip
    """The first names of words with these tokens, each kind of token near first, then anywhere."""
    found: dict[str, Named] = {}
    for token in tokens:
        for local in (Scope(areas=(near,)), Scope()) if near else (Scope(),):
            for row in _matching(sql, token, scope, local):
                if len(found) >= limit:
                    return list(found.values())
                if row[_ID] not in found and held in word(row[_NAME]):
                    found[row[_ID]] = read(row)
    return list(found.values())


def _matching(sql: sqlite3.Connection, token: str, scope: Scope, local: Scope) -> Iterator[Row]:
    condition: Condition = ("TRUE", [])
    match = token
    for one in (local, scope):
        match += _asked(one)
        condition = both(condition, both(area("b.area", one.areas, _DIGITS[0]), where(one)))
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


class _Numbers:
    """Gives out numbers of new words, the shorter the lower."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._last: dict[int, int] = {}

    def __call__(self, text: str) -> int:
        length = min(len(text), _LONGEST)
        last = self._last.get(length)
        if last is None:
            (last,) = self._sql.execute(
                "SELECT max(word) FROM word_bearer WHERE word BETWEEN ? AND ?",
                (length * _ROOM, (length + 1) * _ROOM - 1),
            ).fetchone()
        self._last[length] = length * _ROOM if last is None else last + 1
        return self._last[length]


class _Tokens:
    """Tokens that wait to be written in the order of words, which the index takes much faster."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._waiting: dict[int, tuple[str, str, str]] = {}

    def alter(self, number: int, text: str, before: str, after: str) -> None:
        """A word is used otherwise than before; without any use it is dropped."""
        _, first, _ = self._waiting.get(number, (text, before, after))
        self._waiting[number] = text, first, after
        if len(self._waiting) >= _WORDS_HELD:
            self.write()

    def write(self) -> None:
        words = sorted(self._waiting.items())
        self._sql.executemany(  # the index keeps no text, and must be told what to forget
            "INSERT INTO word_token (word_token, rowid, tokens) VALUES ('delete', ?, ?)",
            ((number, _tokens(text, before)) for number, (text, before, _) in words if before),
        )
        self._sql.executemany(
            "INSERT INTO word_token (rowid, tokens) VALUES (?, ?)",
            ((number, _tokens(text, after)) for number, (text, _, after) in words if after),
        )
        self._waiting.clear()


def _tokens(text: str, uses: str) -> str:
    """All tokens of a word."""
    used = _Uses(uses)
    tokens = [*grams(text), used.heritage]
    for kind in used.kinds:
        feature_class, _, reading = kind.partition(" ")
        tokens.append(_CLASS + feature_class)
        for keyed in typed_keys(text, FeatureClass(feature_class), reading or None):
            tokens.append(_WHOLE + keyed)
            tokens += [_BEGINNING + keyed[:end] for end in range(1, _heads(keyed) + 1)]
    for county in used.counties:
        tokens += [_AREA + county[:digits] for digits in _DIGITS]
    return " ".join(dict.fromkeys(tokens))


def _heads(keyed: str) -> int:
    """How many beginnings of a text have a token of their own."""
    letters = len(keyed) if keyed.isascii() else len(_CHARACTER.split(keyed, maxsplit=1)[0])
    return min(max(min(letters, _HEAD_LETTERS), _HEAD_CHARACTERS), len(keyed))


def _token(text: str) -> str:
    """A token as a query writes it."""
    return f'"{text}"'


def _asked(scope: Scope) -> str:
    """What a query says of areas, classes and heritage."""
    areas = [digits_of(code) for code in scope.areas]
    asked = ""
    if areas and all(areas):
        asked += _any(_AREA + code[: _digits(code)] for code in areas)
    if scope.classes:
        asked += _any(_CLASS + kind for kind in scope.classes)
    if scope.heritage:
        asked += _any((_HERITAGE,))
    return asked


def _digits(code: str) -> int:
    """How many digits of a code there is a token for."""
    return next((digits for digits in _DIGITS if len(code) >= digits), len(code))


def _any(tokens: Iterable[str]) -> str:
    return f" AND ({' OR '.join(map(_token, tokens))})"
