"""Office tables are read as they come: any delimiter, titles above the header, Excel or CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from diming.errors import InputError
from diming.formats.tables import parse_table, read_table
from diming.formats.writers import csv_text

if TYPE_CHECKING:
    from pathlib import Path

CELLS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("\n,;\t\"'=+-@"), max_size=12
).map(str.strip)


def table(text: str) -> list[dict[str, str]]:
    return [row.cells for row in parse_table(text.encode(), file="t.csv").rows]


def workbook(*rows: tuple[Any, ...]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_seen_from_the_header(delimiter: str) -> None:
    text = delimiter.join(["名称", "几何"]) + "\n" + delimiter.join(["甲路", '"POINT (1 2), x"'])
    assert table(text) == [{"名称": "甲路", "几何": "POINT (1 2), x"}]


def test_unquoted_wkt_in_a_tab_table_does_not_mislead() -> None:
    text = "name\tgeometry\n甲路\tLINESTRING (1 2, 3 4, 5 6, 7 8)\n"
    assert table(text) == [{"name": "甲路", "geometry": "LINESTRING (1 2, 3 4, 5 6, 7 8)"}]


def test_rows_are_counted_without_blank_lines_and_keep_their_line() -> None:
    rows = parse_table('名称,含义\n\n甲路,"两\n行"\n,\n乙路,x\n'.encode(), file="t.csv").rows
    assert [(row.number, row.line) for row in rows] == [(1, 3), (2, 6)]
    assert rows[0].cells["含义"] == "两\n行"


def test_a_title_above_the_header_is_passed_over() -> None:
    text = "济宁市拟命名道路汇总表,\n制表：某某,2026年\n名称,类别\n甲路,道路\n"
    read = parse_table(text.encode(), file="t.csv", is_header=lambda cells: "名称" in cells)
    assert (read.header_line, read.columns) == (3, ("名称", "类别"))


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "空"), ("\n\n", "空"), ("名称,名称\na,b", "重复"), ('名称\n"甲', "引号")],
)
def test_a_table_that_cannot_be_read_is_refused_as_a_whole(text: str, said: str) -> None:
    with pytest.raises(InputError) as refusal:
        table(text)
    assert said in refusal.value.zh
    assert "t.csv" in str(refusal.value)
    assert all(refusal.value.mend)


def test_a_cell_under_no_heading_refuses_its_row_only() -> None:
    read = parse_table("名称,类别\n甲路,道路,多\n乙路,道路\n".encode(), file="t.csv")
    assert [row.cells["名称"] for row in read.rows] == ["乙路"]
    assert [refusal.row for refusal in read.refused] == [1]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_table(tmp_path / "nothing.csv")


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_a_table_survives_being_written_and_read(rows: list[list[str]]) -> None:
    filled = [row for row in rows if any(row)]
    text = csv_text(("名称", "类别", "含义"), filled)
    back = parse_table(text.encode(), file="t.csv").rows
    lines = [[cell.replace("\r", "") for cell in row.cells.values()] for row in back]
    assert lines == filled


@given(CELLS.filter(bool))
def test_no_cell_of_a_written_table_can_run_as_a_formula(text: str) -> None:
    cells = next(csv.reader(io.StringIO(csv_text([text], []).removeprefix("\ufeff"))))
    assert cells[0][0] not in "=+-@"


# Workbooks


def test_a_workbook_gives_codes_and_dates_as_text() -> None:
    book = workbook(("名称", "代码", "长度", "日期"), ("甲路", 370811.0, 12.5, dt.date(2026, 1, 2)))
    read = parse_table(saved(book), file="t.xlsx")
    assert list(read.rows[0].cells.values()) == ["甲路", "370811", "12.5", "2026-01-02"]
    assert read.encoding == "XLSX"


def test_a_value_merged_over_rows_counts_for_each() -> None:
    book = workbook(("名称", "政区"), ("甲路", "任城区"), ("乙路", None))
    book.worksheets[0].merge_cells("B2:B3")
    assert [row.cells["政区"] for row in parse_table(saved(book), file="t.xlsx").rows] == [
        "任城区",
        "任城区",
    ]


def test_a_formula_without_stored_result_is_refused_not_read_as_blank() -> None:
    with pytest.raises(InputError, match="B2"):
        parse_table(saved(workbook(("名称", "长度"), ("甲路", "=1+1"))), file="t.xlsx")


def test_other_sheets_are_named_not_read() -> None:
    book = workbook(("名称",), ("甲路",))
    other = book.create_sheet("附表")
    other.append(("名称",))
    other.append(("乙路",))
    assert "附表" in parse_table(saved(book), file="t.xlsx").notes[0][0]


@pytest.mark.parametrize("data", [b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rubbish"])
def test_what_is_no_readable_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"\.xlsx"):
        parse_table(data, file="t.xlsx")
