"""Writes what the registry holds to a file that offices open: GeoJSON, GeoPackage, CSV, XLSX.

The headings are those that `diming import` reads, so a file can come back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.formats.writers import (
    LayerOut,
    SheetOut,
    write_csv,
    write_geojson,
    write_gpkg,
    write_xlsx,
)
from diming.model import FeatureClass, within
from diming.registry.store import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from diming.registry.store import Named, Store

_NAME_HEADINGS = (
    "地名标识", "地理实体标识", "名称", "名称种类", "状态", "地名类别", "政区代码", "读音",
    "罗马字母拼写", "命名时间", "废止时间", "含义", "时代", "地名文化遗产", "批准文号", "精度",
    "来源", "来源网址", "备注",
)  # fmt: skip
_AREA_HEADINGS = ("政区代码", "政区名称", "级别", "上级代码", "来源")
KINDS = {"toponyms": "地名", "roads": "道路名", "boundaries": "行政区域"}


def export(store: Store, path: Path, kind: str, area: str | None) -> int:
    """Writes one kind, or `all`, to the format of the file's ending; returns how many records.

    Raises UsageError for an ending that is not known or holds one layer only.
    """
    kinds = list(KINDS) if kind == "all" else [kind]
    layers = [_layer(store, one, area) for one in kinds]
    ending = path.suffix.lower()
    if ending == ".gpkg":
        write_gpkg(path, layers)
    elif ending == ".xlsx":
        write_xlsx(path, [_sheet(layer) for layer in layers])
    elif ending in (".csv", ".geojson", ".json"):
        if len(layers) != 1:
            raise UsageError(
                f"{ending} 只能放一个图层", f"{ending} holds one layer",
                mend=("用 .gpkg 或 .xlsx, 或指定 --kind", "use .gpkg or .xlsx, or give --kind"),
            )  # fmt: skip
        sheet = _sheet(layers[0])
        if ending == ".csv":
            write_csv(path, sheet.headings, sheet.rows)
        else:
            write_geojson(path, layers[0])
    else:
        raise UsageError(
            f"不认识扩展名“{ending}”", f"unknown ending {ending!r}",
            mend=("用 .geojson .gpkg .csv .xlsx", "use .geojson .gpkg .csv .xlsx"),
        )  # fmt: skip
    return sum(len(layer.rows) for layer in layers)


def _layer(store: Store, kind: str, area: str | None) -> LayerOut:
    if kind == "boundaries":
        areas = [
            one
            for one in store.jurisdictions()
            if one.geometry is not None and (area is None or within(one.adcode, area))
        ]
        rows = [(one.adcode, one.name, one.level.value, one.parent, one.source) for one in areas]
        return LayerOut(KINDS[kind], _AREA_HEADINGS, rows, [one.geometry for one in areas])
    scope = Scope(
        areas=() if area is None else (area,),
        classes=(FeatureClass.ROAD,) if kind == "roads" else (),
    )
    names = list(store.named(scope))
    return LayerOut(
        KINDS[kind],
        _NAME_HEADINGS,
        [_name_row(store, named) for named in names],
        [named.place.geometry for named in names],
    )


def _name_row(store: Store, named: Named) -> tuple[object, ...]:
    toponym, place = named.toponym, named.place
    source = store.source(toponym.source) if toponym.source else None
    return (
        toponym.id, place.id, toponym.name, toponym.kind.value, toponym.status.value,
        place.feature_class.value, place.jurisdiction, toponym.reading, toponym.romanization,
        toponym.valid_from, toponym.valid_to, toponym.meaning, toponym.era, toponym.heritage,
        toponym.document, place.accuracy_m, source.title if source else None,
        source.url if source else None, toponym.note,
    )  # fmt: skip


def _sheet(layer: LayerOut) -> SheetOut:
    """A layer as a table: its geometry as WKT in a last column."""
    shapes = ("" if shape is None else shape.wkt for shape in layer.geometries)
    rows = [(*row, shape) for row, shape in zip(layer.rows, shapes, strict=True)]
    return SheetOut(layer.name, (*layer.headings, "几何"), rows)
