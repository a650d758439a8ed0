"""A registry whose keys are of another day is brought to those of today, and keeps all it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import Point

from diming.errors import RegistryError
from diming.model import Change, FeatureClass, Place, Toponym, ToponymKind
from diming.registry import gpkg_blob, schema
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def first_version(file: Path) -> Path:
    """A registry as the first version of the program made it, with one name in it."""
    script = (schema.MIGRATIONS / "0001_registry.sql").read_text("utf-8")
    with closing(sqlite3.connect(file)) as sql:
        sql.executescript(script)
        sql.execute("INSERT INTO registry VALUES ('济宁', 1, 1)")
        sql.execute(
            "INSERT INTO place (geometry, id, feature_class, jurisdiction, attributes)"
            " VALUES (?, '地1', 'road', '370811', '{}')",
            (gpkg_blob.encode(Point(116.6, 35.4)),),
        )
        sql.execute(
            "INSERT INTO toponym (id, place_id, name, kind, status)"
            " VALUES ('名1', '地1', '太白楼路', 'standard', 'in-use')"
        )
        sql.executemany("INSERT INTO name_key VALUES (?, ?, '370811', 1)", [("exact", "太白楼路")])
        sql.execute(
            "INSERT INTO journal (revision, at, person, reason, kind, record_id, change, after)"
            " VALUES (1, '2025-01-05T00:00:00.000Z', '王', '录入', 'toponym', '名1', 'add', '{}')"
        )
        sql.commit()
    return file


@pytest.fixture
def second_version(file: Path) -> Path:
    """A registry as the second version made it: a place of two names, a third name removed."""
    with closing(sqlite3.connect(file)) as sql:
        for script in ("0001_registry.sql", "0002_search_index.sql"):
            sql.executescript((schema.MIGRATIONS / script).read_text("utf-8"))
        sql.execute("INSERT INTO registry VALUES ('济宁', 2, 1, 'of that day')")
        sql.executemany(
            "INSERT INTO place (fid, id, feature_class, jurisdiction, attributes)"
            " VALUES (?, ?, 'road', '370811', '{}')",
            [(3, "地0"), (7, "地1")],
        )
        sql.executemany(
            "INSERT INTO toponym (id, place_id, name, kind, status, valid_from, meaning)"
            " VALUES (?, ?, ?, ?, 'in-use', ?, ?)",
            [
                ("名1", "地1", "太白楼路", "standard", "1928", "楼名"),
                ("名2", "地1", "古槐路", "former", None, None),
                ("名3", "地0", "误录路", "standard", None, None),
            ],
        )
        sql.execute("INSERT INTO tally VALUES ('370811', 'road', 'in-use', 2)")
        sql.execute("DELETE FROM toponym WHERE id = '名3'")
        sql.commit()
    return file


@pytest.fixture
def other_edition(file: Path) -> Path:
    """A registry whose keys another edition of the program made: its name stands under 旧."""
    with closing(GeoPackageStore.create(file)) as store, store.change("王", "录入") as change:
        change.put(Place("地1", FeatureClass.ROAD, "370811"))
        change.put(Toponym("名1", "地1", "太白楼路"))
    with closing(sqlite3.connect(file)) as sql:
        sql.execute("UPDATE registry SET edition = 'another'")
        sql.execute("UPDATE stem SET text = '旧'")
        sql.execute("UPDATE word SET text = '旧'")
        sql.execute("DELETE FROM stem_key")
        sql.execute("INSERT INTO word_token (word_token) VALUES ('delete-all')")
        sql.commit()
    return file


def _assert_filed(store: GeoPackageStore) -> None:
    for found in (
        store.named_exactly(["太白楼路"]), store.typed("tbl"), store.containing("白楼"),
        [named for _, named in store.bearers(store.stems(["太白楼"]))],
    ):  # fmt: skip
        assert [named.toponym.id for named in found] == ["名1"]


def test_names_of_the_first_version_are_filed_anew(first_version: Path) -> None:
    with pytest.raises(RegistryError, match="older"):
        GeoPackageStore.open(first_version, read_only=True)
    with closing(GeoPackageStore.open(first_version)) as store:
        _assert_filed(store)
        assert [line.change for line in store.history("名1")] == [Change.ADD]
        assert (store.id, store.revision, store.count()) == ("济宁", 1, 1)
        with store.change("李", "误录") as change:
            change.remove("toponym", "名1")
        assert len(store.history("名1")) == 2
    with closing(sqlite3.connect(first_version.with_name("registry.schema1.gpkg"))) as copy:
        assert copy.execute("SELECT count(*) FROM name_key").fetchone() == (1,)


def test_names_of_the_second_version_keep_their_place_and_number(second_version: Path) -> None:
    with closing(GeoPackageStore.open(second_version)) as store:
        _assert_filed(store)
        assert store.toponyms_of("地1") == [
            Toponym("名1", "地1", "太白楼路", valid_from="1928", meaning="楼名"),
            Toponym("名2", "地1", "古槐路", ToponymKind.FORMER),
        ]
        assert [named.toponym.id for named in store.of_year(1930)] == ["名1"]
        assert (store.toponyms_of("地0"), store.count()) == ([], 2)
        with store.change("李", "录入") as change:
            change.put(Toponym("名4", "地0", "文昌路"))
        assert store.toponyms_of("地0") == [Toponym("名4", "地0", "文昌路")]
    with closing(sqlite3.connect(second_version)) as sql:
        numbers = sql.execute("SELECT fid, id, place FROM toponym ORDER BY fid").fetchall()
        assert numbers == [(1, "名1", 7), (2, "名2", 7), (4, "名4", 3)]


def test_names_are_filed_anew_when_their_keys_have_changed(other_edition: Path) -> None:
    with pytest.raises(RegistryError, match="another edition") as refused:
        GeoPackageStore.open(other_edition, read_only=True)
    assert refused.value.mend[0]
    with closing(GeoPackageStore.open(other_edition)) as store:
        _assert_filed(store)
        assert store.stems(["旧"]) == []
        assert store.revision == 1
    with closing(GeoPackageStore.open(other_edition, read_only=True)) as store:
        _assert_filed(store)
    assert list(other_edition.parent.glob("*.gpkg")) == [other_edition]
