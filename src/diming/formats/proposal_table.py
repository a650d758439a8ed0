"""Lays proposals out as a table that `read_proposals` takes back, ready to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.formats.writers import SheetOut, csv_text, write_csv, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from diming.model import Proposal

# Heading → what stands under it; a column that no proposal fills is left out.
_COLUMNS: dict[str, str] = {
    "名称": "name", "地名类别": "feature_class", "政区代码": "jurisdiction", "事项": "action",
    "原名": "old_name", "长度": "length_m", "宽度": "width_m", "宽度口径": "width_kind",
    "起点": "start", "止点": "end", "走向": "orientation", "等级": "grade", "含义": "meaning",
    "读音": "reading", "罗马字母拼写": "romanization", "更名理由": "ground",
    "方案名称": "scheme_name", "申报材料": "materials", "综合评估报告": "assessment",
    "专家论证报告": "expertise", "征求意见报告": "consultation", "批准机关": "authority",
    "批准日期": "approved_on", "备案日期": "filed_on", "公告日期": "published_on",
    "地名代码": "code", "几何": "geometry",
}  # fmt: skip
_ALWAYS = frozenset(list(_COLUMNS)[:13])
_WIDTHS = {"red-line": "红线", "kerb": "路缘"}


def as_sheet(proposals: Sequence[Proposal]) -> SheetOut:
    """The table: a row each, the columns that diming does not know at the end."""
    known = [
        heading
        for heading, field in _COLUMNS.items()
        if heading in _ALWAYS or any(getattr(one, field) is not None for one in proposals)
    ]
    others = list(dict.fromkeys(heading for one in proposals for heading in one.extra))
    rows = [
        [*(_cell(one, _COLUMNS[heading]) for heading in known), *map(one.extra.get, others)]
        for one in proposals
    ]
    return SheetOut("申请表", [*known, *others], rows)


def as_csv(proposals: Sequence[Proposal]) -> str:
    """The table as CSV text."""
    sheet = as_sheet(proposals)
    return csv_text(sheet.headings, sheet.rows)


def write(path: Path, proposals: Sequence[Proposal]) -> None:
    """Writes the table to a .csv or .xlsx file; raises UsageError for another ending."""
    sheet = as_sheet(proposals)
    if path.suffix.lower() == ".xlsx":
        write_xlsx(path, [sheet])
    elif path.suffix.lower() == ".csv":
        write_csv(path, sheet.headings, sheet.rows)
    else:
        raise UsageError(
            f"申请表写成 .csv 或 .xlsx，不写 {path.suffix or '无扩展名的文件'}",
            f"a proposals file is .csv or .xlsx, not {path.suffix or 'without an ending'}",
            mend=("例: --output 申请表.csv", "e.g. --output proposals.csv"),
        )


def _cell(proposal: Proposal, field: str) -> object:
    value = getattr(proposal, field)
    if field in {"action", "feature_class"}:
        return value.zh
    if field == "width_kind" and value is not None:
        return _WIDTHS[value.value]
    if field == "geometry" and value is not None:
        return value.wkt
    if field == "length_m" and value is not None:
        return int(value) if value.is_integer() else value
    return str(value) if field == "width_m" and value is not None else value
