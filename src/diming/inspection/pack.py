"""Hands over one line as files an inspector opens anywhere, with one zip of them for the archive.

The status of the line and its notice stand in every layer and every table of it. Nothing is half
written: the files are made beside the target and moved there together.
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.formats.writers import (
    LayerOut,
    SheetOut,
    write_csv,
    write_geojson,
    write_gpkg,
    write_xlsx,
)
from diming.inspection import sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from diming.inspection.sheets import Row
    from diming.model import BoundaryLine

# A zip keeps times of day; a fixed one lets equal content make an equal archive.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
# What Windows or Linux would not have in a file's name.
_UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


def write_pack(line: BoundaryLine, directory: Path, day: date | None = None) -> list[Path]:
    """Writes the files of `line` and their zip into a new or empty directory; returns their paths.

    `day` stands in the zip's name and the notes, today if not given. Raises UsageError when the
    directory already holds something or cannot be written.
    """
    day = day or date.today()
    directory = directory.resolve()
    try:
        _refuse_occupied(directory)
        directory.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".diming-", dir=directory.parent) as beside:
            fresh = Path(beside, "pack")
            fresh.mkdir()
            _write_files(line, fresh, day)
            _write_zip(fresh, f"{line.name.translate(_UNFIT)}_{day:%Y%m%d}.zip")
            directory.mkdir(exist_ok=True)  # it may be the one somebody stands in: keep it
            for path in sorted(fresh.iterdir()):
                path.rename(directory / path.name)
    except OSError as error:
        raise UsageError(
            f"写不了“{directory}”（{error.strerror}）",
            f"{directory} cannot be written ({error.strerror})",
            mend=("核对目录和权限", "check the folder and permissions"),
        ) from None
    return sorted(directory.iterdir())


def _refuse_occupied(directory: Path) -> None:
    if directory.exists() and not (directory.is_dir() and not any(directory.iterdir())):
        raise UsageError(
            f"“{directory}”已有内容，未写入",
            f"{directory} already holds something; nothing was written",
            mend=("换一个新的或空的目录", "give a new or an empty directory"),
        )


def _write_files(line: BoundaryLine, directory: Path, day: date) -> None:
    """The layers, the workbook, and a list of them with their checksums."""
    rows, stations = [sheets.line_row(line)], sheets.point_rows(line)
    lines = _layer("界线", rows, [line.geometry])
    points = _layer("界线点", stations, sheets.points(line))
    tables = [_sheet("界线", rows), _sheet("界线点", stations)]
    notes = _sheet("说明", sheets.note_rows(line, day))
    write_gpkg(directory / "界线.gpkg", [lines, points])
    write_geojson(directory / "界线.geojson", lines)
    write_xlsx(directory / "界线.xlsx", [*tables, notes])
    listed = [
        [name, purpose, count, hashlib.sha256((directory / name).read_bytes()).hexdigest()]
        for name, purpose, count in (
            ("界线.geojson", "界线图层", 1),
            ("界线.gpkg", "界线、界线点图层", 1 + len(stations)),
            ("界线.xlsx", "界线、界线点表和说明", 1 + len(stations) + len(notes.rows)),
        )
    ]
    write_csv(directory / "清单.csv", ["文件", "用途", "行数", "SHA-256"], listed)


def _sheet(name: str, rows: list[Row]) -> SheetOut:
    return SheetOut(name, list(rows[0]), [list(row.values()) for row in rows])


def _layer(name: str, rows: list[Row], geometries: Sequence[BaseGeometry]) -> LayerOut:
    return LayerOut(name, list(rows[0]), [list(row.values()) for row in rows], geometries)


def _write_zip(directory: Path, name: str) -> None:
    """One archive of everything in `directory`, in the order of the names."""
    files = sorted(directory.iterdir())
    with zipfile.ZipFile(directory / name, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(path.name, date_time=_ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
