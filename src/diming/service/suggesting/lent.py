"""Says which word a place lends to a road: 搬倒井 its whole name, 张庄村委会 only 张庄."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.likeness.seats import SEATS, seat
from diming.names.parse import parse, stem

if TYPE_CHECKING:
    from diming.registry.store import Named

# Of these the whole name tells the place, generic and all: 洸河路, 峄山路, 太白楼路, 吴泰闸路.
_WHOLE = frozenset(
    {FeatureClass.WATER, FeatureClass.MOUNTAIN, FeatureClass.SITE, FeatureClass.BUILDING,
     FeatureClass.BRIDGE, FeatureClass.FACILITY, FeatureClass.PARK}
)  # fmt: skip
DIVISIONS = frozenset({FeatureClass.COUNTY, FeatureClass.PREFECTURE})
# A division of old without what it was: 瑕丘县, 嵫阳县; two characters are hardly more: 济州.
_OLD_DIVISION = re.compile(r"(..+)[府州县郡国]|(..)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,4}")  # one character tells little, five are long


def lent(named: Named) -> str | None:
    """Two to four characters of a name that stand for its place, None when it has no such."""
    name, kind = named.toponym.name, named.place.feature_class
    if kind in SEATS:
        word = seat(name)
    elif kind is FeatureClass.ROAD:
        word = stem(parse(name, kind))
    elif kind in DIVISIONS:
        found = _OLD_DIVISION.fullmatch(name)
        word = (found[1] or found[2]) if found else ""
    elif kind in _WHOLE:
        word = name if len(name) <= 4 else parse(name, kind).specific
    else:
        return None
    return word if _CHINESE.fullmatch(word) else None
