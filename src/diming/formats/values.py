"""Reads measures, dates, coordinates and ends of roads as clerks write them in a cell."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.errors import GEOSException

from diming.errors import InputError
from diming.geo.crs import CGCS2000, to_cgcs2000
from diming.geo.plausible import check_course, check_finite, check_position
from diming.model import Extent, WidthKind

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# Metres to a unit, longest spelling first so that 公里 is not read as 里.
_UNITS = {"公里": 1000.0, "千米": 1000.0, "km": 1000.0, "公尺": 1.0, "米": 1.0, "m": 1.0}
_LENGTH = re.compile(
    rf"(?:约|长|全长)*(\d{{1,3}}(?:,\d{{3}})+|\d+)(\.\d+)?({'|'.join(_UNITS)})?", re.IGNORECASE
)
_WIDTH_WORDS = (
    (re.compile(r"[(（]?(?:道路|规划)*红线(?:宽度|宽)?[)）]?"), WidthKind.RED_LINE),
    (re.compile(r"[(（]?(?:路缘石?|路面|车行道)(?:宽度|宽)?[)）]?"), WidthKind.KERB),
)
_SRID = re.compile(r"SRID=(\d+);", re.IGNORECASE)
_YEAR_TEXT = re.compile(
    r"(公元)?(前)?(-)?(\d{1,4})(?:[年/.-](?:(\d{1,2})(?:[月/.-](?:(\d{1,2})日?)?)?)?)?"
)
_FROM = r"(?:[东南西北]{0,2}(?:起点|起于|起自|起)[:：]?)?"
_TO = r"(?:[东南西北]{0,2}(?:止点|止于|终点|止)[:：]?|[东南西北]{0,2}[至到]|—+|–|-+|~|～)"
_ENDS = re.compile(rf"{_FROM}(?P<start>.+?)[,，、;；\s]*{_TO}(?P<end>.+)")


def length_m(text: str, unit: str = "m") -> float:
    """Metres in `1667`, `1,667米`, `1.2km`, `约1.2公里`; a bare number is in `unit`.

    Raises InputError for anything else, and for nought.
    """
    found = _LENGTH.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    metres = 0.0
    if found:
        number = float(found[1].replace(",", "") + (found[2] or ""))
        metres = number * _UNITS[(found[3] or unit).lower()]
    if not 0 < metres < math.inf:
        raise InputError(
            f"长度看不懂：“{text}”",
            f"this is no length: {text}",
            mend=("写米数，如 1667 或 1.2公里", "write metres, as in 1667 or 1.2 km"),
        )
    return metres


def width(text: str) -> tuple[Extent, WidthKind | None]:
    """Metres in `20`, `9~15`, `24+9+16`, `红线24米`, and which width is meant if it says so.

    Raises InputError.
    """
    rest, kind = unicodedata.normalize("NFKC", text).strip().removeprefix("约"), None
    for words, meant in _WIDTH_WORDS:
        if words.search(rest):
            rest, kind = words.sub("", rest), meant
    try:
        extent = Extent.parse(rest)
    except ValueError:
        extent = None
    if extent is None or extent.low <= 0:
        raise InputError(
            f"宽度看不懂：“{text}”",
            f"this is no width: {text}",
            mend=("写米数，如 20、9~15 或 24+9+16", "write metres, as in 20, 9~15 or 24+9+16"),
        )
    return extent, kind


def width_kind_in(heading: str) -> WidthKind | None:
    """Which width a heading such as 红线宽度 or 车行道宽度 means; None when it does not say."""
    plain = unicodedata.normalize("NFKC", heading)
    return next((meant for words, meant in _WIDTH_WORDS if words.search(plain)), None)


def number(text: str) -> float:
    """A plain number of nought or more; raises InputError."""
    try:
        value = float(unicodedata.normalize("NFKC", text).replace(",", ""))
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise InputError(
            f"不是数：“{text}”", f"this is no number: {text}",
            mend=("只写数字", "write digits only"),
        )  # fmt: skip
    return value


def geometry(wkt: str) -> BaseGeometry:
    """The geometry in WKT, longitude latitude in CGCS2000 unless it begins with `SRID=…;`.

    Raises InputError for what is no WKT, CoordinateError for an impossible position.
    """
    srid = _SRID.match(wkt.strip())
    try:
        with np.errstate(invalid="ignore"):  # a coordinate that is no number is refused below
            shape = shapely.from_wkt(wkt.strip()[srid.end() if srid else 0 :])
    except GEOSException as error:
        raise InputError(
            f"几何不是 WKT（{str(error).splitlines()[0]}）",
            f"the geometry is not WKT ({str(error).splitlines()[0]})",
            mend=(
                "写作 LINESTRING (116.58 35.41, 116.60 35.41)",
                "write it as LINESTRING (116.58 35.41, 116.60 35.41)",
            ),
        ) from None
    check_finite(shape)
    placed = to_cgcs2000(shape, f"EPSG:{srid[1]}" if srid else CGCS2000)
    check_position(placed)
    check_course(placed)
    return placed


def point(longitude: str, latitude: str, crs: str) -> BaseGeometry:
    """The point with these two coordinates (east, north) in `crs`; raises like `geometry`."""
    try:
        bare = shapely.Point(float(longitude), float(latitude))
    except ValueError:
        raise InputError(
            f"坐标不是数：“{longitude} {latitude}”",
            f"the coordinates are no numbers: {longitude} {latitude}",
            mend=("写十进制度，如 116.587", "write decimal degrees, as in 116.587"),
        ) from None
    check_finite(bare)
    placed = to_cgcs2000(bare, crs)
    check_position(placed)
    return placed


def date(text: str) -> str:
    """`1928`, `1928年5月`, `1928/5/1`, `前484年`, `-0484` → ISO 8601; raises InputError."""
    found = _YEAR_TEXT.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    year, month, day = (int(found[part] or 0) for part in (4, 5, 6)) if found else (0, 0, 0)
    if found is None or not year or month > 12 or day > 31 or (day and not month):
        raise InputError(
            f"日期看不懂：“{text}”",
            f"this is no date: {text}",
            mend=("写作 1928、1928-05 或 1928-05-01", "write 1928, 1928-05 or 1928-05-01"),
        )
    sign = "-" if found[2] or found[3] else ""
    return sign + "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def day(text: str) -> str:
    """`2024-03-01`, `2024年3月1日`, `2024/3/1` → a whole ISO date; raises InputError."""
    try:
        return datetime.date.fromisoformat(date(text)).isoformat()
    except ValueError:
        raise InputError(
            f"日期不是确切的一天：“{text}”",
            f"this is no whole day: {text}",
            mend=("写到日，如 2024-03-01", "write the day too, as in 2024-03-01"),
        ) from None


def ends(text: str) -> tuple[str, str] | None:
    """Both ends in `起于火炬路，止于嘉诚路` or `火炬路—嘉诚路`; None when the text has not two."""
    found = _ENDS.fullmatch(text.strip())
    return (found["start"].strip(), found["end"].strip(" 。.")) if found else None
