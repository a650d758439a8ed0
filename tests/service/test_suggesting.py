"""A planner asks for names for a drawn road: each has a source, and each already passes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from shapely import LineString, Point

from diming.errors import UsageError
from diming.formats.reserve import ReservedWord
from diming.model import Action, FeatureClass, Place, Proposal, Toponym, ToponymStatus, Verdict
from diming.model.suggestion import Origin
from diming.service.checking import check
from diming.service.desk import open_desk
from diming.service.registries import open_registry
from diming.service.suggesting import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from diming.service.desk import Desk
    from diming.service.suggesting import Suggested

DAY = "2026-11-23"
X, Y = 116.45, 35.30  # fields south-west of the city: no name of the registry within reach
STEP = 0.001  # about 91 m to the east
DRAWN = LineString([(X, Y), (X + 10 * STEP, Y)])

IN_USE, GONE = ToponymStatus.IN_USE, ToponymStatus.HISTORICAL
# The country round about: name, class, status, its course in steps east and north of (X, Y).
AROUND: tuple[tuple[str, FeatureClass, ToponymStatus, tuple[tuple[float, float], ...]], ...] = (
    ("惠泉路", FeatureClass.ROAD, IN_USE, ((-10, 0), (0, 0))),
    ("柘沟一路", FeatureClass.ROAD, IN_USE, ((0, -4), (0, -2))),
    ("柘沟二路", FeatureClass.ROAD, IN_USE, ((2, -4), (2, -2))),
    ("飞雁桥", FeatureClass.BRIDGE, GONE, ((0, 1),)),
    ("桑行街", FeatureClass.ROAD, ToponymStatus.ABOLISHED, ((2, 2),)),
    ("沂塘", FeatureClass.WATER, IN_USE, ((1, 3),)),
    ("葛家庄村", FeatureClass.VILLAGE, IN_USE, ((3, -1),)),
    ("远屯村", FeatureClass.VILLAGE, IN_USE, ((3, -12),)),
    ("薛村", FeatureClass.VILLAGE, IN_USE, ((4, -1),)),
    ("薛村街", FeatureClass.ROAD, IN_USE, ((300, 100),)),
)


def course(steps: tuple[tuple[float, float], ...]) -> BaseGeometry:
    spots = [(X + east * STEP, Y + north * STEP) for east, north in steps]
    return Point(spots[0]) if len(spots) == 1 else LineString(spots)


@pytest.fixture(scope="module")
def desk(jining: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("suggesting") / "registry.gpkg"
    shutil.copy(jining, path)
    with open_registry(str(path)) as store, store.change("测试员", "试验") as change:
        for number, (name, kind, status, steps) in enumerate(AROUND):
            place = Place(f"p-test-{number}", kind, "370811", geometry=course(steps))
            change.put(place)
            change.put(Toponym(f"t-test-{number}", place.id, name, status=status))
    with open_desk(str(path), "jining", DAY) as opened:
        yield opened


def road(geometry: BaseGeometry = DRAWN) -> Proposal:
    return Proposal("", jurisdiction="370811", geometry=geometry)


def names(found: Suggested, origin: Origin) -> list[str]:
    return [one.name for one in found.offered if one.origin is origin]


def test_each_source_lends_its_names(desk: Desk) -> None:
    found = suggest(desk, road(), limit=40)
    assert names(found, Origin.DERIVED) == ["惠泉路", "惠泉支路"]
    assert names(found, Origin.SERIES) == ["柘沟三路"]
    assert names(found, Origin.NATURAL) == ["沂塘路"]
    assert names(found, Origin.VILLAGE) == ["葛家庄路"]
    heritage = names(found, Origin.HERITAGE)
    assert heritage[:2] == ["飞雁桥路", "桑行街"]


def test_a_road_that_goes_on_keeps_its_name(desk: Desk) -> None:
    first = suggest(desk, road()).offered[0]
    assert (first.name, first.result.proposal.action) == ("惠泉路", Action.EXTEND)
    across = LineString([(X, Y), (X, Y + 10 * STEP)])
    derived = names(suggest(desk, road(across)), Origin.DERIVED)
    assert derived == ["惠泉支路"]


def test_a_village_far_off_and_a_specific_in_use_are_left_out(desk: Desk) -> None:
    found = suggest(desk, road(), limit=40)
    offered = {one.name for one in found.offered}
    assert "远屯路" not in offered
    assert "薛村路" not in offered
    assert found.set_aside["专名已有同类地名使用"] >= 1


def test_nothing_offered_is_in_breach_of_a_rule(desk: Desk) -> None:
    for one in suggest(desk, road(), limit=100).offered:
        again = check(desk, [one.result.proposal]).results[0]
        assert again.findings == one.result.findings
        assert not any(found.verdict is Verdict.VIOLATION for found in again.findings)
        assert one.reasons
        assert one.evidence


def test_what_the_rules_refuse_is_counted_not_offered(desk: Desk) -> None:
    words = (ReservedWord("环球", 2), ReservedWord("崇礼", 3, "崇尚礼仪", "采词库二〇二六"))
    found = suggest(desk, road(), words=words, limit=100)
    assert names(found, Origin.RESERVE) == ["崇礼路"]
    assert any(why.startswith("WD01") for why in found.set_aside)
    (kept,) = (one for one in found.offered if one.origin is Origin.RESERVE)
    assert "采词库二〇二六" in kept.reasons[0]


def test_another_class_and_another_generic(desk: Desk) -> None:
    bridge = Proposal("", FeatureClass.BRIDGE, "370811", geometry=Point(X, Y))
    found = suggest(desk, bridge, limit=40)
    assert "沂塘桥" in names(found, Origin.NATURAL)
    assert names(found, Origin.DERIVED) == []
    lane = suggest(desk, road(), generic="巷", limit=40)
    assert "沂塘巷" in names(lane, Origin.NATURAL)


def test_what_is_missing_is_said(desk: Desk) -> None:
    with pytest.raises(UsageError, match="--geometry"):
        suggest(desk, Proposal("", jurisdiction="370811"))
    with pytest.raises(UsageError, match="--generic"):
        suggest(desk, Proposal("", FeatureClass.BUILDING, "370811", geometry=Point(X, Y)))
