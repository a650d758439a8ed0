"""Reads an office's list of words kept for naming (采词库): word, meaning, where it is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.errors import InputError, Where
from diming.formats import writing
from diming.formats.columns import RESERVE
from diming.formats.rows import read_rows

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReservedWord:
    """A word that may become a specific, what it means and where it is from; `row` in its file."""

    word: str
    row: int
    meaning: str | None = None
    source: str | None = None


def read_reserve(path: str | Path) -> tuple[ReservedWord, ...]:
    """The words of a CSV or XLSX with the headings 词语, 含义, 出处, in order.

    Raises InputError for a file that cannot be read and for a row without a word.
    """
    words = []
    for item in read_rows(path, RESERVE, ("word",)).items:
        item.needed("word", "词语", "word")
        word = item.read("word", writing.name) or ""
        for refusal in item.refused:
            where = Where(file=str(path), row=refusal.row, field=refusal.field)
            raise InputError(refusal.zh, refusal.en, where=where)
        words.append(ReservedWord(word, item.row, item.text("meaning"), item.text("source")))
    return tuple(words)
