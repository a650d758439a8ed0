"""Reads a YAML file into nodes and refuses whatever is not plain data.

Let in are one document of UTF-8 up to 256 KB, and text keys each given once; kept out are tags,
anchors, aliases, directives and tabs. So a file can neither run code nor grow when it is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import yaml

from diming.errors import RuleFileError, Where
from diming.rules.node import Document, Node, Scalar, spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 256 * 1024
DEEPEST = 12

# The parser in C is twelve times as fast; where it was not built, the other reads the same.
PARSER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
_RESOLVER = cast("Any", yaml.resolver.Resolver())
_TAG = "tag:yaml.org,2002:"
# What YAML 1.1 does not count as printable, the tab and the stray byte order mark besides.
_ODD = re.compile("[^\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")


def read(path: Path, faults: list[RuleFileError]) -> Document | None:
    """Reads one file and adds what is wrong to `faults`; None when nothing can be made of it."""
    try:
        text = _text(path)
        root = _Composer(str(path), text, faults).document()
        if not isinstance(root.value, dict):
            raise RuleFileError(
                "文件应由“键: 值”组成", "the file must be a mapping of keys to values",
                where=root.where,
            )  # fmt: skip
    except RuleFileError as fault:
        faults.append(fault)
        return None
    return Document(text, root)


def _text(path: Path) -> str:
    file = str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RuleFileError(
            f"文件读不了（{error.strerror}）", f"the file cannot be read ({error.strerror})",
            where=Where(file, 1, 1),
        ) from None  # fmt: skip
    if len(raw) > LARGEST:
        raise RuleFileError(
            "文件超过 256 KB", "the file is larger than 256 KB", where=Where(file, 1, 1)
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="ignore").removeprefix("\ufeff")
        raise RuleFileError(
            "文件不是 UTF-8 编码", "the file is not UTF-8",
            mend=("另存为 UTF-8", "save it as UTF-8"), where=spot(file, before, len(before)),
        ) from None  # fmt: skip
    if (odd := _ODD.search(text)) is not None:
        tab = odd[0] == "\t"
        raise RuleFileError(
            "不得使用制表符" if tab else "文件含有控制字符",
            "tabs are not allowed" if tab else "the file holds a control character",
            mend=("改用空格", "use spaces") if tab else ("", ""),
            where=spot(file, text, odd.start()),
        )
    return text


class _Composer:
    """Turns the events of the YAML parser into nodes."""

    def __init__(self, file: str, text: str, faults: list[RuleFileError]) -> None:
        self.file, self.text, self.faults = file, text, faults
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=PARSER))

    def document(self) -> Node:
        try:
            next(self.events)  # the beginning of the stream
            first = next(self.events)
            if isinstance(first, yaml.StreamEndEvent):
                raise RuleFileError("文件是空的", "the file is empty", where=Where(self.file, 1, 1))
            if isinstance(first, yaml.DocumentStartEvent) and (first.version or first.tags):
                self._fault(first, "不得使用 YAML 指令", "directives are not allowed")
            root = self._node(next(self.events), 0)
            next(self.events)  # the end of the document
            if not isinstance(after := next(self.events), yaml.StreamEndEvent):
                self._fault(after, "一个文件只能有一份文档", "only one document a file")
        except yaml.MarkedYAMLError as error:
            mark = cast("yaml.Mark", error.problem_mark)
            raise RuleFileError(
                f"YAML 语法错误: {error.problem}", f"not YAML: {error.problem}",
                where=Where(self.file, mark.line + 1, mark.column + 1),
            ) from None  # fmt: skip
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "不得使用别名", "aliases are not allowed")
            return self._made(event, event, None)
        if getattr(event, "anchor", None):
            self._fault(event, "不得使用锚点", "anchors are not allowed")
        if getattr(event, "tag", None):
            self._fault(event, "不得使用标签", "tags are not allowed")
        if depth > DEEPEST:
            raise RuleFileError("嵌套过深", "nested too deeply", where=self._where(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._made(event, event, self._scalar(cast("yaml.ScalarEvent", event)))

    def _mapping(self, begin: yaml.Event, depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Where] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key.value, str):
                self._fault(event, "键应是文字", "a key must be text")
            elif key.value in values:
                self._fault(event, f"键“{key.value}”重复", f"the key '{key.value}' is given twice")
            else:
                values[key.value], keys[key.value] = value, key.where
        return self._made(begin, event, values, keys)

    def _sequence(self, begin: yaml.Event, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return self._made(begin, event, items)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, event.implicit)
        match tag.removeprefix(_TAG):
            case "str" | "timestamp" | "merge" | "value":
                return text
            case "null":
                return None
            case "bool" if text.lower() in {"true", "false"}:
                return text.lower() == "true"
            case "int" if _INT.fullmatch(text):
                return int(text)
            case "float" if _FLOAT.fullmatch(text):
                return float(text)
        self._fault(
            event, f"“{text}”在 YAML 中有歧义", f"'{text}' is ambiguous in YAML",
            ("加引号, 或写成 true、false 或十进制数", "quote it, or write true, false, a decimal"),
        )  # fmt: skip
        return text

    def _made(
        self,
        begin: yaml.Event,
        end: yaml.Event,
        value: Scalar | list[Node] | dict[str, Node],
        keys: dict[str, Where] | None = None,
    ) -> Node:
        start, stop = cast("yaml.Mark", begin.start_mark), cast("yaml.Mark", end.end_mark)
        return Node(value, self._where(begin), start.index, stop.index, keys or {})

    def _where(self, event: yaml.Event) -> Where:
        mark = cast("yaml.Mark", event.start_mark)
        return Where(self.file, mark.line + 1, mark.column + 1)

    def _fault(self, event: yaml.Event, zh: str, en: str, mend: tuple[str, str] = ("", "")) -> None:
        self.faults.append(RuleFileError(zh, en, mend=mend, where=self._where(event)))
