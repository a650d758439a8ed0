"""Lists the lines of an area and hands over the pack of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.inspection import lines as line_room
from diming.inspection.pack import write_pack

if TYPE_CHECKING:
    from pathlib import Path

    from diming.model import BoundaryLine
    from diming.registry.store import Store


def lines(store: Store, code: str) -> list[BoundaryLine]:
    """The shared lines of an area with its neighbours, in EPSG:4490."""
    return line_room.lines(store, code)


def pack(store: Store, side_a: str, side_b: str, directory: Path) -> list[Path]:
    """Writes the pack of the line between two areas into `directory`; returns its files."""
    return write_pack(line_room.line(store, side_a, side_b), directory)
