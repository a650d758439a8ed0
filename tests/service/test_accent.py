"""Typed tones and gaps are kept, and a name sounds as they say or otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass, Place, Toponym
from diming.names.plain import plain_query
from diming.registry.store import Named
from diming.service.searching.accent import Accent, accent_of, numbered, sounds_so


@pytest.mark.parametrize(
    ("text", "accent"),
    [
        ("rencheng", Accent()),
        ("rèn chéng", Accent(((1, 4), (5, 2)), (3,))),
        ("Lǚ Lù 1", Accent(((1, 3), (3, 4)), (2,))),
        ("xi'an", Accent(breaks=(2,))),
        ("xi an lu", Accent(breaks=(2, 4))),
        ("太 白 lou", Accent()),
        ("太白楼 3", Accent()),
    ],
)
def test_what_was_typed_with_care_is_kept(text: str, accent: Accent) -> None:
    assert accent_of(text) == accent


def test_tones_are_written_as_digits() -> None:
    assert numbered("xi1 an1") == Accent(((1, 1), (3, 1)), (2,))
    assert numbered("ma5").tones == numbered("ma0").tones == ((1, 5),)


@pytest.mark.parametrize(
    ("name", "text", "so"),
    [
        ("任城区", "rén chéng", True),
        ("任城区", "rèn chéng", False),
        ("任城区", "rencheng", True),
        ("任城区", "rénch", True),
        ("任城区", "rèn城", False),
        ("西安路", "xi'an", True),
        ("县前街", "xi'an", False),
        ("县前街", "xiàn", True),
        ("县前街", "xīàn", False),
        ("太白楼", "t b l", True),
        ("吕公堂街", "lǚ gōng", True),
        ("吕公堂街", "lù gōng", False),
        ("金港一街", "jīngǎng 1 jiē", True),
        ("金港十二街", "jīngǎng 12 jiē", True),
    ],
)
def test_a_name_sounds_as_typed_or_otherwise(name: str, text: str, *, so: bool) -> None:
    named = Named(Toponym("t", "p", name), Place("p", FeatureClass.ROAD, "370811"))
    assert sounds_so(named, plain_query(text), accent_of(text), 0) is so


def test_an_authorised_reading_settles_the_tone() -> None:
    place = Place("p", FeatureClass.ROAD, "370811")
    named = Named(Toponym("t", "p", "六合路", reading="lù hé lù"), place)
    assert sounds_so(named, "luhe", accent_of("lùhé"), 0)
    assert not sounds_so(named, "luhe", accent_of("lǔhé"), 0)


@given(st.text())
def test_marks_lie_within_what_is_looked_for(text: str) -> None:
    accent, length = accent_of(text), len(plain_query(text))
    assert all(0 <= at < length for at, _ in accent.tones)
    assert all(0 < at < length for at in accent.breaks)
