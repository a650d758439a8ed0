"""Reads lines of labels and values: 拟命名:独崇大道; 起点:迎宾大道; 长度:15.7公里."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.formats.notice import naming
from diming.formats.notice.ends import end_of_cell, ends_of_cell
from diming.formats.notice.facts import facts_in, tells_facts
from diming.formats.notice.headings import field_of, is_heading, unit_of
from diming.formats.notice.naming import LATIN, SPELT

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = tuple[dict[str, str], list[str]]

_LABEL = re.compile(r"(?:^|(?<=[,;。、\s]))(?P<label>[^,:;。“”\s]{1,16}):")
_UNITS = re.compile(r"公里|千米|km|米|m", re.IGNORECASE)
_NOTHING = frozenset({"", "/", "-", "—", "——", "无", "暂无", "\\"})


def labels_in(text: str) -> list[tuple[str, str, str]]:
    """The labels of a line with their fields and values: (field, label, value)."""
    found = [
        match
        for match in _LABEL.finditer(text)
        if is_heading(match["label"])
        and field_of(match["label"])
        and not naming.of_run(match["label"])
    ]
    stops = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    return [
        (field_of(match["label"]), match["label"], text[match.end() : stop].strip(" ,;。、"))
        for match, stop in zip(found, stops, strict=True)
    ]


def is_labelled(text: str) -> bool:
    """Whether a line begins with a label."""
    labels = _LABEL.match(text)
    return labels is not None and bool(labels_in(text)) and text.startswith(labels_in(text)[0][1])


def name_of(value: str) -> str:
    """The name in a cell: without quotes, spelling, and what is told of it in brackets."""
    plain = SPELT.sub(r"\1", re.sub(LATIN, "", value)).strip("“” ")
    bracket = re.search(r"\(([^()]*)\)$", plain)
    if bracket and (tells_facts(bracket[1]) or re.search("暂|拟|规划|原|新|在建|更名", bracket[1])):
        plain = plain[: bracket.start()]
    return naming.at_start(plain) or plain if len(plain) <= 20 else naming.at_start(plain)


def cells_of(field: str, heading: str, value: str) -> Read:
    """What a value under a heading fills, and what of it cannot be read."""
    if value in _NOTHING:
        return {}, []
    if field in {"start", "jurisdiction"} and ends_of_cell(value):
        field = "ends"
    return _READERS[field](heading, value) if field in _READERS else ({field: value}, [])


def _ends(heading: str, value: str) -> Read:
    ends = ends_of_cell(value)
    cells, doubts = facts_in(value)
    if ends is None:
        return cells, [*doubts, f"{heading}: {value}"]
    said = {"orientation": ends.orientation} if ends.orientation else {}
    return cells | {"start": ends.start, "end": ends.end} | said, doubts


def _length(heading: str, value: str) -> Read:
    cells, _ = facts_in("长" + re.sub("^(?:约|长|全长)+", "", value))
    unit = "" if _UNITS.search(value) else unit_of(heading)
    return {"length_m": cells.get("length_m", value + unit)}, []


def _width(heading: str, value: str) -> Read:
    kind = {"width_kind": "红线"} if "红线" in heading + value else {}
    cells, _ = facts_in("宽" + re.sub("^(?:约|宽|红线|:)+", "", value))
    return {"width_m": cells.get("width_m", value)} | kind, []


def _both(heading: str, value: str) -> Read:
    length, _, width = re.sub("米|m", "", value).partition("/")
    return {"length_m": length + unit_of(heading), "width_m": width}, []


def _area(_heading: str, value: str) -> Read:
    cells, _ = facts_in("位于" + value.removeprefix("位于"))
    return {"jurisdiction": cells.get("jurisdiction", "")}, []


def _name(_heading: str, value: str) -> Read:
    cells, doubts = facts_in(value)
    return cells | {"name": name_of(value)}, doubts


def _orientation(_heading: str, value: str) -> Read:
    return {"orientation": re.sub("走向|方向|向道路|道路|向$", "", value) or value}, []


_READERS: dict[str, Callable[[str, str], Read]] = {
    "ends": _ends,
    "start": lambda _, value: ({"start": end_of_cell(value)}, []),
    "end": lambda _, value: ({"end": end_of_cell(value)}, []),
    "length_m": _length,
    "width_m": _width,
    "both": _both,
    "jurisdiction": _area,
    "name": _name,
    "old_name": lambda _, value: ({"old_name": name_of(value)}, []),
    "orientation": _orientation,
}
