"""A rule set as it stands written in its directory, before any day or stack is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from diming.rules.heads import RulesetFile
    from diming.rules.node import Document
    from diming.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Written:
    """A rule set as its directory has it."""

    folder: Path
    head: RulesetFile
    rules: tuple[Rule, ...]
    document: Document

    @property
    def files(self) -> list[Path]:
        """Every file that makes it, by name."""
        return sorted(self.folder.glob("*.yaml"))
