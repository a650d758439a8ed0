"""A number in a query may be an ordinal, tones, a year or itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.service.searching.accent import Accent
from diming.service.searching.asked import Asked, understood

TAI_BAI = Accent(tones=((2, 4), (5, 2)), breaks=(3,))


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("太白楼", [Asked("太白楼")]),
        ("济州 1300", [Asked("济州1300"), Asked("济州一三〇〇"), Asked("济州", 1300)]),
        ("济州1300年", [Asked("济州1300年"), Asked("济州一三〇〇年"), Asked("济州", 1300)]),
        ("1928", [Asked("1928"), Asked("", 1928)]),
        ("公元前484年", [Asked("公元前484年"), Asked("公元前四八四年"), Asked("", -484)]),
        ("-484", [Asked("484"), Asked("", -484)]),
        ("国道 327", [Asked("国道327"), Asked("国道三二七")]),
        ("金港12街", [Asked("金港12街"), Asked("金港十二街")]),
        ("八号楼", [Asked("八号楼"), Asked("8号楼")]),
        ("三", [Asked("三")]),
        ("tai4 bai2", [Asked("tai4bai2"), Asked("taibai", accent=TAI_BAI)]),
        ("jingang1jie", [Asked("jingang1jie")]),
        ("gang1jie", [Asked("gang1jie"), Asked("gangjie", accent=Accent(((3, 1),)))]),
        ("？！", []),
    ],
)
def test_the_ways_to_understand_a_text(text: str, ways: list[Asked]) -> None:
    assert list(understood(text)) == ways


@given(st.text())
def test_any_text_is_understood_somehow_or_says_nothing(text: str) -> None:
    ways = list(understood(text))
    assert all(way.name or way.year for way in ways)
