"""Turns records into rows of the registry and back: one table of kinds, columns are the fields.

A column is named like the field of the record it holds; only the fields listed under `coded` are
kept in another form. A new field in the model needs a migration and nothing here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from diming.model import (
    Decision,
    FeatureClass,
    Jurisdiction,
    Level,
    Marker,
    Place,
    Source,
    Toponym,
    ToponymKind,
    ToponymStatus,
    Waiver,
)
from diming.registry import gpkg_blob

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from enum import StrEnum

Record = Place | Toponym | Jurisdiction | Source | Marker | Waiver | Decision
Row = tuple[Any, ...]
R = TypeVar("R", bound=Record)


class Code(NamedTuple):
    """How a value is kept in a column, and how it is written in the journal."""

    keep: Callable[[Any], Any]
    read: Callable[[Any], Any]
    tell: Callable[[Any], Any]


def _as_text(value: dict[str, str]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else "{}"


def _as_mapping(text: str) -> dict[str, str]:
    return {} if text == "{}" else dict(json.loads(text))  # most places have no attributes


def _word(kind: type[StrEnum]) -> Code:
    return Code(str, {str(word): word for word in kind}.__getitem__, str)


_GEOMETRY = Code(gpkg_blob.encode, gpkg_blob.decode, lambda geometry: geometry.wkt)
_MAPPING = Code(_as_text, _as_mapping, lambda mapping: mapping)


@dataclass(frozen=True)
class Kind(Generic[R]):
    """A kind of record: its table, its class, the field that identifies it, its coded fields.

    `links` are the fields that tell of another record by its id: the row has a column called like
    that record's table instead, with its row number.
    """

    table: str
    record: type[R]
    identity: str
    coded: Mapping[str, Code]
    links: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The fields of the record, in their order: what a row that is read holds."""
        return tuple(one.name for one in fields(self.record))

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """The columns of the table, fid aside."""
        return tuple(self.links.get(column, column) for column in self.columns)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """What SQL writes into each stored column, given a row."""
        return tuple(
            f"(SELECT fid FROM {self.links[column]} WHERE id = ?)" if column in self.links else "?"
            for column in self.columns
        )

    def listed(self, alias: str = "", joined: Mapping[str, str] = MappingProxyType({})) -> str:
        """The columns as SQL reads them, each after the alias of the table.

        `joined` says under which alias the query has the table of a link.
        """
        table = alias or self.table
        return ", ".join(
            f"{table}.{column}"
            if (link := self.links.get(column)) is None
            else f"{joined[link]}.id"
            if link in joined
            else f"(SELECT id FROM {link} WHERE {link}.fid = {table}.{link})"
            for column in self.columns
        )

    @cached_property
    def _values(self) -> Callable[[R], Row]:
        return attrgetter(*self.columns)

    @cached_property
    def _kept(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        return tuple((self.columns.index(name), code.keep) for name, code in self.coded.items())

    @cached_property
    def _read(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        return tuple((self.columns.index(name), code.read) for name, code in self.coded.items())

    def row(self, record: R) -> Row:
        """The record as a row."""
        values = [*self._values(record)]
        for at, keep in self._kept:
            if values[at] is not None:
                values[at] = keep(values[at])
        return tuple(values)

    def read(self, row: Sequence[Any]) -> R:
        """The record in a row."""
        values = list(row)
        for at, read in self._read:
            if values[at] is not None:
                values[at] = read(values[at])
        return self.record(*values)

    def tell(self, row: Sequence[Any]) -> str:
        """The record in a row as JSON text, geometry as WKT: what the journal keeps."""
        values = dict(zip(self.columns, row, strict=True))
        for name, code in self.coded.items():
            if values[name] is not None:
                values[name] = code.tell(code.read(values[name]))
        return json.dumps(values, ensure_ascii=False)


PLACE = Kind(
    "place", Place, "id",
    {"feature_class": _word(FeatureClass), "geometry": _GEOMETRY, "attributes": _MAPPING},
)  # fmt: skip
TOPONYM = Kind(
    "toponym", Toponym, "id", {"kind": _word(ToponymKind), "status": _word(ToponymStatus)},
    {"place_id": "place"},
)  # fmt: skip
JURISDICTION = Kind(
    "jurisdiction", Jurisdiction, "adcode", {"level": _word(Level), "geometry": _GEOMETRY}
)
SOURCE = Kind("source", Source, "id", {})
MARKER = Kind("marker", Marker, "id", {"geometry": _GEOMETRY})
WAIVER = Kind("waiver", Waiver, "fingerprint", {})
DECISION = Kind("decision", Decision, "id", {})

KINDS: dict[str, Kind[Any]] = {
    kind.table: kind
    for kind in (PLACE, TOPONYM, JURISDICTION, SOURCE, MARKER, WAIVER, DECISION)
}  # fmt: skip


def kind_of(record: Record) -> Kind[Any]:
    """The kind of a record."""
    return KINDS[type(record).__name__.lower()]
