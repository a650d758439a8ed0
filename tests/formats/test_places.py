"""Rows become records whose identity survives a second import and a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shapely import Point, box

from diming.errors import InputError
from diming.formats.imports import ImportFile, ImportKind
from diming.formats.places import read_records
from diming.geo.measure import length_m
from diming.model import (
    FeatureClass,
    Jurisdiction,
    Level,
    Marker,
    Place,
    Source,
    Toponym,
    ToponymKind,
    ToponymStatus,
)
from diming.settings import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

RENCHENG = Jurisdiction("370811", "任城区", Level.COUNTY)


def area_at(geometry: BaseGeometry) -> Jurisdiction | None:
    return RENCHENG if geometry.within(box(116, 35, 117, 36)) else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def imported(
    folder: Path, text: str, kind: ImportKind, name: str = "t.csv", **more: str
) -> ImportFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_records(
        path, kind, area_at=area_at,
        jurisdictions=lambda area: [RENCHENG] if area == "任城区" else [], **more,
    )  # fmt: skip


def places(file: ImportFile) -> list[Place]:
    return [
        record for entry in file.entries for record in entry.records if isinstance(record, Place)
    ]


def toponyms(file: ImportFile) -> list[Toponym]:
    return [
        record for entry in file.entries for record in entry.records if isinstance(record, Toponym)
    ]


SEGMENTS = (
    "name,geometry\n"
    '甲路,"LINESTRING (116.1 35.1, 116.2 35.1)"\n'
    '甲路,"LINESTRING (116.2 35.1, 116.3 35.1)"\n'
    '乙路,"LINESTRING (118.1 35.1, 118.2 35.1)"\n'
    ',"LINESTRING (116.1 35.1, 116.2 35.1)"\n'
)


def test_segments_of_one_road_become_one_place(folder: Path) -> None:
    file = imported(folder, SEGMENTS, ImportKind.ROADS)
    assert len(places(file)) == len(toponyms(file)) == 1
    road = places(file)[0]
    assert road.jurisdiction == "370811"
    assert road.geometry is not None
    assert road.geometry.geom_type == "LineString"
    assert length_m(road.geometry) == pytest.approx(18226, rel=1e-3)


def test_numbers_that_are_all_nought_are_no_numbers(folder: Path) -> None:
    numbered = SEGMENTS.replace("name,", "id,name,").replace("\n甲", "\n0,甲")
    assert len(places(imported(folder, numbered, ImportKind.ROADS))) == 1


def test_a_row_without_area_or_name_is_refused_with_the_mend(folder: Path) -> None:
    file = imported(folder, SEGMENTS, ImportKind.ROADS)
    assert [refusal.row for refusal in file.refused] == [3, 4]
    assert "政区代码" in file.refused[0].zh
    assert file.read == 4


def test_a_second_import_gives_the_same_records(folder: Path) -> None:
    once, again = (imported(folder, SEGMENTS, ImportKind.ROADS) for _ in range(2))
    assert once == again


def test_a_corrected_row_keeps_its_place_when_it_has_a_number(folder: Path) -> None:
    header = "编号,名称,类别,政区代码\n"
    before = imported(folder, header + "7,太白楼路,道路,370811\n", ImportKind.PLACES)
    after = imported(folder, header + "7,太白路,道路,370811\n", ImportKind.PLACES)
    assert places(before) == places(after)
    assert toponyms(before)[0].id == toponyms(after)[0].id
    assert toponyms(before)[0].name != toponyms(after)[0].name


def test_numbers_of_two_sources_do_not_meet(folder: Path) -> None:
    text = "编号,名称,类别,政区代码\n1,甲路,道路,370811\n"
    one = imported(folder, text, ImportKind.PLACES, source="甲单位")
    other = imported(folder, text, ImportKind.PLACES, source="乙单位")
    assert places(one)[0].id != places(other)[0].id
    assert one.source == Source(one.source.id, "甲单位")


def test_a_repeated_row_is_refused_naming_the_first(folder: Path) -> None:
    text = "名称,类别,政区代码\n甲桥,桥梁,370811\n乙桥,桥梁,370811\n甲桥,桥梁,370811\n"
    file = imported(folder, text, ImportKind.PLACES)
    assert [refusal.row for refusal in file.refused] == [3]
    assert "第 1 行" in file.refused[0].zh


def test_former_names_in_a_column_are_names_of_the_same_place(folder: Path) -> None:
    text = "名称,类别,所属政区,曾用名,宽度\n甲路,道路,任城区,一路、二路,20~30\n"
    file = imported(folder, text, ImportKind.PLACES)
    assert [(name.name, name.kind, name.status) for name in toponyms(file)] == [
        ("甲路", ToponymKind.STANDARD, ToponymStatus.IN_USE),
        ("一路", ToponymKind.FORMER, ToponymStatus.HISTORICAL),
        ("二路", ToponymKind.FORMER, ToponymStatus.HISTORICAL),
    ]
    assert {name.place_id for name in toponyms(file)} == {places(file)[0].id}
    assert places(file)[0].width_m == "20~30"


def test_a_list_of_names_finds_the_road_that_was_imported_before(folder: Path) -> None:
    roads = imported(
        folder, '名称,政区代码,几何\n甲路,370811,"POINT (116.5 35.5)"\n', ImportKind.ROADS
    )
    names = imported(
        folder,
        "name,feature_class,jurisdiction,kind,status,standard_name,valid_to\n"
        "甲路,road,370811,standard,in-use,,\n"
        "老路,road,370811,曾用名,历史,甲路,1958年\n",
        ImportKind.TOPONYMS,
    )
    assert {name.place_id for name in toponyms(names)} == {places(roads)[0].id}
    assert toponyms(names)[0].id == toponyms(roads)[0].id
    assert toponyms(names)[1].valid_to == "1958"


def test_a_list_of_names_never_wipes_out_a_position(folder: Path) -> None:
    text = "名称,地名类别,政区代码\n甲路,道路,370811\n"
    entry = imported(folder, text, ImportKind.TOPONYMS).entries[0]
    assert entry.if_missing is not None
    assert entry.if_missing.geometry is None
    assert not any(isinstance(record, Place) for record in entry.records)


def test_a_name_may_state_its_place_and_its_own_source(folder: Path) -> None:
    text = "名称,place_id,来源,网址\n甲路,p-1,县志,http://example.org\n"
    entry = imported(folder, text, ImportKind.TOPONYMS).entries[0]
    (toponym,) = entry.records
    assert entry.stated is not None
    assert isinstance(toponym, Toponym)
    assert (toponym.place_id, toponym.source) == ("p-1", entry.stated.id)
    assert (entry.stated.title, entry.stated.url) == ("县志", "http://example.org")


def test_areas_take_level_and_parent_from_their_code(folder: Path) -> None:
    text = (
        "行政区划代码,名称,几何\n"
        '156370811,任城区,"POLYGON ((116 35, 117 35, 117 36, 116 35))"\n'
        "370811001000,某街道,\n"
        '370812,某区,"POINT (116 35)"\n'
        "37,错,\n"
    )
    file = imported(folder, text, ImportKind.BOUNDARIES)
    areas = [entry.records[0] for entry in file.entries]
    assert [
        (area.adcode, area.level, area.parent) for area in areas if isinstance(area, Jurisdiction)
    ] == [
        ("370811", Level.COUNTY, "370800"),
        ("370811001", Level.TOWNSHIP, "370811"),
    ]
    assert [refusal.row for refusal in file.refused] == [3, 4]


def test_markers_keep_their_stamped_number_and_need_a_position(folder: Path) -> None:
    text = (
        "JZBH,甲方,乙方,JD,WD,JZCZ\n"
        "3741012Q,370832,410927,116.08,35.80,花岗岩\n"
        "3741013Q,370832,410927,,,\n"
    )
    file = imported(folder, text, ImportKind.MARKERS)
    marker = file.entries[0].records[0]
    assert isinstance(marker, Marker)
    assert (marker.number, marker.geometry) == ("3741012Q", Point(116.08, 35.80))
    assert marker.material == "花岗岩"
    assert [refusal.row for refusal in file.refused] == [2]


def test_a_marker_is_the_same_whichever_side_is_named_first(folder: Path) -> None:
    row = "1,{},{},116.08,35.80\n"
    header = "界桩编号,甲方,乙方,经度,纬度\n"
    one = imported(folder, header + row.format("370832", "410927"), ImportKind.MARKERS)
    other = imported(folder, header + row.format("410927", "370832"), ImportKind.MARKERS)
    assert one.entries[0].key == other.entries[0].key


def test_a_file_of_another_kind_is_refused_as_a_whole(folder: Path) -> None:
    with pytest.raises(InputError, match=r"t\.csv"):
        imported(folder, "名称\n甲路\n", ImportKind.MARKERS)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("names", "heritage.csv"), ImportKind.TOPONYMS),
        (("names", "roads.csv"), ImportKind.TOPONYMS),
        (("places", "osm.csv"), ImportKind.PLACES),
        (("places", "divisions.csv"), ImportKind.BOUNDARIES),
        (("boundaries", "counties.geojson"), ImportKind.BOUNDARIES),
    ],
)
def test_everything_that_ships_can_be_imported(parts: tuple[str, str], kind: ImportKind) -> None:
    file = read_records(shipped("data", *parts), kind)
    assert file.entries
    assert not file.refused
    assert len({entry.key for entry in file.entries}) == file.read


def test_openstreetmaps_open_list_of_classes_is_kept_as_an_attribute() -> None:
    file = read_records(shipped("data", "places", "osm.csv"), ImportKind.PLACES)
    schools = [place for place in places(file) if place.attributes.get("fclass") == "school"]
    assert schools
    assert {place.feature_class for place in schools} == {FeatureClass.OTHER}
