"""What the collections hold: areas of authority, the lines between counties, names of places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import shapely

from diming.errors import NotFoundError, UsageError, Where
from diming.model import Level
from diming.registry.store import Named, Scope
from diming.service.boundary import lines
from diming.web import query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry.base import BaseGeometry

    from diming.model import BoundaryLine, Jurisdiction
    from diming.web.current import Counter

Feature = dict[str, Any]
Box = tuple[float, float, float, float]

TIANDITU = "天地图 国家基础地理信息中心, 审图号 GS(2024)0650号; 界线为参考线, 不作为法定依据"


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of feature.

    `ask` reads its own filters from a request; `read(counter, box, filters, most)` gives at most
    `most` features in a stable order; `one` finds a feature by id or raises NotFoundError.
    """

    id: str
    title: str
    description: str
    attribution: str
    ask: Callable[[Mapping[str, str]], Any]
    read: Callable[[Counter, Box | None, Any, int], list[Feature]]
    one: Callable[[Counter, str], Feature]


def collection(name: str) -> Collection:
    """The collection of this name; raises NotFoundError."""
    found = COLLECTIONS.get(name)
    if found is None:
        raise NotFoundError(f"没有数据集 {name}", f"there is no collection {name}")
    return found


def _ask_level(given: Mapping[str, str]) -> Level | None:
    value = query.text(given, "level")
    if value and value not in list(Level):
        raise UsageError(f"没有层级 {value}", f"no level {value}", where=Where(field="level"))
    return Level(value) if value else None


def _areas(counter: Counter, box: Box | None, level: Level | None, most: int) -> list[Feature]:
    areas = counter.store.jurisdictions(level=level)
    if box is not None:
        frame = shapely.box(*box)
        areas = [area for area in areas if area.geometry and area.geometry.intersects(frame)]
    return [_area(area) for area in areas[:most]]


def _one_area(counter: Counter, code: str) -> Feature:
    area = counter.store.jurisdiction(code)
    if area is None:
        raise NotFoundError(f"没有政区 {code}", f"there is no area {code}")
    return _area(area)


def _area(area: Jurisdiction) -> Feature:
    middle = None if area.geometry is None else area.geometry.representative_point()
    properties = {
        "adcode": area.adcode,
        "name": area.name,
        "level": area.level.value,
        "parent": area.parent,
        "at": None if middle is None else [round(middle.x, 6), round(middle.y, 6)],
    }
    return _feature(area.adcode, area.geometry, properties)


def _lines(counter: Counter, box: Box | None, _asked: None, most: int) -> list[Feature]:
    frame = None if box is None else shapely.box(*box)
    drawn = (
        line for line in _all_lines(counter) if frame is None or line.geometry.intersects(frame)
    )
    return [_line(line) for line in islice(drawn, most)]


def _all_lines(counter: Counter) -> tuple[BoundaryLine, ...]:
    return _lines_of(counter, counter.store.revision)


@lru_cache(maxsize=2)
def _lines_of(counter: Counter, _revision: int) -> tuple[BoundaryLine, ...]:
    """Every line between two counties that the registry has polygons of, each once.

    Drawing them takes about a second, so they are kept until the registry changes.
    """
    store = counter.store
    counties = store.jurisdictions(level=Level.COUNTY)
    provinces = sorted({f"{area.adcode[:2]}0000" for area in counties if area.geometry})
    every = [line for province in provinces for line in lines(store, province)]
    return tuple({(line.side_a, line.side_b): line for line in every}.values())


def _one_line(counter: Counter, sides: str) -> Feature:
    for line in _all_lines(counter):
        if f"{line.side_a}-{line.side_b}" == sides:
            return _line(line)
    raise NotFoundError(f"没有界线 {sides}", f"there is no line {sides}")


def _line(line: BoundaryLine) -> Feature:
    properties = {
        "name": line.name,
        "side_a": line.side_a,
        "side_b": line.side_b,
        "level": line.level,
        "status": line.status.value,
        "length_m": round(line.length_m, 1),
    }
    return _feature(f"{line.side_a}-{line.side_b}", line.geometry, properties)


def _ask_classes(given: Mapping[str, str]) -> Scope:
    return Scope(classes=query.feature_classes(given, "feature_class"))


def _names(counter: Counter, box: Box | None, scope: Scope, most: int) -> list[Feature]:
    if box is None:
        return [_name(named) for named in islice(counter.store.named(scope), most)]
    return [_name(named) for named in counter.store.in_box(*box, scope, limit=most)]


def _one_name(counter: Counter, toponym_id: str) -> Feature:
    return _name(named_by_id(counter, toponym_id))


def named_by_id(counter: Counter, toponym_id: str) -> Named:
    """The name with this id and its place; raises NotFoundError."""
    toponym = counter.store.toponym(toponym_id)
    place = None if toponym is None else counter.store.place(toponym.place_id)
    if toponym is None or place is None:
        raise NotFoundError(f"没有地名 {toponym_id}", f"there is no name {toponym_id}")
    return Named(toponym, place)


def _name(named: Named) -> Feature:
    toponym, place = named.toponym, named.place
    properties = {
        "name": toponym.name,
        "toponym": toponym.id,
        "place": place.id,
        "feature_class": place.feature_class.value,
        "class_zh": place.feature_class.zh,
        "jurisdiction": place.jurisdiction,
        "kind": toponym.kind.value,
        "status": toponym.status.value,
        "reading": toponym.reading,
        "romanization": toponym.romanization,
        "valid_from": toponym.valid_from,
        "valid_to": toponym.valid_to,
        "heritage": toponym.heritage,
        "accuracy_m": place.accuracy_m,
    }
    return _feature(toponym.id, place.geometry, properties)


def _feature(number: str, geometry: BaseGeometry | None, properties: dict[str, Any]) -> Feature:
    return {
        "type": "Feature",
        "id": number,
        "geometry": None if geometry is None else shapely.geometry.mapping(geometry),
        "properties": {key: value for key, value in properties.items() if value is not None},
    }


COLLECTIONS: dict[str, Collection] = {
    one.id: one
    for one in (
        Collection(
            "jurisdictions", "行政区域 · areas of authority",
            "省、市、县、乡; 县级以上有参考多边形 · filter: level",
            TIANDITU, _ask_level, _areas, _one_area,
        ),
        Collection(
            "lines", "县级界线 · lines between counties",
            "相邻两县共有的参考线, 每线一条 · reference lines, one for each pair of counties",
            TIANDITU, lambda _given: None, _lines, _one_line,
        ),
        Collection(
            "places", "地名 · names of places",
            "每个名称一条, 含曾用名; 位置不明者无几何 · one feature a name; filter: feature_class",
            "© OpenStreetMap contributors (ODbL), GeoNames (CC BY 4.0); 逐条来源见地名页",
            _ask_classes, _names, _one_name,
        ),
    )
}  # fmt: skip
