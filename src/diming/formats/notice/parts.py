"""What a notice is made of: paragraphs and tables in their order, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diming.model import Action


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as folded text, and where it stands, as in 第3行."""

    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its folded cells, and where it stands, as in 表1第2行."""

    cells: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its lines, the header among them."""

    lines: tuple[Line, ...]


Part = Paragraph | Grid


@dataclass(slots=True)
class Context:
    """What the last heading said of all that stands under it (二、更名道路; (一)任城区)."""

    action: Action | None = None
    area: str = ""
