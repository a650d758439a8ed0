"""Whatever is put, altered, moved and removed, the indexes find what reading every name finds."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from diming.model import FeatureClass, Place, Toponym, ToponymStatus, within
from diming.names.characters import simplify
from diming.names.keys import typed
from diming.names.likeness.stems import filed_under, stem_of
from diming.names.plain import plain
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Named, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.registry.store import Store

CLASSES = (FeatureClass.ROAD, FeatureClass.VILLAGE, FeatureClass.PARK)
AREAS = ("370811", "370811003", "370812", "370800", "370102", "370000", "320100")

specifics = st.text("常长山太白楼任樂吕绿K1（", min_size=1, max_size=4)
texts = st.builds(str.__add__, specifics, st.sampled_from(["路", "街", "村", "公园", "二路", ""]))
readings = st.sampled_from([None, None, "zhǎng shān lù", "lè"])
scopes = st.builds(
    Scope,
    st.lists(st.sampled_from(AREAS), max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from(CLASSES), max_size=2, unique=True).map(tuple),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, 1950]),
)
names = st.builds(
    lambda number, text, kind, code, status, reading, heritage, year: Named(
        Toponym(
            f"名{number}", f"地{number}", text, status=status, reading=reading,
            heritage=heritage, valid_from=year,
        ),
        Place(f"地{number}", kind, code),
    ),
    st.integers(0, 12), texts, st.sampled_from(CLASSES), st.sampled_from(AREAS),
    st.sampled_from(ToponymStatus), readings, st.sampled_from([None, "省级"]),
    st.sampled_from([None, "1900", "2000"]),
)  # fmt: skip
queries = st.one_of(texts, specifics, st.text("changshtbklv1", min_size=1, max_size=6))


def _in(scope: Scope, named: Named) -> bool:
    toponym, place = named.toponym, named.place
    return (
        (not scope.areas or any(within(place.jurisdiction, area) for area in scope.areas))
        and (not scope.classes or place.feature_class in scope.classes)
        and (not scope.live_only or toponym.status in ("in-use", "reserved"))
        and (not scope.heritage or toponym.heritage is not None)
        and (scope.year is None or toponym.in_use_in(scope.year))
    )


def _ids(found: Iterable[Named]) -> list[str]:
    return sorted(named.toponym.id for named in found)


def _typed(named: Named) -> tuple[str, ...]:
    return typed(plain(named.toponym.name), named.place.feature_class, named.toponym.reading)


def _filed(named: Named) -> tuple[str, ...]:
    toponym, place = named.toponym, named.place
    code = f"{place.jurisdiction[:4]}00"
    return filed_under(stem_of(toponym.name, place.feature_class, toponym.reading, code))


def _assert_agree(store: Store, query: str, scope: Scope) -> None:
    """Index and brute force give the same names."""
    listed = list(store.named(Scope()))
    there = [named for named in listed if _in(scope, named)]
    text = plain(query)
    assert store.count(scope) == len(there)
    for near in (None, "370811", "320000"):
        assert _ids(store.typed(query, scope, near=near)) == _ids(
            named for named in there if text and any(key.startswith(text) for key in _typed(named))
        )
        assert _ids(store.containing(query, scope, near=near)) == _ids(
            named for named in there if text and text in plain(named.toponym.name)
        )
    assert _ids(store.named_exactly([query], scope)) == _ids(
        named for named in there if simplify(named.toponym.name) == simplify(query)
    )
    keys = filed_under(stem_of(query, FeatureClass.ROAD))
    filed = store.stems(keys, scope)
    assert _ids(named for _, named in store.bearers(filed, scope)) == _ids(
        named for named in there if set(keys) & set(_filed(named))
    )


def _put(store: Store, named: Named) -> None:
    with store.change("王", "录入") as change:
        change.put(named.place)
        change.put(named.toponym)


@settings(deadline=None)
@given(st.lists(names, max_size=12), st.lists(queries, min_size=1, max_size=4), scopes)
def test_what_is_put_and_altered_is_found_as_it_stands(
    records: list[Named], asked: list[str], scope: Scope
) -> None:
    with closing(GeoPackageStore.create(":memory:")) as store:
        for named in records:
            _put(store, named)
        for query in (*asked, *(named.toponym.name for named in records[:2])):
            _assert_agree(store, query, scope)


@settings(deadline=None)
@given(
    st.lists(names, max_size=8, unique_by=lambda named: named.toponym.id),
    st.lists(names, max_size=4),
    queries,
    scopes,
)
def test_what_is_loaded_and_then_altered_is_found_as_it_stands(
    loaded: list[Named], altered: list[Named], query: str, scope: Scope
) -> None:
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("王", "建库") as change:
            change.load(loaded)
        for named in altered:
            _put(store, named)
        _assert_agree(store, query, scope)


@settings(deadline=None)
@given(st.lists(names, min_size=1, max_size=10), st.data())
def test_nothing_is_left_in_the_indexes_of_what_is_gone(
    records: list[Named], data: st.DataObject
) -> None:
    with closing(GeoPackageStore.create(":memory:")) as store:
        for named in records:
            _put(store, named)
        there = list(store.named())
        elsewhere = data.draw(st.sampled_from(AREAS))
        with store.change("王", "迁移") as change:
            for named in there:
                change.put(replace(named.place, jurisdiction=elsewhere))
        with store.change("王", "清库") as change:
            for named in data.draw(st.permutations(there)):
                change.remove("toponym", named.toponym.id)
                change.remove("place", named.place.id)
        with store._connections.lend() as sql:
            tables = ("stem", "stem_key", "stem_scope", "word", "word_bearer")
            left = [sql.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]
            assert left == [(0,)] * len(tables)
            sql.execute(
                "CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'word_token', 'row')"
            )
            assert sql.execute("SELECT * FROM temp.terms").fetchall() == []
