"""Many names loaded at once are kept, found and remembered as if each had been put by itself."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import LineString, Point

from diming.errors import CoordinateError, InputError
from diming.model import FeatureClass, Place, Toponym, ToponymKind, ToponymStatus
from diming.model.decision import Change
from diming.registry import indexes, loading, stem_index, word_index, word_tokens
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Named, Scope
from tests.registry.conftest import opened

if TYPE_CHECKING:
    from diming.registry.store import Store
    from tests.registry.conftest import Clerk


def _named(
    number: int, name: str, code: str = "370811", kind: FeatureClass = FeatureClass.ROAD
) -> Named:
    place = Place(
        f"地{number}", kind, code, Point(116 + number / 100, 35.5) if number % 2 else None
    )
    return Named(Toponym(f"名{number}", place.id, name), place)


@pytest.fixture
def names() -> list[Named]:
    """Roads, a park and a county of two names, some alike, in three prefectures."""
    old = Place("地9", FeatureClass.COUNTY, "370811", LineString([(116, 35), (117, 36)]))
    return [
        _named(0, "常山路"), _named(1, "常山街"), _named(2, "长山路", "370812"),
        _named(3, "常山路", "370102"), _named(4, "太白公园", kind=FeatureClass.PARK),
        _named(5, "太白楼路", "370000"), _named(6, "長山路", "370811003"), _named(7, "大街"),
        Named(Toponym("名8", "地9", "任城县", ToponymKind.FORMER, ToponymStatus.HISTORICAL), old),
        Named(Toponym("名9", "地9", "任城区", reading="rén chéng qū"), old),
    ]  # fmt: skip


def _load(store: Store, names: list[Named], person: str = "王办事员", reason: str = "建库") -> int:
    with store.change(person, reason) as change:
        return change.load(names)


@pytest.fixture(params=[1, 3, 20_000], ids="batches of {}".format)
def batch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loads in batches of few or many names."""
    monkeypatch.setattr(loading, "_BATCH", request.param)
    monkeypatch.setattr(stem_index, "_MANY", request.param)
    monkeypatch.setattr(word_index, "_WORDS_HELD", request.param)
    monkeypatch.setattr(word_tokens, "_MANY", request.param)


def _answers(store: Store) -> list[object]:
    """What a registry says of itself, but for the numbers of its stems."""
    stems = store.stems(["常山", "长山", "任城", "太白楼", "太白", "大", ""])
    bearers = {filed.id: filed.stem for filed in stems}
    return [
        list(store.named()),
        [store.count(Scope(areas=(code,))) for code in ("370811", "370100", "370000")],
        sorted((one.stem.text, one.area, one.feature_class, one.stem.ways) for one in stems),
        sorted((bearers[stem].text, named.toponym.id) for stem, named in store.bearers(stems)),
        *(
            {named.toponym.id for named in store.typed(text)}
            for text in ("常", "t", "tb", "changshan", "rcx", "任城县")
        ),
        *({named.toponym.id for named in store.containing(text)} for text in ("山", "白楼", "城")),
        store.named_exactly(["长山路", "大街"]),
        store.in_box(116, 35, 117, 36),
        store.toponyms_of("地9"),
    ]


@pytest.mark.usefixtures("batch")
def test_a_load_equals_putting_each_name(store: Store, names: list[Named]) -> None:
    assert _load(store, names) == len(names)
    assert store.revision == 1
    with opened(GeoPackageStore.create(":memory:")) as other:
        with other.change("王办事员", "建库") as change:
            for named in names:
                change.put(named.place)
                change.put(named.toponym)
        assert _answers(store) == _answers(other)
        for record in ("地3", "名3", "地9", "名8"):
            (line,), (put,) = store.history(record), other.history(record)
            assert replace(line, at=put.at) == put


