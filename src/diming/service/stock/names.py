"""Roads in use and heritage names, each with the source it was seen in.

A name without a position in its source gets none: only its area is known. A heritage row that
points to a map object (`osm:…`) becomes a name of that object.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shapely.geometry import Point

from diming.formats import identity
from diming.model import FeatureClass, Place, Source, Toponym, ToponymKind, ToponymStatus
from diming.service.stock import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "有据可查的道路名和历史地名"
_UNLISTED = "历史地名（未见保护名录）"
_SAME_OBJECT = re.compile(r"osm:(\d+)")


def records() -> Iterator[Source | Place | Toponym]:
    """Roads first, then heritage; former names and aliases hang on their standard name."""
    areas = {
        (feature["properties"]["name"], feature["properties"]["adcode"]): feature["properties"]
        for stem in ("prefectures", "counties")
        for feature in shelf.features("boundaries", f"{stem}.geojson")
    }
    places = {key: f"area-{area['adcode']}" for key, area in areas.items()}
    places |= {
        (row["name"], row["parent"]): f"division-{row['code']}"
        for row in shelf.table("places", "divisions.csv")
        if row["level"] == "township"
    }
    known = {f"osm-{row['osm_id']}": row["name"] for row in shelf.table("places", "osm.csv")}
    for file in ("roads.csv", "heritage.csv"):
        rows = list(shelf.table("names", file))
        ground = _UNLISTED if file == "heritage.csv" else None
        for row in rows:
            if row["kind"] == "standard":
                place = _place(row, known)
                places[row["name"], row["jurisdiction"]] = place
                yield from _standing(row, place, ground, known)
        for row in rows:
            if row["kind"] != "standard":
                source = _source(row)
                yield source
                yield _toponym(row, _bearer(row, places), ground, source)


def _place(row: dict[str, str], known: dict[str, str]) -> str:
    same = _SAME_OBJECT.search(row["note"])
    if same and f"osm-{same[1]}" in known:
        return f"osm-{same[1]}"
    return identity.place_id(row["name"], row["jurisdiction"], row["feature_class"])


def _standing(
    row: dict[str, str], place: str, ground: str | None, known: dict[str, str]
) -> Iterator[Source | Place | Toponym]:
    source = _source(row)
    yield source
    if not place.startswith("osm-"):
        where = Point(float(row["lon"]), float(row["lat"])) if row["lon"] else None
        accuracy = float(row["accuracy_m"]) if where and row["accuracy_m"] else None
        yield Place(
            place, FeatureClass(row["feature_class"]), row["jurisdiction"], where, accuracy,
            source=source.id,
        )  # fmt: skip
    name = _toponym(row, place, ground, source)
    # The map object bears this very name already: say more of it, do not name it twice.
    yield replace(name, id=f"{place}-name") if known.get(place) == row["name"] else name


def _bearer(row: dict[str, str], places: dict[tuple[str, str], str]) -> str:
    """The place whose standard name this row names: in its own area, else the only one so named."""
    name = row["standard_name"]
    own = places.get((name, row["jurisdiction"]))
    if own is not None:
        return own
    elsewhere = sorted({place for (other, _), place in places.items() if other == name})
    if len(elsewhere) != 1:
        raise ValueError(f"{row['name']}: {name} names {len(elsewhere)} places")
    return elsewhere[0]


def _toponym(row: dict[str, str], place: str, ground: str | None, source: Source) -> Toponym:
    return Toponym(
        id=identity.toponym_id(place, row["kind"], row["name"]),
        place_id=place,
        name=row["name"],
        kind=ToponymKind(row["kind"]),
        status=ToponymStatus(row["status"]),
        reading=row["reading"] or None,
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        meaning=row["meaning"] or None,
        era=row["era"] or None,
        heritage=row["heritage"] or ground,
        source=source.id,
        note=row["note"] or None,
    )


def _source(row: dict[str, str]) -> Source:
    return Source(
        id=identity.source_id(row["source_title"], row["source_url"]),
        title=row["source_title"],
        url=row["source_url"] or None,
    )
