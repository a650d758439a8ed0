"""Turns rows into areas of authority and boundary markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely.geometry import Point

from diming.errors import InputError
from diming.formats import identity, words
from diming.formats.areas import area_code
from diming.formats.imports import Entry
from diming.model import Jurisdiction, Level, Marker, parent_code

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.formats.imports import Setting
    from diming.formats.rows import Item

# 天地图 writes 156, the country's number in ISO 3166-1, before the six digits.
_COUNTRY = "156"


def boundary(item: Item, setting: Setting) -> Entry:
    """An area with its outline, if the row has one; level and parent follow from the code."""
    name = item.name()
    item.needed("adcode", "政区代码", "code of the area")
    code = item.read("adcode", _code) or "000000"
    outline = item.geometry()
    _check_type(item, outline, ("Polygon", "MultiPolygon"))
    area = Jurisdiction(
        adcode=code,
        name=name,
        level=item.read("level", words.level) or _level(code),
        parent=item.read("parent", _code) if item.text("parent") else parent_code(code),
        geometry=outline,
        source=setting.source.id,
    )
    return Entry(item.row, code, (area,))


def marker(item: Item, setting: Setting) -> Entry:
    """A boundary marker: its number as stamped, both sides, and its position."""
    number = item.needed("number", "界桩编号", "number of the marker")
    item.needed("side_a", "甲方", "first side")
    item.needed("side_b", "乙方", "second side")
    side_a, side_b = (setting.code(item, side) or "" for side in ("side_a", "side_b"))
    position = item.geometry()
    _check_type(item, position, ("Point",))
    if position is None and not item.refused:
        item.needed("geometry", "界桩位置（经度、纬度或几何）", "position of the marker")
    key = item.text("kjsjbsm") or identity.marker_id(side_a, side_b, number)
    record = Marker(
        id=key,
        number=number,
        side_a=side_a,
        side_b=side_b,
        geometry=position if isinstance(position, Point) else Point(),
        kind=item.text("kind"),
        material=item.text("material"),
        status=item.text("status"),
    )
    return Entry(item.row, key, (record,))


def _code(text: str) -> str:
    plain = "".join(text.split())
    return area_code(plain[3:] if len(plain) == 9 and plain.startswith(_COUNTRY) else plain, None)


def _level(code: str) -> Level:
    if len(code) > 6:
        return Level.TOWNSHIP if len(code) == 9 else Level.COMMITTEE
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


def _check_type(item: Item, geometry: BaseGeometry | None, wanted: tuple[str, ...]) -> None:
    if geometry is not None and geometry.geom_type not in wanted:
        item.refuse(
            "geometry",
            InputError(
                f"几何类型是 {geometry.geom_type}，应为 {'、'.join(wanted)}",
                f"the geometry is a {geometry.geom_type}, not a {' or '.join(wanted)}",
                mend=("核对导入类别 --kind", "check the --kind of the import"),
            ),
        )
