"""Reads what people keep by hand for the lexicon: cited readings, letters, chosen words."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    reading: str
    kind: str
    scope: str
    confidence: str
    source: str

    def cells(self) -> tuple[str, ...]:
        return self.name, self.reading, self.kind, self.scope, self.confidence, self.source


@cache
def rows_of(file: str) -> tuple[dict[str, str], ...]:
    """The rows of a table beside this module."""
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def cited() -> tuple[Row, ...]:
    """The rows kept by hand."""
    return tuple(Row(**row) for row in rows_of("readings_cited.tsv"))


@cache
def cited_names(kind: str) -> frozenset[str]:
    """The names that a cited row of this kind reads."""
    return frozenset(row.name for row in cited() if row.kind == kind)


@cache
def chosen_words() -> tuple[str, ...]:
    """The words whose reading dictionaries are asked for."""
    return tuple((HERE / "readings_words.txt").read_text(encoding="utf-8").split())
