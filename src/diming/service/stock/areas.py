"""The polygons that ship: counties of 济宁 and around, their prefectures and provinces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely.geometry import shape

from diming.model import FeatureClass, Jurisdiction, Level, Place, Source, Toponym
from diming.service.stock import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "参考界线 (天地图 2024)"
_FILES = ("provinces", "prefectures", "counties")


def records() -> Iterator[Source | Jurisdiction | Place | Toponym]:
    """Areas with reference polygons, and their names as names of places."""
    for stem in _FILES:
        path = f"boundaries/{stem}.geojson"
        source = shelf.source(path)
        yield source
        for feature in shelf.features("boundaries", f"{stem}.geojson"):
            area = feature["properties"]
            code, level = area["adcode"], Level(area["level"])
            polygon = shape(feature["geometry"])
            yield Jurisdiction(code, area["name"], level, area["parent"], polygon, source.id)
            yield Place(f"area-{code}", FeatureClass(level.value), code, polygon, source=source.id)
            yield Toponym(f"area-{code}-name", f"area-{code}", area["name"], source=source.id)
