"""Writes a review as SARIF 2.1.0, the exchange format of code-review tools (OASIS standard)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diming import __version__
from diming.model import Verdict

if TYPE_CHECKING:
    from diming.model import Finding, Result, Review

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KIND = {Verdict.VIOLATION: "fail", Verdict.REVIEW: "review", Verdict.NOT_EVALUATED: "open"}


def render(review: Review, file: str) -> str:
    """The review as SARIF text; `file` is what the proposals came from."""
    findings = [(result, finding) for result in review.results for finding in result.findings]
    rules = {finding.rule: finding for _, finding in findings}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "diming",
                        "version": __version__,
                        "rules": [
                            {
                                "id": code,
                                "name": finding.slug,
                                "help": {"text": finding.trap or "-"},
                            }
                            for code, finding in sorted(rules.items())
                        ],
                    }
                },
                "results": [_result(result, finding, file) for result, finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(result: Result, finding: Finding, file: str) -> dict[str, Any]:
    kind = _KIND[finding.verdict]
    plain: dict[str, Any] = {
        "ruleId": finding.rule,
        "kind": kind,
        # SARIF 3.27.10: a level other than none goes with kind "fail" only.
        "level": finding.severity.value if kind == "fail" else "none",
        "message": {"text": f"{result.proposal.name}: {finding.message}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": file}},
                "logicalLocations": [{"name": f"row {result.proposal.row}", "kind": "row"}],
            }
        ],
        "partialFingerprints": {"diming/v1": finding.fingerprint},
    }
    if finding.waiver is not None:
        plain["suppressions"] = [{"kind": "external", "justification": finding.waiver.reason}]
    return plain
