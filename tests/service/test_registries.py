"""A registry that another edition of the program made is used as if this one had made it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from diming.errors import RegistryError
from diming.model import FeatureClass, Place, Toponym
from diming.registry.geopackage import GeoPackageStore
from diming.service.registries import open_registry

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOBODY = 65534


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A registry with one name and the keys of another edition."""
    file = tmp_path / "registry.gpkg"
    with closing(GeoPackageStore.create(file)) as store, store.change("王", "录入") as change:
        change.put(Place("地1", FeatureClass.ROAD, "370811"))
        change.put(Toponym("名1", "地1", "太白楼路"))
    with closing(sqlite3.connect(file)) as sql:
        sql.execute("UPDATE registry SET edition = 'another'")
        sql.execute("DELETE FROM word")
        sql.execute("INSERT INTO word_token (word_token) VALUES ('delete-all')")
        sql.commit()
    return file


@pytest.mark.parametrize("read_only", [True, False])
def test_names_are_filed_anew_once_and_the_user_is_told(
    earlier: Path, read_only: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_registry(str(earlier), read_only=read_only) as store:
        assert [named.toponym.id for named in store.typed("tbl")] == ["名1"]
        assert store.revision == 1
    told = capsys.readouterr()
    assert "1 个地名" in told.err
    assert "names (1)" in told.err
    assert told.out == ""
    with open_registry(str(earlier), read_only=read_only):
        pass
    assert capsys.readouterr().err == ""


def test_a_registry_that_is_up_to_date_is_only_read(
    earlier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_registry(str(earlier)):
        pass
    capsys.readouterr()
    before = earlier.read_bytes()
    with open_registry(str(earlier), read_only=True) as store:
        assert store.count() == 1
    assert earlier.read_bytes() == before
    assert capsys.readouterr().err == ""


@pytest.fixture
def read_only_copy(earlier: Path) -> Iterator[Path]:
    """The registry in a directory of somebody who may read it only; root may write anything."""
    with TemporaryDirectory() as directory:
        file = Path(directory, "registry.gpkg")
        shutil.copy(earlier, file)
        file.chmod(0o400)
        if os.geteuid() != 0:
            yield file
            return
        for path in (file, file.parent):
            os.chown(path, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
        try:
            yield file
        finally:
            os.seteuid(0)


def test_a_file_that_may_not_be_written_is_said(read_only_copy: Path) -> None:
    with (
        pytest.raises(RegistryError, match=r"cannot be made anew.*cannot be written") as refused,
        open_registry(str(read_only_copy), read_only=True),
    ):
        pass
    assert "写权限" in refused.value.mend[0]
