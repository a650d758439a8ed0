"""Writes the scores of an evaluation: a table to read, or JSON (schema version 1) to keep."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.model.scores import Given, Judged, Pair, Recall, Scores

SCHEMA_VERSION = 1


def render(scores: Scores) -> Iterator[str]:
    """The scores as lines of text."""
    stamp = scores.ruleset
    yield f"规则集 {stamp.id} {stamp.version}, 按 {stamp.as_of} 的规则\n"
    if scores.given is not None:
        yield from _given(scores.given)
    if scores.recalls:
        yield from _recalls(scores.recalls)
    if scores.pairs:
        yield from _pairs(scores.pairs, scores.unpaired)


def _given(given: Given) -> Iterator[str]:
    yield f"\n正式名称 {given.names} 个（另有 {given.left} 行不计）\n"
    for zh, named in (
        ("禁止 (违反)", given.refused),
        ("禁止 (待核)", given.questioned),
        ("警示 (走向、宽度界线除外)", given.warned),
        ("警示 (走向、宽度界线)", given.warned_by_profile),
    ):
        yield f"  {_share(len(named), given.names)}  {zh}\n"
    yield "  误报, 按规则:\n"
    for alarm in given.alarms:
        what = f"{alarm.severity.zh} {alarm.verdict.zh}"
        yield f"    {alarm.rule}  {what}  {_share(alarm.names, given.names)}\n"
    yield from _listed("  判为禁止的名称:", given.refused)


def _recalls(recalls: Sequence[Recall]) -> Iterator[str]:
    yield "\n被清理的名称\n"
    total = [sum(getattr(one, key) for one in recalls) for key in ("names", "found", "right")]
    for one in recalls:
        yield (
            f"  {one.label}  发现 {_share(one.found, one.names)}, 其中违反 {one.violations},"
            f" 规则种类相符 {_share(one.right, one.found)}\n"
        )
    yield f"  合计 发现 {_share(total[1], total[0])}, 规则种类相符 {_share(total[2], total[1])}\n"
    for one in recalls:
        yield from _listed(f"  {one.label}: 未发现", one.missed)
        yield from _listed(f"  {one.label}: 发现但种类不符", one.misread)


def _pairs(pairs: Sequence[Pair], unpaired: int) -> Iterator[str]:
    found = sum(bool(pair.rules) for pair in pairs)
    yield f"\n重名、同音的成对名称: 发现 {_share(found, len(pairs))}; {unpaired} 行未说与谁相重\n"
    for pair in pairs:
        yield f"  {pair.name} / {pair.rival}  {' '.join(pair.rules) or '未发现'}\n"


def _listed(heading: str, judged: Sequence[Judged]) -> Iterator[str]:
    if judged:
        yield heading + "\n"
    for one in judged:
        said = "; ".join(f"{found.rule} {found.message}" for found in one.findings)
        why = f"（{one.case.reason}）" if one.case.reason else ""
        yield f"    {one.case.proposal.name}{why}  {said}".rstrip() + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.1f}%" if whole else "0/0"


def scores_dict(scores: Scores) -> dict[str, Any]:
    """The scores as plain values."""
    stamp = scores.ruleset
    return {
        "schema_version": SCHEMA_VERSION,
        "ruleset": {
            "id": stamp.id,
            "version": stamp.version,
            "sha256": stamp.sha256,
            "as_of": stamp.as_of,
        },
        "approved": None if scores.given is None else _given_dict(scores.given),
        "irregular": [_recall_dict(recall) for recall in scores.recalls],
        "pairs": [
            {"name": pair.name, "rival": pair.rival, "rules": list(pair.rules)}
            for pair in scores.pairs
        ],
        "unpaired": scores.unpaired,
    }


def render_json(scores: Scores) -> str:
    """The scores as one JSON text."""
    return json.dumps(scores_dict(scores), ensure_ascii=False, indent=2) + "\n"


def _given_dict(given: Given) -> dict[str, Any]:
    return {
        "names": given.names,
        "left_out": given.left,
        "error": _counted(given.refused, given.names),
        "error_review": _counted(given.questioned, given.names),
        "warning": _counted(given.warned, given.names),
        "warning_profile": _counted(given.warned_by_profile, given.names),
        "rules": [
            {
                "rule": alarm.rule,
                "severity": alarm.severity.value,
                "verdict": alarm.verdict.value,
                "names": alarm.names,
            }
            for alarm in given.alarms
        ],
    }


def _recall_dict(recall: Recall) -> dict[str, Any]:
    return {
        "class": recall.label,
        "names": recall.names,
        "found": recall.found,
        "right_class": recall.right,
        "violation": recall.violations,
        "missed": [_named(one) for one in recall.missed],
        "other_class": [_named(one) for one in recall.misread],
    }


def _counted(judged: Sequence[Judged], whole: int) -> dict[str, Any]:
    share = round(len(judged) / whole, 4) if whole else 0.0
    return {"names": len(judged), "share": share, "listed": [_named(one) for one in judged]}


def _named(one: Judged) -> dict[str, Any]:
    return {
        "row": one.case.proposal.row,
        "name": one.case.proposal.name,
        "reason": one.case.reason,
        "rules": sorted({found.rule for found in one.findings}),
        "messages": [found.message for found in one.findings],
    }
