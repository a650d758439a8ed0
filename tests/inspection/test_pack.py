"""What an inspector finds in the pack of a line, opened with other programs' readers."""

import csv
import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pyogrio
import pytest
import shapely

from diming.errors import UsageError
from diming.inspection import sheets
from diming.inspection.lines import line
from diming.inspection.pack import write_pack
from diming.model import BoundaryLine
from diming.registry.store import Store

DAY = date(2026, 11, 23)
ZIP = "梁山县—台前县线_20261123.zip"


@pytest.fixture(scope="module")
def liangshan(jining: Store) -> BoundaryLine:
    return line(jining, "370832", "410927")


@pytest.fixture(scope="module")
def pack(liangshan: BoundaryLine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("联检") / "梁山台前"
    write_pack(liangshan, directory, DAY)
    return directory


def test_the_files_are_named_and_nothing_else_is_left_behind(
    liangshan: BoundaryLine, tmp_path: Path
) -> None:
    written = write_pack(liangshan, tmp_path / "省级" / "梁山台前", DAY)
    assert [path.name for path in written] == [
        ZIP, "清单.csv", "界线.geojson", "界线.gpkg", "界线.xlsx",
    ]  # fmt: skip
    assert all(path.is_file() for path in written)
    assert [path.name for path in (tmp_path / "省级").iterdir()] == ["梁山台前"]


def test_the_geopackage_has_the_line_and_its_points_in_cgcs2000(
    pack: Path, liangshan: BoundaryLine
) -> None:
    path = pack / "界线.gpkg"
    assert [name for name, _ in pyogrio.list_layers(path)] == ["界线", "界线点"]
    lines = pyogrio.read_dataframe(path, layer="界线")
    points = pyogrio.read_dataframe(path, layer="界线点")
    assert lines.crs.to_epsg() == points.crs.to_epsg() == 4490
    assert lines.geometry.tolist() == [liangshan.geometry]
    assert lines.loc[0, "界线名称"] == "梁山县—台前县线"
    assert lines.loc[0, "甲方代码"] == "370832"
    assert lines.loc[0, "界线长度km"] == pytest.approx(27.631)
    assert lines["协议书文号"].isna().all()
    assert [(at.x, at.y) for at in points.geometry] == [
        tuple(at) for at in shapely.get_coordinates(liangshan.geometry).tolist()
    ]
    assert points["里程m"].iloc[-1] == pytest.approx(liangshan.length_m, abs=0.001)


@pytest.mark.parametrize("layer", ["界线", "界线点"])
def test_every_layer_says_it_is_a_reference_line(pack: Path, layer: str) -> None:
    read = pyogrio.read_dataframe(pack / "界线.gpkg", layer=layer)
    assert set(read["线状态"]) == {"参考线"}
    assert set(read["声明"]) == {sheets.NOTICE}


def test_the_geojson_has_the_line_with_its_notice(pack: Path, liangshan: BoundaryLine) -> None:
    read = json.loads((pack / "界线.geojson").read_text(encoding="utf-8"))
    assert read["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::4490"
    (feature,) = read["features"]
    assert shapely.geometry.shape(feature["geometry"]) == liangshan.geometry
    assert feature["properties"]["线状态"] == "参考线"
    assert feature["properties"]["声明"] == sheets.NOTICE
    assert feature["properties"]["批准机关"] is None


def test_the_workbook_has_the_three_sheets(pack: Path, liangshan: BoundaryLine) -> None:
    book = openpyxl.load_workbook(pack / "界线.xlsx", read_only=True)
    assert book.sheetnames == ["界线", "界线点", "说明"]
    headings, row = book["界线"].iter_rows(values_only=True)
    assert headings == sheets.LINE_HEADINGS
    said = dict(zip(headings, row, strict=True))
    assert said["甲方代码"] == "370832"
    assert said["界线长度km"] == 27.631
    assert said["协议书文号"] in (None, "")
    headings, *points = book["界线点"].iter_rows(values_only=True)
    assert headings[:6] == ("序号", "部分", "经度", "纬度", "纵坐标X(北)", "横坐标Y(东)")
    assert [point[2:4] for point in points] == list(liangshan.geometry.geoms[0].coords)
    notes = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert notes["声明"] == sheets.NOTICE
    assert notes["依据"] == sheets.BASIS
    assert notes["生成日期"] == "2026-11-23"
    book.close()


def test_the_list_has_the_checksum_of_every_file(pack: Path) -> None:
    text = (pack / "清单.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["文件"], row["行数"]) for row in rows] == [
        ("界线.geojson", "1"),
        ("界线.gpkg", "13"),
        ("界线.xlsx", "26"),
    ]
    for row in rows:
        content = (pack / row["文件"]).read_bytes()
        assert row["SHA-256"] == hashlib.sha256(content).hexdigest()


def test_the_zip_holds_the_same_files_in_order_at_a_fixed_time(pack: Path) -> None:
    with zipfile.ZipFile(pack / ZIP) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["清单.csv", "界线.geojson", "界线.gpkg", "界线.xlsx"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            assert archive.read(name) == (pack / name).read_bytes()


def test_an_empty_directory_is_filled(liangshan: BoundaryLine, tmp_path: Path) -> None:
    directory = tmp_path / "空"
    directory.mkdir()
    assert len(write_pack(liangshan, directory, DAY)) == 5


@pytest.mark.parametrize("occupied", ["目录", "文件"])
def test_what_is_there_already_is_left_alone(
    liangshan: BoundaryLine, tmp_path: Path, occupied: str
) -> None:
    target = tmp_path / occupied
    kept = target / "旧.txt" if occupied == "目录" else target
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("旧", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        write_pack(liangshan, target, DAY)
    assert refused.value.mend[0]
    assert kept.read_text(encoding="utf-8") == "旧"
    assert [path.name for path in tmp_path.iterdir()] == [occupied]


def test_a_name_with_a_slash_stays_in_the_directory(
    liangshan: BoundaryLine, tmp_path: Path
) -> None:
    odd = replace(liangshan, name_a="../梁山:县")
    written = write_pack(odd, tmp_path / "包", DAY)
    assert "..-梁山-县—台前县线_20261123.zip" in [path.name for path in written]
    assert [path.name for path in tmp_path.iterdir()] == ["包"]


def test_a_place_that_cannot_be_written_is_named(liangshan: BoundaryLine, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="文件"):
        write_pack(liangshan, tmp_path / "文件" / "包", DAY)


def test_a_pack_that_fails_half_way_leaves_nothing(liangshan: BoundaryLine, tmp_path: Path) -> None:
    #  No file can have a name this long, and the zip is named after the line and written last.
    endless = replace(liangshan, name_a="长" * 200)
    with pytest.raises(UsageError):
        write_pack(endless, tmp_path / "包", DAY)
    assert list(tmp_path.iterdir()) == []
