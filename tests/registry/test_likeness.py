"""The rivals that the index of stems gives are those that comparing with every name gives."""

from __future__ import annotations

import csv
from collections import defaultdict
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diming.model import FeatureClass, Match, Place, Toponym
from diming.names.characters import is_han
from diming.names.likeness.compare import Relation, compare_stems, relation
from diming.names.likeness.folds import folded
from diming.names.likeness.shape import neighbours
from diming.names.likeness.stems import stem_of
from diming.names.reading import lexicon, read, ways
from diming.registry import stem_index
from diming.registry.geopackage import GeoPackageStore
from diming.registry.likeness import rivals_of
from diming.registry.store import Named, Scope
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diming.registry.store import Store

CITY = "370800"
FILES = {
    FeatureClass.VILLAGE: ("places", "divisions.csv"),
    FeatureClass.ROAD: ("names", "roads.csv"),
}
GENERICS = {FeatureClass.VILLAGE: ("村", "庄"), FeatureClass.ROAD: ("路", "街", "巷")}
Asked = tuple[str, str | None]  # a name and its authorised reading


@cache
def real_names(kind: FeatureClass) -> tuple[str, ...]:
    with shipped("data", *FILES[kind]).open(encoding="utf-8-sig", newline="") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    return tuple(sorted(name for name in names if 2 <= len(name) <= 6))


@cache
def sounding_alike() -> Mapping[str, tuple[str, ...]]:
    """The characters of real names by their sound with all folds laid together."""
    chars = sorted({char for kind in FILES for name in real_names(kind) for char in name})
    found: dict[str, list[str]] = defaultdict(list)
    for char in filter(is_han, chars):
        for (syllable,) in ways(char, read(char), 1):
            found[folded(syllable)].append(char)
    return {sound: tuple(alike) for sound, alike in found.items()}


@st.composite
def mutants(draw: st.DrawFn, name: str, kind: FeatureClass) -> str:
    """The name with one character replaced by a like one, put in, left out, or a new generic."""
    at = draw(st.integers(0, len(name) - 1))
    char = name[at]
    sounds = sounding_alike().get(folded(read(name, feature_class=kind).syllables[at]), (char,))
    instead = draw(
        st.one_of(
            st.sampled_from(sounds),
            st.sampled_from(neighbours(char) or (char,)),
            st.sampled_from(("", f"{char}东", f"{char}北", f"{char}一", f"{char}家")),
        )
    )
    generic = draw(st.sampled_from(("", *GENERICS[kind])))
    return name[:at] + instead + name[at + 1 :] + generic or name


@st.composite
def sets_of_names(draw: st.DrawFn, kind: FeatureClass) -> list[Asked]:
    """Real names, each with some mutants, here and there with one of its legal readings."""
    asked: list[Asked] = []
    for name in draw(st.lists(st.sampled_from(real_names(kind)), min_size=1, max_size=6)):
        for one in (name, *draw(st.lists(mutants(name, kind), max_size=5))):
            legal = ways(one, read(one, feature_class=kind), len(one))
            given_one = st.sampled_from([" ".join(way) for way in legal])
            asked.append((one, draw(st.none() | given_one)))
    return asked


def filed(names: Sequence[Asked], kind: FeatureClass) -> list[Named]:
    return [
        Named(
            Toponym(f"名{number}", f"地{number}", name, reading=reading),
            Place(f"地{number}", kind, "370811"),
        )
        for number, (name, reading) in enumerate(names)
    ]


def by_the_index(store: Store, asked: Asked, kind: FeatureClass) -> dict[str, Relation]:
    found = rivals_of(
        store, asked[0], kind, reading=asked[1], area=CITY, scope=Scope((CITY,), (kind,))
    )
    assert found == sorted(found, key=lambda rival: -rival.relation.score)
    return {rival.named.toponym.id: rival.relation for rival in found}


def by_comparing(names: Sequence[Named], asked: Asked, kind: FeatureClass) -> dict[str, Relation]:
    def met(other: Toponym) -> Relation | None:
        whole = relation(asked[0], other.name, kind)
        if whole is not None and whole.match is Match.SAME:
            return whole
        mine = stem_of(asked[0], kind, asked[1], CITY)
        return compare_stems(mine, stem_of(other.name, kind, other.reading, CITY))

    return {one.toponym.id: found for one in names if (found := met(one.toponym))}


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_index_and_comparison_agree(kind: FeatureClass, data: st.DataObject) -> None:
    asked = data.draw(sets_of_names(kind))
    names = filed(asked, kind)
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("测试", "录入") as change:
            change.load(names)
        for one in asked:
            assert by_the_index(store, one, kind) == by_comparing(names, one, kind)


