"""Turns rows into places and the names they bear."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diming.errors import InputError
from diming.formats import identity, values, words, writing
from diming.formats.imports import Entry
from diming.model import FeatureClass, Place, Source, Toponym, ToponymKind, ToponymStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from diming.formats.imports import Setting
    from diming.formats.rows import Item

_SEVERAL = re.compile(r"[、，,;；/]")
_OTHER_NAMES = {
    "former": (ToponymKind.FORMER, ToponymStatus.HISTORICAL),
    "alias": (ToponymKind.ALIAS, ToponymStatus.IN_USE),
    "abbreviation": (ToponymKind.ABBREVIATION, ToponymStatus.IN_USE),
}


def place(item: Item, setting: Setting) -> Entry:
    """A thing on the ground with its standard name, and its other names if the row has them."""
    unstated = FeatureClass.OTHER if item.text("osm_class") else None
    return _with_names(item, setting, own_number(item) or item.text("osm_id"), unstated)


def road(item: Item, setting: Setting) -> Entry:
    """A road or a segment of one: an OSM number is a segment's, and does not make a road."""
    return _with_names(item, setting, own_number(item), FeatureClass.ROAD)


def own_number(item: Item) -> str | None:
    """The number the row gives itself; GIS programs write 0 where nobody gave any."""
    number = item.text("id")
    return None if number == "0" else number


def _with_names(
    item: Item, setting: Setting, number: str | None, unstated: FeatureClass | None
) -> Entry:
    name = item.name()
    kind = _class(item, unstated)
    geometry = item.geometry()
    area = setting.area(item, geometry)
    if number:
        place_id = identity.numbered_place_id(setting.source.id, number)
        name_id = identity.toponym_id(place_id, ToponymKind.STANDARD)
    else:
        place_id = identity.place_id(name, area, kind)
        name_id = identity.toponym_id(place_id, ToponymKind.STANDARD, name)
    standard = _toponym(item, place_id, name, name_id, setting)
    place = _thing(item, place_id, kind, area, geometry, setting.source.id)
    return Entry(item.row, place_id, (place, standard, *_other_names(item, standard)))


def name(item: Item, setting: Setting) -> Entry:
    """A name of the place that the row identifies or describes; that place is never altered."""
    name = item.name()
    stated = _row_source(item)
    own = setting if stated is None else replace(setting, source=stated)
    kind = item.read("kind", words.toponym_kind) or ToponymKind.STANDARD
    place_id = item.text("place_id")
    if item.text("toponym_id"):
        item.needed("place_id", "地理实体标识", "id of the place")
    described = None
    if place_id is None or item.text("jurisdiction"):
        described = _described(item, own, name, place_id)
        place_id = described.id
    key = item.text("toponym_id") or identity.toponym_id(place_id, kind, item.text("id") or name)
    toponym = _toponym(item, place_id, name, key, own, kind)
    return Entry(item.row, key, (toponym,), described, stated)


def _described(item: Item, setting: Setting, name: str, place_id: str | None) -> Place:
    """The place of a name as its row has it, under the id stated or one made of name and area."""
    kind = _class(item, FeatureClass.OTHER)
    geometry = item.geometry()
    area = setting.area(item, geometry)
    made = identity.place_id(item.read("standard_name", writing.name) or name, area, kind)
    return _thing(item, place_id or made, kind, area, geometry, setting.source.id)


def _class(item: Item, unstated: FeatureClass | None) -> FeatureClass:
    """The class stated; for OSM's open list of classes `other` where ours has no such word."""
    osm = item.text("osm_class")
    if osm and not item.text("feature_class"):
        try:
            return words.feature_class(osm)
        except InputError:
            return FeatureClass.OTHER
    if unstated is None:
        item.needed("feature_class", "地名类别", "feature class")
    return item.read("feature_class", words.feature_class) or unstated or FeatureClass.OTHER


def _thing(
    item: Item,
    place_id: str,
    kind: FeatureClass,
    area: str,
    geometry: BaseGeometry | None,
    source_id: str,
) -> Place:
    width = item.read("width_m", values.width)
    osm = item.text("osm_class")
    accuracy = item.read("accuracy_m", values.number)
    return Place(
        id=place_id,
        feature_class=kind,
        jurisdiction=area,
        geometry=geometry,
        accuracy_m=accuracy if geometry is not None else None,
        grade=item.text("grade"),
        length_m=item.read("length_m", lambda text: values.length_m(text, item.unit("length_m"))),
        width_m=str(width[0]) if width else None,
        source=source_id,
        attributes=item.extra | ({item.heading("osm_class"): osm} if osm else {}),
    )


def _toponym(
    item: Item,
    place_id: str,
    name: str,
    toponym_id: str,
    setting: Setting,
    kind: ToponymKind = ToponymKind.STANDARD,
) -> Toponym:
    return Toponym(
        id=toponym_id,
        place_id=place_id,
        name=name,
        kind=kind,
        status=item.read("status", words.toponym_status) or ToponymStatus.IN_USE,
        reading=item.text("reading"),
        romanization=item.text("romanization"),
        valid_from=item.read("valid_from", values.date),
        valid_to=item.read("valid_to", values.date),
        meaning=item.text("meaning"),
        era=item.text("era"),
        heritage=item.text("heritage"),
        document=item.text("document"),
        source=setting.source.id,
        note=item.text("note"),
    )


def _other_names(item: Item, standard: Toponym) -> Iterable[Toponym]:
    """Former names, aliases and short forms that stand in columns of their own."""
    for column, (kind, status) in _OTHER_NAMES.items():
        for cell in filter(None, map(str.strip, _SEVERAL.split(item.text(column) or ""))):
            name = item.attempt(column, partial(writing.name, cell)) or ""
            yield Toponym(
                identity.toponym_id(standard.place_id, kind, name),
                standard.place_id,
                name,
                kind,
                status,
                source=standard.source,
            )


def _row_source(item: Item) -> Source | None:
    title, url = item.text("source_title"), item.text("source_url")
    if title is None:
        return None
    return Source(identity.source_id(title, url or ""), title, url)
