"""What a YAML file holds, as plain values that remember the line and column they stand at."""

from __future__ import annotations

from dataclasses import dataclass, field

from diming.errors import Where

Scalar = str | int | float | bool | None
Plain = Scalar | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its spot.

    `start` and `end` are its range in the text, in characters; `keys` the spots of a mapping's
    keys.
    """

    value: Scalar | list[Node] | dict[str, Node]
    where: Where
    start: int
    end: int
    keys: dict[str, Where] = field(default_factory=dict)

    @property
    def plain(self) -> Plain:
        """The value without its spots."""
        if isinstance(self.value, dict):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value

    def child(self, step: str | int) -> Node | None:
        """What stands under a key or at an index, None when nothing does."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def at(self, *path: str | int) -> Node:
        """The node at the end of a path, or the last one before the path breaks off."""
        node = self
        for step in path:
            node = node.child(step) or node
        return node


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text and the mapping it holds."""

    text: str
    root: Node

    def find(self, node: Node, fragment: str) -> Where:
        """The spot of a fragment inside a value; the value's own when it is not spelt out."""
        at = self.text.find(fragment, node.start, node.end)
        return node.where if at < 0 else spot(str(node.where.file), self.text, at)


def spot(file: str, text: str, at: int) -> Where:
    """The line and column, from 1, of the character `at`."""
    begin = text.rfind("\n", 0, at) + 1
    return Where(file, text.count("\n", 0, at) + 1, at - begin + 1)
