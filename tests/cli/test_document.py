"""`diming document` writes a whole paper or none, and refuses what it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Diming

ROAD = "LINESTRING (116.5800 35.4200, 116.5963 35.4200)"


def test_an_opinion_on_a_typed_name(diming: Diming, tmp_path: Path) -> None:
    said = diming(
        "document", "审核意见", "济河书院路", "--jurisdiction", "370811", "--geometry", ROAD,
        "--set", "案号=济地审1号", "--output", "意见.docx",
    )  # fmt: skip
    assert said.code == 0
    assert "审核意见，1 个名称" in said.err
    page = docx.Document(str(tmp_path / "意见.docx"))
    assert len(page.inline_shapes) == 1
    assert any("济地审1号" in line.text for line in page.paragraphs)


def test_a_batch_from_a_table_keeps_the_offices_own_columns(diming: Diming, tmp_path: Path) -> None:
    (tmp_path / "批次.csv").write_text(
        "名称,政区代码,申请单位\n常山路,370811,任城区住建局\n", encoding="utf-8"
    )
    assert diming("document", "batch", "--file", "批次.csv", "--output", "汇总.xlsx").code == 0
    assert load_workbook(tmp_path / "汇总.xlsx").worksheets[0]["B2"].value == "常山路"
    form = ("document", "application", "--file", "批次.csv", "--output", "申请.html")
    assert diming(*form).code == 0
    assert "任城区住建局" in (tmp_path / "申请.html").read_text(encoding="utf-8")


def test_a_notice_of_a_prohibited_name_is_written_with_a_warning(diming: Diming) -> None:
    said = diming(
        "document", "公告", "德·贝路", "--jurisdiction", "370811", "--output", "公告.docx"
    )
    assert said.code == 0
    assert "注意：德·贝路 有未豁免的禁止类意见" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("poem", "常山路", "--output", "a.docx"), "没有文书“poem”"),
        (("opinion", "常山路", "--output", "a.pdf"), "写不出“.pdf”文件"),
        (("opinion", "--output", "a.docx"), "要么写名称"),
        (("opinion", "常山路", "--set", "案号", "--output", "a.docx"), "“案号”读不懂"),
        (("opinion", "常山路", "--length", "很长", "--output", "a.docx"), "length_m"),
    ],
)
def test_a_mistake_writes_nothing(
    words: tuple[str, ...], told: str, diming: Diming, tmp_path: Path
) -> None:
    said = diming("document", *words)
    assert said.code == 2
    assert told in said.err
    assert not list(tmp_path.glob("a.*"))
