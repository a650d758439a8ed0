"""Which syllables people take for one another."""

from __future__ import annotations

import csv
from itertools import combinations

import pytest

from diming.names.likeness.folds import DEAREST, FOLDS, between, folded
from diming.names.syllables import toneless, words
from diming.settings import shipped


def every_syllable() -> list[str]:
    """Every syllable that a standard character is read with, without its tone."""
    with shipped("data", "language", "characters.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return sorted({toneless(said) for row in rows for said in row["readings"].split(",")})


def names_of(a: str, b: str) -> str | None:
    found = between(a, b)
    return None if found is None else "+".join(fold.name for fold in found)


@pytest.mark.parametrize(
    ("a", "b", "folds"),
    [
        ("xin", "xing", "in-ing"),
        ("yin", "ying", "in-ing"),
        ("chen", "cheng", "en-eng"),
        ("wen", "weng", "en-eng"),
        ("fan", "fang", "an-ang"),
        ("yan", "yang", "an-ang"),
        ("jian", "jiang", "an-ang"),
        ("guan", "guang", "an-ang"),
        ("zhong", "zong", "zh-z"),
        ("chang", "cang", "ch-c"),
        ("shi", "si", "sh-s"),
        ("nan", "lan", "n-l"),
        ("nü", "lü", "n-l"),
        ("rong", "long", "r-l"),
        ("hu", "fu", "h-f"),
        ("hui", "fei", "h-f"),
        ("huang", "fang", "h-f"),
        ("hun", "fen", "h-f"),
        ("hong", "feng", "h-f"),
        ("zhang", "zan", "an-ang+zh-z"),
        ("shen", "seng", "en-eng+sh-s"),
        ("huang", "fan", "an-ang+h-f"),
        ("shan", "shan", ""),
    ],
)
def test_sounds_that_are_taken_for_one_another(a: str, b: str, folds: str) -> None:
    assert names_of(a, b) == folds
    assert names_of(b, a) == folds


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ran", "nan"),  # each is near lan, and neither near the other
        ("han", "fan"),  # h is said f before u only
        ("hang", "fang"),
        ("hou", "fou"),
        ("bin", "ben"),
        ("zhi", "ci"),
        ("lu", "lü"),
        ("jin", "jun"),
        ("en", "an"),
        ("dong", "deng"),
    ],
)
def test_sounds_that_everybody_tells_apart(a: str, b: str) -> None:
    assert between(a, b) is None


def test_what_a_fold_joins_has_one_folded_form_and_looks_the_same_from_both_sides() -> None:
    """Over all syllables there are: an index by folded sounds misses no pair."""
    met = 0
    for a, b in combinations(every_syllable(), 2):
        found = between(a, b)
        assert found == between(b, a)
        if found is not None:
            met += 1
            assert found, (a, b)
            assert folded(a) == folded(b), (a, b)
    assert met > 150


def test_tones_do_not_matter_to_a_folded_form() -> None:
    assert folded("xīng") == folded("xing") == folded("xìn")
    assert folded("lǜ") != folded("lù")


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_the_example_of_a_fold_shows_it_alone_and_its_source_is_named(fold: object) -> None:
    assert fold in FOLDS
    name, cost, example, source = (
        getattr(fold, of) for of in ("name", "cost", "example", "source")
    )
    for pair in example.split(","):
        a, b = (toneless(words(side)[-1]) for side in pair.split("/"))
        assert names_of(a, b) == name
    assert source
    assert 0 < cost <= DEAREST
