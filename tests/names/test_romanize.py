"""Spelling after the rules of 1984."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.generics import usual_class
from diming.names.reading import aligned, read
from diming.names.spelling.romanize import romanize
from diming.names.syllables import toneless, words


def spellings(basis: str) -> list[tuple[str, str, str]]:
    """Name, class ("" when the generic decides) and spelling from spellings.tsv.

    `printed` are the examples that the rules of 1984, the clauses on signs after them and GB/T
    16159 print; `derived` is what follows from the rules for names of other kinds.
    """
    path = Path(__file__).with_name("spellings.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(r["name"], r["class"], r["spelling"]) for r in rows if r["basis"] == basis]


HAN = st.text(
    st.sampled_from("任城太白楼建设东西南北安饿欧路街巷胡同一二三十第环儿女绿大道号经门前村"),
    min_size=1,
    max_size=7,
)
ANY_CLASS = st.sampled_from(FeatureClass)


@pytest.mark.parametrize(("name", "kind", "spelling"), spellings("printed"))
def test_names_are_spelt_as_the_rules_print_them(name: str, kind: str, spelling: str) -> None:
    feature_class = FeatureClass(kind) if kind else usual_class(name)
    assert romanize(name, feature_class) == spelling


@pytest.mark.parametrize(("name", "kind", "spelling"), spellings("derived"))
def test_names_are_spelt_as_the_rules_have_it(name: str, kind: str, spelling: str) -> None:
    feature_class = FeatureClass(kind) if kind else usual_class(name)
    assert romanize(name, feature_class) == spelling


def test_traditional_characters_are_spelt_as_the_standard_ones() -> None:
    assert romanize("運河路") == "Yùnhé Lù"


def test_the_class_decides_what_is_a_village() -> None:
    assert romanize("众埠街", FeatureClass.VILLAGE) == "Zhòngbùjiē"
    assert romanize("众埠街") == "Zhòngbù Jiē"
    assert romanize("王村") == "Wángcūn"
    assert romanize("小路口镇", FeatureClass.TOWNSHIP) == "Xiǎolùkǒu Zhèn"


def test_signs_are_capitals_without_tones_and_keep_u_with_two_dots() -> None:
    assert romanize("旅游路", style="sign") == "LÜYOU LU"
    assert romanize("长安街", style="sign") == "CHANG\u2019AN JIE"


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("金港一街", "Jīngǎng Yījiē"),
        ("东四十二条", "Dōngsì Shí\u2019èrtiáo"),
        ("三环路", "Sānhuán Lù"),
        ("北三环东路", "Běisānhuán Dōnglù"),
        ("二马路", "Èrmǎ Lù"),
        ("经五路", "Jīngwǔ Lù"),
        ("第九弄", "Dìjiǔ Lòng"),
        ("中山东一路", "Zhōngshān Dōngyīlù"),
    ],
)
def test_ordinals_can_be_spelt_in_letters(name: str, spelling: str) -> None:
    assert romanize(name, ordinal_style="pinyin") == spelling


def test_the_office_sets_how_ordinals_are_spelt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIMING_ORDINALS", "pinyin")
    assert romanize("金港一街") == "Jīngǎng Yījiē"


def test_an_authorised_reading_is_spelt_as_it_is() -> None:
    reading = read("长山路", given="cháng shān lù")
    assert romanize("长山路", reading=reading) == "Chángshān Lù"


@given(HAN, ANY_CLASS)
def test_every_word_is_capitalised_and_ordinals_alone_are_digits(
    name: str, feature_class: FeatureClass
) -> None:
    for word in romanize(name, feature_class).split(" "):
        assert word.isdecimal() or word[0].isupper(), word
        assert word[1:] == word[1:].lower()
    spelt = romanize(name, feature_class, ordinal_style="pinyin")
    assert not any(char.isdecimal() for char in spelt)


@given(HAN, ANY_CLASS)
def test_a_spelling_reads_back_as_the_reading(name: str, feature_class: FeatureClass) -> None:
    spelt = romanize(name, feature_class, ordinal_style="pinyin")
    syllables = read(name, feature_class=feature_class).syllables
    assert "".join(words(spelt)) == "".join(syllables)
    assert aligned(name, spelt, feature_class=feature_class) == syllables


@given(HAN, ANY_CLASS)
def test_an_apostrophe_stands_within_a_word_before_a_o_e(
    name: str, feature_class: FeatureClass
) -> None:
    spelt = toneless(romanize(name, feature_class))
    for at, char in enumerate(spelt):
        if char == "\u2019":
            assert spelt[at - 1].isalpha()
            assert spelt[at + 1] in "aoe"


@given(HAN, ANY_CLASS)
def test_a_sign_is_the_standard_spelling_in_capitals_without_tones(
    name: str, feature_class: FeatureClass
) -> None:
    sign = romanize(name, feature_class, style="sign")
    assert sign == toneless(romanize(name, feature_class)).upper()


@given(st.text(max_size=8), ANY_CLASS)
def test_no_text_stops_it(name: str, feature_class: FeatureClass) -> None:
    assert isinstance(romanize(name, feature_class, style="sign"), str)


@pytest.mark.shared
def test_the_vectors_of_the_rules_are_met(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "orthography.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    missed = []
    for row in rows:
        village = "3" in row["rule"].split(",")
        name = row["hanzi"]
        spelt = romanize(name, FeatureClass.VILLAGE if village else usual_class(name))
        if spelt != row["expected"]:
            missed.append((name, spelt, row["expected"]))
    assert missed == []
