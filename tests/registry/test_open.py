"""A registry file is made whole, told from other files, and brought up to date without loss."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diming.errors import RegistryError
from diming.model import FeatureClass, Place, Source, Toponym
from diming.registry import schema
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from pathlib import Path


def test_a_registry_keeps_its_name_for_life(file: Path) -> None:
    with closing(GeoPackageStore.create(file)) as made:
        name = made.id
    with closing(GeoPackageStore.open(file)) as opened:
        assert opened.id == name
    with closing(GeoPackageStore.create(file.with_name("b.gpkg"))) as other:
        assert other.id != name


def test_closing_leaves_one_file(file: Path) -> None:
    with closing(GeoPackageStore.create(file)) as store, store.change("王", "录入") as change:
        change.put(Source("源1", "甲"))
    assert list(file.parent.iterdir()) == [file]


def test_an_existing_file_is_never_overwritten(file: Path) -> None:
    with closing(GeoPackageStore.create(file, registry_id="甲")):
        pass
    with pytest.raises(RegistryError, match="exists") as refused:
        GeoPackageStore.create(file)
    assert refused.value.mend[0]
    with closing(GeoPackageStore.open(file)) as store:
        assert store.id == "甲"
    note = file.with_name("便条.txt")
    note.write_text("不是数据库" * 100, "utf-8")
    with pytest.raises(RegistryError, match="exists"):
        GeoPackageStore.create(note)
    assert note.read_text("utf-8") == "不是数据库" * 100


def test_what_a_killed_program_left_empty_can_be_made_anew(file: Path) -> None:
    file.touch()
    with pytest.raises(RegistryError):
        GeoPackageStore.open(file)
    with closing(GeoPackageStore.create(file)) as store:
        assert store.revision == 0


def test_a_missing_directory_or_file_is_said(file: Path) -> None:
    with pytest.raises(RegistryError, match="no registry") as missing:
        GeoPackageStore.open(file)
    assert "diming init" in missing.value.mend[0]
    assert not file.exists()
    with pytest.raises(RegistryError, match="no directory"):
        GeoPackageStore.create(file.parent / "无" / "r.gpkg")
    with pytest.raises(RegistryError, match="no registry"):
        GeoPackageStore.open(file.parent)


def test_a_file_of_another_kind_is_said(file: Path) -> None:
    file.write_text("name,class\n常山路,road\n" * 50, "utf-8")
    with pytest.raises(RegistryError, match="no GeoPackage"):
        GeoPackageStore.open(file)
    file.unlink()
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("CREATE TABLE t (a)")
    with pytest.raises(RegistryError, match="no GeoPackage"):
        GeoPackageStore.open(file)
    with closing(sqlite3.connect(file)) as foreign:
        foreign.execute("PRAGMA application_id = 0x47504B47")
    with pytest.raises(RegistryError, match="no registry") as refused:
        GeoPackageStore.open(file)
    assert "diming import" in refused.value.mend[1]


def test_a_damaged_registry_is_said(file: Path) -> None:
    GeoPackageStore.create(file).close()
    with file.open("r+b") as damaged:
        damaged.seek(4096)
        damaged.write(b"\xff" * 200_000)
    with pytest.raises(RegistryError, match="damaged"):
        GeoPackageStore.open(file)


def test_a_registry_of_a_newer_program_is_left_alone(file: Path) -> None:
    GeoPackageStore.create(file).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as newer:
        newer.execute("UPDATE registry SET schema_version = 99")
    with pytest.raises(RegistryError, match="99"):
        GeoPackageStore.open(file)


def test_a_reader_reads_and_never_writes(file: Path) -> None:
    GeoPackageStore.create(file).close()
    with closing(GeoPackageStore.open(file, read_only=True)) as store:
        assert store.count() == 0
        with pytest.raises(RegistryError, match="read only"), store.change("王", "录入"):
            pytest.fail("a unit of work was opened")


def test_a_closed_registry_says_so(geopackage: GeoPackageStore) -> None:
    geopackage.close()
    with pytest.raises(RegistryError, match="closed"):
        geopackage.count()


def test_a_change_waits_for_another_one_only_so_long(file: Path) -> None:
    with (
        closing(GeoPackageStore.create(file)) as one,
        closing(GeoPackageStore.open(file, wait_s=0.05)) as two,
        one.change("王", "录入") as change,
    ):
        change.put(Source("源1", "甲"))
        with pytest.raises(RegistryError, match="another program"), two.change("李", "录入"):
            pytest.fail("two units of work at once")
        assert two.source("源1") is None


def test_readers_in_other_threads_see_what_was_committed_last(
    geopackage: GeoPackageStore,
) -> None:
    seen: list[int] = []
    with geopackage.change("王", "录入") as change:
        change.put(Place("地1", FeatureClass.ROAD, "370811"))
        change.put(Toponym("名1", "地1", "常山路"))
        reader = threading.Thread(target=lambda: seen.append(geopackage.count()))
        reader.start()
        reader.join(10)
        seen.append(geopackage.count())
    seen.append(geopackage.count())
    assert seen == [0, 1, 1]


def test_a_backup_is_a_registry_in_one_file(geopackage: GeoPackageStore, file: Path) -> None:
    with geopackage.change("王", "录入") as change:
        change.put(Source("源1", "甲"))
    target = file.with_name("backup.gpkg")
    geopackage.backup(target)
    with pytest.raises(RegistryError, match="exists"):
        geopackage.backup(target)
    alone = file.with_name("elsewhere.gpkg")
    target.rename(alone)
    with closing(GeoPackageStore.open(alone)) as copy:
        assert (copy.id, copy.revision, copy.source("源1")) == ("济宁", 1, Source("源1", "甲"))


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of a program one version on; returns the script of that version."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    script = folder / f"{schema.latest() + 1:04}_photo.sql"
    script.write_text(
        "CREATE TABLE photo (fid INTEGER PRIMARY KEY);\nINSERT INTO photo VALUES (7);\n", "utf-8"
    )
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    return script


@pytest.fixture
def older(file: Path) -> Path:
    """A registry of today, which tomorrow's program finds old."""
    made = GeoPackageStore.create(file, registry_id="旧")
    with closing(made), made.change("王", "录入") as change:
        change.put(Source("源1", "甲"))
    return file


