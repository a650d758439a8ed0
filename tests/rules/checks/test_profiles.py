"""Checks whose measure a city gives: which generic goes with which axis, how long a name may go."""

import pytest
from shapely import LineString, MultiLineString

from diming.model import Proposal, Verdict
from diming.rules.check import Hit
from diming.rules.checks import CHECKS
from diming.rules.ground import Ground
from diming.rules.lexicon import Lexicons
from diming.rules.missing import Missing
from diming.settings import shipped


def look(kind: str, proposal: Proposal, **given: object) -> list[Hit]:
    ground = Ground(None, Lexicons(shipped("rules", "lexicons")), "2026-11-23", (proposal,))
    check = CHECKS[kind]
    return list(check.run(ground.subjects[0], check.params.model_validate(given), ground))


@pytest.mark.parametrize(
    ("name", "orientation", "wrong"),
    [
        ("古槐路", "南北", False), ("古槐路", "东西", True), ("古槐街", "东西", False),
        ("古槐街", "南北", True), ("古槐大道", "东西", False), ("古槐巷", "东西", False),
        ("古槐路", "东北—西南", False), ("古槐路", "L形", False), ("环城路", "东西", False),
        ("城南环路", "东西", False),
    ],
)  # fmt: skip
def test_generics_by_axis(name: str, orientation: str, wrong: bool) -> None:
    axes = {"街": "east-west", "路": "north-south"}
    proposal = Proposal(name, orientation=orientation)
    assert bool(look("orient-generic", proposal, axes=axes)) is wrong
    turned = {"街": "north-south", "路": "east-west"}
    if name[-1] in axes and orientation in ("东西", "南北") and "环" not in name:
        assert bool(look("orient-generic", proposal, axes=turned)) is not wrong


def test_without_a_direction_generics_cannot_be_judged() -> None:
    with pytest.raises(Missing):
        look("orient-generic", Proposal("古槐路"), axes={"路": "north-south"})


def test_words_against_the_drawing_are_asked_about() -> None:
    line = LineString([(116.6, 35.4), (116.6, 35.41)])
    proposal = Proposal("古槐路", orientation="东西", geometry=line)
    (hit,) = look("orient-generic", proposal, axes={"路": "north-south"})
    assert hit.verdict is Verdict.REVIEW


@pytest.mark.parametrize(("length", "long"), [(10000, False), (10001, True), (300, False)])
def test_the_longest_stretch_is_included(length: float, long: bool) -> None:
    assert bool(look("segment-length", Proposal("古槐路", length_m=length), max_m=10000)) is long


def test_carriageways_side_by_side_are_not_twice_the_road() -> None:
    both = MultiLineString([[(116.5, 35.4), (116.6, 35.4)], [(116.6, 35.41), (116.5, 35.41)]])
    (hit,) = look("segment-length", Proposal("古槐路", geometry=both), max_m=10000)
    assert hit.verdict is Verdict.REVIEW
    with pytest.raises(Missing):
        look("segment-length", Proposal("古槐路"), max_m=10000)
