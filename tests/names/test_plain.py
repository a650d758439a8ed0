"""Names are looked for without brackets, width, capitals and traditional forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.names.plain import plain, plain_query, stripped


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("太白楼路", "太白楼路"),
        ("濟寧 路", "济宁路"),
        ("滨湖花苑（Ａ7区）", "滨湖花苑a7区"),
        ("万佳·阳光城", "万佳阳光城"),
        ("Ⅲ期①", "iii期1"),
        ("二〇一路", "二〇一路"),
        ("！？", ""),
    ],
)
def test_a_name_keeps_characters_letters_and_digits(name: str, expected: str) -> None:
    assert plain(name) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Lǚ Lù １", "lvlu1"),
        ("nu:", "nv"),
        ("NÜ", "nv"),
        ("tái'ān", "taian"),
        ("太 白，l", "太白l"),
    ],
)
def test_what_is_typed_loses_its_tones_and_has_v_for_u_with_dots(typed: str, expected: str) -> None:
    assert plain_query(typed) == expected


def test_a_span_leads_back_into_the_name_as_it_is_written() -> None:
    name = "滨湖花苑（Ａ7区）"
    found = stripped(name)
    start, stop = found.span(found.text.index("a"), found.text.index("区"))
    assert name[start:stop] == "Ａ7"


@given(st.text())
def test_plain_is_plain_already_and_every_character_comes_from_somewhere(text: str) -> None:
    found = stripped(text)
    assert plain(found.text) == found.text
    assert len(found.at) == len(found.text)
    assert list(found.at) == sorted(found.at)
