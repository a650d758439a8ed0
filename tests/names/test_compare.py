"""How two names meet, and what is said of it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import Match
from diming.names.compare import explain_sound, relation

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.text(st.sampled_from("长常任仁城山建设北东中兴路街巷一"), min_size=1, max_size=5)


def test_the_case_that_qingdao_agreed_to() -> None:
    assert relation("长山路", "常山路") is Match.SOUND
    assert explain_sound("长山路", "常山路") == "长 cháng = 常 cháng"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("任城路", "仁城路", Match.SOUND),
        ("汶河路", "文河路", Match.SOUND_TONELESS),
        ("文昌路", "文昌街", Match.SAME_SPECIFIC),
        ("運河路", "运河路", Match.SAME),
        ("建设路", "建设北路", None),
        ("太白路", "太白楼路", None),
        ("大街", "大道", None),
    ],
)
def test_relations(a: str, b: str, expected: Match | None) -> None:
    assert relation(a, b) is expected


def test_an_authorised_reading_takes_a_false_homophone_away() -> None:
    given_ = ("zhǎng shān lù", None)
    assert relation("长山路", "常山路", given=given_) is None


def test_what_sounds_alike_is_named() -> None:
    assert explain_sound("任城路", "仁城路") == "任 rén = 仁 rén"
    assert explain_sound("汶河路", "文河路") == "汶 wèn ≈ 文 wén"
    assert explain_sound("运河路", "古槐路") == ""


@given(NAMES, NAMES)
def test_a_relation_is_the_same_from_both_sides(a: str, b: str) -> None:
    assert relation(a, b) is relation(b, a)
    assert relation(a, a) is Match.SAME


@pytest.mark.shared
def test_labelled_pairs(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "sound_pairs.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        # Folds (in/ing) are no relation of this module: to it such names do not meet.
        expected = "none" if row["relation"].startswith("sound-fold") else row["relation"]
        assert (relation(row["a"], row["b"]) or "none") == expected, row
