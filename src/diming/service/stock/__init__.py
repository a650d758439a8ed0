"""Stocks a new registry with what ships for 济宁: areas, divisions, open data, sourced names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Place, Toponym
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Named
from diming.service.stock import areas, divisions, open_data
from diming.service.stock import names as heritage_and_roads

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diming.registry.store import Change, Store

REASON = "随程序所带数据建库 / stocked with the data that ships"


def init(path: Path, person: str, tell: Callable[[str], None]) -> Store:
    """Makes a registry at `path` and files everything that ships in one change.

    A registry that is there already is refused; one that could not be stocked is taken away
    again. Returns the open registry.
    """
    store = GeoPackageStore.create(path)
    try:
        with store.change(person, REASON) as change:
            _stock(change, tell)
    except BaseException:
        store.close()
        for leftover in path.parent.glob(path.name + "*"):
            leftover.unlink()
        raise
    return store


def _stock(change: Change, tell: Callable[[str], None]) -> None:
    """Puts areas and sources, then loads the names; a later room may say more of a name."""
    places: dict[str, Place] = {}
    names: dict[str, Toponym] = {}
    for room in (areas, divisions, open_data, heritage_and_roads):
        counts = {"place": 0, "toponym": 0, "jurisdiction": 0, "source": 0}
        for record in room.records():
            counts[type(record).__name__.lower()] += 1
            if isinstance(record, Place):
                places[record.id] = record
            elif isinstance(record, Toponym):
                names[record.id] = record
            else:
                change.put(record)
        tell(
            f"{room.TITLE}: 政区 {counts['jurisdiction']}, 地理实体 {counts['place']}, "
            f"地名 {counts['toponym']}"
        )
    if nameless := places.keys() - {name.place_id for name in names.values()}:
        raise ValueError(f"places without a name: {sorted(nameless)}")
    change.load(Named(name, places[name.place_id]) for name in names.values())
