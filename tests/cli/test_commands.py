"""The other commands: search, spell, rules, boundary, registry."""

from __future__ import annotations

import json
import resource
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import openpyxl
import pyogrio
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Diming


def test_help_starts_at_once() -> None:
    """`diming --help` costs less than 0.3 s of processor time, so it imports nothing heavy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    shown = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "diming", "--help"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "审查拟用名称" in shown.stdout
    heavy = ("shapely", "geopandas", "pandas", "numpy", "flask", "pydantic", "pypinyin", "fiona")
    assert not [line for line in shown.stderr.splitlines() if line.split("|")[-1].strip() in heavy]
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 2  # a guard against an import gone wild, not a measurement


@pytest.mark.parametrize(
    "command",
    [
        "init", "import", "check", "waive", "romanize", "similar", "search", "boundary", "rules",
        "export", "history", "backup", "settings", "serve",
    ],
)  # fmt: skip
def test_every_command_has_help(diming: Diming, command: str) -> None:
    said = diming(command, "--help")
    assert said.code == 0
    assert "Usage" in said.out


def test_search_finds_a_former_name(diming: Diming) -> None:
    said = diming("search", "公安街", "--format", "json")
    (hit,) = said.json
    assert hit["name"] == "公安街"
    assert "曾用名" in hit["label"]
    assert diming("search", "公安街", "--as-of", "1950").out == ""


def test_search_lines_stand_in_columns_and_say_why(diming: Diming) -> None:
    said = diming("search", "tbl")
    lines = said.out.splitlines()
    assert all("首字母 太白楼" in line for line in lines)
    shown = [line[: line.index("济宁市")] for line in lines]
    assert len({len(line.encode("gbk")) for line in shown}) == 1
    assert f"{len(lines)} 条" in said.err


def test_search_says_that_there_is_more(diming: Diming) -> None:
    said = diming("search", "村", "--limit", "3")
    assert len(said.out.splitlines()) == 3
    assert "还有更多" in said.err


def test_search_in_an_area_named_in_words(diming: Diming) -> None:
    said = diming("search", "孔", "--jurisdiction", "曲阜市", "--kind", "道路", "--format", "json")
    assert said.json
    assert {(hit["jurisdiction"][:6], hit["feature_class"]) for hit in said.json} == {
        ("370881", "road")
    }
    assert diming("search", "孔", "--jurisdiction", "乌有市").code == 2
    assert diming("search", "孔", "--kind", "飞船").code == 2


def test_search_for_a_year(diming: Diming) -> None:
    said = diming("search", "1928", "--format", "jsonl")
    first = json.loads(said.out.splitlines()[0])
    assert (first["name"], first["standard_name"]) == ("公安街", "铁塔寺街")
    assert "1928 年" in said.err


def test_search_for_heritage_by_initials(diming: Diming) -> None:
    said = diming("search", "ns", "--kind", "heritage", "--format", "json")
    assert any(hit["name"] == "尼山" for hit in said.json)


def test_romanize_names_and_files(diming: Diming, tmp_path: Path) -> None:
    assert diming("romanize", "任城大道").out == "任城大道\tRénchéng Dàdào\n"
    assert diming("romanize", "任城大道", "--style", "sign").out == "任城大道\tRENCHENG DADAO\n"
    path = tmp_path / "names.txt"
    path.write_text("王村\tvillage\n建设北路\n", encoding="gb18030")
    assert diming("romanize", "--file", str(path)).out == "王村\tWángcūn\n建设北路\tJiànshè Běilù\n"


def test_a_reading_nobody_settled_is_marked(diming: Diming) -> None:
    line = diming("romanize", "重和路", "--reading").out.rstrip("\n")
    assert line.split("\t")[2] == "confirm"
    assert diming("romanize", "任城大道", "--reading").out == "任城大道\trén chéng dà dào\n"


def test_rules_are_listed_explained_validated_and_tried(diming: Diming) -> None:
    assert len(diming("rules", "list", "--format", "json").json) >= 18
    explained = diming("rules", "explain", "DU02").out
    for words in ("避免同音", "第九条第一款第（八）项", "出路", "误报", "例:"):
        assert words in explained
    assert diming("rules", "validate").code == 0
    assert diming("rules", "test").code == 0
    assert "+ GN01" in diming("rules", "diff", "jining", "xian").out
    assert diming("rules", "explain", "XX99").code == 2


def test_boundary_lines_have_geodesic_lengths(diming: Diming) -> None:
    found = diming("boundary", "lines", "370800", "--format", "json").json
    line = next(one for one in found if {one["side_a"], one["side_b"]} == {"370832", "410927"})
    assert line["status"] == "参考线"
    assert line["length_m"] == pytest.approx(27_600, rel=0.01)
    assert line["next_inspection"] is None


def test_a_pack_opens_in_gis_and_office(diming: Diming, tmp_path: Path) -> None:
    said = diming("boundary", "pack", "370832", "410927", "--output", "line")
    assert said.code == 0
    layers = dict(pyogrio.list_layers(tmp_path / "line" / "界线.gpkg"))
    assert "界线" in layers
    book = openpyxl.load_workbook(tmp_path / "line" / "界线.xlsx")
    assert book.sheetnames[0] == "界线"
    assert "line/界线.geojson" in said.out


def test_import_reports_rows_and_files_nothing_when_one_is_bad(
    diming: Diming, jining: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.gpkg"
    shutil.copy(jining, own)
    path = tmp_path / "roads.csv"
    path.write_text(
        "名称,政区代码,几何\n"
        '长山路,370811,"LINESTRING (116.58 35.41, 116.59 35.41)"\n'
        '反向路,370811,"LINESTRING (35.41 116.58, 35.41 116.59)"\n',
        encoding="utf-8",
    )
    words = ("import", str(path), "--kind", "roads", "--registry", str(own))
    refused = diming(*words)
    assert refused.code == 2
    assert "反向路" not in diming("search", "反向路", "--registry", str(own)).out
    assert diming("search", "长山路", "--registry", str(own)).out == ""
    assert "拒收 1" in refused.out
    partly = diming(*words, "--partial")
    assert "新增" in partly.out
    assert "长山路" in diming("search", "长山路", "--registry", str(own)).out
    again = diming(*words, "--partial", "--format", "json").json
    assert again["added"] == again["changed"] == 0
    assert again["same"] > 0
    check = ("check", "常山路", "--jurisdiction", "370811", "--registry", str(own))
    found = diming(
        *check, "--geometry", "LINESTRING (116.58 35.42, 116.59 35.42)", "--format", "json"
    )
    rival = next(
        evidence
        for one in found.json["results"][0]["findings"]
        if one["rule"] == "DU02"
        for evidence in one["evidence"]
    )
    assert rival["name"] == "长山路"
    assert rival["distance_m"] == pytest.approx(1109, abs=5)


def test_boundaries_in_web_map_coordinates_are_reported(
    diming: Diming, jining: Path, tmp_path: Path, shared_dir: Path
) -> None:
    own = tmp_path / "own.gpkg"
    shutil.copy(jining, own)
    data = shared_dir / "data" / "boundaries"
    words = ("--kind", "boundaries", "--registry", str(own))
    same = diming("import", str(data / "jining_region_counties_tianditu_cgcs2000.geojson"), *words)
    assert "GCJ-02" not in same.err
    displaced = diming("import", str(data / "jining_region_counties_amap_gcj02.geojson"), *words)
    assert "GCJ-02" in displaced.err


@pytest.mark.parametrize("ending", ["csv", "xlsx", "geojson", "gpkg"])
def test_what_is_exported_can_come_back(
    diming: Diming, jining: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"roads.{ending}"
    assert diming("export", str(path), "--kind", "roads", "--jurisdiction", "370881").code == 0
    own = tmp_path / "own.gpkg"
    shutil.copy(jining, own)
    said = diming(
        "import", str(path), "--kind", "toponyms", "--registry", str(own), "--format", "json"
    )
    assert said.code == 0, said.err + said.out
    assert said.json["read"] > 20
    assert said.json["refused"] == []


def test_backup_is_a_registry(diming: Diming, tmp_path: Path) -> None:
    assert diming("backup", "copy.gpkg").code == 0
    assert "公安街" in diming("search", "公安街", "--registry", "copy.gpkg").out


def test_what_is_not_there_is_told(diming: Diming, tmp_path: Path) -> None:
    assert diming("history", "nobody").code == 2
    assert diming("rules", "test", str(tmp_path / "nowhere")).code == 2
    missing = diming("backup", str(tmp_path / "no" / "copy.gpkg"))
    assert missing.code == 2
    assert "目录" in missing.err


def test_a_port_in_use_is_told_before_any_address(diming: Diming, jining: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = subprocess.run(
            [sys.executable, "-m", "diming", "serve", "--port", port, "--registry", str(jining)],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert said.returncode == 2
    assert "占不了" in said.stderr
    assert "http://" not in said.stderr
    assert diming("serve", "--port", "99999").code == 2


def test_settings_and_history(diming: Diming) -> None:
    assert "DIMING_REGISTRY" in diming("settings").out
    entries = diming("history", "--limit", "2", "--format", "json").json
    assert [entry["person"] for entry in entries] == ["测试员", "测试员"]
    assert json.loads(entries[0]["after"])


def test_init_makes_a_registry_once(diming: Diming) -> None:
    said = diming("init", "--registry", "new.gpkg")
    assert said.code == 0
    assert "已建库" in said.err
    assert diming("init", "--registry", "new.gpkg").code == 2
