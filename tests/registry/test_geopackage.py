"""GIS software finds in the registry file what the GeoPackage standard promises."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from dataclasses import fields
from typing import TYPE_CHECKING

import pyogrio
import pytest
from pyproj import CRS
from shapely.geometry import Point, box

from diming.model import Decision, FeatureClass, Jurisdiction, Level, Marker, Place, Source, Toponym
from diming.registry.geopackage import GeoPackageStore
from diming.registry.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry import LineString

LAYERS = {
    "named_place": "Unknown",
    "place": "Unknown",
    "jurisdiction": "MultiPolygon",
    "marker": "Point Z",
}
TABLES = ["toponym", "source", "waiver", "decision", "journal"]


@pytest.fixture
def filled(file: Path, road: LineString) -> Path:
    """A closed registry with one of everything on the map."""
    with closing(GeoPackageStore.create(file)) as store, store.change("王", "录入") as change:
        change.put(Place("地1", FeatureClass.ROAD, "370811", road))
        change.put(Toponym("名1", "地1", "常山路"))
        change.put(Place("地2", FeatureClass.ROAD, "370811"))
        change.put(Toponym("名2", "地2", "旧城巷"))
        change.put(Jurisdiction("370811", "任城区", Level.COUNTY, "370800", box(116, 35, 117, 36)))
        change.put(Marker("桩1", "01Ⅰ", "370832", "410927", Point(115.9, 35.8)))
        change.put(Source("源1", "地名志"))
        change.put(Decision("批1", "常山路", "370811", "name", "approved", "市府", "2026-01-05"))
    return file


@pytest.fixture
def sql(filled: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(filled)) as connection:
        yield connection


def test_the_file_says_that_it_is_a_geopackage(sql: sqlite3.Connection) -> None:
    assert sql.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
    assert sql.execute("PRAGMA user_version").fetchone() == (10300,)
    assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert sql.execute("PRAGMA foreign_key_check").fetchall() == []


def test_reference_systems_are_there_with_their_definition(sql: sqlite3.Connection) -> None:
    known = dict(sql.execute("SELECT srs_id, definition FROM gpkg_spatial_ref_sys"))
    assert set(known) == {-1, 0, 4326, 4490}
    for code in (4326, 4490):
        assert CRS.from_wkt(known[code]).equals(CRS.from_epsg(code), ignore_axis_order=True)


def test_every_layer_is_registered_and_is_there(sql: sqlite3.Connection) -> None:
    contents = dict(sql.execute("SELECT table_name, data_type FROM gpkg_contents"))
    assert contents == dict.fromkeys(LAYERS, "features") | dict.fromkeys(TABLES, "attributes")
    present = {name for (name,) in sql.execute("SELECT name FROM sqlite_master")}
    assert set(contents) <= present
    geometry = {name for (name,) in sql.execute("SELECT table_name FROM gpkg_geometry_columns")}
    assert geometry == set(LAYERS)


def test_the_contents_tell_box_and_last_change(sql: sqlite3.Connection, road: LineString) -> None:
    rows = sql.execute(
        "SELECT table_name, last_change, min_x, min_y, max_x, max_y FROM gpkg_contents"
    ).fetchall()
    boxes = {name: tuple(bounds) for name, _, *bounds in rows}
    assert boxes["place"] == boxes["named_place"] == road.bounds
    assert boxes["jurisdiction"] == (116, 35, 117, 36)
    assert boxes["marker"] == (115.9, 35.8, 115.9, 35.8)
    assert boxes["toponym"] == (None,) * 4
    changed = {name: at for name, at, *_ in rows}
    (written,) = sql.execute("SELECT DISTINCT at FROM journal").fetchone()
    assert {changed[name] for name in (*LAYERS, "toponym", "source", "journal")} == {written}


def test_the_box_of_a_layer_grows_with_it(filled: Path) -> None:
    with closing(GeoPackageStore.open(filled)) as store, store.change("王", "录入") as change:
        change.put(Place("地3", FeatureClass.ROAD, "370811", Point(116.0, 36.0)))
    assert tuple(pyogrio.read_info(filled, layer="place")["total_bounds"]) == (
        116.0, 35.40, 116.61, 36.0,
    )  # fmt: skip


def test_columns_are_the_fields_of_the_records(sql: sqlite3.Connection) -> None:
    for table, kind in KINDS.items():
        columns = {row[1] for row in sql.execute(f"PRAGMA table_info({table})")}
        held = {kind.links.get(field.name, field.name) for field in fields(kind.record)}
        assert columns == {"fid", *held}


@pytest.mark.parametrize("table", ["journal", "decision"])
def test_no_program_can_rewrite_journal_or_decisions(sql: sqlite3.Connection, table: str) -> None:
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET fid = fid + 100"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            sql.execute(statement)


def test_pyogrio_lists_the_layers_with_their_types(filled: Path) -> None:
    layers = dict(pyogrio.list_layers(filled))
    assert layers == LAYERS | dict.fromkeys(TABLES)


@pytest.mark.parametrize("layer", LAYERS)
def test_pyogrio_reads_every_layer_in_cgcs2000(filled: Path, layer: str) -> None:
    frame = pyogrio.read_dataframe(filled, layer=layer)
    assert frame.crs.to_epsg() == 4490
    assert len(frame) == {"place": 2, "named_place": 2}.get(layer, 1)


def test_names_stand_on_the_map(filled: Path, road: LineString) -> None:
    frame = pyogrio.read_dataframe(filled, layer="named_place", fid_as_index=True)
    assert list(frame["name"]) == ["常山路", "旧城巷"]
    assert frame.geometry.iloc[0] == road
    assert frame.geometry.iloc[1] is None
    assert frame.index.name == "fid"
    near = pyogrio.read_dataframe(filled, layer="named_place", bbox=(116.5, 35.3, 116.7, 35.5))
    assert list(near["name"]) == ["常山路"]


def test_ogrinfo_reads_the_file_without_a_word_of_complaint(ogrinfo: str, filled: Path) -> None:
    said = subprocess.run(
        [ogrinfo, "-ro", "-al", "--debug", "off", str(filled)],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert said.stderr == ""
    assert "Warning" not in said.stdout
    assert "ERROR" not in said.stdout
    for layer in (*LAYERS, *TABLES):
        assert f"Layer name: {layer}" in said.stdout
    assert "name (String) = 常山路" in said.stdout
    assert 'ID["EPSG",4490]' in said.stdout
    assert not any(table in said.stdout for table in ("stem_key", "word_token", "loaded"))
