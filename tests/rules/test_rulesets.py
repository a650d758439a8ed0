"""Rule sets stack from nation to city as they stood on a day; a foreign profile is only lent."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from diming.errors import NotFoundError, RuleFileError, UsageError
from diming.model import Severity, Verdict
from diming.rules.check import AnyCheck
from diming.rules.rulesets import available, load
from diming.settings import shipped

Checks = Mapping[str, AnyCheck]
Add = Callable[..., Path]
TODAY = "2026-11-23"


def codes(directory: Path, ruleset: str, day: str, checks: Checks) -> list[str]:
    return [rule.code for rule in load(directory, ruleset, day, checks).rules]


def test_a_city_has_its_own_rules_and_those_above_it(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_set("province", "nation", "unknown: [省的导则未见]\n")
    add_set("city", "province", "unknown: [市的导则未见]\n")
    add_rule("province", "BB01")
    add_rule("city", "CC01")
    ruleset = load(shelf, "city", TODAY, checks)
    assert ruleset.stack == ("nation", "province", "city")
    assert [(rule.code, rule.ruleset) for rule in ruleset.rules] == [
        ("AA01", "nation"), ("BB01", "province"), ("CC01", "city"),
    ]  # fmt: skip
    assert ruleset.unknown == ("省的导则未见", "市的导则未见")
    assert (ruleset.id, ruleset.as_of, ruleset.version) == ("city", TODAY, "1")


def test_a_rule_set_not_yet_in_force_is_left_out(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_set("city", "nation", since="2020-06-01")
    add_rule("city", "CC01")
    assert codes(shelf, "city", "2020-05-31", checks) == ["AA01"]
    assert load(shelf, "city", "2020-05-31", checks).stack == ("nation",)
    assert codes(shelf, "city", "2020-06-01", checks) == ["AA01", "CC01"]


def test_a_level_that_rests_on_the_day_is_told(shelf: Path, add_set: Add, checks: Checks) -> None:
    add_set("city", "nation", since="2020-06-01")
    (told,) = load(shelf, "city", "2020-05-31", checks).unknown
    assert "2020-05-31 没有施行" in told


def test_what_lies_under_all_must_be_in_force(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    """西安 2019 without the national rules of 2022 would pass what nobody looked at."""
    add_set("old", None, since="1990-01-01")
    add_rule("old", "OO01")
    with pytest.raises(UsageError, match="nation has no rules in force on 1995-01-01"):
        load(shelf, "nation+old", "1995-01-01", checks)
    add_set("late", "nation", since="2020-06-01")
    with pytest.raises(UsageError, match="late has no rules in force"):
        load(shelf, "nation+late", "2019-01-01", checks)


def test_a_rule_holds_from_its_first_day_to_its_last(
    shelf: Path, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA02", ("fix:", "in_force: {from: 2005-03-01, to: 2009-12-31}\nfix:"))
    days = ("2005-02-28", "2005-03-01", "2009-12-31", "2010-01-01")
    assert [len(codes(shelf, "nation", day, checks)) for day in days] == [1, 2, 2, 1]


def test_before_the_first_rule_there_is_nothing_to_review_by(shelf: Path, checks: Checks) -> None:
    with pytest.raises(UsageError, match="no rules in force on 1999-12-31"):
        load(shelf, "nation", "1999-12-31", checks)


def test_an_unknown_rule_set_is_told_with_those_there_are(shelf: Path, checks: Checks) -> None:
    with pytest.raises(NotFoundError, match=r"no rule set moon.*nation"):
        load(shelf, "moon", TODAY, checks)


def test_a_wrong_file_stops_the_load_and_the_others_are_counted(
    shelf: Path, add_rule: Add, checks: Checks
) -> None:
    path = add_rule("nation", "AA02", ("[road]", "[raod]"), ("error", "eror"))
    with pytest.raises(RuleFileError, match="1 more") as caught:
        load(shelf, "nation", TODAY, checks)
    assert caught.value.where.file == str(path)


def test_a_reference_profile_lends_its_own_rules_as_notes(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_set("city", "nation")
    add_set("province", "nation")
    add_set("other", "province", "unknown: [与本市无关]\n")
    add_rule("province", "PP01")
    add_rule("other", "XX01", ("severity: error", "severity: error\noverridable: true"))
    ruleset = load(shelf, "city+other", TODAY, checks)
    own, lent = ruleset.rules
    assert (own.code, own.severity, own.verdict, own.reference) == (
        "AA01", Severity.ERROR, Verdict.VIOLATION, None,
    )  # fmt: skip
    assert (lent.code, lent.severity, lent.verdict, lent.reference) == (
        "XX01", Severity.NOTE, Verdict.REVIEW, "other的规则",
    )  # fmt: skip
    assert lent.message == "参考：名称含有“{word}”"
    assert not lent.overridable
    assert ruleset.unknown == ()
    assert ruleset.id == "city+other"


def test_a_reference_profile_cannot_take_a_code_of_the_city(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    add_set("other", None)
    add_rule("other", "AA01", ("no dragon", "no dragon"))
    with pytest.raises(RuleFileError, match="AA01 is already taken"):
        load(shelf, "nation+other", TODAY, checks)


def test_a_note_is_for_review_unless_it_says_otherwise(
    shelf: Path, add_rule: Add, checks: Checks
) -> None:
    add_rule("nation", "AA02", ("severity: error", "severity: note"))
    add_rule("nation", "AA03", ("severity: error", "severity: note\nverdict: violation"))
    verdicts = [rule.verdict for rule in load(shelf, "nation", TODAY, checks).rules]
    assert verdicts == [Verdict.VIOLATION, Verdict.REVIEW, Verdict.VIOLATION]


def test_the_sum_changes_with_every_file_that_made_the_rules_and_no_other(
    shelf: Path, add_set: Add, add_rule: Add, checks: Checks
) -> None:
    lexicon = shelf / "lexicons" / "fine.yaml"
    lexicon.parent.mkdir()
    text = "id: fine\ntitle: 无碍\nsource: 试验\nentries: [{term: 龙王}]\n"
    lexicon.write_text(text, encoding="utf-8")
    (lexicon.parent / "other.yaml").write_text(text.replace("fine", "other"), encoding="utf-8")
    add_set("city", "nation")
    add_rule("nation", "AA02", ("龙}", "龙, exceptions: fine}"))
    sums = [load(shelf, "nation", TODAY, checks).sha256]

    def changed() -> bool:
        sums.append(load(shelf, "nation", TODAY, checks).sha256)
        return sums[-1] != sums[-2]

    assert not changed()
    add_rule("city", "CC01")
    (lexicon.parent / "other.yaml").write_text(
        text.replace("fine", "other") + "\n", encoding="utf-8"
    )
    assert not changed()
    lexicon.write_text(text.replace("龙王", "龙门"), encoding="utf-8")
    assert changed()
    add_rule("nation", "AA02", ("龙}", "龙, exceptions: fine}"), ("没有", "还没有"))
    assert changed()
    head = shelf / "nation" / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    assert changed()
    assert len(set(sums)) == 4


def test_the_rule_sets_of_a_directory_are_listed(shelf: Path, add_set: Add) -> None:
    (shelf / "nation" / "AA01-no-dragon.yaml").unlink()
    add_set("city", "nation")
    city, nation = available(shelf)
    assert (city.id, city.extends, city.in_force_from) == ("city", "nation", "2010-01-01")
    assert (nation.id, nation.level, nation.title) == ("nation", "nation", "全国规则")


def test_an_office_can_extend_the_rules_that_ship(shelf: Path, add_set: Add) -> None:
    add_set("city", "national")
    ruleset = load(shelf, "city", TODAY)
    assert ruleset.stack == ("national", "city")
    assert ruleset.rules


def test_a_finding_cites_the_texts_of_its_day(shelf: Path, add_rule: Add, checks: Checks) -> None:
    later = "  - {instrument: 后法, locator: 第一条, text: 不得, verified: false, "
    add_rule("nation", "AA02", ("message:", later + "in_force: {from: 2024-05-01}}\nmessage:"))
    cited = {
        day: [basis.instrument for basis in rule.basis]
        for day in ("2024-04-30", "2024-05-01")
        for rule in load(shelf, "nation", day, checks).rules
        if rule.code == "AA02"
    }
    assert "后法" not in cited["2024-04-30"]
    assert "后法" in cited["2024-05-01"]


def test_the_national_rules_grow_with_the_measures_of_2024() -> None:
    before, after = (load(shipped("rules"), "jining", day) for day in ("2024-04-30", "2024-05-01"))
    assert {rule.code for rule in after.rules} - {rule.code for rule in before.rules} == {"AP04"}
    assert all(basis.in_force("2024-04-30") for rule in before.rules for basis in rule.basis)


def test_before_the_regulations_of_2022_the_first_day_is_told() -> None:
    with pytest.raises(UsageError, match="2022-05-01"):
        load(shipped("rules"), "jinan", "2020-01-01")
