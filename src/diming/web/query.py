"""Reads the address of a page: what is looked up, in which year, which name is reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from diming.errors import UsageError, Where
from diming.formats import areas
from diming.model import FeatureClass
from diming.service.checking import areas_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diming.registry.store import Store

MAX_TEXT = 100  # characters; no name or query is longer
MAX_GEOMETRY = 200_000
HERITAGE = "heritage"


@dataclass(frozen=True, slots=True)
class PageQuery:
    """The state of the page as its address carries it; empty texts mean not asked.

    `id` is a toponym's id, `review` a proposed name, `feature_class` its class, `geometry` its WKT
    in EPSG:4490, `area` where it or what is looked up lies.
    """

    q: str = ""
    year: int | None = None
    kind: str | None = None
    id: str = ""
    review: str = ""
    area: str = ""
    feature_class: FeatureClass = FeatureClass.ROAD
    geometry: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Self:
        """The query of a request; raises UsageError naming the field that is wrong."""
        return cls(
            q=text(given, "q"),
            year=year(given),
            kind=kind(given),
            id=text(given, "id"),
            review=text(given, "review"),
            area=text(given, "area"),
            feature_class=_feature_class(text(given, "class") or "road", "class"),
            geometry=text(given, "geometry", MAX_GEOMETRY),
        )

    def address(self) -> dict[str, str | int]:
        """What leads back here from a name: everything but the name's own id."""
        given: dict[str, str | int | None] = {
            "q": self.q,
            "year": self.year,
            "kind": self.kind,
            "review": self.review,
            "area": self.area,
            "class": self.feature_class.value if self.review else None,
            "geometry": self.geometry,
        }
        return {field: value for field, value in given.items() if value}


def text(given: Mapping[str, str], field: str, longest: int = MAX_TEXT) -> str:
    """A text without blanks around it; raises UsageError when it is too long or not text."""
    value = given.get(field, "").strip()
    if len(value) > longest:
        raise _wrong(field, f"不能超过 {longest} 个字符", f"at most {longest} characters")
    if any(ord(char) < 32 or char == "\ufffd" for char in value):
        raise _wrong(field, "含有不可用的字符", "holds characters that are no text")
    return value


def year(given: Mapping[str, str]) -> int | None:
    """The year asked for, before Christ negative; None when none is."""
    value = text(given, "year").removesuffix("年")
    if not value:
        return None
    try:
        found = int(value)
    except ValueError:
        found = 0
    if not -3000 <= found <= 3000 or found == 0:
        raise _wrong("year", "须为年份, 如 1930, 公元前写 -484", "a year, as 1930 or -484")
    return found


def kind(given: Mapping[str, str]) -> str | None:
    """`heritage`, the value of a class, or None."""
    value = text(given, "kind")
    if not value or value == HERITAGE:
        return value or None
    return _feature_class(value, "kind").value


def area_code(given: Mapping[str, str], store: Store) -> str | None:
    """The code of the area asked for by code or name, None for everywhere; raises InputError."""
    value = text(given, "area")
    return areas.area_code(value, areas_named(store)) if value else None


def whole_number(given: Mapping[str, str], field: str, *, default: int, most: int) -> int:
    """A number from nought up, at most `most` however much is asked for."""
    value = text(given, field)
    if not value:
        return default
    if not (value.isascii() and value.isdigit()):
        raise _wrong(field, "须为不小于 0 的整数", "a whole number, 0 or more")
    return min(int(value), most)


def feature_classes(given: Mapping[str, str], field: str) -> tuple[FeatureClass, ...]:
    """Classes with commas between them; none given means all."""
    return tuple(_feature_class(one, field) for one in text(given, field, 400).split(",") if one)


def box(given: Mapping[str, str]) -> tuple[float, float, float, float] | None:
    """`bbox` as west, south, east, north in degrees; of six numbers the heights are left out."""
    value = text(given, "bbox")
    if not value:
        return None
    try:
        numbers = [float(part) for part in value.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        del numbers[5], numbers[2]
    if len(numbers) != 4 or not all(-180 <= number <= 180 for number in numbers):
        raise _wrong("bbox", "须为 西,南,东,北 四个度数", "west,south,east,north in degrees")
    west, south, east, north = numbers
    if west > east or south > north or not -90 <= south <= north <= 90:
        raise _wrong("bbox", "西应小于东, 南应小于北", "west before east, south before north")
    return west, south, east, north


def _feature_class(value: str, field: str) -> FeatureClass:
    try:
        return FeatureClass(value)
    except ValueError:
        raise _wrong(field, f"没有类别 {value}", f"there is no class {value}") from None


def _wrong(field: str, zh: str, en: str) -> UsageError:
    return UsageError(zh, en, where=Where(field=field))
