"""Opens a registry by its address, for the length of a piece of work.

A registry that an earlier edition of the program made is brought up to date first, whether it is
opened to read or to write; as its names are filed anew, whoever waits is told on standard error.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import RegistryError
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Store


_NAMES_A_MINUTE = 500_000  # measured on one core


@contextmanager
def open_registry(url: str, *, read_only: bool = False) -> Iterator[Store]:
    """The registry at `url` for the length of a `with`; raises RegistryError."""
    if "://" in url:
        raise RegistryError(
            f"不支持的地名库地址: {url}", f"unsupported registry address: {url}",
            mend=("给出 .gpkg 文件的路径", "give the path of a .gpkg file"),
        )  # fmt: skip
    path = Path(url)
    _bring_up_to_date(path)
    store = GeoPackageStore.open(path, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def registry_or_none(url: str | None) -> Iterator[Store | None]:
    """The registry at `url` to read from, or None when there is no address."""
    if url is None:
        yield None
        return
    with open_registry(url, read_only=True) as store:
        yield store


def _bring_up_to_date(path: Path) -> None:
    names = GeoPackageStore.names_to_file(path)
    if names is None:
        return
    minutes = -(-names // _NAMES_A_MINUTE)
    sys.stderr.write(
        f"{path} 出自另一版本的程序, 正在重编 {names} 个地名的检索键, 约 {minutes} 分钟, 只此一次\n"
        f"another edition of the program made this registry; its names ({names}) are being filed "
        f"anew, once, in about {minutes} min\n"
    )
    try:
        GeoPackageStore.open(path).close()
    except RegistryError as error:
        raise RegistryError(
            f"检索键不能更新, {error.zh}",
            f"the search keys cannot be made anew: {error.en}",
            mend=error.mend,
            where=error.where,
        ) from error
