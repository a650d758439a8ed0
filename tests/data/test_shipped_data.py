"""The data that ship are complete, untouched, and say what a reviewer relies on."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import shape

DATA = Path(__file__).resolve().parents[2] / "data"
MANIFEST = json.loads((DATA / "MANIFEST.json").read_text(encoding="utf-8"))["files"]
MAPS = ("counties", "prefectures", "provinces")


@cache
def rows(path: str) -> tuple[dict[str, str], ...]:
    separator = "\t" if path.endswith(".tsv") else ","
    with (DATA / path).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter=separator))


@cache
def areas(name: str) -> dict[str, dict[str, Any]]:
    collection = json.loads((DATA / f"boundaries/{name}.geojson").read_text(encoding="utf-8"))
    return {feature["properties"]["adcode"]: feature for feature in collection["features"]}


def vertices(adcode: str) -> set[tuple[float, float]]:
    polygons = areas("counties")[adcode]["geometry"]["coordinates"]
    return {(lon, lat) for polygon in polygons for ring in polygon for lon, lat in ring}


def in_jining(adcode: str) -> bool:
    return adcode.startswith("3708")


# The manifest


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["path"])
def test_every_file_is_byte_for_byte_the_one_in_the_manifest(entry: dict[str, Any]) -> None:
    content = (DATA / entry["path"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert len(content) == entry["bytes"]


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["path"])
def test_every_file_names_its_source_licence_and_attribution(entry: dict[str, Any]) -> None:
    assert entry["source"]
    assert entry["licence"]
    assert entry["attribution"]
    assert entry["notice"]["zh"]
    assert entry["notice"]["en"]


def test_no_data_file_ships_outside_the_manifest() -> None:
    shipped = {
        path.relative_to(DATA).as_posix()
        for kind in ("*.csv", "*.tsv", "*.geojson")
        for path in DATA.rglob(kind)
    }
    assert shipped == {entry["path"] for entry in MANIFEST}


# Boundaries


def test_the_map_has_the_eleven_counties_of_jining_and_their_seventeen_neighbours() -> None:
    counties = areas("counties")
    assert len(counties) == 28
    assert sum(in_jining(adcode) for adcode in counties) == 11


@pytest.mark.parametrize("name", MAPS)
def test_every_area_is_a_valid_polygon(name: str) -> None:
    for adcode, feature in areas(name).items():
        assert shape(feature["geometry"]).is_valid, adcode


@pytest.mark.parametrize("name", MAPS)
def test_every_map_states_cgcs2000_its_review_number_and_that_it_is_no_legal_boundary(
    name: str,
) -> None:
    head = json.loads((DATA / f"boundaries/{name}.geojson").read_text(encoding="utf-8"))
    assert head["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::4490"
    assert "GS(2024)0650号" in head["attribution"]
    assert "参考线" in head["notice_zh"]


def test_every_area_lies_in_the_area_above_it() -> None:
    for adcode, county in areas("counties").items():
        assert county["properties"]["parent"] in areas("prefectures"), adcode
    for adcode, prefecture in areas("prefectures").items():
        assert prefecture["properties"]["parent"] in areas("provinces"), adcode


def test_every_county_of_jining_lies_where_jining_is() -> None:
    for adcode in filter(in_jining, areas("counties")):
        for lon, lat in vertices(adcode):
            assert 115.8 < lon < 117.7, adcode
            assert 34.4 < lat < 36.1, adcode


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("370811", "370812"),  # 任城区, 兖州区
        ("370832", "370830"),  # 梁山县, 汶上县
        ("370832", "410927"),  # 梁山县, 台前县 across the provincial line
        ("370826", "320322"),  # 微山县, 沛县 across the provincial line
    ],
)
def test_neighbours_share_the_vertices_of_their_line(one: str, other: str) -> None:
    line = shape(areas("counties")[one]["geometry"]).intersection(
        shape(areas("counties")[other]["geometry"])
    )
    assert line.area == 0
    assert line.length > 0.01
    assert len(vertices(one) & vertices(other)) > 10


# Divisions and places


def test_the_list_has_every_township_and_committee_of_jining() -> None:
    levels = Counter(row["level"] for row in rows("places/divisions.csv"))
    assert levels == {"prefecture": 1, "county": 12, "township": 158, "committee": 4927}


def test_every_division_has_its_parent_in_the_list() -> None:
    listed = {row["code"] for row in rows("places/divisions.csv")} | {"370000"}
    assert all(row["parent"] in listed for row in rows("places/divisions.csv"))


def test_the_counties_of_the_list_and_of_the_map_agree_but_for_the_development_zone() -> None:
    listed = {r["code"]: r["name"] for r in rows("places/divisions.csv") if r["level"] == "county"}
    assert listed.pop("370871") == "济宁高新技术产业开发区"
    assert listed == {
        adcode: county["properties"]["name"]
        for adcode, county in areas("counties").items()
        if in_jining(adcode)
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [("中心店镇", "中心店街道"), ("大束镇", "大束街道"), ("大路口乡", "大路口镇")],
)
def test_a_township_renamed_since_the_list_is_recorded_without_an_invented_date(
    before: str, after: str
) -> None:
    (change,) = (row for row in rows("places/changes.csv") if row["new_name"] == after)
    assert (change["level"], change["old_name"]) == ("township", before)
    assert before in {row["name"] for row in rows("places/divisions.csv")}
    assert change["date"] == change["document"] == ""
    assert "未载日期" in change["note"]


def test_the_abolished_shizhong_district_and_yanzhou_city_are_recorded() -> None:
    changed = {(r["old_name"], r["new_name"], r["date"]) for r in rows("places/changes.csv")}
    assert {("市中区", "", "2013"), ("兖州市", "兖州区", "2013")} <= changed


@pytest.mark.parametrize("path", ["places/osm.csv", "places/geonames.csv"])
def test_every_point_lies_in_a_county_of_jining(path: str) -> None:
    for row in rows(path):
        assert in_jining(row["county"]), row
        assert row["county"] in areas("counties"), row
        assert 115.8 < float(row["lon"]) < 117.7, row
        assert 34.4 < float(row["lat"]) < 36.1, row


def test_every_openstreetmap_object_is_listed_once() -> None:
    ids = [row["osm_id"] for row in rows("places/osm.csv")]
    assert len(ids) == len(set(ids)) == 2109


# Characters


def test_the_national_table_has_its_8105_characters_in_three_levels() -> None:
    characters = rows("language/characters.tsv")
    assert [int(row["index"]) for row in characters] == list(range(1, 8106))
    assert Counter(row["level"] for row in characters) == {"1": 3500, "2": 3000, "3": 1605}
    assert len({row["char"] for row in characters}) == 8105


def test_every_character_has_a_reading() -> None:
    assert all(row["readings"] for row in rows("language/characters.tsv"))


def licences() -> dict[str, str]:
    return {row["char"]: row["licence"] for row in rows("language/restricted.tsv")}


@pytest.mark.parametrize("char", "昇邨喆犇堃甦龢甯锺")
def test_a_character_licensed_for_personal_names_is_not_licensed_for_place_names(
    char: str,
) -> None:
    assert licences()[char] == "姓氏人名"


@pytest.mark.parametrize("char", "迺桠钜陞迳菉淼阪")
def test_a_character_licensed_for_place_names_says_so(char: str) -> None:
    assert "地名" in licences()[char]


def test_a_restricted_character_is_in_the_table_and_quotes_its_note() -> None:
    table = {row["char"] for row in rows("language/characters.tsv")}
    for row in rows("language/restricted.tsv"):
        assert row["char"] in table
        assert row["licence"] in row["note"]


@pytest.mark.parametrize(
    ("form", "standard", "kind"),
    [("濟", "济", "traditional"), ("寧", "宁", "traditional"), ("砦", "寨", "variant")],
)
def test_a_nonstandard_form_leads_to_its_standard_character(
    form: str, standard: str, kind: str
) -> None:
    found = [(r["standard"], r["kind"]) for r in rows("language/variants.tsv") if r["form"] == form]
    assert found == [(standard, kind)]


# Names that a place name may not borrow


def test_foreign_names_hold_countries_and_cities_but_no_chinese_place() -> None:
    foreign = {row["name"]: row for row in rows("language/foreign.tsv")}
    assert foreign["法国"]["kind"] == "territory"
    assert foreign["巴黎"]["country"] == "FR"
    assert not {"中国", "香港", "澳门", "台湾", "台北", "太原", "上海"} & foreign.keys()


def test_a_foreign_name_is_written_in_standard_characters_and_listed_once() -> None:
    table = {row["char"] for row in rows("language/characters.tsv")}
    names = [row["name"] for row in rows("language/foreign.tsv")]
    assert len(names) == len(set(names))
    assert all(len(name) > 1 and table.issuperset(name) for name in names)


def test_surnames_include_those_of_the_sages_of_jining() -> None:
    assert {"孔", "孟", "颜", "曾"} <= {row["surname"] for row in rows("language/surnames.tsv")}
