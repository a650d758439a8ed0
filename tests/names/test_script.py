"""What a name is written with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.names.script import ScriptKind, kind_of, kinds, not_han


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("路", ScriptKind.HAN),
        ("𬬻", ScriptKind.HAN),
        ("〇", ScriptKind.ZERO),
        ("5", ScriptKind.DIGIT),
        ("Ⅲ", ScriptKind.DIGIT),
        ("G", ScriptKind.LATIN),
        ("é", ScriptKind.LATIN),
        ("Ａ", ScriptKind.FULL_WIDTH),
        ("５", ScriptKind.FULL_WIDTH),
        ("·", ScriptKind.PUNCTUATION),
        ("（", ScriptKind.PUNCTUATION),
        ("\u3000", ScriptKind.SPACE),
        ("\u00a0", ScriptKind.SPACE),
        ("\u200b", ScriptKind.INVISIBLE),
        ("\u202e", ScriptKind.INVISIBLE),
        ("\ufe00", ScriptKind.INVISIBLE),
        ("\U000e0100", ScriptKind.INVISIBLE),
        ("\t", ScriptKind.INVISIBLE),
        ("\uf900", ScriptKind.COMPATIBILITY),
        ("⼭", ScriptKind.RADICAL),
        ("⺼", ScriptKind.RADICAL),
        ("\ue000", ScriptKind.PRIVATE),
        ("の", ScriptKind.OTHER),
        ("Д", ScriptKind.OTHER),
    ],
)
def test_kinds_of_characters(char: str, kind: ScriptKind) -> None:
    assert kind_of(char) is kind


def test_strangers_are_shown_where_they_stand() -> None:
    spots = not_han("任\u200b城5路")
    assert [(spot.position, spot.kind.zh, spot.code_point) for spot in spots] == [
        (1, "不可见字符", "U+200B"),
        (3, "数字", "U+0035"),
    ]
    assert not not_han("任城路")


@given(st.text(max_size=20))
def test_every_character_has_a_kind(name: str) -> None:
    assert "".join(spot.char for spot in kinds(name)) == name
