"""A registry of every kind to run the store's contract on, and a clerk who files what tests need.

A further backend joins the contract by one more entry in `BACKENDS`.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import LineString

from diming.model import FeatureClass, Place, Toponym, ToponymKind, ToponymStatus
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from diming.registry.records import Record
    from diming.registry.store import Store

BACKENDS: dict[str, Callable[[Path], Store]] = {
    "geopackage": lambda folder: GeoPackageStore.create(folder / "地名 库.gpkg"),
    "memory": lambda _: GeoPackageStore.create(":memory:"),
}


class Clerk:
    """Files records in a registry, one unit of work a call."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def file(self, *records: Record) -> list[str]:
        with self.store.change("王办事员", "录入") as change:
            return [change.put(record) for record in records]

    def name(
        self,
        name: str,
        code: str = "370811",
        *,
        feature_class: FeatureClass = FeatureClass.ROAD,
        status: ToponymStatus = ToponymStatus.IN_USE,
        kind: ToponymKind = ToponymKind.STANDARD,
        reading: str | None = None,
        geometry: BaseGeometry | None = None,
    ) -> Named:
        """Files a place and its name; ids follow the name and the area."""
        place = Place(f"地/{name}@{code}", feature_class, code, geometry)
        toponym = Toponym(f"名/{name}@{code}", place.id, name, kind, status, reading)
        self.file(place, toponym)
        return Named(toponym, place)


@contextmanager
def opened(store: Store) -> Iterator[Store]:
    try:
        yield store
    finally:
        store.close()


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty registry of each backend."""
    with opened(BACKENDS[request.param](tmp_path)) as made:
        yield made


@pytest.fixture
def clerk(store: Store) -> Clerk:
    """A clerk at that registry."""
    return Clerk(store)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a registry may be made."""
    return tmp_path / "registry.gpkg"


@pytest.fixture
def geopackage(file: Path) -> Iterator[GeoPackageStore]:
    """An empty registry in that file."""
    store = GeoPackageStore.create(file, registry_id="济宁")
    yield store
    store.close()


@pytest.fixture
def road() -> LineString:
    """A road of some hundred metres in 任城区."""
    return LineString([(116.60, 35.40), (116.605, 35.401), (116.61, 35.401)])


@pytest.fixture
def ogrinfo() -> str:
    """The path of GDAL's ogrinfo; CI must have it."""
    found = shutil.which("ogrinfo")
    if found is None and os.environ.get("CI"):
        pytest.fail("ogrinfo is missing: install gdal-bin")
    if found is None:
        pytest.skip("ogrinfo is not installed")
    return found
