"""An office's list of requested names is read whatever file it comes in, row by row."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from shapely import LineString

from diming.errors import InputError
from diming.formats.columns import PROPOSALS, recognise
from diming.formats.proposals import proposals_from_rows, read_proposals
from diming.model import Action, Extent, FeatureClass, Jurisdiction, Level, Proposal, WidthKind

if TYPE_CHECKING:
    from pathlib import Path

RENCHENG = Jurisdiction("370811", "任城区", Level.COUNTY)
LINE = LineString([(116.58, 35.41), (116.60, 35.41)])


def named(name: str) -> list[Jurisdiction]:
    return [RENCHENG] if name == RENCHENG.name else []


def one(**cells: str) -> Proposal:
    proposals, refused = proposals_from_rows([cells], named)
    assert not refused
    return proposals[0]


ENGLISH = (
    "name,feature_class,jurisdiction,action,old_name,length_m,width_m,width_kind,start,end,"
    "orientation,grade,meaning,reading,romanization,geometry,经办人,ground,scheme_name,materials,"
    "assessment,expertise,consultation,authority,approved_on,filed_on,published_on,code"
)
CHINESE = (
    "名称,地名类别,政区代码,事项,原名,长度,宽度,宽度口径,起点,止点,走向,等级,含义,读音,罗马字母拼写,"
    "几何,经办人,更名理由,方案名称,申报材料,综合评估报告,专家论证报告,征求意见报告,批准机关,批准日期,"
    "备案日期,公告日期,地名代码"
)
ROW = (
    "常山路,道路,任城区,更名,旧路,1667,9~15,红线,火炬路,嘉诚路,东西,次干路,取自常山,cháng shān lù,"
    'Changshan Lu,"LINESTRING (116.58 35.41, 116.60 35.41)",张三,'
    "名实不符,常山路,申请书,合法,必要,过程,济宁市人民政府,2024年3月1日,2024/3/10,2024-03-12,37081100122100000001"
)
WHOLE = Proposal(
    name="常山路", feature_class=FeatureClass.ROAD, jurisdiction="370811", row=1,
    action=Action.RENAME, old_name="旧路", length_m=1667, width_m=Extent(9, 15),
    width_kind=WidthKind.RED_LINE, start="火炬路", end="嘉诚路", orientation="东西",
    grade="次干路", meaning="取自常山", reading="cháng shān lù", romanization="Changshan Lu",
    geometry=LINE, extra={"经办人": "张三"}, ground="名实不符", scheme_name="常山路",
    materials="申请书", assessment="合法", expertise="必要", consultation="过程",
    authority="济宁市人民政府", approved_on="2024-03-01", filed_on="2024-03-10",
    published_on="2024-03-12", code="37081100122100000001",
)  # fmt: skip


@pytest.mark.parametrize("header", [ENGLISH, CHINESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_column_in_both_languages_and_all_encodings(
    tmp_path: Path, header: str, encoding: str
) -> None:
    path = tmp_path / "申请.csv"
    path.write_bytes(f"{header}\r\n{ROW}\r\n".encode(encoding))
    file = read_proposals(path, jurisdictions=named)
    assert file.proposals == (WHOLE,)
    assert not file.refused


def test_a_workbook_with_a_title_and_a_merged_area(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    rows: list[list[Any]] = [
        ["济宁市任城区拟命名道路汇总表"],
        ["序号", "拟用名称", "所属政区", "长度（公里）", "红线宽度（米）"],
        [1, "常山路", "任城区", 1.667, 24],
        [2, "长河路", None, "2", "24+9+16"],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("C3:C4")
    path = tmp_path / "申请.xlsx"
    book.save(path)
    file = read_proposals(path, jurisdictions=named)
    assert [proposal.jurisdiction for proposal in file.proposals] == ["370811", "370811"]
    assert [proposal.length_m for proposal in file.proposals] == [1667, 2000]
    assert [proposal.width_m for proposal in file.proposals] == [Extent(24, 24), Extent(49, 49)]
    assert {proposal.width_kind for proposal in file.proposals} == {WidthKind.RED_LINE}
    assert file.proposals[1].extra == {"序号": "2"}


def test_geojson_gives_the_geometry_of_the_feature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feature = {
        "type": "Feature",
        "properties": {"name": "常山路", "jurisdiction": 370811, "length_m": 1667.0},
        "geometry": {"type": "LineString", "coordinates": list(LINE.coords)},
    }
    data = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    path = tmp_path / "申请.geojson"
    path.write_bytes(data)
    expected = (Proposal("常山路", jurisdiction="370811", length_m=1667, geometry=LINE),)
    assert read_proposals(path).proposals == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read_proposals("-").proposals == expected


def test_a_bad_cell_refuses_its_row_and_names_every_mistake(tmp_path: Path) -> None:
    path = tmp_path / "申请.csv"
    path.write_text(
        "名称,类别,政区,长度(米),宽度,几何\n"
        "甲路,道路,370811,100,20,\n"
        ",马路牙子,某某区,很长,很宽,POINT (35 116)\n"
        "乙路,桥,任城区,,,\n",
        encoding="utf-8",
    )
    file = read_proposals(path, jurisdictions=named)
    assert [(proposal.row, proposal.name) for proposal in file.proposals] == [
        (1, "甲路"),
        (3, "乙路"),
    ]
    assert {refusal.row for refusal in file.refused} == {2}
    assert {refusal.field for refusal in file.refused} == {
        "名称", "类别", "政区", "长度(米)", "宽度", "几何",
    }  # fmt: skip
    assert all("→" in refusal.zh and "→" in refusal.en for refusal in file.refused)


def test_a_file_without_names_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "申请.csv"
    path.write_text("长度,宽度\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"申请\.csv") as refusal:
        read_proposals(path)
    assert "长度" in refusal.value.zh
    assert refusal.value.mend[0]


def test_what_a_row_leaves_open_is_a_road_to_be_named() -> None:
    assert one(name=" 常山路 ") == Proposal("常山路")
    proposals, _ = proposals_from_rows([{"name": "甲桥"}], feature_class=FeatureClass.BRIDGE)
    assert proposals[0].feature_class is FeatureClass.BRIDGE


def test_a_line_break_inside_a_name_is_dropped() -> None:
    assert one(name="常山\n路").name == "常山路"


def test_both_ends_in_one_column_or_kept_as_written() -> None:
    road = one(名称="甲路", 起止点="东起火炬路，西至嘉诚路")
    assert (road.start, road.end, road.extra) == ("火炬路", "嘉诚路", {})
    assert one(名称="甲路", 起止点="见附图").extra == {"起止点": "见附图"}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("红线宽度(m)", WidthKind.RED_LINE), ("车行道宽度", WidthKind.KERB), ("宽度（米）", None)],
)
def test_the_heading_may_say_which_width_is_meant(heading: str, kind: WidthKind | None) -> None:
    road = one(**{"名称": "甲路", heading: "24"})
    assert (road.width_m, road.width_kind) == (Extent(24, 24), kind)


def test_longitude_and_latitude_columns_make_a_point() -> None:
    assert one(名称="甲桥", 经度="116.58", 纬度="35.41").geometry == LINE.interpolate(0)
    _, refused = proposals_from_rows([{"名称": "甲桥", "经度": "35.41", "纬度": "116.58"}])
    assert "先写经度" in refused[0].zh


def test_the_more_telling_heading_wins_and_the_other_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("名称,拟用名称\n施工一路,常山路\n", encoding="utf-8")
    file = read_proposals(path)
    assert file.proposals[0].name == "常山路"
    assert file.proposals[0].extra == {"名称": "施工一路"}
    assert "名称" in file.notes[0][0]


def test_headings_cut_by_a_shapefile_are_known_by_their_beginning() -> None:
    cut = {"feature_cl", "所属行", "romanizati"}
    columns = recognise(["名称", *sorted(cut)], PROPOSALS, cut)
    assert columns["feature_class"].heading == "feature_cl"
    assert columns["jurisdiction"].heading == "所属行"
    assert "jurisdiction" not in recognise(["名称", "所属行"], PROPOSALS)


@pytest.mark.parametrize("field", [field for field in PROPOSALS if field != "geometry"])
def test_no_two_fields_share_a_heading(field: str) -> None:
    others = {word for name, words in PROPOSALS.items() if name != field for word in words.split()}
    assert not others & set(PROPOSALS[field].split())
