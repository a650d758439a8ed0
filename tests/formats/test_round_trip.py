"""What the registry writes out addresses its own records when it comes back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from diming.errors import InputError
from diming.registry.geopackage import GeoPackageStore
from diming.service.exporting import export
from diming.service.importing import Incoming, import_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diming.formats.report import ImportReport


@pytest.fixture
def own(jining: Path, tmp_path: Path) -> Iterator[GeoPackageStore]:
    """A registry of 济宁 to write into."""
    path = tmp_path / "own.gpkg"
    shutil.copy(jining, path)
    store = GeoPackageStore.open(path)
    yield store
    store.close()


def taken_in(store: GeoPackageStore, path: Path, kind: str) -> ImportReport:
    return import_file(store, Incoming(str(path), kind), "测试员", "试")


def counted(report: ImportReport) -> int:
    return report.added + report.changed + report.same + report.held + report.refused_rows


@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_the_whole_registry_comes_back_unchanged(
    own: GeoPackageStore, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"rt.{ending}"
    written = export(own, path, "toponyms", None)
    report = taken_in(own, path, "toponyms")
    assert (report.added, report.changed, report.refused, report.notes) == (0, 0, [], [])
    assert report.same == report.read == written == own.count()
    assert own.revision == 1


@pytest.mark.parametrize("ending", ["xlsx", "geojson"])
def test_roads_come_back_unchanged_from_other_formats(
    own: GeoPackageStore, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"rt.{ending}"
    export(own, path, "roads", "370881")
    report = taken_in(own, path, "toponyms")
    assert (report.added, report.changed) == (0, 0)
    assert report.same == report.read > 20
    assert own.revision == 1


@pytest.mark.parametrize("ending", ["csv", "geojson"])
def test_areas_come_back_with_their_source(
    own: GeoPackageStore, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"areas.{ending}"
    export(own, path, "boundaries", "370800")
    report = taken_in(own, path, "boundaries")
    assert (report.added, report.changed) == (0, 0)
    assert report.same == report.read > 10
    assert own.revision == 1


def test_a_corrected_cell_changes_that_name_and_nothing_else(
    own: GeoPackageStore, tmp_path: Path
) -> None:
    path = tmp_path / "rt.csv"
    export(own, path, "roads", "370881")
    text = path.read_text(encoding="utf-8-sig")
    assert text.count(",陋巷街,") == 1
    path.write_text(text.replace(",陋巷街,", ",陋巷大街,"), encoding="utf-8")
    (old,) = [one for one in own.named() if one.toponym.name == "陋巷街"]
    report = taken_in(own, path, "toponyms")
    assert (report.added, report.changed) == (0, 1)
    new = own.toponym(old.toponym.id)
    assert new is not None
    assert (new.name, new.source) == ("陋巷大街", old.toponym.source)
    assert own.place(old.place.id) == old.place
    assert {entry.kind for entry in own.history() if entry.revision == 2} == {"toponym"}


def test_an_export_fills_an_empty_registry(own: GeoPackageStore, tmp_path: Path) -> None:
    path = tmp_path / "rt.csv"
    written = export(own, path, "roads", None)
    empty = GeoPackageStore.create(":memory:")
    assert taken_in(empty, path, "toponyms").added == written
    for named in empty.named():
        assert named.place.geometry == getattr(own.place(named.place.id), "geometry", None)
    assert taken_in(empty, path, "toponyms").same == written
    empty.close()


def test_a_foreign_number_stays_its_sources(own: GeoPackageStore, tmp_path: Path) -> None:
    taken = next(own.named()).toponym.id
    path = tmp_path / "list.csv"
    path.write_text(f"标识码,名称,类别,政区代码\n{taken},新路,道路,370811\n", encoding="utf-8")
    assert taken_in(own, path, "toponyms").added == 1
    assert getattr(own.toponym(taken), "name", "") != "新路"


def test_a_names_own_identifier_needs_its_place(own: GeoPackageStore, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("地名标识,名称,类别,政区代码\nt-1,新路,道路,370811\n", encoding="utf-8")
    report = taken_in(own, path, "toponyms")
    assert report.refused_rows == 1
    assert "地理实体标识" in report.refused[0].zh


def test_a_list_of_names_with_positions_leaves_places_alone(
    own: GeoPackageStore, tmp_path: Path
) -> None:
    here = next(one for one in own.named() if one.place.geometry is not None)
    path = tmp_path / "list.csv"
    path.write_text(
        "名称,名称种类,地理实体标识,地名类别,政区代码,几何\n"
        f"又一名,别名,{here.place.id},道路,370811,POINT (116.5 35.5)\n",
        encoding="utf-8",
    )
    report = taken_in(own, path, "toponyms")
    assert report.added == 1
    assert any(zh.startswith("1 行的几何") for zh, _ in report.notes)
    assert own.place(here.place.id) == here.place


@pytest.mark.parametrize("kind", ["roads", "places"])
def test_an_export_is_not_taken_for_new_places(
    own: GeoPackageStore, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "rt.csv"
    export(own, path, "roads", "370881")
    with pytest.raises(InputError, match="--kind toponyms"):
        taken_in(own, path, kind)


def test_a_source_on_file_is_not_filed_twice(own: GeoPackageStore, tmp_path: Path) -> None:
    path = tmp_path / "rt.csv"
    export(own, path, "toponyms", "370881")
    (osm,) = {one.place.source for one in own.named() if one.place.id.startswith("osm-")}
    assert osm is not None
    title = getattr(own.source(osm), "title", "")
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(f',,某新桥,standard,in-use,bridge,370881,,,,,,,,,,"{title}",,,\r\n')
    assert taken_in(own, path, "toponyms").added == 1
    (new,) = [one for one in own.named() if one.toponym.name == "某新桥"]
    assert new.toponym.source == new.place.source == osm


def test_every_row_is_counted_once(own: GeoPackageStore, tmp_path: Path) -> None:
    path = tmp_path / "dup.csv"
    twins = "名称,类别,政区代码\n某新桥,桥梁,370811\n某新桥,桥梁,370811\n,某类,370811\n"
    path.write_text(twins, encoding="utf-8")
    report = taken_in(own, path, "places")
    assert (report.read, report.held, report.refused_rows) == (3, 1, 2)
    assert len(report.refused) == 3
    assert counted(report) == report.read
    partly = import_file(own, Incoming(str(path), "places", partial=True), "测试员", "试")
    assert (partly.added, partly.held, counted(partly)) == (1, 0, 3)


def test_rows_gathered_into_one_road_are_counted_and_noted(
    own: GeoPackageStore, tmp_path: Path
) -> None:
    path = tmp_path / "dup.csv"
    path.write_text("名称,政区代码\n某新路,370811\n某新路,370811\n", encoding="utf-8")
    report = taken_in(own, path, "roads")
    assert report.read == report.added == counted(report) == 2
    assert any("2 行路段" in zh for zh, _ in report.notes)
    assert taken_in(own, path, "roads").same == 2
