"""Gives each finding a name that stays the same as long as rule, proposal and evidence do.

Waivers hang on it, so neither the order of rows and evidence, nor distances, nor the wording of a
message takes part; coordinates count to seven decimals of a degree, about a centimetre.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.model import Evidence, Proposal

_DECIMALS = 7
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def fingerprint(
    rule: str,
    proposal: Proposal,
    *,
    span: tuple[int, int] | None = None,
    evidence: Iterable[Evidence] = (),
    missing: Iterable[str] = (),
) -> str:
    """Sixteen hexadecimal digits."""
    spoken_of = [
        rule,
        proposal.name,
        proposal.feature_class.value,
        proposal.jurisdiction,
        proposal.action.value,
        proposal.old_name,
        _shape(proposal),
        sorted(f"{found.kind}:{found.id or found.name}" for found in evidence),
        span,
        sorted(missing),
    ]
    return hashlib.sha256(_JSON.encode(spoken_of).encode()).hexdigest()[:16]


def _shape(proposal: Proposal) -> str | None:
    if proposal.geometry is None:
        return None
    # Adding nought turns -0.0 into 0.0.
    rounded = shapely.transform(proposal.geometry, lambda xy: xy.round(_DECIMALS) + 0.0)
    wkb: str = shapely.to_wkb(rounded, hex=True, byte_order=1, output_dimension=2)
    return wkb
