"""The engine runs what applies, says what was missing, and says the same thing every time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from shapely import Point

from diming.model import Action, FeatureClass, Proposal, Result, Severity, Verdict, Waiver
from diming.registry.store import Store
from diming.rules.check import AnyCheck
from diming.rules.engine import review
from diming.rules.lexicon import Lexicons
from diming.rules.rulesets import load

Checks = Mapping[str, AnyCheck]
Add = Callable[..., Path]
TODAY = "2026-11-23"
TWIN = (("check: contains", "check: twin"), ("{word: 龙}", "{}"), ("含有“{word}”", "同{rival}"))
HALF = (("check: contains", "check: half"), ("{word: 龙}", "{}"), ("含有“{word}”", "有疑"))


@pytest.fixture
def say(shelf: Path, checks: Checks, lexicons: Lexicons) -> Callable[..., tuple[Result, ...]]:
    """Reviews proposals by the rules of a set, with or without a registry."""

    def said(
        *proposals: Proposal, store: Store | None = None, ruleset: str = "nation"
    ) -> tuple[Result, ...]:
        rules = load(shelf, ruleset, TODAY, checks)
        return review(proposals, rules, store, lexicons, checks).results

    return said


Say = Callable[..., tuple[Result, ...]]


def test_a_finding_carries_article_words_and_span(say: Say) -> None:
    (result,) = say(Proposal("青龙路"))
    (finding,) = result.findings
    assert (finding.rule, finding.slug, finding.message) == ("AA01", "no-dragon", "名称含有“龙”")
    assert (finding.verdict, finding.severity) == (Verdict.VIOLATION, Severity.ERROR)
    assert (finding.span, finding.fix, finding.trap) == ((1, 2), "换一个字", "没有")
    assert finding.basis[0].text == "不得用龙。"
    assert result.verdict is Verdict.VIOLATION
    assert result.passed == ()


def test_a_name_without_findings_passes_by_name_of_rule(say: Say) -> None:
    (result,) = say(Proposal("青山路"))
    assert (result.verdict, result.findings, result.passed) == (Verdict.PASS, (), ("AA01",))
    assert (result.specific, result.generic) == ("青山", "路")
    assert result.reading == "qīng shān lù"


def test_a_rule_for_other_classes_or_actions_neither_fires_nor_passes(
    say: Say, add_rule: Add
) -> None:
    add_rule("nation", "AA02", ("[road]", "[bridge], actions: [rename]"))
    (road, naming, renaming) = say(
        Proposal("青山路"),
        Proposal("青龙桥", FeatureClass.BRIDGE),
        Proposal("青龙桥", FeatureClass.BRIDGE, action=Action.RENAME),
    )
    assert road.passed == ("AA01",)
    assert (naming.findings, naming.passed) == ((), ())
    assert [found.rule for found in renaming.findings] == ["AA02"]


def test_a_rule_on_what_may_be_left_out_passes_nobody_who_left_it_out(
    say: Say, add_rule: Add
) -> None:
    add_rule("nation", "AA02", ("[road]", "[road], stating: [grade, code]"))
    silent, stated, wrong = say(
        Proposal("青山路"), Proposal("青山路", code="1"), Proposal("青龙路", grade="支路")
    )
    assert silent.passed == ("AA01",)
    assert stated.passed == ("AA01", "AA02")
    assert [found.rule for found in wrong.findings] == ["AA01", "AA02"]


def test_by_default_a_rule_looks_at_names_to_be_given(say: Say) -> None:
    given = {Action.NAME, Action.RENAME, Action.RESTORE, Action.RESERVE}
    fired = {action for action in Action if say(Proposal("青龙路", action=action))[0].findings}
    assert fired == given


def test_what_a_check_lacked_is_said_and_is_no_pass(say: Say, add_rule: Add) -> None:
    add_rule("nation", "AA02", *TWIN)
    (result,) = say(Proposal("青山路", jurisdiction="370811"))
    (finding,) = result.findings
    assert (finding.verdict, finding.missing) == (Verdict.NOT_EVALUATED, ("registry",))
    assert finding.message == "不用龙: 没有地名库, 无从比对"
    assert finding.severity is Severity.ERROR
    assert result.verdict is Verdict.NOT_EVALUATED
    assert result.passed == ("AA01",)


def test_what_a_check_met_before_it_lacked_something_stays(say: Say, add_rule: Add) -> None:
    add_rule("nation", "AA02", *HALF)
    (result,) = say(Proposal("青山路"))
    assert [found.verdict for found in result.findings] == [
        Verdict.VIOLATION, Verdict.NOT_EVALUATED,
    ]  # fmt: skip


def test_findings_stand_worst_first(say: Say, add_rule: Add) -> None:
    add_rule("nation", "AA02", *HALF)
    add_rule("nation", "AA03", ("severity: error", "severity: note"))
    add_rule("nation", "AA04", ("severity: error", "severity: warning"))
    add_rule("nation", "AA05", ("severity: error", "severity: error\nverdict: review"))
    (result,) = say(Proposal("青龙路"))
    assert [(found.rule, found.verdict.value) for found in result.findings] == [
        ("AA01", "violation"), ("AA02", "violation"), ("AA05", "review"),
        ("AA02", "not-evaluated"), ("AA04", "violation"), ("AA03", "review"),
    ]  # fmt: skip


def test_a_lent_rule_only_asks_for_review_even_when_its_check_is_sure(
    say: Say, add_set: Add, add_rule: Add
) -> None:
    add_set("other", None)
    add_rule("other", "XX01", ("龙}", "龙, doubtful: true}"))
    (result,) = say(Proposal("青龙路"), ruleset="nation+other")
    assert [(found.verdict, found.reference) for found in result.findings] == [
        (Verdict.VIOLATION, None), (Verdict.REVIEW, "other的规则"),
    ]  # fmt: skip
    assert result.findings[1].message.startswith("参考：")


def test_two_rows_of_one_table_that_ask_for_one_name_notice_each_other(
    say: Say, add_rule: Add, registry: Store
) -> None:
    add_rule("nation", "AA02", *TWIN)
    first, second, third, ending = say(
        Proposal("青山路", row=1),
        Proposal("青山路", row=2),
        Proposal("绿水路", row=3),
        Proposal("青山路", row=4, action=Action.CANCEL),
        store=registry,
    )
    assert [found.message for found in first.findings] == ["名称同第2行"]
    assert [found.message for found in second.findings] == ["名称同第1行"]
    assert third.findings == ending.findings == ()


@pytest.mark.parametrize(
    ("proposal", "spared"),
    [
        (Proposal("长山路", jurisdiction="370811", action=Action.EXTEND), True),
        (Proposal("长山路", jurisdiction="370811", action=Action.RENAME, old_name="长山路"), False),
        (Proposal("长山路", jurisdiction="370811"), False),
        (Proposal("长山路", jurisdiction="370811", action=Action.RENAME, old_name="青路"), False),
        (Proposal("长山街", jurisdiction="370811", action=Action.EXTEND), False),
        (Proposal("长山路", action=Action.EXTEND), False),
    ],
)
def test_a_name_that_only_goes_on_is_spared_where_the_rule_says_so(
    proposal: Proposal, spared: bool, say: Say, add_rule: Add, registry: Store
) -> None:
    every = "actions: [name, rename, extend]"
    word = ("{word: 龙}", "{word: 长山}")
    add_rule("nation", "AA02", word, ("[road]}", f"[road], {every}}}\nlegacy_exempt: true"))
    add_rule("nation", "AA03", word, ("[road]}", f"[road], {every}}}"))
    (result,) = say(proposal, store=registry)
    fired = [found.rule for found in result.findings]
    assert fired == (["AA03"] if spared else ["AA02", "AA03"])
    assert "AA02" not in result.passed


def test_a_waiver_is_shown_and_no_longer_counts_until_it_runs_out(
    say: Say, registry: Store
) -> None:
    (before,) = say(Proposal("青龙路"), store=registry)
    (finding,) = before.findings

    def waived_until(day: str | None) -> Result:
        with registry.change("测试", "豁免") as change:
            change.put(Waiver(finding.fingerprint, "历史名称", "张三", day))
        (result,) = say(Proposal("青龙路"), store=registry)
        return result

    assert waived_until("2026-11-22").verdict is Verdict.VIOLATION
    standing = waived_until(TODAY)
    assert standing.verdict is Verdict.PASS
    assert standing.findings[0].waiver is not None
    assert standing.findings[0].waiver.reason == "历史名称"
    assert replace(standing.findings[0], waiver=None) == finding


def test_what_was_not_evaluated_cannot_be_waived(say: Say, add_rule: Add, registry: Store) -> None:
    add_rule("nation", "AA02", *HALF)
    (before,) = say(Proposal("青山路"), store=registry)
    with registry.change("测试", "豁免") as change:
        for finding in before.findings:
            change.put(Waiver(finding.fingerprint, "因", "张三"))
    (after,) = say(Proposal("青山路"), store=registry)
    assert after.verdict is Verdict.NOT_EVALUATED


def test_a_review_says_what_it_stood_on_and_counts_verdicts(
    shelf: Path, checks: Checks, lexicons: Lexicons, registry: Store
) -> None:
    rules = load(shelf, "nation", TODAY, checks)
    names = [Proposal("青龙路"), Proposal("青山路"), Proposal("绿水路")]
    said = review(names, rules, registry, lexicons, checks)
    assert (said.ruleset.id, said.ruleset.as_of, said.ruleset.sha256) == (
        "nation", TODAY, rules.sha256,
    )  # fmt: skip
    assert (said.registry_id, said.registry_revision) == (registry.id, registry.revision)
    assert said.summary == {
        Verdict.VIOLATION: 1, Verdict.REVIEW: 0, Verdict.NOT_EVALUATED: 0, Verdict.PASS: 2,
    }  # fmt: skip
    assert review(names, rules, registry, lexicons, checks) == said


def test_a_defect_of_a_check_is_not_hidden(say: Say, add_rule: Add) -> None:
    add_rule("nation", "AA02", ("check: contains", "check: broken"), ("{word: 龙}", "{}"),
             ("含有“{word}”", "有疑"))  # fmt: skip
    with pytest.raises(ZeroDivisionError):
        say(Proposal("青山路", geometry=Point(116.6, 35.4)))
