"""What an import says afterwards: how much was read, what changed, what was refused and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from diming.errors import DimingError


@dataclass(frozen=True, slots=True)
class Refusal:
    """One field of one row that was not accepted; `row` counts data rows from 1.

    `field` is the heading as the file has it; `zh` and `en` say what is wrong and the mend.
    """

    row: int
    field: str
    zh: str
    en: str

    @classmethod
    def of(cls, error: DimingError, row: int, field: str) -> Self:
        """The refusal that a mistake found in one row amounts to."""
        zh, en = error.mend
        return cls(
            row,
            field,
            error.zh + (f" → {zh}" if zh else ""),
            error.en + (f" → {en}" if en else ""),
        )


@dataclass(slots=True)
class ImportReport:
    """The count of an import in rows, what was refused in which cell, and notes (zh, en).

    Every row is counted once: `read` is `added` + `changed` + `same` + `held` + `refused_rows`.
    `held` are good rows that were not filed because others were refused.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    held: int = 0
    refused: list[Refusal] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def refused_rows(self) -> int:
        """How many rows were refused; one row may be refused in several cells."""
        return len({refusal.row for refusal in self.refused})

    def count(self, outcome: str, rows: int) -> None:
        """Counts rows that were filed as one record: `add`, `alter` or `same`."""
        if outcome == "add":
            self.added += rows
        elif outcome == "alter":
            self.changed += rows
        else:
            self.same += rows

    def as_dict(self) -> dict[str, object]:
        """The report as plain values."""
        return asdict(self) | {"refused_rows": self.refused_rows}
