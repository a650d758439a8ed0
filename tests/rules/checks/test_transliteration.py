"""Foreign names of estates, hotels and persons are noticed, and names at home are left alone."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diming.model import FeatureClass, Proposal, Verdict
from diming.rules.check import Hit
from diming.rules.checks import CHECKS
from diming.rules.ground import Ground
from diming.rules.lexicon import Lexicons
from diming.settings import shipped

if TYPE_CHECKING:
    from diming.rules.rule import Rule

Look = Callable[[str, Proposal], list[Hit]]
FOREIGN = ("FN01", "FN02", "FN03", "FN04", "FN05", "FN06")
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def look(rules: Mapping[str, Rule]) -> Look:
    """What a rule's check meets; the lexicons are large and read once."""
    lexicons = Lexicons(shipped("rules", "lexicons"))

    def run(code: str, proposal: Proposal) -> list[Hit]:
        ground = Ground(None, lexicons, "2026-11-23", (proposal,))
        rule = rules[code]
        return list(CHECKS[rule.check].run(ground.subjects[0], rule.params, ground))

    return run


def _listed(file: str) -> list[Proposal]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return [
            Proposal(row["name"], FeatureClass(row["feature_class"]))
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def _noticed(look: Look, proposals: list[Proposal]) -> float:
    noticed = [any(look(code, proposal) for code in FOREIGN) for proposal in proposals]
    return sum(noticed) / len(noticed)


def test_nine_in_ten_of_the_testers_own_list_are_noticed(look: Look) -> None:
    """The list was written from memory to measure with; no lexicon was made from it."""
    assert _noticed(look, _listed("foreign_names.tsv")) >= 0.9


def test_three_in_four_of_what_the_press_called_foreign_are_noticed(look: Look) -> None:
    assert _noticed(look, _listed("foreign_names_press.tsv")) >= 0.75


@pytest.mark.parametrize(
    ("name", "kind", "word"),
    [
        ("比佛利花园", FeatureClass.RESIDENTIAL, "比佛利"),
        ("卡布奇诺小镇", FeatureClass.RESIDENTIAL, "卡布奇诺"),
        ("维纳斯国际大厦", FeatureClass.BUILDING, "维纳斯"),
        ("奥斯卡路", FeatureClass.ROAD, "奥斯卡"),
    ],
)
def test_the_segment_that_sounds_foreign_is_told_for_people_to_judge(
    look: Look, name: str, kind: FeatureClass, word: str
) -> None:
    (hit,) = look("FN04", Proposal(name, kind))
    assert hit.values["word"] == word
    assert hit.verdict is Verdict.REVIEW
    assert hit.span is not None
    assert name[slice(*hit.span)] == word


def test_the_evidence_names_places_that_sound_alike(look: Look) -> None:
    (hit,) = look("FN04", Proposal("比佛利花园", FeatureClass.RESIDENTIAL))
    assert hit.evidence[0].name == "比佛利山"
    assert float(hit.values["score"]) > 0


@pytest.mark.parametrize("name", ["维也纳国际酒店", "曼彻斯特大厦", "华盛顿广场", "拿破仑酒店"])
def test_a_listed_name_is_not_told_twice(look: Look, name: str) -> None:
    assert look("FN04", Proposal(name, FeatureClass.BUILDING)) == []


@pytest.mark.parametrize(
    "name",
    ["汉城路", "罗庄路", "东京路", "乌鲁木齐路", "呼伦贝尔南路", "齐齐哈尔路",
     "西双版纳路", "克拉玛依西街", "香格里拉大道", "那拉提路", "喜马拉雅路",
     "珠穆朗玛路", "布达拉街", "巴音布鲁克路", "马尔寨街", "汉城南路"],
)  # fmt: skip
def test_names_at_home_are_left_alone(look: Look, name: str) -> None:
    assert look("FN04", Proposal(name)) == []


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("拿破仑路", None), ("贝多芬街", None), ("白求恩路", Verdict.REVIEW),
        ("列宁路", Verdict.REVIEW), ("林肯路", Verdict.REVIEW),
    ],
)  # fmt: skip
def test_foreign_persons(look: Look, name: str, verdict: Verdict | None) -> None:
    (hit,) = look("FN05", Proposal(name))
    assert hit.verdict is verdict


@pytest.mark.parametrize("name", ["大卫庄路", "康德里街", "格林湖路", "培根堂街"])
def test_parts_that_are_also_persons_are_none(look: Look, name: str) -> None:
    assert look("FN05", Proposal(name)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("长崎路", FeatureClass.ROAD), ("枫丹白露花园", FeatureClass.RESIDENTIAL)],
)
def test_towns_that_do_not_sound_foreign_are_for_people(
    look: Look, name: str, kind: FeatureClass
) -> None:
    assert look("FN02", Proposal(name, kind)) == []
    assert len(look("FN06", Proposal(name, kind))) == 1


@pytest.mark.parametrize(
    "name", ["花城路", "长滩路", "大学城路", "永安路", "三河路", "内蒙古路", "蒙古营街", "千叶荷路"]
)
def test_common_words_and_domestic_places_are_no_foreign_towns(look: Look, name: str) -> None:
    assert [hit for code in FOREIGN for hit in look(code, Proposal(name))] == []


def test_where_names_are_transcribed_there_is_no_allowance(look: Look) -> None:
    here = look("FN04", Proposal("阿克兰干路"))
    there = look("FN04", Proposal("阿克兰干路", jurisdiction="652900"))
    assert len(here) == 1
    assert there == []
