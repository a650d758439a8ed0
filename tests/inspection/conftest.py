"""A registry with the counties that ship, and one to draw counties in."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from diming.model import Jurisdiction, Level, Source
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Store
from diming.settings import shipped

TIANDITU = Source("tianditu", "天地图 国家基础地理信息中心，审图号 GS(2024)0650号", vintage="2024")


@pytest.fixture(scope="session")
def jining() -> Iterator[Store]:
    """济宁's eleven counties and the seventeen that touch them, as shipped."""
    path = shipped("data", "boundaries", "counties.geojson")
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("测试", "导入随附的县级多边形") as change:
            change.put(TIANDITU)
            for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
                said = feature["properties"]
                change.put(
                    Jurisdiction(
                        said["adcode"],
                        said["name"],
                        Level.COUNTY,
                        said["parent"],
                        shape(feature["geometry"]),
                        TIANDITU.id,
                    )
                )
        yield store


@pytest.fixture
def drawn() -> Iterator[Callable[[dict[str, BaseGeometry | None]], Store]]:
    """Files counties drawn by the test, each under its code and named after it."""
    with closing(GeoPackageStore.create(":memory:")) as store:

        def draw(counties: dict[str, BaseGeometry | None]) -> Store:
            with store.change("测试", "画图") as change:
                for code, polygon in counties.items():
                    change.put(Jurisdiction(code, f"{code}县", Level.COUNTY, geometry=polygon))
            return store

        yield draw
