"""Writes suggested names: as plain values, as cells of a table, as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diming.emit.as_json import evidence_dict, result_dict
from diming.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.model.suggestion import Suggestion

HEADINGS = ("名称", "读音", "罗马字母拼写", "来源种类", "理由", "结论", "待核")


def suggestion_dict(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion with its whole review as JSON values."""
    return {
        "name": suggestion.name,
        "origin": suggestion.origin.value,
        "origin_zh": suggestion.origin.zh,
        "reasons": list(suggestion.reasons),
        "evidence": [evidence_dict(evidence) for evidence in suggestion.evidence],
        "result": result_dict(suggestion.result),
    }


def cells(suggestion: Suggestion) -> tuple[str, ...]:
    """The cells under `HEADINGS`."""
    result = suggestion.result
    return (
        suggestion.name,
        result.reading,
        result.romanization,
        suggestion.origin.zh,
        "; ".join(suggestion.reasons),
        result.verdict.zh,
        "; ".join(to_judge(suggestion)),
    )


def lines(suggestions: tuple[Suggestion, ...]) -> Iterator[str]:
    """Some lines for each: the name as it is read and spelt, why, and what is left to judge."""
    for number, one in enumerate(suggestions, 1):
        result = one.result
        spelt = f"{result.reading}  {result.romanization}"
        yield f"{number}. {one.name}  {spelt}  [{result.verdict.zh}]"
        for reason in one.reasons:
            yield f"    {one.origin.zh}: {reason}"
        yield from (f"    待核: {message}" for message in to_judge(one))


def to_judge(suggestion: Suggestion) -> list[str]:
    """What the rules leave to people, with the rule."""
    return [
        f"{found.rule} {found.message}"
        for found in suggestion.result.findings
        if found.verdict is Verdict.REVIEW
    ]
