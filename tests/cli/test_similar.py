"""`diming similar`: rivals of a name, and names beside one another."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Diming


def test_rivals_of_a_name_with_the_reason(diming: Diming) -> None:
    said = diming("similar", "太百楼路", "--jurisdiction", "任城区")
    assert said.code == 0
    (line,) = said.out.splitlines()
    for words in ("sound-toneless", "太白楼路", "济宁市任城区", "百 bǎi ≈ 白 bái"):
        assert words in line
    assert "1 个" in said.err


def test_every_format_says_the_same(diming: Diming) -> None:
    plain = diming("similar", "太白楼街", "--format", "json").json
    assert plain["schema_version"] == 1
    assert plain["name"] == "太白楼街"
    (rival,) = plain["rivals"]
    assert rival["relation"] == rival["match"] == "same-specific"
    assert rival["name"] == "太白楼路"
    assert 0 < rival["score"] < 1
    lines = diming("similar", "太白楼街", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == plain["rivals"]
    table = diming("similar", "太白楼街", "--format", "csv").out
    (row,) = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))
    assert (row["关系"], row["名称"], row["标识"]) == ("same-specific", "太白楼路", rival["id"])


def test_the_class_decides_which_names_count(diming: Diming) -> None:
    assert diming("similar", "太白楼街", "--class", "桥梁").out == ""


def test_a_place_without_position_is_left_out_of_a_circle(diming: Diming) -> None:
    said = diming("similar", "太白楼街", "--near", "116.58,35.41", "--within", "3000")
    assert said.out == ""
    assert "1 个位置不详" in said.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_pairs_of_a_file_are_answered_in_order(
    diming: Diming, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "pairs.tsv"
    text = "长山路\t常山路\n\n新荣路\t兴隆路\t随便写的\r\n运河路\t古槐路\n土山路\t士山路"
    path.write_text(text, encoding=encoding)
    said = diming("similar", "--pairs", str(path))
    assert said.code == 0
    assert said.out.splitlines() == [
        "长山路\t常山路\tsound",
        "新荣路\t兴隆路\tsound-fold:in-ing+r-l",
        "运河路\t古槐路\tnone",
        "土山路\t士山路\tshape",
    ]


def test_pairs_are_answered_alike_in_either_order(diming: Diming, tmp_path: Path) -> None:
    told = {
        ("文昌路", "文昌社区"): "none",
        ("文昌路", "文昌阁街道"): "none",
        ("文昌路", "文昌阁"): "none",
        ("张庄村", "张庄村村民委员会"): "same-specific",
        ("文昌路", "文昌街"): "same-specific",
    }
    path = tmp_path / "pairs.tsv"
    both = [pair for a, b in told for pair in ((a, b), (b, a))]
    path.write_text("\n".join(f"{a}\t{b}" for a, b in both), encoding="utf-8")
    said = diming("similar", "--pairs", str(path)).out.splitlines()
    assert said == [f"{a}\t{b}\t{told.get((a, b)) or told[b, a]}" for a, b in both]


def test_a_third_column_gives_the_class_of_both(diming: Diming, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("东石门\t东时门\t村居委会\n石门桥\t时门路\t道路\n石门\t时门\tsound\n", "utf-8")
    said = diming("similar", "--pairs", str(path))
    assert [line.split("\t")[2] for line in said.out.splitlines()] == ["sound"] * 3
    assert said.err.startswith("1 行的第三列不是类别")


def test_files_in_no_encoding_are_told_without_options_it_lacks(
    diming: Diming, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(b"\xff\xff\x00")
    for words in (("similar", "--pairs"), ("romanize", "--file")):
        said = diming(*words, str(path))
        assert said.code == 2
        assert "pairs.tsv" in said.err
        assert "--encoding" not in said.err


def test_a_line_without_two_names_is_named_and_nothing_is_answered(
    diming: Diming, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("长山路\t常山路\n建设路 建社路\n", encoding="utf-8")
    said = diming("similar", "--pairs", str(path))
    assert said.code == 2
    assert said.out == ""
    assert "pairs.tsv:2" in said.err
    assert "no two names" in said.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "要么写一个名称"),
        (("常山路", "--pairs", "x.tsv"), "要么写一个名称"),
        (("--pairs", "nowhere.tsv"), "读不了文件"),
        (("常山路", "--within", "100"), "--near"),
        (("常山路", "--near", "here"), "不是一个点"),
        (("常山路", "--near", "35.41,116.58"), "颠倒"),
        (("常山路", "--near", "nan,35"), "不是数"),
        (("常山路", "--near", "500000,3900000"), "写经度,纬度"),
        (("常山路", "--class", "河马"), "地名类别"),
        (("常山路", "--jurisdiction", "999999"), "没有政区“999999”"),
        (("常山路", "--reading", "xx yy zz"), "对不上"),
        (("",), "名称是空的"),
        (("常山路", "--jurisdiction", "乌有县"), "乌有县"),
    ],
)
def test_mistakes_are_told_in_two_languages(
    diming: Diming, words: tuple[str, ...], message: str
) -> None:
    said = diming("similar", *words)
    assert said.code == 2
    assert said.out == ""
    assert message in said.err
    assert len(said.err.splitlines()) == 2
