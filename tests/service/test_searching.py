"""A clerk finds a name by characters, pinyin, initials, an old name, a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diming.service.registries import open_registry
from diming.service.searching import search

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diming.registry.store import Store


@pytest.fixture(scope="module")
def store(jining: Path) -> Iterator[Store]:
    with open_registry(str(jining), read_only=True) as opened:
        yield opened


def names(store: Store, text: str, **more: object) -> list[str]:
    return [hit.named.toponym.name for hit in search(store, text, **more)]  # type: ignore[arg-type]


def test_one_character_finds_every_name_that_has_it(store: Store) -> None:
    found = names(store, "槐", limit=1000)
    assert "古槐路" in found
    assert all("槐" in name for name in found)
    everywhere = {n.toponym.name for n in store.named() if "槐" in n.toponym.name}
    assert set(found) == everywhere


def test_two_characters_find_every_name_that_has_them_side_by_side(store: Store) -> None:
    everywhere = {n.toponym.name for n in store.named() if "运河" in n.toponym.name}
    assert set(names(store, "运河", limit=1000)) == everywhere


@pytest.mark.parametrize(
    "text", ["太白楼路", "太白楼", "taibailoulu", "Tàibáilóu Lù", "tbll", "太白l"]
)
def test_many_ways_lead_to_taibailou_road(store: Store, text: str) -> None:
    assert "太白楼路" in names(store, text)


def test_traditional_characters_find_the_standard_name(store: Store) -> None:
    assert "运河路" in names(store, "運河路")


def test_the_whole_name_comes_before_names_that_begin_with_it(store: Store) -> None:
    assert names(store, "建设路")[0] == "建设路"


def test_a_former_name_says_that_it_is_one(store: Store) -> None:
    hit = search(store, "公安街")[0]
    assert hit.label is not None
    assert "曾用名" in hit.label
    assert hit.span == (0, 3)
    assert hit.area == "济宁市任城区"


def test_a_year_shows_names_in_use_then(store: Store) -> None:
    assert "公安街" in names(store, "公安街", as_of=1930)
    assert names(store, "公安街", as_of=1950) == []


def test_for_a_year_names_of_unknown_age_come_last_and_say_so(store: Store) -> None:
    first, *others = search(store, "济州", as_of=1200)
    assert (first.named.toponym.name, first.named.toponym.valid_from) == ("济州", "1150")
    assert others
    assert all("起始年代不详" in (hit.label or "") for hit in others)


def test_a_mapped_heritage_object_is_found_once(store: Store) -> None:
    assert names(store, "太白楼").count("太白楼") == 1


def test_heritage_only(store: Store) -> None:
    hits = search(store, "尼山", kind="heritage")
    assert hits
    assert all(hit.named.toponym.heritage for hit in hits)


@pytest.mark.parametrize("text", ["", "   ", "？！", "龘龘龘"])
def test_nothing_sensible_finds_nothing(store: Store, text: str) -> None:
    assert search(store, text) == []
