"""Townships and villages with their codes, and the names they bore before they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.formats.identity import toponym_id
from diming.model import (
    FeatureClass,
    Jurisdiction,
    Level,
    Place,
    Source,
    Toponym,
    ToponymKind,
    ToponymStatus,
)
from diming.service.stock import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "乡镇街道和村居 (2023 名录及其后变更)"
_RENAMES = {"更名", "撤县设市", "撤市设区", "撤地设市"}


def records() -> Iterator[Source | Jurisdiction | Place | Toponym]:
    """Divisions below the county as areas and as places without a known position."""
    list_source = shelf.source("places/divisions.csv")
    change_source = shelf.source("places/changes.csv")
    yield list_source
    yield change_source
    changes = list(shelf.table("places", "changes.csv"))
    renamed = {row["old_code"]: row for row in changes if row["level"] == "township"}
    with_polygon = {
        feature["properties"]["adcode"]
        for feature in shelf.features("boundaries", "counties.geojson")
    }
    for row in shelf.table("places", "divisions.csv"):
        code, level = row["code"], Level(row["level"])
        if level is Level.PREFECTURE or code in with_polygon:
            continue
        later = renamed.get(code)
        name = later["new_name"] if later else row["name"]
        if level is not Level.COMMITTEE:
            yield Jurisdiction(code, name, level, row["parent"], source=list_source.id)
        place = f"division-{code}"
        yield Place(place, FeatureClass(level.value), row["parent"], source=list_source.id)
        if later is None:
            yield Toponym(f"{place}-name", place, name, source=list_source.id)
            continue
        yield Toponym(
            f"{place}-name", place, name, document=later["document"] or None,
            source=change_source.id, note=later["note"],
        )  # fmt: skip
        yield _former(place, row["name"], later, change_source.id)
    counties = {f"area-{code}" for code in with_polygon}
    for row in changes:
        place = f"area-{row['new_code']}"
        if row["event"] in _RENAMES and place in counties:
            yield _former(place, row["old_name"], row, change_source.id)


def _former(place: str, name: str, change: dict[str, str], source: str) -> Toponym:
    return Toponym(
        toponym_id(place, ToponymKind.FORMER, name), place, name, ToponymKind.FORMER,
        ToponymStatus.HISTORICAL, valid_to=change["date"] or None,
        document=change["document"] or None, source=source, note=change["note"],
    )  # fmt: skip
