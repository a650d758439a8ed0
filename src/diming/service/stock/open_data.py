"""Open map data with positions: OpenStreetMap places (ODbL) and GeoNames settlements (CC-BY)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely.geometry import Point

from diming.model import FeatureClass, Place, Source, Toponym
from diming.service.stock import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "开放地图数据 (OpenStreetMap, GeoNames)"

# What OpenStreetMap calls a thing → our class; all that is not named here is a facility.
_CLASSES = {
    "residential": FeatureClass.RESIDENTIAL,
    "building": FeatureClass.BUILDING,
    "park": FeatureClass.PARK,
    **dict.fromkeys(
        ("attraction", "memorial", "monument", "ruins", "archaeological", "viewpoint", "graveyard"),
        FeatureClass.SITE,
    ),
}
_VILLAGE = ("村", "庄")


def records() -> Iterator[Source | Place | Toponym]:
    """Named points; both files are WGS-84, which CGCS2000 equals within decimetres."""
    osm = shelf.source("places/osm.csv")
    yield osm
    for row in shelf.table("places", "osm.csv"):
        kind = _CLASSES.get(row["fclass"], FeatureClass.FACILITY)
        if kind is FeatureClass.RESIDENTIAL and row["name"].endswith(_VILLAGE):
            kind = FeatureClass.VILLAGE
        yield from _named(f"osm-{row['osm_id']}", row["name"], kind, row, osm)
    geonames = shelf.source("places/geonames.csv")
    yield geonames
    for row in shelf.table("places", "geonames.csv"):
        if row["han"]:
            place = f"geonames-{row['geonameid']}"
            yield from _named(place, row["han"], FeatureClass.OTHER, row, geonames)


def _named(
    place: str, name: str, kind: FeatureClass, row: dict[str, str], source: Source
) -> Iterator[Place | Toponym]:
    position = Point(float(row["lon"]), float(row["lat"]))
    yield Place(place, kind, row["county"], position, source=source.id)
    yield Toponym(f"{place}-name", place, name, source=source.id)
