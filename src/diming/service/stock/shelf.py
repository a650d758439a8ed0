"""Reads the tables that ship and the sources their records carry."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from diming.model import Source
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator


def table(*parts: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped CSV file."""
    with shipped("data", *parts).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def features(*parts: str) -> Iterator[dict[str, Any]]:
    """The features of a shipped GeoJSON file."""
    yield from json.loads(shipped("data", *parts).read_text(encoding="utf-8"))["features"]


@cache
def _manifest() -> dict[str, dict[str, Any]]:
    manifest = json.loads(shipped("data", "MANIFEST.json").read_text(encoding="utf-8"))
    return {entry["path"]: entry for entry in manifest["files"]}


def source(path: str) -> Source:
    """The source of a whole shipped file, as the manifest tells it."""
    entry = _manifest()[path]
    return Source(
        id=f"data:{path}",
        title=f"{entry['title_zh']} {entry.get('attribution') or ''}".strip(),
        licence=entry["licence"],
        vintage=entry.get("vintage"),
    )
