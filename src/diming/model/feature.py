"""The kinds of thing a name can belong to (地名类别)."""

from __future__ import annotations

from diming.model.wording import Worded


class FeatureClass(Worded):
    """A class of places, after 地名管理条例 第三条 and the groups of the second national survey.

    The value is what files and JSON carry; `zh` is the Chinese word.
    """

    ROAD = "road", "道路"
    BRIDGE = "bridge", "桥梁"
    TUNNEL = "tunnel", "隧道"
    SQUARE = "square", "广场"
    PARK = "park", "公园"
    RESIDENTIAL = "residential", "住宅区"
    BUILDING = "building", "楼宇"
    STATION = "station", "车站"
    FACILITY = "facility", "设施"
    WATER = "water", "水系"
    MOUNTAIN = "mountain", "山体"
    SITE = "site", "古迹"
    VILLAGE = "village", "自然村"
    COMMITTEE = "committee", "村居委会"
    TOWNSHIP = "township", "乡镇街道"
    COUNTY = "county", "县级政区"
    PREFECTURE = "prefecture", "地级政区"
    PROVINCE = "province", "省级政区"
    OTHER = "other", "其他"
