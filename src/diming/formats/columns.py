"""Knows the headings of office tables, Chinese and English, and which field each one fills."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from diming.formats.words import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# Field → its headings, the most telling first: where two columns could fill a field, the earlier
# heading wins and the other column is kept as an extra. A field's own name always comes first.
COMMON: dict[str, str] = {
    "name": "拟用名称 拟命名名称 拟定名称 申报名称 标准名称 标准地名 地名名称 名称 地名 道路名称 "
    "道路名 路名 街路名称 街巷名称 桥梁名称 小区名称 项目名称 newname 中文名称 汉字 mc dlmc",
    "feature_class": "地名类别 地名类型 类别 类别名称 类型 地理实体类别 class category type"
    " 实体类型 feature",
    "jurisdiction": "政区代码 行政区划代码 区划代码 行政区代码 所属政区 所在政区 政区 所属行政区 "
    "所属行政区域 行政区域 行政区划 所在区县 所属区县 区县 所在县区 县区 所在地 adcode admincode "
    "xzqdm county district",
    "grade": "等级 道路等级 级别 规划等级 道路级别",
    "meaning": "含义 名称含义 地名含义 命名理由 命名依据 来历含义 由来 地名的含义 地名来历",
    "reading": "读音 汉语拼音读音 注音 拼音读音",
    "romanization": "罗马字母拼写 汉语拼音 拼音 罗马字母 拼写 pinyin",
    "length_m": "长度 道路长度 全长 总长 总长度 长 length",
    "width_m": "红线宽度 道路红线宽度 规划红线宽度 红线 宽度 道路宽度 路面宽度 路宽"
    " 车行道宽度 宽 width",
    "geometry": "几何 wkt geom 图形 坐标串 空间位置 thegeom",
    "lon": "经度 东经 longitude lng jd x坐标经度",
    "lat": "纬度 北纬 latitude wd",
}  # fmt: skip
PROPOSALS: dict[str, str] = COMMON | {
    "action": "事项 申请事项 命名类型 业务类型 办理事项 申请类型",
    "old_name": "原名 原名称 现名 现用名 现用名称 曾用名 原有名称 更名前名称 oldname formername",
    "width_kind": "宽度口径 宽度类型 宽度种类",
    "start": "起点 起始点 起点位置 起 from",
    "end": "止点 终点 终止点 止点位置 止 to",
    "ends": "起止点 起讫点 起止 起止位置 起止点位置 道路起止点",
    "orientation": "走向 道路走向 方向 direction",
    "ground": "更名理由 更名原因 更名依据",
    "scheme_name": "方案名称 地名方案名称 地名规划名称 规划名称",
    "materials": "申报材料 申请材料 提交材料 材料清单 所附材料",
    "assessment": "综合评估报告 综合评估报告内容 综合评估",
    "expertise": "专家论证报告 专家论证报告内容 专家论证",
    "consultation": "征求意见报告 征求意见报告内容 征求意见",
    "authority": "批准机关 审批机关 批准单位",
    "approved_on": "批准日期 批准时间 批复日期",
    "filed_on": "备案日期 备案时间 报送备案日期",
    "published_on": "公告日期 公告时间 公布日期",
    "code": "地名代码 地名编码 placecode",
}
PLACES: dict[str, str] = COMMON | {
    "id": "编号 标识码 地名代码 地名标识码 实体编码 唯一码 placeid",
    "osm_id": "osmid",
    "osm_class": "fclass",
    "former": "曾用名 原名 旧名 历史名称 oldname",
    "alias": "别名 俗称 又名 altname",
    "abbreviation": "简称 shortname",
    "accuracy_m": "精度 位置精度 点位精度 accuracy",
    "document": "批准文号 文号 批复文号 依据文件",
    "valid_from": "命名时间 命名日期 启用时间 起始时间 批准时间 设立时间 from",
    "valid_to": "废止时间 停用时间 终止时间 注销时间 to",
    "note": "备注 说明 remark",
    "status": "状态 使用状态 名称状态",
    "toponym_id": "地名标识",
}
# 地名标识 and 地理实体标识 are the registry's own, as `diming export` writes them, and address
# those very records; any other number is its source's, where every office counts from 1.
TOPONYMS: dict[str, str] = PLACES | {
    "id": "编号 标识码 名称标识码 地名标识码",
    "place_id": "地理实体标识 实体标识 地理实体id",
    "standard_name": "现标准名称 对应标准名称 今名 现今名称",
    "kind": "名称种类 名称类型 地名种类",
    "heritage": "地名文化遗产 遗产 保护级别 遗产级别",
    "era": "时代 年代 朝代",
    "source_title": "来源 资料来源 出处 source",
    "source_url": "来源网址 网址 url",
}
RESERVE: dict[str, str] = {
    "word": "词语 词 采词 专名 名称 备用名 备选名 word name",
    "meaning": COMMON["meaning"] + " 释义",
    "source": "出处 来源 典出 source",
}
BOUNDARIES: dict[str, str] = {
    "adcode": "政区代码 行政区划代码 区划代码 行政区代码 代码 code admincode xzqdm pac gb dm",
    "name": "政区名称 行政区名称 行政区域名称 名称 地名 xzqmc mc",
    "level": "级别 政区级别 行政级别",
    "parent": "上级代码 上级政区代码 上级政区 上级 parentcode",
    "geometry": COMMON["geometry"],
}
MARKERS: dict[str, str] = {
    "kjsjbsm": "空间数据标识码 标识码",
    "number": "界桩编号 界桩号 编号 jzbh",
    "side_a": "甲方代码 甲方 a方代码 a方 一方 sidea",
    "side_b": "乙方代码 乙方 b方代码 b方 毗邻方 另一方 sideb",
    "kind": "界桩类型 类型 jzlx type",
    "material": "界桩材质 材质 jzcz",
    "status": "状态 界桩状态 现状 完好情况",
    "geometry": COMMON["geometry"],
    "lon": COMMON["lon"],
    "lat": COMMON["lat"],
}

_UNIT = re.compile(r"[(\[/]?(公里|千米|km|米|m)[)\]]?$")
_BRACKET = re.compile(r"[(\[](.*?)[)\]]$")
_LONGEST_HEADING = 100  # characters; a first row of data may hold an outline of megabytes
_MEASURES = frozenset({"length_m", "width_m", "accuracy_m"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is understood: its heading in the file, and the unit the heading states."""

    heading: str
    unit: str = "m"


def recognise(
    headings: Sequence[str], known: Mapping[str, str], cut: Collection[str] = ()
) -> dict[str, Column]:
    """Field → the column that fills it, among `headings`; what is not known is left out.

    A heading in `cut` may have lost its end (a shapefile holds ten bytes): its beginning counts.
    """
    likely = [heading for heading in headings if len(heading) <= _LONGEST_HEADING]
    columns: dict[str, Column] = {}
    taken: set[str] = set()
    for whole in (True, False):
        for field in [each for each in known if each not in columns]:
            free = [each for each in likely if each not in taken and (whole or each in cut)]
            column = _column(field, (field, *known[field].split()), free, whole)
            if column:
                columns[field] = column
                taken.add(column.heading)
    return columns


def _column(
    field: str, words: Sequence[str], headings: Sequence[str], whole: bool
) -> Column | None:
    for word, heading in product(map(plain, words), headings):
        text = plain(heading).strip("*:")
        if text == word or (not whole and word.startswith(text)):
            return Column(heading)
        unit = _UNIT.search(text) if field in _MEASURES else None
        if unit and text[: unit.start()] == word:
            return Column(heading, unit[1])
        if _BRACKET.sub("", text) == word and field not in _MEASURES:
            return Column(heading)
    return None
