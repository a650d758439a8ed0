"""Tells which characters look alike (形近), from data/language/lookalikes.tsv."""

from __future__ import annotations

import csv
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping


def likeness(a: str, b: str) -> float:
    """How much two characters look alike, from 0 (not at all) to 1; the same both ways."""
    return _table().get(a, {}).get(b, 0.0)


def neighbours(char: str) -> tuple[str, ...]:
    """The characters that look like this one, the most alike first."""
    return tuple(_table().get(char, ()))


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    table: dict[str, dict[str, float]] = {}
    path = shipped("data", "language", "lookalikes.tsv")
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            table.setdefault(row["char"], {})[row["lookalike"]] = float(row["score"])
    return MappingProxyType(table)
