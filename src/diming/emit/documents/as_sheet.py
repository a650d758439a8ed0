"""Lists the names of a document in a workbook, a row each, and what was found in a second sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.emit import as_table
from diming.emit.documents.facts import facts
from diming.emit.documents.kinds import REVIEWED, Kind
from diming.emit.documents.wording import BLANK
from diming.formats.writers import SheetOut, xlsx_bytes

if TYPE_CHECKING:
    from diming.emit.documents.facts import Case, Facts

_NAMED = ("序号", "名称", "罗马字母拼写")
_ROAD = ("起点", "止点", "长度", "宽度", "含义")
_APPROVED = ("批准机关", "批准文号", "批准时间")
_COLUMNS = {
    Kind.OPINION: (*_NAMED, "读音", "地名类别", "所属政区", "结论", "结论说明", "主要意见"),
    Kind.CONSULTATION: (*_NAMED, "地名类别", "事项", "原名", "所属政区", *_ROAD),
    Kind.ANNOUNCEMENT: (*_NAMED, "所属政区", "位置描述", "批准机关", "批准时间"),
    Kind.FILING: (*_NAMED, "地名类别", "所属政区", "事项", "位置描述", "含义", *_APPROVED),
    Kind.APPLICATION: (*_NAMED, "地名类别", "事项", "原名", "所属政区", "走向", *_ROAD),
    Kind.BATCH: (
        *_NAMED, "地名类别", "事项", "所属政区", "起点", "止点", "长度", "宽度", "结论", "主要意见",
        "备选名称",
    ),
}  # fmt: skip
_EMPTY = {"原名", "主要意见", "备选名称"}  # nothing is missing when there is none


def render(kind: Kind, case: Case) -> bytes:
    """The document as .xlsx."""
    found = facts(case)
    columns = _COLUMNS[kind]
    rows = [_cells(name, columns) for name in found["名称表"]]
    sheets = [SheetOut(kind.zh, columns, rows)]
    if kind in REVIEWED:
        sheets.append(SheetOut("意见", as_table.HEADINGS, list(as_table.rows(case.review))))
        sheets.append(SheetOut("复核依据", ("项目", "内容"), _stamp(found)))
    return xlsx_bytes(sheets)


def _cells(name: Facts, columns: tuple[str, ...]) -> list[object]:
    said = {
        **name,
        "主要意见": "；".join(f"{one['标记']}{one['内容']}" for one in name["意见"]),
        "备选名称": "、".join(one["名称"] for one in name["备选"]),
    }
    return [said.get(column, "" if column in _EMPTY else BLANK) for column in columns]


def _stamp(found: Facts) -> list[tuple[str, str]]:
    rules, registry = found["规则集"], found["地名库"]
    return [
        ("规则集", f"{rules['代号']} {rules['版本']}（{rules['标题']}）"),
        ("规则日期", rules["日期"]),
        ("规则集指纹", rules["指纹"]),
        ("地名库", "无" if registry is None else f"{registry['标识']} 第 {registry['版次']} 版"),
        ("程序", found["程序"]),
        *(("未载", text) for text in rules["未载"]),
    ]
