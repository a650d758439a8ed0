"""Reads a list of names, one a line, its cells apart by tabs, from a file or from stdin for `-`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import InputError
from diming.formats.encoding import decode
from diming.formats.line import Line
from diming.formats.tables import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator


def listed(path: str) -> Iterator[Line]:
    """The lines that are not blank, their cells stripped; raises InputError."""
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip():
            yield Line(number, [cell.strip() for cell in line.split("\t")])


def _text(path: str) -> str:
    data = read_bytes(path)
    try:
        return decode(data, file=path).text
    except InputError as error:
        raise InputError(
            error.zh, error.en, where=error.where,
            mend=("另存为 UTF-8 或 GB18030", "save it as UTF-8 or GB18030"),
        ) from None  # fmt: skip
