"""Approved names are not refused, and what offices have called irregular is mostly noticed."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from diming.model import FeatureClass, Proposal, Result, Severity, Verdict
from diming.rules.engine import review
from diming.rules.lexicon import Lexicons
from diming.rules.rulesets import load
from diming.settings import shipped

pytestmark = pytest.mark.shared

APPROVED = {"命名", "拟命名", "更名", "拟更名"}
OFFICIAL = {"官方清单", "官方更名", "拟名未采用"}
CLASSES = {
    "道路": FeatureClass.ROAD, "桥梁": FeatureClass.BRIDGE, "居民区": FeatureClass.RESIDENTIAL,
    "建筑物": FeatureClass.BUILDING, "收费站": FeatureClass.STATION, "隧道": FeatureClass.TUNNEL,
    "公园": FeatureClass.PARK, "服务区": FeatureClass.FACILITY, "广场": FeatureClass.SQUARE,
    "车站": FeatureClass.STATION, "山": FeatureClass.MOUNTAIN, "居民点": FeatureClass.VILLAGE,
}  # fmt: skip


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _reviewed(rows: list[dict[str, str]]) -> tuple[Result, ...]:
    proposals = [
        Proposal(
            row["name"],
            CLASSES.get(row["feature"], FeatureClass.OTHER),
            orientation=row.get("orientation") or None,
            meaning=row.get("meaning") or None,
        )
        for row in rows
    ]
    rules = shipped("rules")
    ruleset = load(rules, "jining", "2026-11-23")
    return review(proposals, ruleset, None, Lexicons(rules / "lexicons")).results


def test_at_most_two_approved_names_in_a_hundred_are_refused(shared_dir: Path) -> None:
    rows = [
        row for row in _rows(shared_dir / "corpus" / "approved.csv") if row["status"] in APPROVED
    ]
    refused = Counter(
        finding.rule
        for result in _reviewed(rows)
        for finding in result.findings
        if finding.verdict is Verdict.VIOLATION and finding.severity is Severity.ERROR
    )
    assert refused.total() <= 0.02 * len(rows), refused


def test_most_foreign_names_of_official_lists_are_noticed(shared_dir: Path) -> None:
    rows = [
        row
        for row in _rows(shared_dir / "corpus" / "irregular.csv")
        if row["basis"] in OFFICIAL and row["class"] == "洋"
    ]
    missed = [
        result.proposal.name
        for result in _reviewed(rows)
        if all(finding.verdict is Verdict.NOT_EVALUATED for finding in result.findings)
    ]
    assert len(missed) <= 0.3 * len(rows), missed
