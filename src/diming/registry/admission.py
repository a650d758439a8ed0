"""Refuses records that the registry could not keep or give back faithfully."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from shapely import force_2d
from shapely.geometry import MultiPolygon, Polygon

from diming.errors import CoordinateError, InputError, Where
from diming.model import Jurisdiction, Marker, Place, Toponym
from diming.registry.records import kind_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.registry.records import Record

_DATE = re.compile(r"-?\d{4}(-\d{2}(-\d{2})?)?")

T = TypeVar("T", bound="Record")


def admitted(record: T) -> T:
    """The record as it will be kept: the area of a jurisdiction as a plane multipolygon.

    Raises InputError for a record without identity, a date that is none or a geometry of the
    wrong type, CoordinateError for coordinates that are no longitude and latitude.
    """
    identity = kind_of(record).identity
    if not getattr(record, identity):
        raise InputError("记录没有标识", "the record has no identity", where=Where(field=identity))
    if isinstance(record, Toponym):
        _check_date("valid_from", record.valid_from)
        _check_date("valid_to", record.valid_to)
    elif isinstance(record, Place) and record.geometry is not None:
        _check_position(record.geometry)
    elif isinstance(record, Marker):
        _check_type(record.geometry, ("Point",))
        _check_position(record.geometry)
    elif isinstance(record, Jurisdiction) and record.geometry is not None:
        _check_type(record.geometry, ("Polygon", "MultiPolygon"))
        _check_position(record.geometry)
        plane = force_2d(record.geometry)
        many = MultiPolygon([plane]) if isinstance(plane, Polygon) else plane
        return replace(record, geometry=many)
    return record


def _check_date(field: str, date: str | None) -> None:
    if date is not None and not _DATE.fullmatch(date):
        raise InputError(
            f"日期“{date}”无法识别",
            f"“{date}” is no date",
            mend=("写作 1928、1928-05 或 1928-05-01", "write 1928, 1928-05 or 1928-05-01"),
            where=Where(field=field),
        )


def _check_type(geometry: BaseGeometry, types: tuple[str, ...]) -> None:
    if geometry.geom_type not in types:
        raise InputError(
            f"几何类型是 {geometry.geom_type}, 应为 {' 或 '.join(types)}",
            f"the geometry is a {geometry.geom_type}, not a {' or '.join(types)}",
            where=Where(field="geometry"),
        )


def _check_position(geometry: BaseGeometry) -> None:
    if geometry.is_empty:
        raise InputError(
            "几何图形是空的",
            "the geometry is empty",
            mend=("位置不详时请不填几何图形", "leave it out when the position is not known"),
            where=Where(field="geometry"),
        )
    if geometry.has_m:
        raise InputError(
            "几何图形带有 M 值",
            "the geometry carries measures (M)",
            mend=("请去掉 M 值后再入库", "drop them, then file it"),
            where=Where(field="geometry"),
        )
    west, south, east, north = geometry.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise CoordinateError(
            "坐标不是经纬度",
            "the coordinates are no longitude and latitude",
            mend=("请先转换到 CGCS2000 经纬度", "transform them to CGCS2000 longitude latitude"),
            where=Where(field="geometry"),
        )
