"""Tells how far round a proposal names of its class may not be alike, after the law's own words.

地名管理条例 第九条第一款第（八）项 names the areas: 同一个省级行政区域内的乡、镇, 同一个县级行政
区域内的村民委员会、居民委员会所在地, 同一个建成区内的街路巷、住宅区、楼宇.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.model import FeatureClass, Verdict
from diming.names.likeness.seats import is_community

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reach(StrEnum):
    """The area in which names of a class are compared.

    `urban` (市区) and `city` (全市) are what some cities say in place of 同一个建成区.
    """

    BUILT_UP = "built-up"
    COUNTY = "county"
    PROVINCE = "province"
    URBAN = "urban"
    CITY = "city"


_REACH: Mapping[FeatureClass, Reach] = MappingProxyType(
    {
        FeatureClass.TOWNSHIP: Reach.PROVINCE,
        FeatureClass.VILLAGE: Reach.COUNTY,
        FeatureClass.COMMITTEE: Reach.COUNTY,
    }
)
_SCOPE = {
    (Reach.BUILT_UP, Verdict.VIOLATION): "以县级政区代替建成区比对",
    (Reach.BUILT_UP, Verdict.REVIEW): "是否同一建成区须人工确认",
    (Reach.COUNTY, Verdict.VIOLATION): "在同一个县级行政区域内比对",
    (Reach.COUNTY, Verdict.REVIEW): "是否同一个县级行政区域须人工确认",
    (Reach.PROVINCE, Verdict.VIOLATION): "在同一个省级行政区域内比对",
    (Reach.PROVINCE, Verdict.REVIEW): "是否同一个省级行政区域须人工确认",
    (Reach.URBAN, Verdict.VIOLATION): "在市区（各市辖区）内比对",
    (Reach.URBAN, Verdict.REVIEW): "不都在市辖区, 全市应尽量避免, 须人工斟酌",
    (Reach.CITY, Verdict.VIOLATION): "在全市范围内比对",
    (Reach.CITY, Verdict.REVIEW): "是否在全市范围内须人工确认",
}
_SUBDISTRICT = ("街道", "街道办事处")


def reach_of(feature_class: FeatureClass, built_up: Reach = Reach.BUILT_UP) -> Reach:
    """How far names of the class are compared; those the law does not list, as far as roads.

    `built_up` is what a city says in place of 同一个建成区.
    """
    return _REACH.get(feature_class, built_up)


def scope_of(reach: Reach, verdict: Verdict) -> str:
    """The area of a comparison in words."""
    return _SCOPE[reach, verdict]


def doubt(name: str, rival: str, feature_class: FeatureClass) -> str | None:
    """Why the law's words may not cover two names of a class at all; None when they do."""
    if feature_class is FeatureClass.TOWNSHIP and (
        name.endswith(_SUBDISTRICT) or rival.endswith(_SUBDISTRICT)
    ):
        return "条例说的是乡、镇, 街道是否相比须人工确认"
    if feature_class is FeatureClass.VILLAGE:
        return "条例说的是村民委员会、居民委员会所在地, 是否所在地须人工确认"
    if feature_class is FeatureClass.COMMITTEE and is_community(name) != is_community(rival):
        return "一为村、一为社区, 是否同名的所在地须人工确认"
    return None
