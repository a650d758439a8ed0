"""The registry in one file: a valid GeoPackage that opens in QGIS and GDAL as it stands.

Every method may be called from any thread. Write through `change` only: what another program
writes into the file has no journal and no search keys.
"""

from __future__ import annotations

import json
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from shapely import prepare

from diming.errors import RegistryError, UsageError, Where
from diming.model import ToponymKind
from diming.model.place import year_of
from diming.registry import files, journal, queries, schema, stem_index, tally, word_index
from diming.registry.changes import UnitOfWork
from diming.registry.filters import names_of
from diming.registry.records import (
    DECISION,
    JURISDICTION,
    MARKER,
    PLACE,
    SOURCE,
    TOPONYM,
    WAIVER,
)
from diming.registry.store import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.model import (
        Decision,
        JournalEntry,
        Jurisdiction,
        Level,
        Marker,
        Place,
        Source,
        Toponym,
        Waiver,
    )
    from diming.registry.connections import Connections
    from diming.registry.records import Kind, R
    from diming.registry.store import FiledStem, Named

_EVERYTHING = Scope()
_WAIT_S = 10.0


class GeoPackageStore:
    """A registry in a GeoPackage file, or in memory for as long as it is open."""

    def __init__(self, connections: Connections, *, read_only: bool) -> None:
        self._connections = connections
        self._read_only = read_only
        with connections.lend() as sql:
            (self._id,) = sql.execute("SELECT id FROM registry").fetchone()

    @classmethod
    def create(
        cls, path: str | Path, *, registry_id: str | None = None, wait_s: float = _WAIT_S
    ) -> Self:
        """Makes a new registry; a file is whole or, when the program is killed, still empty.

        `path` may be `:memory:`. Raises RegistryError when the file exists or cannot be made.
        """
        return cls(files.make(path, registry_id or str(uuid.uuid4()), wait_s), read_only=False)

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, wait_s: float = _WAIT_S) -> Self:
        """Opens a registry; an older one is first copied and then brought up to date.

        `wait_s` is how many seconds a change waits for another program. Raises RegistryError for
        a file that is missing, foreign, newer than the program, or older and opened to read only.
        """
        if read_only:
            return cls(files.open_to_read(Path(path), wait_s), read_only=True)
        return cls(files.open_to_write(Path(path), wait_s), read_only=False)

    @staticmethod
    def names_to_file(path: str | Path, *, wait_s: float = _WAIT_S) -> int | None:
        """How many names opening to write would file anew first, None for an up-to-date file.

        Only then can it be opened to read. Raises RegistryError as `open` does.
        """
        return files.names_to_file(Path(path), wait_s)

    @property
    def id(self) -> str:
        """A name that stays with this registry for life."""
        return str(self._id)

    @property
    def revision(self) -> int:
        """How many changes it has seen."""
        with self._connections.lend() as sql:
            return int(sql.execute("SELECT revision FROM registry").fetchone()[0])

    def close(self) -> None:
        """Lets go of the file; a registry in memory is gone."""
        self._connections.close()

    @contextmanager
    def change(self, person: str, reason: str) -> Iterator[UnitOfWork]:
        """Opens a unit of work: written with its journal at the end, or not at all.

        Raises UsageError without a person, RegistryError when the registry is open to read only
        or another program holds it too long.
        """
        if not person.strip():
            raise UsageError(
                "没有写明经办人",
                "no person is named for the journal",
                mend=("用 --person 或 DIMING_PERSON 指定", "give --person or DIMING_PERSON"),
            )
        if self._read_only:
            raise RegistryError("地名库以只读方式打开", "the registry is open to read only")
        with self._connections.hold() as sql:
            sql.execute("BEGIN IMMEDIATE")
            try:
                work = UnitOfWork(sql, person, reason)
                yield work
                if work.changed:
                    work.seal()
                sql.execute("COMMIT")
            except BaseException:
                sql.rollback()
                raise

    def jurisdiction(self, adcode: str) -> Jurisdiction | None:
        """The area with this code."""
        return self._one(JURISDICTION, adcode)

    def jurisdictions(
        self, *, level: Level | None = None, parent: str | None = None
    ) -> list[Jurisdiction]:
        """Areas by code, of one level or directly under one parent."""
        wanted = {"level": level, "parent": parent}
        given = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in given) or "TRUE"
        return self._all(JURISDICTION, f"WHERE {where} ORDER BY adcode", *given.values())

    def jurisdictions_named(self, name: str) -> list[Jurisdiction]:
        """Areas with exactly this name."""
        return self._all(JURISDICTION, "WHERE name = ? ORDER BY adcode", name)

    def area_names(self, adcodes: Iterable[str]) -> dict[str, str]:
        """Code → name of those of these areas that are on file; no geometry is read."""
        with self._connections.lend() as sql:
            rows = sql.execute(
                "SELECT adcode, name FROM jurisdiction"
                " WHERE adcode IN (SELECT value FROM json_each(?))",
                (json.dumps(list(adcodes)),),
            )
            return dict(rows.fetchall())

    def jurisdictions_at(self, geometry: BaseGeometry, level: Level) -> list[Jurisdiction]:
        """Areas of a level whose polygon meets the geometry, by code."""
        west, south, east, north = geometry.bounds
        near: list[Jurisdiction] = self._all(
            JURISDICTION,
            "WHERE level = ? AND fid IN (SELECT fid FROM jurisdiction_box"
            " WHERE min_x <= ? AND max_x >= ? AND min_y <= ? AND max_y >= ?) ORDER BY adcode",
            level, east, west, north, south,
        )  # fmt: skip
        prepare(geometry)
        return [area for area in near if geometry.intersects(area.geometry)]

    def source(self, source_id: str) -> Source | None:
        """Where a record came from."""
        return self._one(SOURCE, source_id)

    def place(self, place_id: str) -> Place | None:
        """The place with this id."""
        return self._one(PLACE, place_id)

    def toponym(self, toponym_id: str) -> Toponym | None:
        """The name with this id."""
        return self._one(TOPONYM, toponym_id)

    def toponyms_of(self, place_id: str) -> list[Toponym]:
        """All names of a place: standard ones first, then by the day they begin, undated last."""
        with self._connections.lend() as sql:
            rows = sql.execute(
                f"SELECT {TOPONYM.listed('t')} FROM place AS p CROSS JOIN toponym AS t"
                f" ON {names_of('p.fid')} WHERE p.id = ?",
                (place_id,),
            )
            return sorted(map(TOPONYM.read, rows), key=_rank)

    def named_exactly(self, names: Iterable[str], scope: Scope = _EVERYTHING) -> list[Named]:
        """Names that are, simplified, one of these, simplified; ordered by id."""
        with self._connections.lend() as sql:
            return word_index.named_exactly(sql, names, scope)

    def stems(self, keys: Iterable[str], scope: Scope = _EVERYTHING) -> list[FiledStem]:
        """Stems filed under any of the keys in the prefectures and classes of a scope."""
        with self._connections.lend() as sql:
            return stem_index.stems(sql, keys, scope)

    def bearers(
        self, stems: Iterable[FiledStem], scope: Scope = _EVERYTHING
    ) -> list[tuple[int, Named]]:
        """The names with these stems, each with the id of its stem; ordered by id."""
        with self._connections.lend() as sql:
            return stem_index.bearers(sql, stems, scope)

    def typed(
        self, prefix: str, scope: Scope = _EVERYTHING, *, near: str | None = None, limit: int = 200,
        holding: str = "",
    ) -> list[Named]:  # fmt: skip
        """Names somebody who typed `prefix` may mean: characters, letters, initials."""
        with self._connections.lend() as sql:
            return word_index.typed(sql, prefix, scope, near, limit, holding)

    def containing(
        self, text: str, scope: Scope = _EVERYTHING, *, near: str | None = None, limit: int = 200
    ) -> list[Named]:
        """Names with these characters anywhere in them."""
        with self._connections.lend() as sql:
            return word_index.containing(sql, text, scope, near, limit)

    def of_year(
        self, year: int, scope: Scope = _EVERYTHING, *, near: str | None = None, limit: int = 200
    ) -> list[Named]:
        """Names whose dates say that they were in use in a year, those that changed in it first."""
        with self._connections.lend() as sql:
            return queries.of_year(sql, year, scope, near, limit)

    def count(self, scope: Scope = _EVERYTHING) -> int:
        """How many names there are in a scope."""
        with self._connections.lend() as sql:
            return tally.count(sql, scope)

    def named(self, scope: Scope = _EVERYTHING) -> Iterator[Named]:
        """Every name in a scope, ordered by id; read by the page, so nobody waits for the end."""
        after = ""
        while True:
            with self._connections.lend() as sql:
                page = queries.page(sql, scope, after)
            if not page:
                return
            yield from page
            after = page[-1].toponym.id

    def in_box(
        self, west: float, south: float, east: float, north: float, scope: Scope = _EVERYTHING,
        *, limit: int = 5000,
    ) -> list[Named]:  # fmt: skip
        """Names whose place meets a box of degrees, ordered by id."""
        with self._connections.lend() as sql:
            return queries.in_box(sql, (west, south, east, north), scope, limit)

    def markers(self, side_a: str, side_b: str) -> list[Marker]:
        """Markers of the line between two areas, whichever is named first, by id."""
        either = "WHERE (side_a, side_b) IN (VALUES (?, ?), (?, ?)) ORDER BY id"
        return self._all(MARKER, either, side_a, side_b, side_b, side_a)

    def waivers(self) -> list[Waiver]:
        """All waivers, by fingerprint."""
        return self._all(WAIVER, "ORDER BY fingerprint")

    def decisions(self, name: str | None = None) -> list[Decision]:
        """Decisions, of one name or all, by day."""
        if name is None:
            return self._all(DECISION, "ORDER BY decided_on, id")
        return self._all(DECISION, "WHERE name = ? ORDER BY decided_on, id", name)

    def history(self, record_id: str | None = None, *, limit: int = 1000) -> list[JournalEntry]:
        """The journal, newest first, of one record or all."""
        with self._connections.lend() as sql:
            return journal.history(sql, record_id, limit)

    def backup(self, target: Path) -> None:
        """A copy in one file, made while others read and write; refuses an existing target."""
        if target.exists():
            raise RegistryError(
                "备份目标已存在",
                "the target of the backup exists",
                mend=("请换一个文件名", "choose another name"),
                where=Where(file=str(target)),
            )
        if not target.absolute().parent.is_dir():
            raise RegistryError(
                "备份目标的目录不存在",
                "the directory of the backup does not exist",
                mend=("请先建立目录", "make the directory first"),
                where=Where(file=str(target)),
            )
        with self._connections.lend() as sql:
            schema.copy(sql, target)

    def _one(self, kind: Kind[R], identity: str) -> R | None:
        return next(iter(self._all(kind, f"WHERE {kind.identity} = ?", identity)), None)

    def _all(self, kind: Kind[R], which: str, *values: str | float) -> list[R]:
        with self._connections.lend() as sql:
            rows = sql.execute(f"SELECT {kind.listed()} FROM {kind.table} {which}", values)
            return [kind.read(row) for row in rows]


def _rank(toponym: Toponym) -> tuple[bool, bool, int, str, str]:
    day = toponym.valid_from
    standard = toponym.kind is ToponymKind.STANDARD
    return (not standard, day is None, year_of(day) or 0, day or "", toponym.id)
