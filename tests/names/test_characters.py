"""Standard characters, their forms, licences and readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.names.characters import is_han, licence, lookup, simplify, standard_form


@pytest.mark.parametrize(("char", "level"), [("任", 1), ("兖", 2), ("洸", 3), ("堌", 3), ("泗", 2)])
def test_local_characters_are_standard_with_their_level(char: str, level: int) -> None:
    entry = lookup(char)
    assert entry is not None
    assert entry.level == level


@pytest.mark.parametrize("char", ["砦", "郕", "嶧", "運", "A", " ", "\ue000"])
def test_characters_outside_the_table_are_none(char: str) -> None:
    assert lookup(char) is None


def test_traditional_names_become_simplified() -> None:
    assert simplify("運河路") == "运河路"
    assert simplify("嶧山路") == "峄山路"


@pytest.mark.parametrize(
    ("name", "simplified"),
    [
        ("兗州區", "兖州区"),
        ("鳧山路", "凫山路"),
        ("黃屯", "黄屯"),
        ("呂公堂", "吕公堂"),
        ("文溫路", "文温路"),
    ],
)
def test_forms_that_the_national_table_leaves_out_are_simplified(
    name: str, simplified: str
) -> None:
    assert simplify(name) == simplified


def test_standard_characters_that_are_also_traditional_forms_stay() -> None:
    assert simplify("乾坤路") == "乾坤路"
    assert simplify("淼泉路") == "淼泉路"
    assert standard_form("乾") is None


def test_licence_is_quoted_where_a_character_is_limited() -> None:
    assert licence("昇") == "姓氏人名"
    assert licence("菉") == "姓氏人名、地名"
    assert licence("升") is None


def test_compatibility_forms_and_zero_are_han_but_radicals_and_kana_are_not() -> None:
    assert all(map(is_han, "路\uf900〇𬬻"))
    assert not any(map(is_han, "⺼アA1·"))


@given(st.text(max_size=12))
def test_simplify_keeps_the_length_and_is_stable(text: str) -> None:
    once = simplify(text)
    assert len(once) == len(text)
    assert simplify(once) == once