def _photos(file: Path) -> list[tuple[int]]:
    with closing(sqlite3.connect(file)) as sql:
        return sql.execute("SELECT fid FROM photo").fetchall()


def test_an_older_registry_is_copied_then_brought_up_to_date(
    older: Path, next_version: Path
) -> None:
    with pytest.raises(RegistryError, match="older"):
        GeoPackageStore.open(older, read_only=True)
    with closing(GeoPackageStore.open(older)) as store:
        assert (store.id, store.revision, store.source("源1")) == ("旧", 1, Source("源1", "甲"))
    assert _photos(older) == [(7,)]
    kept = older.with_name(f"registry.schema{schema.latest() - 1}.gpkg")
    with closing(sqlite3.connect(kept)) as copy:
        state = copy.execute("SELECT schema_version, revision FROM registry").fetchone()
        assert state == (schema.latest() - 1, 1)
    GeoPackageStore.open(older).close()
    assert _photos(older) == [(7,)]


def test_a_migration_that_fails_leaves_the_registry_as_it_was(
    older: Path, next_version: Path
) -> None:
    with next_version.open("a", encoding="utf-8") as script:
        script.write("INSERT INTO photo VALUES (7);\n")
    with pytest.raises(sqlite3.IntegrityError):
        GeoPackageStore.open(older)
    with closing(sqlite3.connect(older)) as sql:
        state = sql.execute("SELECT schema_version FROM registry").fetchone()
        assert state == (schema.latest() - 1,)
        assert not sql.execute("SELECT 1 FROM sqlite_master WHERE name = 'photo'").fetchall()
