"""Turns records into rows of the registry and back: one table of kinds, columns are the fields.

A column is named like the field of the record it holds; only the fields listed under `coded` are
kept in another form. A new field in the model needs a migration and nothing here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
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
    """A kind of record: its table, its class, the field that identifies it, its coded fields."""

    table: str
    record: type[R]
    identity: str
    coded: Mapping[str, Code]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table, fid aside, in the order of the record's fields."""
        return tuple(field.name for field in fields(self.record))

    def listed(self, alias: str = "") -> str:
        """The columns as SQL lists them, each after the alias of the table if there is one."""
        return ", ".join(f"{alias}.{column}" if alias else column for column in self.columns)

    @cached_property
    def _values(self) -> Callable[[R], Row]:
        return attrgetter(*self.columns)

    @cached_property
    def _coded_at(self) -> tuple[tuple[int, Code], ...]:
        return tuple((self.columns.index(name), code) for name, code in self.coded.items())

    def row(self, record: R) -> Row:
        """The record as a row."""
        values = [*self._values(record)]
        for at, code in self._coded_at:
            if values[at] is not None:
                values[at] = code.keep(values[at])
        return tuple(values)

    def read(self, row: Sequence[Any]) -> R:
        """The record in a row."""
        values = list(row)
        for at, code in self._coded_at:
            if values[at] is not None:
                values[at] = code.read(values[at])
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
    "toponym", Toponym, "id", {"kind": _word(ToponymKind), "status": _word(ToponymStatus)}
)
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
