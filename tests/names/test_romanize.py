"""Spelling after the rules of 1984."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.reading import aligned, read
from diming.names.romanize import romanize

if TYPE_CHECKING:
    from pathlib import Path

HAN = st.text(
    st.sampled_from("任城太白楼建设东西南北安饿欧路街巷胡同一二三十第环儿女绿大道"),
    min_size=1,
    max_size=7,
)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("任城大道", "Rénchéng Dàdào"),
        ("太白楼路", "Tàibáilóu Lù"),
        ("洸河东路", "Guānghé Dōnglù"),
        ("郭家花园街", "Guōjiāhuāyuán Jiē"),
        ("包头胡同东巷", "Bāotóu Hútong Dōngxiàng"),
        ("解放路南小街", "Jiěfànglù Nánxiǎojiē"),
        ("金港一街", "Jīngǎng 1 Jiē"),
        ("中山东一路", "Zhōngshān Dōng 1 Lù"),
        ("三环路", "3 Huánlù"),
        ("第九弄", "Dì-9 Lòng"),
        ("三八路", "Sānbā Lù"),
        ("长安街", "Cháng\u2019ān Jiē"),
        ("旅游路", "Lǚyóu Lù"),
        ("盆儿胡同", "Pénr Hútong"),
        ("台儿庄路", "Tái\u2019érzhuāng Lù"),
        ("京沪高速公路", "Jīnghù Gāosù Gōnglù"),
        ("運河路", "Yùnhé Lù"),
    ],
)
def test_standard_spelling(name: str, spelling: str) -> None:
    assert romanize(name) == spelling


def test_the_class_decides_what_is_a_village() -> None:
    assert romanize("众埠街", FeatureClass.VILLAGE) == "Zhòngbùjiē"
    assert romanize("王村") == "Wángcūn"
    assert romanize("小路口镇", FeatureClass.TOWNSHIP) == "Xiǎolùkǒu Zhèn"


def test_signs_are_capitals_without_tones_and_keep_u_with_two_dots() -> None:
    assert romanize("旅游路", style="sign") == "LÜYOU LU"
    assert romanize("长安街", style="sign") == "CHANG\u2019AN JIE"


def test_ordinals_can_be_spelt_in_letters() -> None:
    assert romanize("金港一街", ordinal_style="pinyin") == "Jīngǎng Yījiē"


def test_an_authorised_reading_is_spelt_as_it_is() -> None:
    reading = read("长山路", given="cháng shān lù")
    assert romanize("长山路", reading=reading) == "Chángshān Lù"


@given(HAN)
def test_every_word_is_capitalised_and_ordinals_alone_are_digits(name: str) -> None:
    for word in romanize(name).split(" "):
        assert word.isdecimal() or word[0].isupper(), word
        assert word[1:] == word[1:].lower()
    assert not any(char.isdecimal() for char in romanize(name, ordinal_style="pinyin"))


@given(HAN)
def test_a_spelling_reads_back_as_the_reading(name: str) -> None:
    spelt = romanize(name, ordinal_style="pinyin")
    assert aligned(name, spelt) == read(name).syllables


@given(st.text(max_size=8))
def test_no_text_stops_it(name: str) -> None:
    assert romanize(name, style="sign") == romanize(name, style="sign")


@pytest.mark.shared
def test_the_vectors_of_the_rules_are_met(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "orthography.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    missed = []
    for row in rows:
        village = "3" in row["rule"].split(",")
        spelt = romanize(row["hanzi"], FeatureClass.VILLAGE if village else FeatureClass.ROAD)
        if spelt != row["expected"]:
            missed.append((row["hanzi"], spelt, row["expected"]))
    assert len(missed) <= 1, missed
