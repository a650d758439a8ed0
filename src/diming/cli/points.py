"""Reads a point as a person types it: longitude, comma, latitude, in CGCS2000."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import CoordinateError, UsageError, Where

if TYPE_CHECKING:
    from shapely.geometry import Point


def point(text: str, option: str) -> Point:
    """The point that `LON,LAT` says; raises UsageError that names the option."""
    from shapely.geometry import Point

    from diming.geo.plausible import check_position

    mend = ("写经度,纬度, 如 116.58,35.41", "write LON,LAT, as in 116.58,35.41")
    try:
        lon, lat = map(float, text.replace("，", ",").split(","))
    except ValueError:
        raise UsageError(
            f"“{text}”不是一个点", f"{text!r} is no point", mend=mend
        ) from None  # fmt: skip
    found = Point(lon, lat)
    try:
        check_position(found)
    except CoordinateError as error:  # whose mends are for files
        raise UsageError(error.zh, error.en, mend=mend, where=Where(field=option)) from None
    return found
