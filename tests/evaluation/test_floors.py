"""The rule set keeps what it has reached on labelled names: the floors may only rise.

`held_out.csv` is the tester's own, names remembered or made up. `press.csv` are names that the
press says offices struck off, with where it says so; the reasons given there have fed the word
lists. No name of either is in the corpus.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from diming.formats.labelled import read_labelled
from diming.model.scores import Recall, Scores
from diming.service.desk import Desk, open_desk
from diming.service.evaluating import evaluate

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


def _shares_hold(recalls: Sequence[Recall], floors: Mapping[str, Mapping[str, float]]) -> None:
    for one in recalls:
        missed = [judged.case.proposal.name for judged in one.missed]
        misread = [judged.case.proposal.name for judged in one.misread]
        assert one.found >= floors[one.label]["found_at_least"] * one.names, missed
        assert one.right >= floors[one.label]["right_class_at_least"] * one.found, misread


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(None, "national", "2026-11-24") as opened:
        yield opened


@pytest.fixture(scope="module")
def scores(desk: Desk, shared_dir: Path) -> Scores:
    corpus = shared_dir / "corpus"
    return evaluate(
        desk, read_labelled(corpus / "approved.csv"), read_labelled(corpus / "irregular.csv")
    )


@pytest.mark.shared
def test_names_officially_given_are_left_in_peace(scores: Scores) -> None:
    given, floors = scores.given, FLOORS["approved"]
    assert given is not None
    assert given.names > 500
    for judged, most in (
        (given.refused, floors["error_at_most"]),
        (given.questioned, floors["error_in_review_at_most"]),
        (given.warned, floors["warning_at_most"]),
    ):
        accused = [(one.case.proposal.name, [said.rule for said in one.findings]) for one in judged]
        assert len(judged) <= most * given.names, accused


@pytest.mark.shared
def test_names_officially_struck_off_are_found(scores: Scores) -> None:
    _shares_hold(scores.recalls, FLOORS["irregular"])


@pytest.mark.shared
def test_pairs_are_found_when_the_rival_is_registered(scores: Scores) -> None:
    found = [pair for pair in scores.pairs if pair.rules]
    assert len(found) >= FLOORS["pairs_found_at_least"], scores.pairs


@pytest.mark.parametrize("names", ["held_out", "press"])
def test_further_names_struck_off_are_found(desk: Desk, names: str) -> None:
    found = evaluate(desk, None, read_labelled(HERE / f"{names}.csv"))
    _shares_hold(found.recalls, FLOORS[names])


@pytest.mark.shared
@pytest.mark.parametrize("names", ["held_out", "press"])
def test_further_names_are_not_those_of_the_corpus(names: str, shared_dir: Path) -> None:
    known = {case.proposal.name for case in read_labelled(shared_dir / "corpus" / "irregular.csv")}
    own = {case.proposal.name for case in read_labelled(HERE / f"{names}.csv")}
    assert not known & own
