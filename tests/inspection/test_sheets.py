"""What the tables of a line say, and that they never say what nobody knows."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer
from shapely.geometry import MultiLineString

from diming import __version__
from diming.geo.measure import length_m
from diming.inspection import sheets
from diming.inspection.lines import line
from diming.model import BoundaryLine, LineStatus
from diming.registry.store import Store


@pytest.fixture
def liangshan(jining: Store) -> BoundaryLine:
    return line(jining, "370832", "410927")


def test_the_line_says_who_what_and_how_long(liangshan: BoundaryLine) -> None:
    row = sheets.line_row(liangshan)
    known = {heading: cell for heading, cell in row.items() if cell is not None}
    assert known == {
        "界线名称": "梁山县—台前县线",
        "界线等级": "省级",
        "甲方": "梁山县",
        "乙方": "台前县",
        "甲方代码": "370832",
        "乙方代码": "410927",
        "界线长度km": 27.631,
        "起点": "115.869525,35.864996",
        "止点": "116.043518,35.982479",
        "线状态": "参考线",
        "坐标系": "CGCS2000（EPSG:4490）",
        "数据来源": "天地图 国家基础地理信息中心，审图号 GS(2024)0650号（2024）",
        "声明": sheets.NOTICE,
    }


def test_every_heading_stands_even_when_the_cell_is_empty(liangshan: BoundaryLine) -> None:
    row = sheets.line_row(liangshan)
    assert tuple(row) == sheets.LINE_HEADINGS
    for unknown in ("空间数据标识码", "界线代码", "协议书文号", "应检日期", "牵头方", "密级"):
        assert row[unknown] is None


def test_a_known_inspection_date_is_shown(liangshan: BoundaryLine) -> None:
    due = replace(liangshan, next_inspection="2028-12-31")
    assert sheets.line_row(due)["应检日期"] == "2028-12-31"


def test_points_carry_plane_coordinates_of_the_117_degree_zone(liangshan: BoundaryLine) -> None:
    back = Transformer.from_crs("EPSG:4548", "EPSG:4490", always_xy=True)
    rows = sheets.point_rows(liangshan)
    assert [row["序号"] for row in rows] == list(range(1, len(rows) + 1))
    assert {row["中央子午线"] for row in rows} == {"117°"}
    for row, (lon, lat) in zip(rows, liangshan.geometry.geoms[0].coords, strict=True):
        assert (row["经度"], row["纬度"]) == (lon, lat)
        assert back.transform(row["横坐标Y(东)"], row["纵坐标X(北)"]) == pytest.approx(
            (lon, lat), abs=1e-8
        )


def test_chainage_begins_at_nought_and_ends_with_the_length(liangshan: BoundaryLine) -> None:
    stations = [row["里程m"] for row in sheets.point_rows(liangshan)]
    assert stations[0] == 0
    assert stations[-1] == pytest.approx(liangshan.length_m, abs=0.001)
    assert stations == sorted(stations, key=lambda each: each or 0)


def test_the_notes_quote_article_14_and_name_the_program(liangshan: BoundaryLine) -> None:
    said = {row["项目"]: row["内容"] for row in sheets.note_rows(liangshan, date(2026, 11, 23))}
    assert said["线状态"] == "参考线"
    assert said["声明"] == sheets.NOTICE
    assert str(said["依据"]).endswith(
        "第十四条：行政区域界线详图是反映县级以上行政区域界线标准画法的国家专题地图。"
        "任何涉及行政区域界线的地图，其行政区域界线画法一律以行政区域界线详图为准绘制。"
    )
    assert "EPSG:4548" in str(said["平面坐标"])
    assert said["点距"] == "共 12 点，平均点距 2512 米；界线的精度不高于来源数据"
    assert said["生成日期"] == "2026-11-23"
    assert said["程序"] == f"diming {__version__}"


def test_only_a_reference_line_carries_the_notice(liangshan: BoundaryLine) -> None:
    agreed = replace(liangshan, status=LineStatus.AGREEMENT)
    assert sheets.line_row(agreed)["声明"] is None
    assert sheets.line_row(agreed)["线状态"] == "协议线"
    assert {row["声明"] for row in sheets.point_rows(agreed)} == {None}


vertices = st.lists(
    st.tuples(
        st.floats(115.6, 118.4, allow_nan=False).map(lambda lon: round(lon, 6)),
        st.floats(34.3, 36.0, allow_nan=False).map(lambda lat: round(lat, 6)),
    ),
    min_size=2,
    max_size=8,
    unique=True,
)


@given(st.lists(vertices, min_size=1, max_size=4))
def test_chainage_grows_by_the_geodesic_and_never_over_a_gap(
    stretches: list[list[tuple[float, float]]],
) -> None:
    geometry = MultiLineString(stretches)
    drawn = BoundaryLine(
        "370832", "410927", "梁山县", "台前县", "省级",
        geometry, length_m(geometry), (stretches[0][0], stretches[-1][-1]),
    )  # fmt: skip
    rows = sheets.point_rows(drawn)
    assert len(rows) == len(sheets.points(drawn)) == sum(map(len, stretches))
    assert rows[-1]["里程m"] == pytest.approx(drawn.length_m, abs=0.01)
    for before, after in pairwise(rows):
        if before["部分"] != after["部分"]:
            assert before["里程m"] == after["里程m"]
