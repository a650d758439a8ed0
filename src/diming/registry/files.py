"""Makes registry files and opens them, each with the connections it is used through."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import RegistryError, Where
from diming.registry import schema
from diming.registry.connections import Connections, connect, said_plainly

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_MEMORY = ":memory:"


def make(path: str | Path, registry_id: str, wait_s: float) -> Connections:
    """A new registry at revision 0, in a file or in memory.

    The tables are laid out in one transaction, so that a file is whole or still empty, and an
    empty one can be made anew. Raises RegistryError when the file exists or cannot be made.
    """
    if str(path) == _MEMORY:
        connection = connect(_MEMORY, wait_s)
        schema.lay_out(connection, registry_id, _MEMORY)
        return Connections(connection, None)
    file = Path(path)
    if not file.parent.is_dir():
        raise RegistryError(
            f"目录 {file.parent} 不存在",
            f"there is no directory {file.parent}",
            mend=("请先建立目录", "make the directory first"),
            where=Where(file=str(path)),
        )
    return _connected(
        file, "rwc", wait_s, lambda first: schema.lay_out(first, registry_id, str(path))
    )


def open_to_write(file: Path, wait_s: float) -> Connections:
    """An existing registry, brought up to date; raises RegistryError when it cannot be used."""
    _require(file)
    return _connected(file, "rw", wait_s, lambda first: schema.upgrade(first, file))


def open_to_read(file: Path, wait_s: float) -> Connections:
    """An existing registry as it stands; raises RegistryError when it cannot be used."""
    _require(file)
    return _connected(file, "ro", wait_s, lambda first: schema.require_latest(first, str(file)))


def names_to_file(file: Path, wait_s: float) -> int | None:
    """How many names have to be filed anew before a registry can be read, None for none."""
    _require(file)
    with said_plainly(), closing(connect(f"{file.absolute().as_uri()}?mode=ro", wait_s)) as sql:
        return schema.names_to_file(sql, str(file))


def _require(file: Path) -> None:
    if not file.is_file():
        raise RegistryError(
            "找不到地名库",
            "there is no registry",
            mend=(f"建库: diming init --registry {file}", f"diming init --registry {file}"),
            where=Where(file=str(file)),
        )


def _connected(
    file: Path, mode: str, wait_s: float, prepare: Callable[[sqlite3.Connection], None]
) -> Connections:
    """The connections of a file: the first one prepares it, further ones find it there."""
    address = file.absolute().as_uri()
    with said_plainly():
        first = connect(f"{address}?mode={mode}", wait_s)
        try:
            prepare(first)
            if mode != "ro":
                first.execute("PRAGMA journal_mode = WAL")  # others read while one writes
        except BaseException:
            first.close()
            raise
    return Connections(first, lambda: connect(f"{address}?mode={mode.removesuffix('c')}", wait_s))
