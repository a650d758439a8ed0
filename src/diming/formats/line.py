"""A line of a table as it stands in its file, before anyone knows what its cells mean."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """Its number in the file from 1, and the text of its cells."""

    number: int
    cells: list[str]
