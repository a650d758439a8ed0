"""What is written opens as it stands, runs nothing, and is never half there."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from diming.errors import UsageError
from diming.formats.vector import read_features
from diming.formats.writers import (
    LayerOut,
    SheetOut,
    csv_text,
    geojson_text,
    write_csv,
    write_geojson,
    write_gpkg,
    write_xlsx,
)

if TYPE_CHECKING:
    from pathlib import Path

LINE = shapely.LineString([(116.58, 35.41), (116.60, 35.41)])
AREA = shapely.box(116.5, 35.4, 116.6, 35.5)
TRICKS = ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","点击")']


@pytest.mark.parametrize("trick", TRICKS)
def test_formulas_stay_text_in_a_workbook(tmp_path: Path, trick: str) -> None:
    path = tmp_path / "t.xlsx"
    write_xlsx(path, [SheetOut("表", ["名称", "编号"], [[trick, "x"]])])
    cell = load_workbook(path).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert str(cell.value).strip() == trick.strip()


@pytest.mark.parametrize("trick", TRICKS)
def test_formulas_stay_text_in_csv(trick: str) -> None:
    assert csv_text([trick], []).removeprefix("\ufeff").lstrip('"').startswith("'")


def test_a_workbook_has_codes_as_text_numbers_as_numbers_and_a_frozen_header(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.xlsx"
    rows = [["370811", 12.5, None, True, "第一\x07行\n二"]]
    write_xlsx(path, [SheetOut("道路/桥梁", ["代码", "长度", "空", "是", "文"], rows)])
    sheet = load_workbook(path).worksheets[0]
    assert sheet.title == "道路-桥梁"
    assert sheet.freeze_panes == "A2"
    values = [cell.value for cell in sheet[2]]
    assert values == ["370811", 12.5, None, "True", "第一行\n二"]
    assert sheet["A2"].number_format == "@"
    assert 0 < sheet.column_dimensions["A"].width <= 60


def test_csv_opens_in_excel_and_numbers_keep_their_sign(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, ["名称", "差"], [["太白楼路", -1.5], [None, 0]])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(data.decode("utf-8-sig").splitlines())) == [
        ["名称", "差"], ["太白楼路", "-1.5"], ["", "0"],
    ]  # fmt: skip


def test_geojson_states_cgcs2000_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "r.geojson"
    rows: list[list[object]] = [["甲路", 12.5], ["乙路", None]]
    write_geojson(path, LayerOut("道路", ["名称", "长度"], rows, [LINE, None]))
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::4490"
    back = read_features(path).features
    assert [feature.properties for feature in back] == [
        {"名称": "甲路", "长度": "12.5"},
        {"名称": "乙路", "长度": ""},
    ]
    assert back[0].geometry == LINE
    assert back[1].geometry is None


def test_rings_turn_as_rfc_7946_wants() -> None:
    for area in (AREA, AREA.reverse()):
        document = json.loads(geojson_text(LayerOut("a", [], [[]], [area])))
        ring = shapely.LinearRing(document["features"][0]["geometry"]["coordinates"][0])
        assert ring.is_ccw


def test_a_geopackage_holds_layers_with_chinese_names_and_types(tmp_path: Path) -> None:
    path = tmp_path / "包.gpkg"
    write_gpkg(
        path,
        [
            LayerOut(
                "道路", ["名称", "长度", "序号"], [["甲路", 1.5, 1], [None, None, 2]], [LINE, None]
            ),
            LayerOut("混合", ["名称"], [["a"], ["b"]], [LINE, AREA]),
            LayerOut("界桩", ["名称"], [], [], crs="EPSG:4548"),
        ],
    )
    roads = read_features(path, layer="道路")
    assert roads.fields == ("名称", "长度", "序号")
    assert roads.features[0].properties == {"名称": "甲路", "长度": "1.5", "序号": "1"}
    assert roads.features[0].geometry is not None
    assert roads.features[0].geometry.geom_type == "MultiLineString"
    assert "2000" in roads.crs
    assert len(read_features(path, layer="混合").features) == 2
    assert read_features(path, layer="界桩").read == 0


@given(st.lists(st.tuples(st.text(max_size=8), st.integers(-9, 9)), max_size=5))
def test_geojson_keeps_every_text(rows: list[tuple[str, int]]) -> None:
    layer = LayerOut("a", ["名", "n"], rows, [None] * len(rows))
    features = json.loads(geojson_text(layer))["features"]
    assert [tuple(each["properties"].values()) for each in features] == rows


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "r.geojson"
    path.write_text("old")
    with pytest.raises(ValueError, match="shorter"):
        write_geojson(path, LayerOut("a", ["x"], [[1]], []))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("r.geojson", "old")]
    with pytest.raises(UsageError) as refusal:
        write_csv(tmp_path / "no folder" / "t.csv", ["x"], [])
    assert "WPS" in refusal.value.mend[0]
