"""Every registry writes a unit of work whole with its journal, or not at all."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import shapely

from diming.errors import InputError, UsageError
from diming.model import Decision, FeatureClass, Place, Source, Toponym
from diming.model.decision import Change

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry import LineString

    from diming.registry.store import Store
    from tests.registry.conftest import Clerk


def test_a_new_registry_has_seen_nothing(store: Store) -> None:
    assert store.revision == 0
    assert store.history() == []
    assert store.id


def test_one_unit_of_work_is_one_revision(store: Store, clerk: Clerk) -> None:
    clerk.file(Source("源1", "甲"), Source("源2", "乙"))
    assert store.revision == 1
    clerk.file(Source("源3", "丙"))
    assert store.revision == 2


def test_an_unchanged_record_leaves_no_trace(store: Store, clerk: Clerk, road: LineString) -> None:
    named = clerk.name("常山路", geometry=road)
    place = replace(named.place, attributes={"甲": "1", "乙": "2"})
    clerk.file(place)
    turned = replace(place, attributes={"乙": "2", "甲": "1"})
    assert clerk.file(turned, named.toponym) == ["same", "same"]
    assert store.revision == 2
    assert len(store.history()) == 3


def test_the_journal_tells_who_when_why_and_from_what_to_what(
    store: Store, road: LineString
) -> None:
    place = Place("地1", FeatureClass.ROAD, "370811", road)
    with store.change("王办事员", "济政字〔2026〕1号") as change:
        assert change.put(place) == "add"
    with store.change("李科长", "更正") as change:
        assert change.put(replace(place, grade="主干路")) == "alter"
    with store.change("李科长", "误录") as change:
        change.remove("place", "地1")
    removed, altered, added = store.history("地1")
    assert (added.revision, added.person, added.reason) == (1, "王办事员", "济政字〔2026〕1号")
    assert (added.kind, added.record_id, added.change) == ("place", "地1", Change.ADD)
    assert datetime.now(UTC) - datetime.fromisoformat(added.at) < timedelta(minutes=5)
    assert added.before is None
    assert altered.change is Change.ALTER
    assert altered.before == added.after
    assert removed.change is Change.REMOVE
    assert removed.after is None
    assert removed.before == altered.after
    told = json.loads(removed.before or "")
    assert told["grade"] == "主干路"
    assert shapely.from_wkt(told["geometry"]) == road


def test_the_journal_can_be_cut_short(store: Store, clerk: Clerk) -> None:
    for number in range(5):
        clerk.file(Source(f"源{number}", "甲"))
    assert [entry.record_id for entry in store.history(limit=2)] == ["源4", "源3"]
    assert len(store.history("源0")) == 1


def test_a_unit_of_work_that_fails_leaves_nothing(store: Store, clerk: Clerk) -> None:
    clerk.name("常山路")
    good = Source("源1", "甲"), Toponym("名2", "地/常山路@370811", "长山路")
    with pytest.raises(InputError, match="无此地"):
        clerk.file(*good, Toponym("名3", "无此地", "尚善路"))
    assert store.revision == 1
    assert store.source("源1") is None
    assert store.named_exactly(["长山路"]) == []
    assert store.count() == 1


def test_a_unit_of_work_that_changes_nothing_is_no_revision(store: Store) -> None:
    with store.change("王", "看看"):
        pass
    assert store.revision == 0


@pytest.mark.parametrize("person", ["", "  "])
def test_somebody_must_answer_for_a_change(store: Store, person: str) -> None:
    with pytest.raises(UsageError, match="person"), store.change(person, "录入"):
        pytest.fail("a unit of work was opened")


def test_who_writes_sees_the_own_work_at_once(store: Store) -> None:
    with store.change("王", "录入") as change:
        change.put(Place("地1", FeatureClass.ROAD, "370811"))
        change.put(Toponym("名1", "地1", "常山路"))
        assert [named.toponym.id for named in store.named_exactly(["常山路"])] == ["名1"]
        assert store.count() == 1
        assert store.revision == 0


def test_many_threads_read_and_write_without_losing_anything(store: Store) -> None:
    def work(number: int) -> None:
        for turn in range(5):
            with store.change(f"办事员{number}", "录入") as change:
                change.put(Place(f"地{number}-{turn}", FeatureClass.ROAD, "370811"))
                change.put(Toponym(f"名{number}-{turn}", f"地{number}-{turn}", "常山路"))
            assert store.named_exactly(["常山路"])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert store.revision == 30
    assert store.count() == 30
    assert sorted(entry.revision for entry in store.history()) == sorted([*range(1, 31)] * 2)


def test_a_backup_holds_all_that_was_written(store: Store, clerk: Clerk, tmp_path: Path) -> None:
    clerk.file(Decision("批1", "常山路", "370811", "name", "approved", "市府", "2026-01-05"))
    target = tmp_path / "备份.gpkg"
    store.backup(target)
    assert target.stat().st_size > 0
