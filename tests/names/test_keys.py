"""Under what a name is filed and found again."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.keys import keys, query_letters, sound_keys, toneless_keys

KINDS = {
    "exact", "specific", "sound", "toneless", "spelling", "initials", "unigram", "bigram",
}  # fmt: skip


def filed(name: str, reading: str | None = None) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind, key in keys(name, FeatureClass.ROAD, reading):
        found[kind].add(key)
    return found


def test_a_road_is_filed_in_every_way() -> None:
    found = filed("任城大道")
    assert found.keys() == KINDS
    assert found["exact"] == {"任城大道"}
    assert found["specific"] == {"任城"}
    assert found["sound"] == {"rén chéng"}
    assert found["toneless"] == {"ren cheng"}
    assert found["spelling"] == {"renchengdadao"}
    assert found["initials"] == {"rcdd"}
    assert found["bigram"] == {"任城", "城大", "大道"}


def test_traditional_input_is_filed_as_simplified() -> None:
    assert filed("運河路") == filed("运河路")


def test_a_modifier_keeps_segments_apart() -> None:
    assert not filed("建设路")["sound"] & filed("建设北路")["sound"]
    assert not filed("建设路")["specific"] & filed("建设北路")["specific"]


def test_an_open_reading_is_filed_in_all_ways_and_a_given_one_in_one() -> None:
    assert filed("长林路")["sound"] == {"zhǎng lín", "cháng lín"}
    assert filed("长林路", "cháng lín lù")["sound"] == {"cháng lín"}


def test_a_specific_meets_what_is_filed() -> None:
    assert set(sound_keys("常山")) & filed("长山路")["sound"]
    assert set(toneless_keys("文河")) & filed("汶河路")["toneless"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Chang'an Jie", "长安街"),
        ("cháng ān jiē", "长安街"),
        ("LÜYOU LU", "旅游路"),
        ("lvyoulu", "旅游路"),
        ("LUYOU LU", "旅游路"),
        ("Jingang 1 Jie", "金港一街"),
        ("jingangyijie", "金港一街"),
    ],
)
def test_typed_letters_find_the_name(typed: str, name: str) -> None:
    assert query_letters(typed) in filed(name)["spelling"]


@given(st.text(max_size=10), st.sampled_from(FeatureClass))
def test_keys_are_never_empty_and_always_the_same(name: str, feature_class: FeatureClass) -> None:
    first = list(keys(name, feature_class))
    assert first == list(keys(name, feature_class))
    assert len(first) == len(set(first))
    assert all(kind in KINDS and key for kind, key in first)