def test_other_processes_file_names_as_one_does(
    store: Store, names: list[Named], monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(GeoPackageStore.create(":memory:")) as other:
        _load(other, names)
        monkeypatch.setattr(indexes, "_VERY_MANY", 1)
        _load(store, names)
        assert _answers(store) == _answers(other)


def test_the_journal_has_one_line_for_a_load(
    store: Store, clerk: Clerk, names: list[Named]
) -> None:
    clerk.name("尚善路")
    _load(store, names, "李科长", "2026年普查")
    line = store.history()[0]
    assert (line.kind, line.change, line.person) == ("load", Change.ADD, "李科长")
    assert json.loads(line.after or "") == {"place": 9, "toponym": 10}
    assert len(store.history()) == 3
    (told,) = store.history("名3")
    assert (told.person, told.reason, told.revision) == ("李科长", "2026年普查", 2)
    assert json.loads(told.after or "")["name"] == "常山路"
    (put,) = store.history("名/尚善路@370811")
    assert put.person == "王办事员"
    assert store.history("名11") == []


def test_a_loaded_record_keeps_its_history_when_it_changes(
    store: Store, names: list[Named]
) -> None:
    _load(store, names[:3], "甲", "第一批")
    _load(store, names[3:], "乙", "第二批")
    with store.change("丙", "更名") as change:
        change.put(replace(names[3].toponym, name="尚善路"))
    with store.change("丁", "误录") as change:
        change.remove("toponym", "名3")
    removed, altered, added = store.history("名3")
    assert [line.person for line in (added, altered, removed)] == ["乙", "丙", "丁"]
    assert added.before is None
    assert added.after == altered.before
    assert altered.after == removed.before
    assert store.history("名3", limit=2) == [removed, altered]
    assert [line.person for line in store.history("名0")] == ["甲"]


@pytest.mark.usefixtures("batch")
def test_what_is_on_file_is_not_loaded_again(
    store: Store, clerk: Clerk, names: list[Named]
) -> None:
    clerk.file(names[3].place)
    with pytest.raises(InputError, match="地3"):
        _load(store, names)
    assert (store.revision, store.count()) == (1, 0)
    assert store.typed("常") == store.in_box(115, 34, 118, 37) == []
    assert store.stems(["常山"]) == []
    with pytest.raises(InputError, match="名4"):
        _load(store, [names[4], names[4]])
    moved = replace(names[9].place, jurisdiction="370812")
    with pytest.raises(InputError, match="地9"):
        _load(store, [names[8], Named(names[9].toponym, moved)])
    assert _load(store, [names[8], names[9]]) == 2
    with pytest.raises(InputError, match="地9"):
        _load(store, [names[8]])
    assert store.revision == 2


def test_what_cannot_be_kept_is_not_loaded(store: Store) -> None:
    place = Place("地1", FeatureClass.ROAD, "370811")
    bad_date = Named(Toponym("名1", "地1", "常山路", valid_from="金初"), place)
    off_earth = Named(Toponym("名1", "地1", "常山路"), replace(place, geometry=Point(39553000, 1)))
    with pytest.raises(InputError, match="金初"):
        _load(store, [bad_date])
    with pytest.raises(CoordinateError):
        _load(store, [off_earth])
    stranger = Named(Toponym("名1", "地2", "常山路"), place)
    with pytest.raises(InputError, match="地2"):
        _load(store, [stranger])
    assert store.revision == 0


def test_loading_nothing_is_no_change(store: Store) -> None:
    assert _load(store, []) == 0
    assert store.revision == 0
    assert store.history() == []


def test_a_load_joins_what_is_there(store: Store, clerk: Clerk, names: list[Named]) -> None:
    clerk.name("常山路", "370826")
    _load(store, names)
    (filed,) = store.stems(["常山"], Scope(areas=("370826",), classes=(FeatureClass.ROAD,)))
    met = [named.toponym.id for _, named in store.bearers([filed])]
    assert met == ["名/常山路@370826", "名0", "名1"]
    assert len(store.typed("常山路", Scope(areas=("370800",)))) == 2
