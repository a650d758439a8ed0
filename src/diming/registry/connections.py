"""Lends database connections to whoever reads or writes, one user at a time each.

A file may have many connections: readers never wait, for the file is in WAL mode, and a thread
that holds a unit of work reads through it and so sees its own work; others see what was committed
last. A registry in memory has one connection, and its users take turns.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from diming.errors import RegistryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STATEMENTS_KEPT = 256
_READ_KIB = 16 * 1024  # the upper pages of every index stay at hand, whatever the registry's size
_CACHE_KIB = 64 * 1024  # keys come in no order: an import must not fetch each page from the disk


def connect(target: str, wait_s: float) -> sqlite3.Connection:
    """A connection to a URI or `:memory:` that waits `wait_s` seconds for another writer."""
    connection = sqlite3.connect(
        target,
        uri=True,
        timeout=wait_s,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


class Connections:
    """The connections of one open registry."""

    def __init__(
        self, first: sqlite3.Connection, more: Callable[[], sqlite3.Connection] | None
    ) -> None:
        """Starts with one connection; `more` opens further ones, None when there can be none."""
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._idle.put(_roomy(first))
        self._more = more
        self._held = threading.local()
        self._closed = False

    def lend(self) -> Loan:
        """A connection to read with: the thread's own one while it holds a unit of work."""
        return Loan(self)

    @contextmanager
    def hold(self) -> Iterator[sqlite3.Connection]:
        """A connection that this thread keeps for a whole unit of work."""
        with self.lend() as connection:
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            self._held.connection = connection
            try:
                yield connection
            finally:
                self._held.connection = None

    def held(self) -> sqlite3.Connection | None:
        """The connection that this thread keeps for a unit of work, None outside of one."""
        return getattr(self._held, "connection", None)

    def close(self) -> None:
        """Closes what is idle now, and what is in use as soon as it comes back."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    def take(self) -> sqlite3.Connection:
        """A connection that nobody uses."""
        if self._closed:
            raise RegistryError("地名库已关闭", "the registry has been closed")
        if self._more is None:
            return self._idle.get()
        try:
            return self._idle.get_nowait()
        except Empty:
            return _roomy(self._more())

    def give_back(self, connection: sqlite3.Connection) -> None:
        """Lets others use it again."""
        if self._closed:
            connection.close()
        else:
            self._idle.put(connection)


class Loan:
    """One connection while one question is answered; what goes wrong meanwhile is said plainly.

    A class and no generator, for every question of every review borrows one.
    """

    __slots__ = ("_connections", "_taken")

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._taken: sqlite3.Connection | None = None

    def __enter__(self) -> sqlite3.Connection:
        held = self._connections.held()
        if held is not None:
            return held
        try:
            self._taken = self._connections.take()
        except sqlite3.DatabaseError as error:
            _say_plainly(error)
            raise
        return self._taken

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._taken is not None:
            self._connections.give_back(self._taken)
        if isinstance(error, sqlite3.DatabaseError):
            _say_plainly(error)


def _roomy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A connection to a registry with room for the pages that every question goes through."""
    connection.execute(f"PRAGMA cache_size = -{_READ_KIB}")
    return connection


@contextmanager
def said_plainly() -> Iterator[None]:
    """Says what the disk or another program prevented; defects of ours pass as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        _say_plainly(error)
        raise


def _say_plainly(error: sqlite3.DatabaseError) -> None:
    """Raises RegistryError for what the disk or another program prevented."""
    plain = _PLAIN.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if plain is not None:
        zh, en, mend_zh, mend_en = plain
        raise RegistryError(
            f"{zh}（{error}）", f"{en} ({error})", mend=(mend_zh, mend_en)
        ) from error


_DAMAGED = (
    "地名库文件已损坏", "the registry file is damaged",
    "请用最近的备份恢复", "restore the latest backup",
)  # fmt: skip
_PLAIN = {
    sqlite3.SQLITE_BUSY: (
        "地名库正被另一程序写入", "another program is writing to the registry",
        "请稍后再试", "try again in a while",
    ),
    sqlite3.SQLITE_READONLY: (
        "地名库文件不可写", "the registry file cannot be written to",
        "请检查文件和目录的写权限", "check the permissions of the file and its directory",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "地名库文件打不开", "the registry file cannot be opened",
        "请检查路径和权限", "check its path and permissions",
    ),
    sqlite3.SQLITE_FULL: (
        "磁盘已满", "the disk is full", "请腾出空间后再试", "make room and try again",
    ),
    sqlite3.SQLITE_IOERR: (
        "地名库文件读写出错", "the registry file cannot be read or written",
        "请检查磁盘或网络盘", "check the disk or network drive",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}  # fmt: skip
