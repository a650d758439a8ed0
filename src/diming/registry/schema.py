"""Lays out the tables of a registry file, tells one from other files, brings older ones up to date.

Each `migrations/NNNN_name.sql` takes the schema one version on. The version stands in our own
table `registry`, for a GeoPackage needs `user_version` for itself.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import RegistryError, Where
from diming.names.edition import EDITION
from diming.registry import indexes

if TYPE_CHECKING:
    from collections.abc import Iterator

MIGRATIONS = Path(__file__).parent / "migrations"

_APPLICATION_ID = int.from_bytes(b"GPKG", "big")


def latest() -> int:
    """The newest schema version this program knows."""
    return max(_migrations())


def lay_out(connection: sqlite3.Connection, registry_id: str, file: str) -> None:
    """Makes an empty database a registry at revision 0, all at once or not at all.

    Raises RegistryError when the database holds anything already.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise
        tables = 1
    try:
        if tables:
            raise RegistryError(
                "文件已存在, 不会被覆盖",
                "the file exists and will not be overwritten",
                mend=("请换一个路径, 或先移走该文件", "choose another path or move the file away"),
                where=Where(file=file),
            )
        _apply(connection, 0)
        connection.execute(
            "INSERT INTO registry (id, schema_version, revision, edition) VALUES (?, ?, 0, ?)",
            (registry_id, latest(), EDITION),
        )
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def version(connection: sqlite3.Connection, file: str) -> int:
    """The schema version of a file; raises RegistryError when it is none that we can use."""
    here = Where(file=file)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        ours = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
            " AND name IN ('registry', 'toponym', 'gpkg_contents')"
        ).fetchone() == (3,)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise
        application, ours = None, False
    if application != _APPLICATION_ID:
        raise RegistryError(
            "文件不是 GeoPackage",
            "the file is no GeoPackage",
            mend=("请指定由 diming init 建立的地名库", "name a registry made by diming init"),
            where=here,
        )
    if not ours:
        raise RegistryError(
            "文件是 GeoPackage, 但不是地名库",
            "the file is a GeoPackage but no registry",
            mend=(
                "用 diming init 建库, 再用 diming import 导入此文件",
                "make a registry with diming init, then add this file with diming import",
            ),
            where=here,
        )
    (found,) = connection.execute("SELECT schema_version FROM registry").fetchone()
    if found > latest():
        raise RegistryError(
            f"地名库的结构版本是 {found}, 本程序只认得到 {latest()}",
            f"the registry has schema version {found}, this program knows up to {latest()}",
            mend=("请升级 diming", "install a newer diming"),
            where=here,
        )
    return int(found)


def upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Brings an older file up to date in one transaction, after a copy beside it was made.

    Names filed under keys of another edition are filed anew; that alone makes no copy, for the
    keys can be made from the names at any time.
    """
    before = version(connection, str(path))
    if before == latest() and indexes.filed_today(connection):
        return
    if before != latest():
        copy(connection, path.with_name(f"{path.stem}.schema{before}{path.suffix}"))
    connection.execute("PRAGMA foreign_keys = OFF")  # a migration may have to rebuild a table
    connection.execute("BEGIN IMMEDIATE")
    try:
        _apply(connection, version(connection, str(path)))
        connection.execute("UPDATE registry SET schema_version = ?", (latest(),))
        if not indexes.filed_today(connection):
            indexes.file_anew(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def names_to_file(connection: sqlite3.Connection, file: str) -> int | None:
    """How many names `upgrade` would file anew, None when a file can be used as it stands."""
    if version(connection, file) == latest() and indexes.filed_today(connection):
        return None
    return int(connection.execute("SELECT count(*) FROM toponym").fetchone()[0])


def require_latest(connection: sqlite3.Connection, file: str) -> None:
    """Raises RegistryError when a file cannot be read as it stands."""
    if version(connection, file) != latest():
        raise RegistryError(
            "地名库的结构较旧, 只读打开时不能升级",
            "the registry has an older schema, which a reader cannot bring up to date",
            mend=("请先以可写方式打开一次", "open it once where it can be written to"),
            where=Where(file=file),
        )
    if not indexes.filed_today(connection):
        raise RegistryError(
            "地名库的检索键出自另一版本的程序, 只读打开时不能更新",
            "the search keys are those of another edition, which a reader cannot make anew",
            mend=("请先以可写方式打开一次", "open it once where it can be written to"),
            where=Where(file=file),
        )


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """A copy in one file, made while others read and write; it replaces `target` when whole."""
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as other:
        connection.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")
    unfinished.replace(target)


def _migrations() -> dict[int, Path]:
    return {int(path.name[:4]): path for path in sorted(MIGRATIONS.glob("*.sql"))}


def _apply(connection: sqlite3.Connection, after: int) -> None:
    for number, path in _migrations().items():
        if number > after:
            for statement in _statements(path.read_text("utf-8")):
                connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit what went before it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement:
        yield statement
