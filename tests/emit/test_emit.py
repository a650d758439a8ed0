"""A review reads alike to people, programs and spreadsheets."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from diming.emit import as_json, as_sarif, as_table, as_text
from diming.model import (
    Basis,
    Evidence,
    Finding,
    Proposal,
    Result,
    Review,
    RulesetStamp,
    Severity,
    Verdict,
    Waiver,
)

BASIS = Basis("地名管理条例", "第九条第一款第（八）项", "避免同音", verified=True, source="令753")
SAME_SOUND = Finding(
    rule="DU02",
    slug="same-sound",
    verdict=Verdict.VIOLATION,
    severity=Severity.WARNING,
    message="与长山路同音",
    fingerprint="0123456789abcdef",
    span=(0, 2),
    basis=(BASIS,),
    evidence=(Evidence("toponym", "长山路", jurisdiction="370811", distance_m=812.44),),
    fix="换用不同音的专名",
    trap="读音未经审定时",
)
UNSEEN = Finding(
    rule="GM01",
    slug="inside-jurisdiction",
    verdict=Verdict.NOT_EVALUATED,
    severity=Severity.ERROR,
    message="申请未附几何图形",
    fingerprint="fedcba9876543210",
    missing=("geometry",),
)


@pytest.fixture
def review() -> Review:
    result = Result(
        proposal=Proposal("常山路", jurisdiction="370811", row=3),
        specific="常山",
        generic="路",
        reading="cháng shān lù",
        romanization="Chángshān Lù",
        unsure=(),
        findings=(SAME_SOUND, UNSEEN),
        passed=("ST01", "CH01"),
    )
    return Review(
        ruleset=RulesetStamp("jining", "2026.1", "a" * 64, "2026-11-23", unknown=("导则未见",)),
        results=(result,),
        registry_id="b" * 36,
        registry_revision=7,
        summary={Verdict.VIOLATION: 1},
    )


def test_json_has_what_scripts_rely_on(review: Review) -> None:
    plain = json.loads(as_json.render(review))
    assert plain["schema_version"] == 1
    assert plain["ruleset"] == {
        "id": "jining", "title": "", "version": "2026.1", "sha256": "a" * 64,
        "as_of": "2026-11-23", "unknown": ["导则未见"],
    }  # fmt: skip
    assert plain["registry"] == {"id": "b" * 36, "revision": 7}
    assert plain["summary"] == {
        "proposals": 1, "violation": 1, "review": 0, "not-evaluated": 0, "pass": 0, "refused": 0,
    }  # fmt: skip
    (result,) = plain["results"]
    assert result["row"] == 3
    assert result["verdict"] == "violation"
    finding, missing = result["findings"]
    assert finding["span"] == [0, 2]
    assert finding["basis"][0]["locator"] == "第九条第一款第（八）项"
    assert finding["evidence"][0]["distance_m"] == 812.4
    assert missing["verdict"] == "not-evaluated"
    assert missing["missing"] == ["geometry"]


def test_a_line_of_json_for_each_proposal(review: Review) -> None:
    lines = list(as_json.render_lines(replace(review, results=review.results * 2)))
    assert len(lines) == 2
    assert all(json.loads(line)["proposal"]["name"] == "常山路" for line in lines)


def test_people_read_the_sentence_the_article_and_the_way_out(review: Review) -> None:
    text = "".join(as_text.render(review, "zh", colour=False))
    for words in (
        "✗ 违反 [警示] DU02 与长山路同音",
        "《地名管理条例》第九条第一款第（八）项: 避免同音",
        "长山路 · 370811 · 相距 812 米",
        "出路: 换用不同音的专名",
        "– 未评 [禁止] GM01 申请未附几何图形",
        "未见: 导则未见",
    ):
        assert words in text
    assert "\x1b" not in text


def test_colour_adds_nothing_but_colour(review: Review) -> None:
    import re

    plain = "".join(as_text.render(review, "zh", colour=False))
    coloured = "".join(as_text.render(review, "zh", colour=True))
    assert coloured != plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_an_english_reader_gets_english_labels(review: Review) -> None:
    text = "".join(as_text.render(review, "en", colour=False))
    assert "way out: " in text
    assert "violation" in text


def test_a_waived_finding_is_shown_as_waived_and_counts_no_more(review: Review) -> None:
    waived = replace(SAME_SOUND, waiver=Waiver(SAME_SOUND.fingerprint, "专家意见", "张三"))
    result = replace(review.results[0], findings=(waived,))
    assert result.verdict is Verdict.PASS
    text = "".join(as_text.render(replace(review, results=(result,)), "zh", colour=False))
    assert "豁免 (张三: 专家意见)" in text


def test_a_table_has_a_row_for_each_finding(review: Review) -> None:
    rows = list(as_table.rows(review))
    assert [row[6] for row in rows] == ["DU02", "GM01"]
    assert all(len(row) == len(as_table.HEADINGS) for row in rows)
    passed = replace(review, results=(replace(review.results[0], findings=()),))
    assert [row[5] for row in as_table.rows(passed)] == ["通过"]


def test_sarif_fails_only_violations(review: Review) -> None:
    log = json.loads(as_sarif.render(review, "proposals.csv"))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [one["kind"] for one in run["results"]] == ["fail", "open"]
    assert [one["level"] for one in run["results"]] == ["warning", "none"]
    (row,) = run["results"][0]["locations"][0]["logicalLocations"]
    assert row == {"name": "row 3", "kind": "row"}
    codes = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert codes == {one["ruleId"] for one in run["results"]}
