"""What people decide and change: waivers (豁免), decisions (批复), the journal of changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Waiver:
    """An accepted deviation: which finding, why, who answers for it, and until when (ISO date)."""

    fingerprint: str
    reason: str
    person: str
    until: str | None = None

    def stands_on(self, day: str) -> bool:
        """Whether the waiver still holds on `day` (ISO date)."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class Decision:
    """An official act on a name; never changed once written.

    `outcome` is approved, refused or returned; `document` its number (文号), `decided_on` ISO date.
    """

    id: str
    name: str
    jurisdiction: str
    action: str
    outcome: str
    authority: str
    decided_on: str
    document: str | None = None
    toponym_id: str | None = None
    note: str | None = None


class Change(StrEnum):
    """What a journal entry records."""

    ADD = "add"
    ALTER = "alter"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the append-only journal: who, when, why, and the record before and after.

    `before` and `after` are JSON texts of the whole record, None where there was none.
    """

    revision: int
    at: str
    person: str
    reason: str
    kind: str
    record_id: str
    change: Change
    before: str | None
    after: str | None
