"""Holds what was measured beside what was aimed at, prints it, and keeps it as JSON."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Goal:
    """What was aimed at: at most, or at least, so much."""

    bound: float
    at_most: bool = True

    def met(self, value: float) -> bool:
        """Whether a value keeps within the bound."""
        return value <= self.bound if self.at_most else value >= self.bound

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {_plain(self.bound)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `group` says what it was measured in, `unit` how to read it."""

    group: str
    what: str
    value: float
    unit: str
    goal: Goal | None = None

    @property
    def verdict(self) -> str:
        """Whether the goal is met, "" without one."""
        if self.goal is None:
            return ""
        return "met" if self.goal.met(self.value) else "NOT MET"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [("", "figure", "", "goal", "")]
    rows += [
        (f.group, f.what, f"{_plain(f.value)} {f.unit}", str(f.goal or ""), f.verdict)
        for f in figures
    ]
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([head, "|---|---|---:|---:|---|", *body])


def keep(figures: Iterable[Figure], directory: Path, name: str) -> Path:
    """Writes the figures with the day and the machine; returns the file."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{name}.json"
    record = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "figures": [asdict(figure) | {"verdict": figure.verdict} for figure in figures],
    }
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


def machine() -> str:
    """Processor, cores and Python, in a line."""
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _plain(value: float) -> str:
    """A number with the digits that mean something: 12,345, 61.3, 1.42, 0.053."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
