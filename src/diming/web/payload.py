"""Reads the body of POST /checks: JSON of a bounded size, depth and shape, told apart by row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from shapely.errors import ShapelyError
from shapely.geometry import shape

from diming.errors import InputError, UsageError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 12  # a multipolygon inside a proposal is nine deep
MAX_PROPOSALS = 1000

Row = dict[str, str]


def rows_of(body: bytes) -> list[Row]:
    """The proposals of a request as rows of text, geometry as WKT.

    Raises UsageError (400) for what is no JSON or no list of proposals, InputError (422) for a
    field of the wrong type, with its row and name.
    """
    document = _load(body)
    if not isinstance(document, dict) or not isinstance(document.get("proposals"), list):
        raise UsageError(
            "请求内容须为 {\"proposals\": [ … ]}", "the body must be {\"proposals\": [ … ]}",
            mend=("见 /openapi.json", "see /openapi.json"),
        )  # fmt: skip
    proposals = document["proposals"]
    if not 1 <= len(proposals) <= MAX_PROPOSALS:
        raise UsageError(
            f"一次审查 1 至 {MAX_PROPOSALS} 条",
            f"between 1 and {MAX_PROPOSALS} proposals at a time",
            mend=("分批提交", "send them in parts"),
        )  # fmt: skip
    return [_row(number, proposal) for number, proposal in enumerate(proposals, start=1)]


def _load(body: bytes) -> Any:
    try:
        document = json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        document = None
    if document is None or _depth(document) > MAX_DEPTH:
        raise UsageError(
            "请求内容不是可读的 JSON, 或嵌套过深",
            "the body is no readable JSON, or nested too deep",
        )
    return document


def _no_number(literal: str) -> NoReturn:
    raise ValueError(literal)


def _depth(document: Any) -> int:
    """How deep lists and objects lie in each other, without recursion."""
    level, depth = [document], 0
    while level:
        level = [inner for outer in level for inner in _inside(outer)]
        depth += 1
    return depth


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _row(number: int, proposal: Any) -> Row:
    if not isinstance(proposal, dict):
        raise InputError("应为一个对象", "must be an object", where=Where(row=number))
    if not isinstance(proposal.get("name"), str) or not proposal["name"].strip():
        raise InputError("缺少名称", "the name is missing", where=Where(row=number, field="name"))
    return {
        field: _cell(value, Where(row=number, field=field))
        for field, value in proposal.items()
        if value is not None
    }


def _cell(value: Any, where: Where) -> str:
    if where.field == "geometry" and isinstance(value, dict):
        return _wkt(value, where)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InputError("应为文字或数字", "must be text or a number", where=where)
    cell = str(value)
    if any(_no_text(char) for char in cell):
        raise InputError("含有不可用的字符", "holds characters that are no text", where=where)
    return cell


def _no_text(char: str) -> bool:
    """Controls, and halves of characters that JSON lets through but no file can hold."""
    return (char < " " and char not in "\t\n\r") or "\ud800" <= char <= "\udfff"


def _wkt(geojson: dict[str, Any], where: Where) -> str:
    try:
        return str(shape(geojson).wkt)
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise InputError(
            "不是可读的 GeoJSON 几何图形", "no readable GeoJSON geometry", where=where,
            mend=("如 {\"type\": \"LineString\", \"coordinates\": [[116.6, 35.4], [116.7, 35.4]]}",
                  "as {\"type\": \"LineString\", \"coordinates\": [[116.6, 35.4], [116.7, 35.4]]}"),
        ) from None  # fmt: skip