@pytest.fixture(scope="module")
def streets() -> Store:
    """任城区 with one street for each way of being taken for 金城河路."""
    names = (
        "金城河路",
        "金城河街",
        "津城河路",
        "锦城河路",
        "京城河路",
        "金域河路",
        "金城湾路",
        "大街",
    )
    store = GeoPackageStore.create(":memory:")
    with store.change("测试", "录入") as change:
        change.load(filed([(name, None) for name in names], FeatureClass.ROAD))
    return store


def test_the_best_relation_comes_first_and_every_kind_is_found(streets: Store) -> None:
    scope = Scope(("370811",), (FeatureClass.ROAD,), live_only=True)
    found = rivals_of(streets, "金城河路", FeatureClass.ROAD, scope=scope)
    assert [(rival.named.toponym.name, rival.relation.match) for rival in found] == [
        ("金城河路", Match.SAME),
        ("金城河街", Match.SAME_SPECIFIC),
        ("津城河路", Match.SOUND),
        ("锦城河路", Match.SOUND_TONELESS),
        ("京城河路", Match.SOUND_FOLD),
        ("金域河路", Match.SHAPE),
        ("金城湾路", Match.EDIT),
    ]


def test_a_generic_alone_is_like_nothing_but_itself(streets: Store) -> None:
    (found,) = rivals_of(streets, "大街", FeatureClass.ROAD, scope=Scope())
    assert found.relation.match is Match.SAME


def test_a_name_outside_the_scope_is_no_rival(streets: Store) -> None:
    elsewhere = Scope(("370881",), (FeatureClass.ROAD,))
    assert rivals_of(streets, "金城河路", FeatureClass.ROAD, scope=elsewhere) == []


@pytest.fixture
def a_county_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One reading more in the lexicon: in 任城区 (370811), 曲阜 is què fǔ."""
    own = lexicon.Entry("曲阜", ("què", "fǔ"), "place", "370811", "测试", "high")
    known = {**lexicon._entries(), own.name: (own,)}
    with monkeypatch.context() as patched:
        patched.setattr(lexicon, "_entries", lambda: known)
        _forget_scopes()
        yield
    _forget_scopes()


def _forget_scopes() -> None:
    lexicon.scopes.cache_clear()
    lexicon.deciding.cache_clear()


@pytest.mark.usefixtures("a_county_of_its_own")
@pytest.mark.parametrize("many", [1, 1000])
def test_a_reading_of_one_county_is_filed_as_it_is_asked(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stem_index, "_MANY", many)
    road = FeatureClass.ROAD
    names = [
        Named(
            Toponym(f"{name}@{code}", f"地/{name}@{code}", name),
            Place(f"地/{name}@{code}", road, code),
        )
        for name in ("曲阜路", "雀斧街")
        for code in ("370811", "370811003", "370812")
    ]
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("测试", "录入") as change:
            change.load(names)
        for asked in ("曲阜路", "雀斧街"):
            for area in ("370811", "370811003", "370812", CITY):
                mine = stem_of(asked, road, None, area)
                compared = {
                    one.toponym.id
                    for one in names
                    if compare_stems(
                        mine, stem_of(one.toponym.name, road, None, one.place.jurisdiction)
                    )
                }
                found = rivals_of(store, asked, road, area=area, scope=Scope((CITY,), (road,)))
                assert {rival.named.toponym.id for rival in found} == compared
        asked_here = rivals_of(store, "雀斧街", road, area="370811", scope=Scope((CITY,), (road,)))
        assert {rival.named.toponym.id for rival in asked_here} >= {"曲阜路@370811"}
        assert "曲阜路@370812" not in {rival.named.toponym.id for rival in asked_here}
        with store.change("测试", "注销") as change:
            change.remove("toponym", "曲阜路@370811")
        assert "曲阜路@370811" not in {
            named.toponym.id for _, named in store.bearers(store.stems(["曲阜"]))
        }
