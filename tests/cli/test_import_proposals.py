"""`diming import --kind proposals`: a notice becomes a list that can be checked."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Diming

NOTICE = "将位于任城区辖区内，北起苇塘路，南至柳行街，长412米、宽12米的道路命名为芦汀巷。\n"
NAMELESS = "三号地块东侧，南起航空路，北至堤顶，长900米。\n"


def notice(tmp_path: Path, text: str = NOTICE) -> str:
    path = tmp_path / "公示.txt"
    path.write_text(text, encoding="gb18030")
    return str(path)


def test_a_notice_comes_out_as_a_proposals_table(diming: Diming, tmp_path: Path) -> None:
    said = diming("import", "--kind", "proposals", notice(tmp_path))
    (row,) = csv.DictReader(io.StringIO(said.out.lstrip("\ufeff")))
    assert (row["名称"], row["政区代码"], row["长度"], row["宽度"]) == (
        "芦汀巷",
        "370811",
        "412",
        "12",
    )
    assert (row["起点"], row["止点"], row["走向"]) == ("苇塘路", "柳行街", "南北")
    assert "读 1 条, 成申请 1" in said.err
    assert said.code == 0


def test_the_table_and_the_notice_are_reviewed_alike(diming: Diming, tmp_path: Path) -> None:
    table = tmp_path / "申请表.csv"
    assert (
        diming("import", "--kind", "proposals", notice(tmp_path), "--output", str(table)).code == 0
    )
    results = [
        diming("check", "--file", str(file), "--format", "json").json["results"]
        for file in (table, tmp_path / "公示.txt")
    ]
    first, second = ([one["findings"] for one in result] for result in results)
    assert first == second
    assert results[0][0]["proposal"]["name"] == "芦汀巷"


def test_what_has_no_name_is_said_and_ends_in_2(diming: Diming, tmp_path: Path) -> None:
    table = tmp_path / "申请表.csv"
    said = diming(
        "import", "--kind", "proposals", notice(tmp_path, NOTICE + NAMELESS),
        "--output", str(table), "--format", "json",
    )  # fmt: skip
    assert said.code == 2
    report = json.loads(said.out)
    assert (report["read"], report["proposals"], report["refused_rows"]) == (2, 1, 1)
    assert "第2行没有读出名称" in report["refused"][0]["zh"]
    assert "芦汀巷" in table.read_text(encoding="utf-8-sig")


def test_output_is_for_proposals_only(diming: Diming, tmp_path: Path) -> None:
    said = diming("import", notice(tmp_path), "--output", str(tmp_path / "a.csv"))
    assert said.code == 2
    assert "--output 只与 --kind proposals 同用" in said.err


def test_another_ending_is_refused(diming: Diming, tmp_path: Path) -> None:
    target = tmp_path / "申请表.doc"
    said = diming("import", "--kind", "proposals", notice(tmp_path), "--output", str(target))
    assert said.code == 2
    assert not target.exists()
