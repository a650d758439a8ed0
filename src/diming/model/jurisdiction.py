"""Areas of authority (行政区域) and how their codes nest (GB/T 2260, GB/T 10114)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class Level(StrEnum):
    """The rung of an area of authority."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One area of authority. `geometry` is a reference (multi)polygon in EPSG:4490, or None."""

    adcode: str
    name: str
    level: Level
    parent: str | None = None
    geometry: BaseGeometry | None = None
    source: str | None = None

    @property
    def district(self) -> bool:
        """Whether this is a 市辖区: the last two digits are 01 to 20 (GB/T 2260)."""
        return self.level is Level.COUNTY and 1 <= int(self.adcode[4:6]) <= 20


def within(adcode: str, area: str) -> bool:
    """Whether `adcode` is `area` or lies under it: ("370811003", "370800") → True."""
    return adcode.startswith(stem(area))


def parent_code(adcode: str) -> str | None:
    """The code one rung up: 12 → 9 → 6 digits, then county → prefecture → province → None."""
    if len(adcode) == 12:
        return adcode[:9]
    if len(adcode) == 9:
        return adcode[:6]
    digits = stem(adcode)
    return None if len(digits) == 2 else digits[:-2].ljust(6, "0")


def stem(adcode: str) -> str:
    """The digits that every code under `adcode` begins with: 370800 → 3708."""
    if len(adcode) == 6:
        while len(adcode) > 2 and adcode.endswith("00"):
            adcode = adcode[:-2]
    return adcode
