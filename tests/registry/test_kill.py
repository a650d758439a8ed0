"""A program that is killed while it writes leaves the registry as it was before."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import Point

from diming.model import FeatureClass, Place, Toponym
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PUT = """
import sys
from shapely.geometry import Point
from diming.model import FeatureClass, Place, Toponym
from diming.registry.geopackage import GeoPackageStore

store = GeoPackageStore.open(sys.argv[1])
with store.change("导入程序", "批量导入") as change:
    for number in range(2000):
        change.put(Place(f"新{number}", FeatureClass.ROAD, "370811", Point(116.5, 35.5)))
        change.put(Toponym(f"新名{number}", f"新{number}", "长山路"))
    print("half", flush=True)
    sys.stdin.readline()
store.close()
print("done", flush=True)
"""

LOAD = """
import sys
from shapely.geometry import Point
from diming.model import FeatureClass, Place, Toponym
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Named

store = GeoPackageStore.open(sys.argv[1])
with store.change("导入程序", "批量导入") as change:
    change.load(
        Named(
            Toponym(f"新名{number}", f"新{number}", "长山路"),
            Place(f"新{number}", FeatureClass.ROAD, "370811", Point(116.5, 35.5)),
        )
        for number in range(2000)
    )
    print("half", flush=True)
    sys.stdin.readline()
store.close()
print("done", flush=True)
"""

CREATE = """
import sys
from diming.registry import schema
from diming.registry.geopackage import GeoPackageStore

read = schema._statements
def halting(script):
    for number, statement in enumerate(read(script)):
        if number == 12:
            print("half", flush=True)
            sys.stdin.readline()
        yield statement
schema._statements = halting
GeoPackageStore.create(sys.argv[1])
"""


@contextmanager
def halfway(program: str, file: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that runs the program and has come half-way; a line lets it go on."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "half\n"
            yield other
        finally:
            other.kill()


def _state(file: Path) -> tuple[object, ...]:
    with closing(GeoPackageStore.open(file)) as store:
        return (
            store.revision,
            store.count(),
            store.history(),
            store.named_exactly(["长山路"]),
            store.typed("changshan"),
            store.stems(["长山"]),
            store.in_box(116, 35, 117, 36),
        )


def _first_name(file: Path) -> None:
    with closing(GeoPackageStore.create(file)) as store, store.change("王", "录入") as change:
        change.put(Place("地1", FeatureClass.ROAD, "370811", Point(116.6, 35.4)))
        change.put(Toponym("名1", "地1", "常山路"))


@pytest.mark.parametrize("program", [PUT, LOAD], ids=["put", "load"])
def test_an_import_killed_half_way_leaves_no_trace(file: Path, program: str) -> None:
    _first_name(file)
    before = _state(file)
    with halfway(program, file) as other:
        other.kill()
        other.wait(30)
    assert _state(file) == before
    with closing(GeoPackageStore.open(file)) as store, store.change("王", "再来") as change:
        change.remove("toponym", "名1")
    assert _state(file)[0] == 2


@pytest.mark.parametrize("program", [PUT, LOAD], ids=["put", "load"])
def test_others_read_while_one_writes_and_then_see_the_whole(file: Path, program: str) -> None:
    _first_name(file)
    with halfway(program, file) as other, closing(GeoPackageStore.open(file)) as store:
        assert (store.revision, store.count()) == (1, 1)
        assert store.named_exactly(["长山路"]) == []
        said, _ = other.communicate("go on\n", timeout=60)
        assert said == "done\n"
        assert (store.revision, store.count()) == (2, 2001)
        assert len(store.history("新7")) == 1


def test_a_registry_killed_while_it_is_made_can_be_made_anew(file: Path) -> None:
    with halfway(CREATE, file) as other:
        other.kill()
        other.wait(30)
    with closing(GeoPackageStore.create(file)) as store:
        assert store.revision == 0
