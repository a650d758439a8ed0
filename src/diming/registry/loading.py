"""Loads many new names with their places: rows and boxes by the batch, and then the indexes.

Memory holds one batch; what the indexes need is read back from the rows in the order they like.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from diming.errors import InputError, Where
from diming.registry import indexes, tally
from diming.registry.admission import admitted
from diming.registry.garbage import uncollected
from diming.registry.records import PLACE, TOPONYM

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from shapely.geometry.base import BaseGeometry

    from diming.model import Place, Toponym
    from diming.registry.contents import Bounds
    from diming.registry.records import Kind, Row
    from diming.registry.store import Named
    from diming.registry.tally import Counted

_BATCH = 20_000


class Loading:
    """One load under way: the rows it has filled, and the box of what it put into `place`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._before = {kind.table: self._last(kind) for kind in (PLACE, TOPONYM)}
        self._next = 1 + max(self._before.values())
        self.numbers: Counter[str] = Counter()
        self.bounds: Bounds | None = None

    def add(self, names: Iterable[Named]) -> None:
        """Files all of the names; raises InputError for an id that is on file already."""
        waiting = iter(names)
        with uncollected():
            while batch := list(islice(waiting, _BATCH)):
                self._add(batch)
                tally.add(self._sql, Counter(map(_counted, batch)))
            first, last = self.rows.get(TOPONYM.table, (1, 0))
            indexes.file_rows(self._sql, first, last)

    @property
    def rows(self) -> Mapping[str, tuple[int, int]]:
        """The first and last row it filled, by kind of record; no others lie between them."""
        lasts = {kind.table: self._last(kind) for kind in (PLACE, TOPONYM)}
        return {
            table: (self._before[table] + 1, last)
            for table, last in lasts.items()
            if last > self._before[table]
        }

    def _add(self, batch: list[Named]) -> None:
        """Files names with their places; a place gets the number of its first name."""
        filed = self._filed_places(batch)
        self._refuse_names_on_file(batch)
        places: dict[str, tuple[int, Row]] = {}
        names: dict[str, Row] = {}
        shapes = []
        for fid, (toponym, place) in enumerate(map(_both, batch), self._next):
            row = PLACE.row(admitted(place))
            number, known = filed.get(place.id) or places.setdefault(place.id, (fid, row))
            if known != row:
                raise _on_file(PLACE, place.id)
            if number == fid:
                shapes.append((fid, place.geometry))
            if toponym.id in names:
                raise _on_file(TOPONYM, toponym.id)
            _, _, *rest = TOPONYM.row(admitted(toponym))
            names[toponym.id] = (fid, toponym.id, number, *rest)
        self._next += len(batch)
        self._insert(PLACE, [(fid, *row) for fid, row in places.values()])
        self._insert(TOPONYM, list(names.values()))
        self._add_boxes([(fid, shape) for fid, shape in shapes if shape is not None])

    def _filed_places(self, batch: list[Named]) -> dict[str, tuple[int, Row]]:
        """The places that earlier batches have filed; raises InputError for older ones."""
        filed: dict[str, tuple[int, Row]] = {}
        for fid, *row in self._on_file(PLACE, (named.place.id for named in batch)):
            place_id = row[PLACE.columns.index(PLACE.identity)]
            if fid <= self._before[PLACE.table]:
                raise _on_file(PLACE, place_id)
            filed[place_id] = fid, tuple(row)
        return filed

    def _refuse_names_on_file(self, batch: list[Named]) -> None:
        for _, toponym_id, *_ in self._on_file(TOPONYM, (named.toponym.id for named in batch)):
            raise _on_file(TOPONYM, toponym_id)

    def _add_boxes(self, drawn: list[tuple[int, BaseGeometry]]) -> None:
        if not drawn:
            return
        boxes = shapely.bounds(np.array([shape for _, shape in drawn], dtype=object))
        self._sql.executemany(
            "INSERT INTO place_box VALUES (?, ?, ?, ?, ?)",
            [
                (fid, west, east, south, north)
                for (fid, _), (west, south, east, north) in zip(drawn, boxes.tolist(), strict=True)
            ],
        )
        west, south = boxes[:, :2].min(axis=0).tolist()
        east, north = boxes[:, 2:].max(axis=0).tolist()
        old = self.bounds or (west, south, east, north)
        self.bounds = (
            min(old[0], west), min(old[1], south), max(old[2], east), max(old[3], north),
        )  # fmt: skip

    def _insert(self, kind: Kind[Any], rows: list[Row]) -> None:
        marks = ", ".join("?" * (1 + len(kind.stored)))
        self._sql.executemany(
            f"INSERT INTO {kind.table} (fid, {', '.join(kind.stored)}) VALUES ({marks})", rows
        )
        self.numbers[kind.table] += len(rows)

    def _on_file(self, kind: Kind[Any], ids: Iterable[str]) -> list[Row]:
        return self._sql.execute(
            f"SELECT fid, {kind.listed()} FROM {kind.table}"
            f" WHERE {kind.identity} IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchall()

    def _last(self, kind: Kind[Any]) -> int:
        """The number given last to a row of this kind; none is given twice."""
        row = self._sql.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (kind.table,)
        ).fetchone()
        return 0 if row is None else int(row[0])


def _both(named: Named) -> tuple[Toponym, Place]:
    """A name and its place; raises InputError when it is the name of another one."""
    toponym, place = named.toponym, named.place
    if toponym.place_id != place.id:
        raise InputError(
            f"地名“{toponym.name}”属于 {toponym.place_id}, 不是 {place.id} 的地名",
            f"“{toponym.name}” is a name of {toponym.place_id}, not of {place.id}",
            where=Where(field="place_id"),
        )
    return toponym, place


def _counted(named: Named) -> Counted:
    place = named.place
    return place.jurisdiction, place.feature_class, named.toponym.status


def _on_file(kind: Kind[Any], identity: str) -> InputError:
    return InputError(
        f"{identity} 已在地名库中",
        f"{identity} is in the registry already",
        mend=("已有的记录请用导入更新", "bring records on file up to date by importing them"),
        where=Where(field=kind.identity),
    )
