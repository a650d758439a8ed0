"""Every registry keeps records faithfully and refuses those it could not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, box

from diming.errors import CoordinateError, InputError, NotFoundError, UsageError
from diming.model import (
    Decision,
    FeatureClass,
    Jurisdiction,
    Level,
    Marker,
    Place,
    Source,
    Toponym,
    ToponymKind,
    ToponymStatus,
    Waiver,
)
from diming.registry.store import Change, Store

if TYPE_CHECKING:
    from tests.registry.conftest import Clerk

RENCHENG = box(116.4, 35.2, 116.8, 35.6)
DECISION = Decision(
    "批1",
    "常山路",
    "370811",
    "name",
    "approved",
    "济宁市人民政府",
    "2026-01-05",
    "济政字〔2026〕1号",
)


def test_a_registry_is_a_store(store: Store) -> None:
    assert isinstance(store, Store)
    with store.change("王办事员", "看看") as change:
        assert isinstance(change, Change)


def test_what_is_filed_comes_back_the_same(store: Store, clerk: Clerk, road: LineString) -> None:
    place = Place(
        "地1", FeatureClass.ROAD, "370811", road, 5.0, "主干路", 1830.5, "24~32", "源1",
        {"起点": "太白楼路", "止点": "洸河路"},
    )  # fmt: skip
    toponym = Toponym(
        "名1", "地1", "常山路", ToponymKind.STANDARD, ToponymStatus.RESERVED, "cháng shān lù",
        "Chángshān Lù", "2026-01-05", "-0484", "含义", "当代", "省级", "文号", "源1", "备注",
    )  # fmt: skip
    source = Source("源1", "地名志", "https://example.org", "CC0", "1990")
    waiver = Waiver("指纹", "专家论证", "李科长", "2027-01-01")
    assert clerk.file(source, place, toponym, waiver, DECISION) == ["add"] * 5
    assert store.place("地1") == place
    assert store.toponym("名1") == toponym
    assert store.source("源1") == source
    assert store.waivers() == [waiver]
    assert store.decisions() == [DECISION]


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.place("无") is None
    assert store.toponym("无") is None
    assert store.source("无") is None
    assert store.jurisdiction("370811") is None


def test_a_place_of_unknown_position_stays_so(store: Store, clerk: Clerk) -> None:
    clerk.name("旧城巷")
    place = store.place("地/旧城巷@370811")
    assert place is not None
    assert place.position == "unknown"


def test_heights_of_markers_are_kept(store: Store, clerk: Clerk) -> None:
    marker = Marker("桩1", "37083210-01Ⅰ", "370832", "410927", Point(115.9, 35.8, 41.5), "单立")
    clerk.file(marker)
    (kept,) = store.markers("370832", "410927")
    assert kept == marker
    assert kept.geometry.z == 41.5
    assert store.markers("410927", "370832") == [marker]
    assert store.markers("370832", "370811") == []


def test_areas_are_found_by_code_level_parent_name_and_place(store: Store, clerk: Clerk) -> None:
    city = Jurisdiction("370800", "济宁市", Level.PREFECTURE, "370000", box(116, 35, 117, 36))
    rencheng = Jurisdiction("370811", "任城区", Level.COUNTY, "370800", MultiPolygon([RENCHENG]))
    weishan = Jurisdiction("370826", "微山县", Level.COUNTY, "370800")
    clerk.file(weishan, rencheng, city)
    assert store.jurisdiction("370811") == rencheng
    assert store.jurisdictions(level=Level.COUNTY) == [rencheng, weishan]
    assert [area.adcode for area in store.jurisdictions(parent="370000")] == ["370800"]
    assert len(store.jurisdictions()) == 3
    assert store.jurisdictions_named("任城区") == [rencheng]
    assert store.jurisdictions_named("任城") == []
    assert store.jurisdictions_at(Point(116.5, 35.3), Level.COUNTY) == [rencheng]
    assert store.jurisdictions_at(Point(116.9, 35.9), Level.COUNTY) == []
    assert store.jurisdictions_at(Point(116.4, 35.3), Level.COUNTY) == [rencheng]


def test_the_box_of_an_area_is_not_the_area(store: Store, clerk: Clerk) -> None:
    corner = shapely.from_wkt("POLYGON((116 35, 117 35, 116 36, 116 35))")
    clerk.file(Jurisdiction("370811", "任城区", Level.COUNTY, "370800", corner))
    assert store.jurisdictions_at(Point(116.9, 35.9), Level.COUNTY) == []


def test_the_area_of_a_jurisdiction_is_kept_as_plane_multipolygon(
    store: Store, clerk: Clerk
) -> None:
    area = Jurisdiction("370811", "任城区", Level.COUNTY, None, shapely.force_3d(RENCHENG, 40.0))
    clerk.file(area)
    kept = store.jurisdiction("370811")
    assert kept is not None
    assert kept.geometry == MultiPolygon([RENCHENG])
    assert clerk.file(area) == ["same"]


def test_names_of_a_place_begin_with_the_standard_one(store: Store, clerk: Clerk) -> None:
    clerk.file(Place("地1", FeatureClass.COUNTY, "370811"))
    for name, kind, since in (
        ("任城", ToponymKind.FORMER, "-0221"),
        ("济州", ToponymKind.FORMER, "1150"),
        ("济宁直隶州", ToponymKind.FORMER, "1724-05"),
        ("任国", ToponymKind.FORMER, "-1046"),
        ("任城区", ToponymKind.STANDARD, "1983"),
        ("渔山", ToponymKind.ALIAS, None),
    ):
        clerk.file(Toponym(f"名/{name}", "地1", name, kind, valid_from=since))
    names = [toponym.name for toponym in store.toponyms_of("地1")]
    assert names == ["任城区", "任国", "任城", "济州", "济宁直隶州", "渔山"]
    assert store.toponyms_of("地2") == []


def test_decisions_are_ordered_by_day_and_found_by_name(store: Store, clerk: Clerk) -> None:
    earlier = replace(DECISION, id="批0", outcome="returned", decided_on="2025-11-01")
    other = replace(DECISION, id="批2", name="长山路")
    clerk.file(DECISION, earlier, other)
    assert [decision.id for decision in store.decisions("常山路")] == ["批0", "批1"]
    assert [decision.id for decision in store.decisions()] == ["批0", "批1", "批2"]


def test_a_decision_cannot_be_changed_or_removed(store: Store, clerk: Clerk) -> None:
    clerk.file(DECISION)
    assert clerk.file(DECISION) == ["same"]
    with pytest.raises(UsageError, match="written"):
        clerk.file(replace(DECISION, outcome="refused"))
    with pytest.raises(UsageError), store.change("王", "删") as change:
        change.remove("decision", "批1")
    assert store.decisions() == [DECISION]


def test_a_name_needs_its_place(store: Store, clerk: Clerk) -> None:
    with pytest.raises(InputError, match="地1") as refused:
        clerk.file(Toponym("名1", "地1", "常山路"))
    assert refused.value.mend[0] == "请先录入地理实体"
    assert store.revision == 0


def test_a_place_with_names_cannot_be_removed(store: Store, clerk: Clerk) -> None:
    named = clerk.name("常山路")
    with pytest.raises(UsageError), store.change("王", "删") as change:
        change.remove("place", named.place.id)
    with store.change("王", "删") as change:
        change.remove("toponym", named.toponym.id)
        change.remove("place", named.place.id)
    assert store.place(named.place.id) is None
    assert store.toponym(named.toponym.id) is None


@pytest.mark.parametrize("kind", ["place", "toponym", "jurisdiction", "source", "marker", "waiver"])
def test_removing_what_is_not_there_is_an_error(store: Store, kind: str) -> None:
    with pytest.raises(NotFoundError), store.change("王", "删") as change:
        change.remove(kind, "无")
    with pytest.raises(UsageError), store.change("王", "删") as change:
        change.remove("street", "无")


@pytest.mark.parametrize(
    ("record", "error"),
    [
        (Place("地", FeatureClass.ROAD, "370811", Point()), InputError),
        (Place("地", FeatureClass.ROAD, "370811", Point(39553000, 3920000)), CoordinateError),
        (Place("地", FeatureClass.ROAD, "370811", Point(float("nan"), 1)), CoordinateError),
        (Place("地", FeatureClass.ROAD, "370811", shapely.from_wkt("POINT M (1 2 3)")), InputError),
        (Place("", FeatureClass.ROAD, "370811"), InputError),
        (Jurisdiction("370811", "任城区", Level.COUNTY, None, Point(116, 35)), InputError),
        (Marker("桩", "1", "370832", "410927", LineString([(1, 1), (2, 2)])), InputError),  # type: ignore[arg-type]
        (Toponym("名", "地", "常山路", valid_from="金初"), InputError),
        (Toponym("名", "地", "常山路", valid_to="1385年"), InputError),
    ],
)
def test_a_record_that_cannot_be_kept_is_refused(
    store: Store, clerk: Clerk, record: Place, error: type[InputError]
) -> None:
    with pytest.raises(error):
        clerk.file(record)
    assert store.history() == []
