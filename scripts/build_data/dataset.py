"""Says what a shipped data file is (title, source, licence) and how tables and maps are written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .packages import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One file under ``data/`` with everything its manifest entry states.

    ``build`` is ``None`` for a file that people keep by hand: the manifest then lists it as it is.
    """

    path: str
    build: Callable[[Shelf], bytes] | None
    title_zh: str
    title_en: str
    source: tuple[dict[str, object], ...]
    licence: str
    attribution: str
    vintage: str
    notice_zh: str
    notice_en: str
    crs: str | None = None


def table(path: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as UTF-8 text with LF line ends: quoted CSV, or TSV, by the file's ending."""
    text = io.StringIO(newline="")
    separator = "\t" if path.endswith(".tsv") else ","
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def feature_collection(
    name: str, crs: str, about: dict[str, str], features: Iterable[dict[str, object]]
) -> bytes:
    """A GeoJSON map with its CRS stated, one feature a line so that a difference can be read."""
    head = json.dumps(
        {
            "type": "FeatureCollection",
            "name": name,
            "crs": {"type": "name", "properties": {"name": crs}},
            **about,
        },
        ensure_ascii=False,
    )
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features
    )
    return f'{head[:-1]}, "features": [\n{lines}\n]}}\n'.encode()


def count_rows(path: str, content: bytes) -> int:
    """Features of a map, or lines of a table without its header."""
    if PurePosixPath(path).suffix == ".geojson":
        return len(json.loads(content)["features"])
    separator = "\t" if path.endswith(".tsv") else ","
    rows = csv.reader(io.StringIO(content.decode(), newline=""), delimiter=separator)
    return sum(1 for _ in rows) - 1
