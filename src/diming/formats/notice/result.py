"""Turns what was read of a notice into rows of cells, each with what it was read from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.errors import InputError
from diming.formats import values, words, writing
from diming.formats.areas import area_code
from diming.formats.columns import Column
from diming.formats.report import Refusal
from diming.formats.rows import Item, Rows
from diming.names.generics import longest_generic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diming.formats.areas import AreasNamed
    from diming.formats.notice.entry import Entry
    from diming.formats.notice.parts import Paragraph

_LABELS = {
    "name": "名称", "feature_class": "地名类别", "jurisdiction": "政区", "action": "事项",
    "old_name": "原名", "length_m": "长度", "width_m": "宽度", "width_kind": "宽度口径",
    "start": "起点", "end": "止点", "orientation": "走向", "grade": "等级", "meaning": "含义",
    "romanization": "罗马字母拼写",
}  # fmt: skip
_COLUMNS = {field: Column(label) for field, label in _LABELS.items()}
_READERS: dict[str, Callable[[str], object]] = {
    "length_m": values.length_m,
    "width_m": values.width,
    "feature_class": words.feature_class,
    "action": words.action,
    "old_name": writing.name,
}
_RUNG = re.compile(r".+?(?:自治区|自治州|自治县|开发区|街道办事处|街道|[省市区县旗镇乡])")
_LONGEST_QUOTE = 60  # characters of a sentence that a message shows
PLACE, SOURCE, WORDS, DOUBTS = "位置", "出处", "原文", "未读出"


def rows_of(
    entries: Sequence[Entry], asides: Sequence[Paragraph], named: AreasNamed | None
) -> Rows:
    """The rows of a notice, refused those without a name; `asides` are counted in a note."""
    items: list[Item] = []
    refused: list[Refusal] = []
    for row, entry in enumerate(entries, start=1):
        if entry.name:
            items.append(_item(row, entry, named))
        else:
            refused.append(_nameless(row, entry))
    return Rows(
        tuple(items), _COLUMNS, tuple(refused), len(entries), (*_doubtful(items), *_said(asides))
    )


def _item(row: int, entry: Entry, named: AreasNamed | None) -> Item:
    cells = {field: text for field, text in entry.cells.items() if text and field in _LABELS}
    doubts = list(entry.doubts)
    for field, read in _READERS.items():
        if field in cells and _fails(read, cells[field]):
            doubts.append(f"{_LABELS[field]}: {cells.pop(field)}")
    generic = longest_generic(entry.name)
    if generic is not None:
        cells.setdefault("feature_class", generic.classes[0].value)
    place = cells.pop("jurisdiction", "")
    code = _code(place, named)
    extra = {PLACE: place, SOURCE: entry.at, WORDS: entry.words, DOUBTS: "; ".join(doubts)}
    return Item(
        row,
        {"name": entry.name} | cells | ({"jurisdiction": code} if code else {}),
        {heading: text for heading, text in extra.items() if text},
        _COLUMNS,
    )


def _fails(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except InputError:
        return True
    return False


def _code(place: str, named: AreasNamed | None) -> str:
    """The code of the narrowest area in the words that the registry knows; '' for none."""
    if place.isascii() and place.isdigit():
        return place
    if named is None or not place:
        return ""
    rungs = _RUNG.findall(place)
    for stop in range(len(rungs), 0, -1):
        try:
            return area_code("".join(rungs[:stop]), named)
        except InputError:
            continue
    return ""


def _nameless(row: int, entry: Entry) -> Refusal:
    quote = _short(entry.words)
    return Refusal(
        row,
        "名称",
        f"{entry.at}没有读出名称：“{quote}” → 补写“命名为某某路”，或删去该句",
        f"{entry.at}: no name could be read from “{quote}” → say which name is given, or remove it",
    )


def _doubtful(items: Iterable[Item]) -> list[tuple[str, str]]:
    return [
        (
            f"{item.extra[SOURCE]} {item.cells['name']}：未读出 {item.extra[DOUBTS]}",
            f"{item.extra[SOURCE]} {item.cells['name']}: not read: {item.extra[DOUBTS]}",
        )
        for item in items
        if DOUBTS in item.extra
    ]


def _said(asides: Sequence[Paragraph]) -> list[tuple[str, str]]:
    """What is told of naming in general: the reader sees that no name was passed over."""
    return [
        (
            f"{aside.at}说到命名而未取名称：“{_short(aside.text)}”",
            f"{aside.at} speaks of naming, no name was taken: “{_short(aside.text)}”",
        )
        for aside in asides
    ]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
