"""Opens a registry by its address, for the length of a piece of work."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import RegistryError
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Store


@contextmanager
def open_registry(url: str, *, read_only: bool = False) -> Iterator[Store]:
    """The registry at `url` for the length of a `with`; raises RegistryError."""
    if "://" in url:
        raise RegistryError(
            f"不支持的地名库地址: {url}", f"unsupported registry address: {url}",
            mend=("给出 .gpkg 文件的路径", "give the path of a .gpkg file"),
        )  # fmt: skip
    store = GeoPackageStore.open(Path(url), read_only=read_only)
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
