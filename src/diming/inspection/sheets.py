"""Puts a line into the tables an inspector opens: the line, its points, and what they are good for.

Headings follow the fields used for 界线 in inspection databases. A cell nobody has a fact for stays
empty: the official identifier, the agreement and the lead side are never made up.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from shapely.geometry import Point

from diming import __version__
from diming.geo.crs import CGCS2000
from diming.geo.measure import distance_m
from diming.geo.plane import to_plane, zone_of
from diming.inspection.shared import parts
from diming.model import LineStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from diming.model import BoundaryLine

Cell = str | int | float | None
Row = dict[str, Cell]

NOTICE = (
    "本线为参考线，不是法定行政区域界线，不得作为划界、勘界、联检或权属争议的依据；"
    "法定界线以批准的界线协议书及其附图和行政区域界线详图为准。"
)
BASIS = (
    "行政区域界线管理条例（国务院令第353号）第十四条：行政区域界线详图是反映县级以上行政区域界线"
    "标准画法的国家专题地图。任何涉及行政区域界线的地图，其行政区域界线画法一律以行政区域界线详图"
    "为准绘制。"
)

LINE_HEADINGS = (
    "空间数据标识码", "界线代码", "界线名称", "界线等级", "甲方", "乙方", "甲方代码", "乙方代码",
    "批准机关", "协议书文号", "批准日期", "界线长度km", "协议书长度km", "起点", "止点",
    "界桩颗数", "单立", "双立", "三立", "线状态", "坐标系", "成图比例尺",
    "上次联检日期", "本次轮次", "应检日期", "牵头方", "是否争议", "密级",
    "数据来源", "时点", "声明",
)  # fmt: skip

# Decimals of a degree and of a metre: both about a millimetre on the ground.
_DEGREE, _METRE = 8, 3


def line_row(line: BoundaryLine) -> Row:
    """The 界线 table's one row; lengths in kilometres on the CGCS2000 ellipsoid."""
    start, finish = line.ends
    unknown: Row = dict.fromkeys(LINE_HEADINGS)
    return unknown | {
        "界线名称": line.name,
        "界线等级": line.level,
        "甲方": line.name_a,
        "乙方": line.name_b,
        "甲方代码": line.side_a,
        "乙方代码": line.side_b,
        "界线长度km": round(line.length_m / 1000, _METRE),
        "起点": _degrees(start),
        "止点": _degrees(finish),
        "线状态": line.status.value,
        "坐标系": f"CGCS2000（{CGCS2000}）",
        "应检日期": line.next_inspection,
        "数据来源": line.source or None,
        "声明": notice(line),
    }


def point_rows(line: BoundaryLine) -> list[Row]:
    """The 界线点 table: every vertex in the line's direction, with its chainage (里程) in metres.

    X is northing and Y easting in one 3-degree Gauss-Krüger zone for the whole line, easting
    without zone number. Chainage runs on from part to part; the gap between parts is not counted.
    """
    zone = zone_of(line.geometry)
    meridian = _meridian(zone)
    rows: list[Row] = []
    for number, (part, point, chainage) in enumerate(_stations(line), start=1):
        plane = to_plane(point, zone)
        x, y = plane.coords[0]
        rows.append(
            {
                "序号": number,
                "部分": part,
                "经度": round(point.x, _DEGREE),
                "纬度": round(point.y, _DEGREE),
                "纵坐标X(北)": round(y, _METRE),
                "横坐标Y(东)": round(x, _METRE),
                "中央子午线": f"{meridian}°",
                "里程m": round(chainage, _METRE),
                "线状态": line.status.value,
                "声明": notice(line),
            }
        )
    return rows


def note_rows(line: BoundaryLine, day: date) -> list[Row]:
    """The 说明 table: what the line may be used for, how it was measured and by which program."""
    points = sum(len(part.coords) for part in parts(line.geometry))
    spacing = line.length_m / (points - len(line.geometry.geoms))
    zone = zone_of(line.geometry)
    said = {
        "界线名称": line.name,
        "线状态": line.status.value,
        "声明": notice(line),
        "依据": BASIS,
        "坐标系": f"CGCS2000 经纬度（{CGCS2000}）",
        "平面坐标": f"CGCS2000 3 度带高斯-克吕格投影，中央子午线 {_meridian(zone)}°（{zone}），"
        "X 为北，Y 为东，东坐标不含带号",
        "长度与里程": "CGCS2000 椭球面上逐点累计的测地线长度；各部分之间的空当不计",
        "走向": "自西向东或自北向南；甲方为政区代码较小的一方",
        "点距": f"共 {points} 点，平均点距 {spacing:.0f} 米；界线的精度不高于来源数据",
        "空白栏": "地名库中没有的事实，未作推定",
        "数据来源": line.source or None,
        "生成日期": day.isoformat(),
        "程序": f"diming {__version__}",
    }
    return [{"项目": item, "内容": text} for item, text in said.items()]


def notice(line: BoundaryLine) -> str | None:
    """The notice a line must carry wherever it goes; an agreement or 详图 line needs none."""
    return NOTICE if line.status is LineStatus.REFERENCE else None


def points(line: BoundaryLine) -> list[Point]:
    """The vertices in the line's direction, one for each of `point_rows`."""
    return [point for _, point, _ in _stations(line)]


def _stations(line: BoundaryLine) -> Iterator[tuple[int, Point, float]]:
    """Each vertex with the number of its part and the metres of line before it."""
    chainage = 0.0
    for number, part in enumerate(parts(line.geometry), start=1):
        vertices = [Point(at[:2]) for at in part.coords]
        yield number, vertices[0], chainage
        for before, vertex in pairwise(vertices):
            chainage += distance_m(before, vertex)
            yield number, vertex, chainage


def _degrees(point: tuple[float, float]) -> str:
    return f"{point[0]:.6f},{point[1]:.6f}"


def _meridian(zone: str) -> int:
    """The central meridian of a 3-degree zone: EPSG:4534 is 75° E, and so on by three degrees."""
    return 75 + 3 * (int(zone.removeprefix("EPSG:")) - 4534)
