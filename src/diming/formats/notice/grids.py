"""Reads the tables of a notice: which line is the header, which cell fills which field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.formats.notice.blocks import cells_of
from diming.formats.notice.entry import Entry
from diming.formats.notice.headings import field_of, is_header, is_heading
from diming.formats.notice.parts import Line
from diming.model import Action

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diming.formats.notice.parts import Context, Grid

_COUNT = re.compile(r"\d{1,4}|[一二三四五六七八九十]{1,3}")
_SAYS = (
    ("注销|销名", Action.CANCEL),
    ("起止点|延伸", Action.EXTEND),
    ("预命名", Action.RESERVE),
    ("更名|变更|改名", Action.RENAME),
    ("命名", Action.NAME),
)


def is_table_of_names(grid: Grid) -> bool:
    """Whether one of the first lines is the header of a table of names."""
    return _header_at(grid) is not None


def read_grid(grid: Grid, context: Context) -> list[Entry]:
    """The names of a table, a line each; a table without a header of names has none."""
    at = _header_at(grid)
    if at is None:
        return []
    headings, first = _headings(grid.lines, at)
    columns = _columns(headings)
    counted = next(
        (number for number, text in enumerate(headings) if text in {"序号", "编号"}), None
    )
    entries: list[Entry] = []
    above: Sequence[str] = ()
    said = context.action
    for line in grid.lines[first:]:
        cells = _aligned(line.cells, above, counted, len(headings))
        told = {cell for cell in cells if cell}
        if len(told) == 1 and len(cells) > 2:
            said = _said(next(iter(told))) or said
            continue
        if not told or is_header(cells):
            continue
        entries.append(_entry(Line(tuple(cells), line.at), headings, columns, said))
        above = cells
    return entries


def _header_at(grid: Grid) -> int | None:
    return next((at for at, line in enumerate(grid.lines[:4]) if is_header(line.cells)), None)


def _headings(lines: Sequence[Line], at: int) -> tuple[list[str], int]:
    """The headings, of one line or of two (起止点 above 起点 and 止点), and the first data line."""
    upper = list(lines[at].cells)
    lower = lines[at + 1].cells if at + 1 < len(lines) else ()
    filled = [cell for cell in lower if cell]
    if (
        len(lower) == len(upper)
        and len(filled) > 1
        and all(map(is_heading, filled))
        and any(low and low != high for low, high in zip(lower, upper, strict=True))
    ):
        return [low or high for low, high in zip(lower, upper, strict=True)], at + 2
    return upper, at + 1


def _columns(headings: Sequence[str]) -> dict[int, str]:
    """Column → field; a field that two columns could fill goes to the more telling one."""
    columns: dict[int, str] = {}
    for number, heading in enumerate(headings):
        field = field_of(heading) if heading else ""
        if not field:
            continue
        rival = next((at for at, other in columns.items() if other == field), None)
        if rival is None:
            columns[number] = field
        elif _weight(heading) > _weight(headings[rival]):
            del columns[rival]
            columns[number] = field
    return columns


def _weight(heading: str) -> int:
    """How telling a heading is: 拟命名 before 道路名称, 含义 before 备注, 红线 before 路面."""
    return bool(re.search("拟|新|标准|正式|更名后|红线|含义|命名|理由|依据", heading)) - bool(
        re.search("备注|说明|规划名|位置", heading)
    )


def _aligned(
    cells: Sequence[str], above: Sequence[str], counted: int | None, width: int
) -> list[str]:
    """A line whose first cells a merged one above covers is moved to where its number belongs."""
    if counted and _COUNT.fullmatch(cells[0]) and not _COUNT.fullmatch(cells[counted]):
        cells = [*(above[:counted] or [""] * counted), *cells]
    return [*cells, *[""] * (width - len(cells))][:width]


def _entry(
    line: Line, headings: Sequence[str], columns: dict[int, str], said: Action | None
) -> Entry:
    entry = Entry("", line.at, " | ".join(cell for cell in line.cells if cell))
    if said is not None:
        entry.cells["action"] = said.value
    for number, field in columns.items():
        cells, doubts = cells_of(field, headings[number], line.cells[number])
        entry.name = cells.pop("name", entry.name)
        for key, text in cells.items():
            if text and (key == field or key not in entry.cells):
                entry.cells[key] = text
        entry.doubts += doubts
    old = entry.cells.get("old_name")
    if old in {entry.name, ""}:
        del entry.cells["old_name"]
    elif old and said is None:
        entry.cells.setdefault("action", Action.RENAME.value)
    return entry


def _said(text: str) -> Action | None:
    return next((action for words, action in _SAYS if re.search(words, text)), None)
