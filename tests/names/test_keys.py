"""What a name is searched by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.keys import bigrams, grams, query_letters, typed, typed_many


def road(name: str, reading: str | None = None) -> set[str]:
    return set(typed(name, FeatureClass.ROAD, reading))


def test_a_road_is_typed_in_characters_letters_or_initials() -> None:
    assert road("任城大道") == {"任城大道", "renchengdadao", "rcdd"}


def test_traditional_input_is_typed_as_simplified() -> None:
    assert road("運河路") == road("运河路")
    assert grams("運河路") == grams("运河路")


def test_an_open_reading_is_typed_in_all_ways_and_a_given_one_in_one() -> None:
    assert {"xingzhilu", "hangzhilu"} < road("行知路")
    assert road("行知路", "xíng zhī lù") == {"行知路", "xingzhilu", "xzl"}


@pytest.mark.parametrize(
    ("written", "name"),
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
def test_typed_letters_find_the_name(written: str, name: str) -> None:
    assert query_letters(written) in road(name)


def test_grams_are_every_character_and_every_two_neighbours() -> None:
    assert grams("太白楼路") == ("太", "白", "楼", "路", "太白", "白楼", "楼路")
    assert grams("路") == ("路",)
    assert bigrams("路") == []


@given(st.text(max_size=10), st.sampled_from(FeatureClass))
def test_keys_are_always_the_same_and_each_once(name: str, feature_class: FeatureClass) -> None:
    for made in (typed(name, feature_class), grams(name)):
        assert len(made) == len(set(made))
    assert typed(name, feature_class) == typed(name, feature_class)


@given(
    st.lists(st.text("长山太白楼行知旅游一2路街村", max_size=6) | st.text(max_size=6)),
    st.sampled_from(FeatureClass),
)
def test_many_names_are_typed_like_each(names: list[str], feature_class: FeatureClass) -> None:
    assert typed_many(names, feature_class) == [typed(name, feature_class) for name in names]
