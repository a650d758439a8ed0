"""Text that could not be kept or shown is refused with the mend, in proposals and imports alike."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from diming.errors import InputError
from diming.formats import writing
from diming.formats.imports import ImportKind
from diming.formats.places import read_records
from diming.formats.proposals import proposals_from_rows, read_proposals
from diming.formats.tables import read_table

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = [
    "\udc80路",
    "太\x00白路",
    "太\x07白路",
    "太\t白路",
    "太\x85白路",
    "太\u2028白路",
    "路" * 101,
]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_name_is_refused_in_a_proposal(name: str) -> None:
    proposals, refused = proposals_from_rows([{"name": name}, {"name": "太白路"}])
    assert [proposal.name for proposal in proposals] == ["太白路"]
    assert [(refusal.row, refusal.field) for refusal in refused] == [(1, "name")]
    assert "→" in refused[0].zh
    assert "→" in refused[0].en
    (refused[0].zh + refused[0].en).encode()


@pytest.mark.parametrize("name", [name for name in BROKEN if "\udc80" not in name])
@pytest.mark.parametrize("kind", [ImportKind.PLACES, ImportKind.TOPONYMS, ImportKind.ROADS])
def test_a_broken_name_is_refused_in_an_import(tmp_path: Path, name: str, kind: ImportKind) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f'名称,类别,政区代码,曾用名\n"{name}",道路,370811,\n甲路,道路,370811,\n', encoding="utf-8"
    )
    file = read_records(path, kind)
    assert [(refusal.row, refusal.field) for refusal in file.refused] == [(1, "名称")]
    assert len(file.entries) == 1


def test_a_former_name_is_a_name_too(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("名称,类别,政区代码,曾用名\n甲路,道路,370811,乙\x01路\n", encoding="utf-8")
    (refusal,) = read_records(path, ImportKind.PLACES).refused
    assert refusal.field == "曾用名"
    proposals, refused = proposals_from_rows([{"name": "甲路", "原名": "乙\x01路"}])
    assert not proposals
    assert refused[0].field == "原名"


@pytest.mark.parametrize("name", ["", " ", "\u3000", "\t\r\n"])
def test_a_blank_name_is_missing(name: str) -> None:
    proposals, refused = proposals_from_rows([{"name": name}])
    assert not proposals
    assert "缺少名称" in refused[0].zh


def test_invisible_characters_are_left_to_the_rules() -> None:
    name = "太\u200b白\u202e路"
    proposals, refused = proposals_from_rows([{"name": name}])
    assert not refused
    assert proposals[0].name == name


def test_half_a_character_in_any_cell_or_heading_is_refused() -> None:
    rows = [{"name": "甲路", "含义": "\ud800"}, {"name": "乙路", "\udfff": "x"}]
    proposals, refused = proposals_from_rows(rows)
    assert not proposals
    assert [refusal.row for refusal in refused] == [1, 2]
    "".join(refusal.field for refusal in refused).encode()


@given(st.text(st.characters(exclude_categories=()), max_size=120))
def test_a_name_that_passes_can_be_written(text: str) -> None:
    try:
        name = writing.name(text)
    except InputError as refusal:
        refusal.both.encode()
    else:
        assert len(name) <= writing.LONGEST_NAME
        assert not set(name) & set("\x00\r\n\t")
        name.encode()


def test_a_list_of_ten_thousand_proposals_is_read_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    line = '"LINESTRING (116.58 35.41, 116.60 35.41)"'
    rows = (f"甲{row}路,道路,370811,{row + 1},20~30,{line}\n" for row in range(10_000))
    path.write_text("名称,类别,政区代码,长度,宽度,几何\n" + "".join(rows), encoding="utf-8")
    begun = time.process_time()
    file = read_proposals(path)
    assert time.process_time() - begun < 10  # a guard against quadratic work, not a measurement
    assert (len(file.proposals), len(file.refused)) == (10_000, 0)


def test_an_outline_of_megabytes_is_no_heading(tmp_path: Path) -> None:
    ring = ", ".join(f"116.{corner:06d} 35" for corner in range(60_000))
    path = tmp_path / "t.csv"
    path.write_text(f'名称,几何\n甲路,"LINESTRING ({ring})"\n', encoding="utf-8")
    begun = time.process_time()
    assert len(read_proposals(path).proposals) == 1
    assert time.process_time() - begun < 5


def test_a_workbook_of_thousands_of_rows_is_read_in_seconds(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(7_685):
        sheet.append([f"{column}-{row}" for column in range(20)])
    book.save(tmp_path / "t.xlsx")
    begun = time.process_time()
    table = read_table(tmp_path / "t.xlsx")
    assert time.process_time() - begun < 30  # it took minutes while every row counted all cells
    assert len(table.rows) == 7_684
