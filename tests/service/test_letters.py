"""Typed letters are cut into syllables and initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.service.searching.bounds import CUTS
from diming.service.searching.letters import initials, spelt, without_tones


@pytest.mark.parametrize(
    ("letters", "bare"),
    [
        ("tai4bai2lou2", "taibailou"),
        ("tai4bai", "taibai"),
        ("lv4", "lv"),
        ("tai4b", "taib"),
        ("jingang1jie", None),
        ("taibai", None),
        ("4", None),
        ("tbl1", None),
    ],
)
def test_a_tone_follows_exactly_one_syllable(letters: str, bare: str | None) -> None:
    assert without_tones(letters) == bare


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("tbl", "tbl"),
        ("tblou", "tbl"),
        ("tbllu", "tbll"),
        ("taibll", "tbll"),
        ("zhsl", "zsl"),
        ("太白ll", "tbll"),
        ("tbl路", "tbll"),
    ],
)
def test_an_abbreviation_is_cut_into_initials(query: str, meant: str) -> None:
    assert meant in initials(query)[0]


@pytest.mark.parametrize("query", ["太白", "太白l", "太白lou", "李二zhuang", "taib", "xian", "a7"])
def test_whole_syllables_are_no_abbreviation(query: str) -> None:
    assert initials(query) == ((), False)


def test_characters_are_spelt_in_each_reading() -> None:
    assert spelt("长山l") == (("changshanl", "zhangshanl"), False)


@given(st.text("abcdefghijklmnopqrstuvwxyz太白长0", max_size=100))
def test_no_text_is_cut_in_more_than_a_few_ways(text: str) -> None:
    for ways, _ in (initials(text), spelt(text)):
        assert len(ways) <= CUTS


def test_ways_that_are_left_out_are_told() -> None:
    assert spelt("长长长l")[1]
