"""What every registry can do, whatever file or server it lives in.

Rules, pages and commands know this protocol only; `geopackage.py` is the store that ships. All
geometry is EPSG:4490, longitude latitude; all distances are geodesic metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from diming.model import (
        Decision,
        FeatureClass,
        JournalEntry,
        Jurisdiction,
        Level,
        Marker,
        Place,
        Source,
        Toponym,
        Waiver,
    )
    from diming.names.likeness.stems import Stem


@dataclass(frozen=True, slots=True)
class Named:
    """A name together with the place that bears it: what a search or probe returns."""

    toponym: Toponym
    place: Place


@dataclass(frozen=True, slots=True)
class FiledStem:
    """What is compared of one or more names of a class in a prefecture (4 digits: "3708").

    `bearers` are the numbers that the registry knows these names by.
    """

    id: int
    stem: Stem
    area: str
    feature_class: FeatureClass
    bearers: bytes


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A name that was found: how, which characters matched, its label and where it is.

    `span` is the half-open range of characters of the name that the query met, by themselves or by
    their sounds, None when it met none (a year); `label` says in Chinese when a name is old or
    heritage; `area` is the path of areas; `standard` is the standard name of the place when this
    is not it.
    """

    named: Named
    why: str
    span: tuple[int, int] | None
    label: str | None
    area: str
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and among what to look: areas (codes, with all below them) and classes.

    Empty `areas` or `classes` means everywhere or everything. A name is live while it is in use or
    reserved: a proposed one claims nothing yet, a historical or abolished one no longer does.
    `year` keeps to names in use in that year, as `Toponym.in_use_in` says.
    """

    areas: tuple[str, ...] = ()
    classes: tuple[FeatureClass, ...] = ()
    live_only: bool = False
    heritage: bool = False
    year: int | None = None


@runtime_checkable
class Change(Protocol):
    """One unit of work: everything in it is written together with its journal, or nothing is.

    `put` adds or alters by id and says which ("add", "alter", "same"); decisions are only added.
    """

    def put(
        self, record: Place | Toponym | Jurisdiction | Source | Marker | Waiver | Decision
    ) -> str:
        """Files a record; an unchanged one leaves no trace in the journal."""

    def load(self, names: Iterable[Named]) -> int:
        """Adds many new names with their new places at once, and says how many names.

        A place with several names comes with each of them. Raises InputError for an id that is on
        file already. The journal gets one line for the whole; `history` tells it of each record.
        """

    def remove(self, kind: str, record_id: str) -> None:
        """Takes a record out; the journal keeps it. Raises NotFoundError."""


@runtime_checkable
class Store(Protocol):
    """An open registry."""

    @property
    def id(self) -> str:
        """A name that stays with this registry for life."""

    @property
    def revision(self) -> int:
        """How many changes it has seen."""

    def close(self) -> None:
        """Lets go of the file or connection."""

    def change(self, person: str, reason: str) -> AbstractContextManager[Change]:
        """Opens a unit of work; raises RegistryError when another process holds it too long."""

    def jurisdiction(self, adcode: str) -> Jurisdiction | None:
        """The area with this code."""

    def jurisdictions(
        self, *, level: Level | None = None, parent: str | None = None
    ) -> list[Jurisdiction]:
        """Areas by code, of one level or directly under one parent."""

    def jurisdictions_named(self, name: str) -> list[Jurisdiction]:
        """Areas with exactly this name."""

    def area_names(self, adcodes: Iterable[str]) -> dict[str, str]:
        """Code → name of those of these areas that are on file; no geometry is read."""

    def jurisdictions_at(self, geometry: BaseGeometry, level: Level) -> list[Jurisdiction]:
        """Areas of a level whose polygon meets the geometry."""

    def source(self, source_id: str) -> Source | None:
        """Where a record came from."""

    def place(self, place_id: str) -> Place | None:
        """The place with this id."""

    def toponym(self, toponym_id: str) -> Toponym | None:
        """The name with this id."""

    def toponyms_of(self, place_id: str) -> list[Toponym]:
        """All names of a place, the standard one first, then by date."""

    def named_exactly(self, names: Iterable[str], scope: Scope = ...) -> list[Named]:
        """Names that are, simplified, one of these, simplified; ordered by id."""

    def stems(self, keys: Iterable[str], scope: Scope = ...) -> list[FiledStem]:
        """Stems filed under any of the keys (`names.likeness.stems.filed_under`), each once.

        Of the scope only prefecture and class count; a stem may be there under another key that
        happens to have the same hash, so whoever asks compares the stems.
        """

    def bearers(self, stems: Iterable[FiledStem], scope: Scope = ...) -> list[tuple[int, Named]]:
        """The names with these stems, each with the id of its stem; ordered by id."""

    def typed(
        self, prefix: str, scope: Scope = ..., *, near: str | None = None, limit: int = 200,
        holding: str = "",
    ) -> list[Named]:  # fmt: skip
        """Names somebody who typed `prefix` may mean: characters, letters without tones, initials.

        Only those that hold the characters `holding`. Whole ones first, then those in the area
        `near`, then the shorter ones.
        """

    def containing(
        self, text: str, scope: Scope = ..., *, near: str | None = None, limit: int = 200
    ) -> list[Named]:
        """Names with these characters, one or more, anywhere in them; in the same order."""

    def of_year(
        self, year: int, scope: Scope = ..., *, near: str | None = None, limit: int = 200
    ) -> list[Named]:
        """Names whose dates say that they were in use in a year (before Christ negative).

        Those that began or ended in it come first, then those in the area `near`, then those that
        began later.
        """

    def count(self, scope: Scope = ...) -> int:
        """How many names there are in a scope: nought means there was nothing to look at."""

    def named(self, scope: Scope = ...) -> Iterator[Named]:
        """Every name in a scope, ordered by id."""

    def in_box(
        self, west: float, south: float, east: float, north: float, scope: Scope = ...,
        *, limit: int = 5000,
    ) -> list[Named]:  # fmt: skip
        """Names whose place meets a box of degrees."""

    def markers(self, side_a: str, side_b: str) -> list[Marker]:
        """Markers of the line between two areas, whichever is named first."""

    def waivers(self) -> list[Waiver]:
        """All waivers, by fingerprint."""

    def decisions(self, name: str | None = None) -> list[Decision]:
        """Decisions, of one name or all, by day."""

    def history(self, record_id: str | None = None, *, limit: int = 1000) -> list[JournalEntry]:
        """The journal, newest first, of one record or all."""

    def backup(self, target: Path) -> None:
        """A copy made while others read and write."""
