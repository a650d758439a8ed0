"""An evaluation counts what the rules say, and nothing that they could not say."""

import json
from functools import cache

import pytest

from diming.emit import as_scores
from diming.model import FeatureClass, Proposal
from diming.model.scores import Labelled, Scores
from diming.rules.criteria import criteria
from diming.service.desk import Desk, open_desk
from diming.service.evaluating import evaluate


def road(name: str, status: str = "命名") -> Labelled:
    return Labelled(Proposal(name), status=status)


def struck(name: str, label: str, basis: str = "官方清单", reason: str = "") -> Labelled:
    return Labelled(
        Proposal(name, FeatureClass.RESIDENTIAL), label=label, basis=basis, reason=reason
    )


@cache
def desk() -> Desk:
    with open_desk(None, "national", "2026-11-24") as opened:
        return opened


def scored(given: list[Labelled] | None, irregular: list[Labelled] | None = None) -> Scores:
    return evaluate(desk(), given, irregular)


def test_only_names_officially_given_to_roads_and_bridges_count() -> None:
    estate = Labelled(Proposal("御景花园", FeatureClass.RESIDENTIAL), status="命名")
    given = scored([road("古槐路"), road("巴黎路", "注销"), estate]).given
    assert given is not None
    assert (given.names, given.left) == (1, 2)
    assert given.refused == given.warned == ()


def test_an_error_a_doubt_and_a_warning_are_told_apart() -> None:
    given = scored([road("巴黎路"), road("全聚德路"), road("环球路"), road("古槐路")]).given
    assert given is not None
    named = [
        [one.case.proposal.name for one in judged]
        for judged in (given.refused, given.questioned, given.warned)
    ]
    assert named == [["巴黎路"], ["全聚德路"], ["环球路"]]
    assert {(alarm.rule, alarm.names) for alarm in given.alarms} >= {("FN01", 1), ("WD01", 1)}


def test_a_name_is_found_by_a_rule_of_its_class_or_of_another() -> None:
    cases = [struck("天下花园", "大"), struck("巴黎花园", "大"), struck("仙营花园", "大")]
    big = next(one for one in scored(None, cases).recalls if one.label == "大")
    assert (big.names, big.found, big.right) == (3, 2, 1)
    assert [one.case.proposal.name for one in big.missed] == ["仙营花园"]
    assert [one.case.proposal.name for one in big.misread] == ["巴黎花园"]


def test_weak_grounds_do_not_count() -> None:
    recalls = scored(None, [struck("天下花园", "大", "媒体报道")]).recalls
    assert [one.names for one in recalls] == [0, 0, 0]


@pytest.mark.parametrize(
    ("name", "reason", "rival", "rules"),
    [
        ("长山路", "与西海岸新区常山路同音,极易混淆", "常山路", ("DU02",)),
        ("东风路", "与洪泽区东风路重名", "东风路", ("DU01",)),
        ("教育路", "狮山街道与前山街道各有一条", "教育路", ("DU01",)),
        ("明州大道", "与市内其他道路名称重名", "明州大道", ("DU01",)),
        ("古槐路", "与仙营路重名", "仙营路", ()),
    ],
)
def test_a_pair_is_judged_beside_the_rival_that_the_reason_tells_of(
    name: str, reason: str, rival: str, rules: tuple[str, ...]
) -> None:
    (pair,) = scored(None, [Labelled(Proposal(name), label="重", reason=reason)]).pairs
    assert (pair.rival, pair.rules) == (rival, rules)


def test_a_reason_without_a_rival_makes_no_pair() -> None:
    scores = scored(None, [Labelled(Proposal("湖畔路"), label="重", reason="“怪、重”")])
    assert (list(scores.pairs), scores.unpaired) == ([], 1)


def test_letters_are_odd_and_foreign_and_geometry_is_neither() -> None:
    assert criteria("CH01") == {"怪", "洋"}
    assert criteria("GM01") == {"其他"}


def test_the_table_and_the_json_tell_the_same() -> None:
    scores = scored([road("巴黎路"), road("古槐路")], [struck("天下花园", "大")])
    text = "".join(as_scores.render(scores))
    told = json.loads(as_scores.render_json(scores))
    assert "1/2 = 50.0%  禁止 (违反)" in text
    assert told["schema_version"] == 1
    assert told["approved"]["error"] | {"listed": []} == {"names": 1, "share": 0.5, "listed": []}
    assert told["irregular"][0]["class"] == "大"
    assert told["irregular"][0]["found"] == 1
