"""Takes a notice's file apart into paragraphs and tables: a text, or a Word document."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import takewhile
from typing import TYPE_CHECKING

from diming.errors import InputError, Where
from diming.formats.columns import PROPOSALS, recognise
from diming.formats.encoding import decode
from diming.formats.notice.folding import fold
from diming.formats.notice.headings import is_header, is_heading
from diming.formats.notice.parts import Grid, Line, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.table import Table

    from diming.formats.notice.parts import Part

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_TITLE_ROWS = 10  # how far down the header of a table may stand below titles
_ZIP = b"PK\x03\x04"
_GAP = re.compile(r"\t+|\s*[|｜]\s*|[ \u3000\xa0]{2,}")
_COUNTED = re.compile(r"^\s*(\d{1,3})[ \u3000\t]+(?=[\u4e00-\u9fff])")
_BLANKS = re.compile(r"[ \u3000\xa0\t]+")
_RULE = re.compile(r"[-+|=:\s┌─┬┐│├┼┤└┴┘]*")


def is_document(data: bytes) -> bool:
    """Whether the bytes are a Word document (.docx)."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False


def is_notice(data: bytes, *, file: str, encoding: str | None = None) -> bool:
    """Whether the bytes are a notice: a Word document, or a text that is no table throughout.

    A table begins with its header or with a title above it, and each line below has its cells.
    """
    if data.startswith(_ZIP):
        return is_document(data)
    if data.startswith(_OLD_OFFICE) or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return False
    lines = [line for line in decode(data, encoding, file=file).text.splitlines() if line.strip()]
    for at, line in enumerate(lines[:_TITLE_ROWS]):
        for gap in (",", ";", "\t", "，"):
            cells = line.split(gap)
            if (len(cells) > 1 or at == 0) and "name" in recognise(cells, PROPOSALS):
                return gap == "\t" and any(gap not in other for other in lines[at:])
    return bool(lines)


def parts_of(data: bytes, *, file: str, encoding: str | None) -> list[Part]:
    """The paragraphs and tables of a notice in their order; raises InputError."""
    if is_document(data):
        return list(_of_document(data, file))
    return list(_of_text(decode(data, encoding, file=file).text.splitlines()))


def _of_document(data: bytes, file: str) -> Iterator[Part]:
    from docx import Document
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    try:
        document = Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile):
        raise InputError(
            "不是可读的 .docx 文件", "this is not a readable .docx file",
            mend=("在 WPS 或 Word 中另存为 .docx", "save it as .docx in WPS or Word"),
            where=Where(file=file),
        ) from None  # fmt: skip
    paragraphs = tables = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            yield _grid_of(block, tables)
        else:
            paragraphs += 1
            for text in filter(str.strip, block.text.splitlines()):
                yield Paragraph(_paragraph(text), f"第{paragraphs}段")


def _grid_of(table: Table, number: int) -> Grid:
    """The cells as they are seen: a merged cell counts for each row and column it covers."""
    lines = (
        Line(tuple(fold(cell.text) for cell in row.cells), f"表{number}第{at}行")
        for at, row in enumerate(table.rows, start=1)
    )
    return Grid(tuple(line for line in lines if any(line.cells)))


def _of_text(lines: Sequence[str]) -> Iterator[Part]:
    at = 0
    while at < len(lines):
        taken, part = _table_at(lines, at)
        if part is None:
            taken, part = _column_at(lines, at)
        if part is not None:
            yield part
        elif fold(lines[at]):
            yield Paragraph(_paragraph(lines[at]), f"第{at + 1}行")
        at += taken


def _paragraph(text: str) -> str:
    """A paragraph folded; a number that only a blank sets apart gets its mark: 1 长泰路."""
    return fold(_COUNTED.sub(r"\1、", text))


def _table_at(lines: Sequence[str], at: int) -> tuple[int, Grid | None]:
    """The table whose header is line `at`, its cells apart by tabs, bars or blanks."""
    gap = next((gap for gap in (_GAP, _BLANKS) if is_header(_cells(lines[at], gap))), None)
    if gap is None:
        return 1, None
    header = _cells(lines[at], gap)
    body = [Line(tuple(header), f"第{at + 1}行")]
    stop = at + 1
    while stop < len(lines):
        if not _RULE.fullmatch(lines[stop]):
            cells = _cells(lines[stop], gap if len(_cells(lines[stop], gap)) > 1 else _BLANKS)
            if len(cells) < max(2, len(header) // 2):
                break
            body.append(Line(tuple(_fitted(cells, len(header))), f"第{stop + 1}行"))
        stop += 1
    return stop - at, Grid(tuple(body))


def _cells(line: str, gap: re.Pattern[str]) -> list[str]:
    """The cells of a line; bars and tabs keep blank cells, runs of blanks cannot."""
    if "|" in line or "｜" in line:
        inner = re.sub(r"^\s*[|｜]|[|｜]\s*$", "", line)
        return [fold(cell) for cell in re.split("[|｜]", inner)]
    if "\t" in line:
        return [fold(cell) for cell in line.split("\t")]
    return [fold(cell) for cell in gap.split(line.strip())]


def _fitted(cells: list[str], width: int) -> list[str]:
    """A line with a cell too many ends in a cell that held the gap itself."""
    if len(cells) <= width:
        return cells
    return [*cells[: width - 1], "".join(cells[width - 1 :])]


def _alone(line: str) -> str:
    return fold(line).strip("|")


def _column_at(lines: Sequence[str], at: int) -> tuple[int, Grid | None]:
    """A table as pages paste it, a cell a line: its headings, then rows that start 1, 2, 3."""
    if _alone(lines[at]) not in {"序号", "编号"}:
        return 1, None
    filled = [
        (number, text) for number, line in enumerate(lines[at:], at) if (text := _alone(line))
    ]
    header = list(takewhile(lambda cell: is_heading(cell[1]) or cell[1] != "1", filled))
    names = tuple(text for _, text in header)
    if not is_header(names) or len(header) > 15 or len(header) == len(filled):
        return 1, None
    width, body, read = len(header), [Line(names, f"第{at + 1}行")], len(header)
    while read < len(filled) and filled[read][1] == str(len(body)):
        following = str(len(body) + 1)
        row = filled[read : read + width]
        texts = [text for _, text in row]
        row = row[: texts.index(following)] if following in texts else row
        body.append(Line(tuple(text for _, text in row), f"第{row[0][0] + 1}行"))
        read += len(row)
    stop = filled[read][0] if read < len(filled) else len(lines)
    return stop - at, Grid(tuple(body))
