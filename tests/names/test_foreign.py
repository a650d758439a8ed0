"""The sound of foreign names: what is heard, what is spared, and how often either errs."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.names.characters import lookup
from diming.names.foreign import LEAST, LONGEST, Weights, nearest, sounds_foreign
from diming.names.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SOUNDS = 0.0
HAN = "[\u4e00-\u9fff]{%d,}"


def _heard(text: str, area: str | None = None) -> bool:
    sound = sounds_foreign(text, area)
    return sound is not None and sound.score >= SOUNDS


def _share(names: Iterable[tuple[str, str | None]]) -> float:
    heard = [_heard(name, area) for name, area in names]
    return sum(heard) / len(heard)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    return csv.DictReader(io.StringIO(content.decode("utf-8-sig")))


def _held_out(name: str) -> bool:
    return zlib.crc32(name.encode()) % 10 == 0


@pytest.mark.parametrize(
    "name",
    ["比佛利", "哥伦布", "曼哈顿", "维多利亚", "托斯卡纳", "巴塞罗那", "普罗旺斯", "爱丁堡",
     "诺丁山", "格林威治", "纽卡斯尔", "哥德堡", "拿破仑", "洛杉矶", "好莱坞", "雅典娜", "巴洛克"],
)  # fmt: skip
def test_transliterations_sound_foreign(name: str) -> None:
    assert _heard(name)


@pytest.mark.parametrize(
    "name",
    ["汉城", "罗庄", "东京", "永和", "三河", "古槐", "太白楼", "济安桥", "马尔寨", "乌鲁木齐",
     "呼和浩特", "哈尔滨", "西双版纳", "罗布泊", "喀纳斯", "那拉提", "可可西里", "格桑花",
     "滨海大道"],
)  # fmt: skip
def test_names_at_home_do_not(name: str) -> None:
    assert not _heard(name)


def test_a_name_where_names_are_transcribed_is_given_no_allowance() -> None:
    elsewhere, there = sounds_foreign("玛纳斯"), sounds_foreign("玛纳斯", "652300")
    assert elsewhere is not None
    assert there is not None
    assert there.score < SOUNDS <= elsewhere.score


def test_the_segment_is_found_inside_a_longer_name() -> None:
    sound = sounds_foreign("阳光曼哈顿广场")
    assert sound is not None
    assert "曼哈顿" in "阳光曼哈顿广场"[sound.start : sound.end]


def test_the_score_is_the_lesser_of_two_sums() -> None:
    weights = Weights({"甲": (10, 5), "乙": (1, 1), "丙": (1, 1), "甲乙": (20, 1), "乙丙": (-5, 7)})
    sound = weights.loudest("甲乙丙", transcribed=True)
    assert sound is not None
    assert sound.score == min(10 + 20 - 5, 5 + 1 + 7) / 10


@given(st.from_regex(HAN % 1, fullmatch=True))
def test_a_segment_lies_within_the_text(text: str) -> None:
    sound = sounds_foreign(text)
    if sound is not None:
        assert 0 <= sound.start <= sound.end - LEAST <= len(text) - LEAST


@given(st.text(max_size=LEAST - 1))
def test_short_texts_are_never_heard(text: str) -> None:
    assert sounds_foreign(text) is None


@given(st.from_regex(HAN % LEAST, fullmatch=True), st.sampled_from("路A 7·"))
def test_what_follows_never_makes_a_name_sound_less(text: str, more: str) -> None:
    before, after = sounds_foreign(text), sounds_foreign(text + more)
    if before is not None:
        assert after is not None
        assert after.score >= before.score


def test_a_name_of_thousands_of_characters_is_heard_to_its_end() -> None:
    sound = sounds_foreign("路" * 5000 + "尔" * 5000 + "曼哈顿")
    assert sound is not None
    assert sound.end - sound.start <= LONGEST


def test_the_nearest_places_share_characters_with_the_segment() -> None:
    assert nearest("比佛利")[0] == "比佛利山"
    assert nearest("古槐") == []


@pytest.mark.shared
def test_most_towns_abroad_that_taught_nothing_are_heard(shared_dir: Path) -> None:
    path = shared_dir / "data" / "ref" / "foreign_cities_zh_geonames.csv.gz"
    names = {
        name
        for row in _rows(path)
        if row["country"] not in {"JP", "KR", "KP", "VN"}
        for name in row["han_names"].split("|")
        if len(name) >= LEAST and _held_out(name) and all(map(lookup, name))
    }
    assert _share((name, None) for name in names) >= 0.9


@pytest.mark.shared
def test_few_townships_of_all_provinces_are_heard(shared_dir: Path) -> None:
    rows = list(_rows(shared_dir / "data" / "names" / "china_townships_2023_nbs.csv.gz"))
    assert _share((row["name"], row["areaCode"]) for row in rows) <= 0.012


@pytest.mark.shared
def test_few_roads_of_china_are_heard(shared_dir: Path) -> None:
    path = shared_dir / "data" / "roads" / "china_road_names_from_address_corpora.csv"
    roads = sorted({row["road"] for row in _rows(path)})
    assert _share((parse(road).specific, None) for road in roads) <= 0.003
