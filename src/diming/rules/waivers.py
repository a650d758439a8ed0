"""Lays the waivers (豁免) that officers have granted on the findings they were granted for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from diming.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diming.model import Finding, Waiver


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers that stand on one day, by the fingerprint of their finding."""

    standing: Mapping[str, Waiver]

    @classmethod
    def on(cls, day: str, waivers: Iterable[Waiver]) -> Self:
        """Those that have not run out on `day` (ISO date)."""
        return cls({each.fingerprint: each for each in waivers if each.stands_on(day)})

    def laid_on(self, finding: Finding) -> Finding:
        """The finding with its waiver, if any; what was not evaluated cannot be accepted."""
        waiver = self.standing.get(finding.fingerprint)
        if waiver is None or finding.verdict is Verdict.NOT_EVALUATED:
            return finding
        return replace(finding, waiver=waiver)
