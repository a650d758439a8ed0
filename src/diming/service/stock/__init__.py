"""Stocks a new registry with what ships for 济宁: areas, divisions, open data, sourced names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.registry.geopackage import GeoPackageStore
from diming.service.stock import areas, divisions, names, open_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diming.registry.store import Store

REASON = "随程序所带数据建库 / stocked with the data that ships"


def init(path: Path, person: str, tell: Callable[[str], None]) -> Store:
    """Makes a registry at `path` and files everything that ships in one change.

    A registry that is there already is refused; one that could not be stocked is taken away
    again. Returns the open registry.
    """
    store = GeoPackageStore.create(path)
    try:
        with store.change(person, REASON) as change:
            for room in (areas, divisions, open_data, names):
                counts = {"place": 0, "toponym": 0, "jurisdiction": 0, "source": 0}
                for record in room.records():
                    change.put(record)
                    counts[type(record).__name__.lower()] += 1
                tell(
                    f"{room.TITLE}: 政区 {counts['jurisdiction']}, 地理实体 {counts['place']}, "
                    f"地名 {counts['toponym']}"
                )
    except BaseException:
        store.close()
        for leftover in path.parent.glob(path.name + "*"):
            leftover.unlink()
        raise
    return store
