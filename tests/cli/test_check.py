"""`diming check`: what a planner sees, what a script reads, how it ends."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Diming

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "proposals.csv"


def test_a_road_that_sounds_like_another_is_told_with_its_article(diming: Diming) -> None:
    said = diming("check", "光河路", "--jurisdiction", "370811")
    assert "与洸河路同音" in said.out
    assert "《地名管理条例》第九条第一款第（八）项" in said.out
    assert said.code == 0  # a warning does not fail by default


def test_an_area_can_be_given_by_name(diming: Diming) -> None:
    said = diming("check", "光河路", "--jurisdiction", "任城区", "--format", "json")
    assert said.json["results"][0]["proposal"]["jurisdiction"] == "370811"


def test_json_is_what_scripts_rely_on(diming: Diming) -> None:
    plain = diming("check", "光河路", "--jurisdiction", "370811", "--format", "json").json
    assert plain["schema_version"] == 1
    assert plain["ruleset"]["id"] == "jining"
    assert plain["registry"]["revision"] == 1
    (result,) = plain["results"]
    assert (result["specific"], result["generic"]) == ("光河", "路")
    assert result["reading"] == "guāng hé lù"
    assert result["romanization"] == "Guānghé Lù"
    found = next(one for one in result["findings"] if one["rule"] == "DU02")
    assert found["slug"] == "same-sound"
    assert found["severity"] == "warning"
    assert found["span"] == [0, 2]
    assert found["evidence"][0]["name"] == "洸河路"
    assert found["evidence"][0]["match"] == "sound"
    assert plain["summary"]["violation"] == 1


def test_fingerprints_are_the_same_tomorrow(diming: Diming) -> None:
    words = ("check", "光河路", "--jurisdiction", "370811", "--format", "json")
    first, second = diming(*words).json, diming(*words).json
    assert first["results"][0]["findings"] == second["results"][0]["findings"]


def test_exit_code_follows_fail_on(diming: Diming) -> None:
    again = ("check", "任城大道", "--jurisdiction", "370811")
    assert diming(*again).code == 1
    assert diming(*again, "--fail-on", "never").code == 0
    sounds = ("check", "光河路", "--jurisdiction", "370811")
    assert diming(*sounds).code == 0
    assert diming(*sounds, "--fail-on", "warning").code == 1


def test_without_area_or_geometry_duplicates_are_not_evaluated(diming: Diming) -> None:
    (result,) = diming("check", "任城大道", "--format", "json").json["results"]
    said = {one["rule"]: one["verdict"] for one in result["findings"]}
    assert said["DU01"] == said["DU02"] == "not-evaluated"
    assert result["verdict"] == "not-evaluated"


def test_without_a_registry_nothing_is_compared_and_it_says_so(
    diming: Diming, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DIMING_REGISTRY", str(tmp_path / "none.gpkg"))
    said = diming("check", "任城大道", "--jurisdiction", "370811", "--format", "json")
    assert said.json["registry"] is None
    assert "没有地名库" in said.err
    (result,) = said.json["results"]
    assert {one["verdict"] for one in result["findings"]} == {"not-evaluated"}
    assert {"DU01", "DU02"} <= {one["rule"] for one in result["findings"]}


def test_a_registry_that_was_named_must_be_there(diming: Diming) -> None:
    said = diming("check", "任城大道", "--registry", "none.gpkg")
    assert said.code == 2
    assert "找不到地名库" in said.err
    assert "there is no registry" in said.err


def test_the_same_review_in_every_format(diming: Diming) -> None:
    words = ("check", "光河路", "宏星路", "--jurisdiction", "370811", "--format")
    lines = diming(*words, "jsonl").out.splitlines()
    assert len(lines) == 2
    assert diming(*words, "sarif").json["runs"][0]["results"]
    table = diming(*words, "csv").out
    assert table.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
    assert {row["名称"] for row in rows} == {"光河路", "宏星路"}


def test_the_sample_file_meets_every_rule_that_ships(diming: Diming) -> None:
    plain = diming(
        "check", "--file", str(EXAMPLES), "--ruleset", "jining+xian", "--format", "json",
        "--fail-on", "never",
    ).json  # fmt: skip
    assert len(plain["results"]) >= 40
    met = {
        one["rule"]
        for result in plain["results"]
        for one in result["findings"]
        if one["verdict"] != "not-evaluated"
    }
    listed = diming("rules", "list", "--ruleset", "jining+xian", "--format", "json").json
    assert met == {rule["code"] for rule in listed}
    assert {result["verdict"] for result in plain["results"]} == {
        "violation", "review", "not-evaluated", "pass",
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_is_read_in_the_encodings_of_an_office(
    diming: Diming, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "申请.csv"
    path.write_text("名称,政区代码\n光河路,370811\n", encoding=encoding)
    plain = diming("check", "--file", str(path), "--format", "json").json
    assert plain["results"][0]["proposal"]["name"] == "光河路"


def test_a_bad_row_is_named_and_the_others_are_reviewed(diming: Diming, tmp_path: Path) -> None:
    path = tmp_path / "申请.csv"
    path.write_text(
        "名称,政区代码,长度\n光河路,370811,约一里\n宏星路,370811,900\n", encoding="utf-8"
    )
    said = diming("check", "--file", str(path), "--format", "json")
    assert said.code == 2
    assert "申请.csv" in said.err
    assert "长度" in said.err
    assert [result["proposal"]["name"] for result in said.json["results"]] == ["宏星路"]


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "光河路", "--file", "x.csv"),
        ("check", "光河路", "--ruleset", "nowhere"),
        ("check", "光河路", "--as-of", "tomorrow"),
        ("check", "光河路", "--as-of", "1999-01-01"),
        ("check", "光河路", "--geometry", "POINT (35 116)"),
        ("check", "光河路", "--geometry", "LINE (1 2)"),
        ("check", "光河路", "--class", "马路"),
        ("check", "光河路", "--jurisdiction", "不存在区"),
        ("check", "--file", "nowhere.csv"),
        ("check", "光河路", "--colour"),
        ("chek", "光河路"),
    ],
)
def test_a_mistake_ends_in_a_sentence_not_in_a_traceback(
    diming: Diming, words: tuple[str, ...]
) -> None:
    said = diming(*words)
    assert said.code == 2
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_refused_rows_leave_a_trace_in_the_json(diming: Diming, tmp_path: Path) -> None:
    path = tmp_path / "申请.csv"
    path.write_text(
        "名称,政区代码,长度\n光河路,370811,约一里\n宏星路,370811,900\n", encoding="utf-8"
    )
    plain = diming("check", "--file", str(path), "--format", "json").json
    assert plain["summary"]["refused"] == 1
    (refused,) = plain["refused"]
    assert (refused["row"], refused["field"]) == (1, "长度")


def test_a_dash_reads_from_standard_input(diming: Diming, monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BytesIO("名称,政区代码\n光河路,370811\n".encode()))
    monkeypatch.setattr("sys.stdin", text)
    plain = diming("check", "-", "--format", "json").json
    assert plain["results"][0]["proposal"]["name"] == "光河路"


@pytest.mark.parametrize("name", ["习近平路", "巴黎路", "66路", "昇平路"])
def test_writing_the_name_as_its_own_old_name_spares_nothing(diming: Diming, name: str) -> None:
    words = ("--jurisdiction", "370811", "--geometry", "LINESTRING (116.58 35.42, 116.6 35.42)")
    assert diming("check", name, "--old-name", name, *words).code == 1


def test_before_the_regulations_nothing_passes(diming: Diming) -> None:
    said = diming("check", "巴黎路", "--ruleset", "jining+xian", "--as-of", "2022-04-30")
    assert said.code == 2
    assert "没有施行中的规则" in said.err


def test_combining_marks_are_reported_as_what_they_are(diming: Diming) -> None:
    (result,) = diming("check", "常山\u0301路", "--format", "json").json["results"]
    assert "CH01" in {one["rule"] for one in result["findings"]}


def test_a_waiver_needs_a_fingerprint_and_a_day_to_come(diming: Diming) -> None:
    assert diming("waive", "zzz", "--reason", "试").code == 2
    past = diming("waive", "0" * 16, "--reason", "试", "--until", "2020-01-01")
    assert past.code == 2
    assert "已过" in past.err


def test_a_waiver_survives_the_next_review(diming: Diming, jining: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.gpkg"
    shutil.copy(jining, own)
    words = ("check", "任城大道", "--jurisdiction", "370811", "--registry", str(own))
    first = diming(*words, "--format", "json")
    found = next(one for one in first.json["results"][0]["findings"] if one["rule"] == "DU01")
    assert first.code == 1
    waived = diming("waive", found["fingerprint"], "--reason", "同一条路", "--registry", str(own))
    assert waived.code == 0
    second = diming(*words, "--format", "json")
    assert second.code == 0
    again = next(one for one in second.json["results"][0]["findings"] if one["rule"] == "DU01")
    assert again["waiver"] == {"reason": "同一条路", "person": "测试员", "until": None}
    assert "同一条路" in diming("history", "--registry", str(own)).out
