"""Writes a review as the JSON that scripts and the page rely on (interface, schema version 1)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diming.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.formats.report import Refusal
    from diming.model import Basis, Evidence, Finding, Proposal, Result, Review

SCHEMA_VERSION = 1
_JSON = json.JSONEncoder(ensure_ascii=False)


def review_dict(review: Review, refused: Sequence[Refusal] = ()) -> dict[str, Any]:
    """The whole review as plain values; `refused` are the cells that kept rows out of it."""
    stamp = review.ruleset
    return {
        "schema_version": SCHEMA_VERSION,
        "ruleset": {
            "id": stamp.id,
            "title": stamp.title,
            "version": stamp.version,
            "sha256": stamp.sha256,
            "as_of": stamp.as_of,
            "unknown": list(stamp.unknown),
        },
        "registry": None
        if review.registry_id is None
        else {"id": review.registry_id, "revision": review.registry_revision},
        "results": [result_dict(result) for result in review.results],
        "summary": {
            "proposals": len(review.results),
            **{verdict.value: review.summary.get(verdict, 0) for verdict in Verdict},
            "refused": len({refusal.row for refusal in refused}),
        },
        "refused": [
            {"row": one.row, "field": one.field, "message": one.zh, "message_en": one.en}
            for one in refused
        ],
    }


def result_dict(result: Result) -> dict[str, Any]:
    """What is said of one proposal."""
    return {
        "row": result.proposal.row,
        "proposal": _proposal(result.proposal),
        "specific": result.specific,
        "generic": result.generic,
        "reading": result.reading,
        "romanization": result.romanization,
        "confirm": list(result.unsure),
        "verdict": result.verdict.value,
        "findings": [_finding(finding) for finding in result.findings],
        "passed": list(result.passed),
    }


def render(review: Review, refused: Sequence[Refusal] = ()) -> str:
    """The review as JSON, each result on a line of its own."""
    plain = review_dict(review, refused)
    return "{\n" + ",\n".join(f' "{key}": {_lines(plain[key])}' for key in plain) + "\n}\n"


def render_lines(review: Review) -> Iterator[str]:
    """One line of JSON for each proposal."""
    for result in review.results:
        yield _JSON.encode(result_dict(result)) + "\n"


def _lines(value: Any) -> str:
    """A value on one line, the items of a list each on their own."""
    if not isinstance(value, list) or not value:
        return _JSON.encode(value)
    return "[\n  " + ",\n  ".join(map(_JSON.encode, value)) + "\n ]"


def _proposal(proposal: Proposal) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": proposal.name,
        "feature_class": proposal.feature_class.value,
        "jurisdiction": proposal.jurisdiction,
        "action": proposal.action.value,
        "old_name": proposal.old_name,
        "length_m": proposal.length_m,
        "width_m": None if proposal.width_m is None else str(proposal.width_m),
        "width_kind": None if proposal.width_kind is None else proposal.width_kind.value,
        "start": proposal.start,
        "end": proposal.end,
        "orientation": proposal.orientation,
        "grade": proposal.grade,
        "meaning": proposal.meaning,
        "reading": proposal.reading,
        "romanization": proposal.romanization,
        "ground": proposal.ground,
        "scheme_name": proposal.scheme_name,
        "materials": proposal.materials,
        "assessment": proposal.assessment,
        "expertise": proposal.expertise,
        "consultation": proposal.consultation,
        "authority": proposal.authority,
        "approved_on": proposal.approved_on,
        "filed_on": proposal.filed_on,
        "published_on": proposal.published_on,
        "code": proposal.code,
        "geometry": None if proposal.geometry is None else proposal.geometry.wkt,
        "extra": proposal.extra or None,
    }
    return {key: value for key, value in plain.items() if value is not None}


def _finding(finding: Finding) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "rule": finding.rule,
        "slug": finding.slug,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "span": None if finding.span is None else list(finding.span),
        "basis": [_basis(basis) for basis in finding.basis],
        "evidence": [evidence_dict(evidence) for evidence in finding.evidence],
        "fix": finding.fix,
        "trap": finding.trap,
        "fingerprint": finding.fingerprint,
    }
    if finding.missing:
        plain["missing"] = list(finding.missing)
    if finding.reference is not None:
        plain["reference"] = finding.reference
    if finding.waiver is not None:
        waiver = finding.waiver
        plain["waiver"] = {
            "reason": waiver.reason,
            "person": waiver.person,
            "until": waiver.until,
        }
    return plain


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "instrument": basis.instrument,
        "locator": basis.locator,
        "text": basis.text,
        "verified": basis.verified,
        "source": basis.source,
    }


def evidence_dict(evidence: Evidence) -> dict[str, Any]:
    """What was found as JSON values; what nobody knows is absent."""
    plain: dict[str, Any] = {
        "kind": evidence.kind,
        "id": evidence.id,
        "name": evidence.name,
        "jurisdiction": evidence.jurisdiction,
        "match": evidence.match,
        "distance_m": None if evidence.distance_m is None else round(evidence.distance_m, 1),
        "detail": evidence.detail,
        "lonlat": None if evidence.lonlat is None else list(evidence.lonlat),
    }
    return {key: value for key, value in plain.items() if value is not None}
