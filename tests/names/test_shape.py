"""Which characters look alike."""

from __future__ import annotations

import csv

import pytest

from diming.names.characters import lookup
from diming.names.likeness.shape import likeness, neighbours
from diming.settings import shipped


def rows() -> list[dict[str, str]]:
    with shipped("data", "language", "lookalikes.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


MISREAD = """
土士 大太 未末 己已 已巳 日曰 天夫 汨汩 茶荼 泗洄 冶治 侯候 千干 王玉 戊戌 戌戍 淮准 孟盂
杨扬 徒徙 睢雎 宫官 鸣呜 栗粟 风凤
"""


@pytest.mark.parametrize("pair", MISREAD.split())
def test_characters_that_are_misread(pair: str) -> None:
    a, b = pair[0], pair[1]
    assert likeness(a, b) > 0.7
    assert b in neighbours(a)


@pytest.mark.parametrize("pair", ["河湖", "江河", "泾泽", "东西", "阿厕", "济宁", "任仁"])
def test_a_shared_part_is_no_likeness(pair: str) -> None:
    a, b = pair[0], pair[1]
    assert likeness(a, b) == 0
    assert b not in neighbours(a)


def test_looking_alike_is_mutual_and_between_standard_characters_of_like_size() -> None:
    for row in rows():
        a, b = lookup(row["char"]), lookup(row["lookalike"])
        assert a is not None
        assert b is not None
        assert a != b
        assert abs(a.strokes - b.strokes) <= 2
        assert likeness(a.char, b.char) == likeness(b.char, a.char) == float(row["score"])
        assert 0.7 < float(row["score"]) <= 1
        assert "glyph" in row["source"].split("|")


def test_the_most_alike_comes_first_and_there_are_few() -> None:
    for char in {row["char"] for row in rows()}:
        scores = [likeness(char, other) for other in neighbours(char)]
        assert scores == sorted(scores, reverse=True)
        assert 1 <= len(scores) <= 15


def test_a_character_nobody_lists_looks_like_nothing() -> None:
    assert neighbours("？") == ()
    assert likeness("？", "大") == 0
