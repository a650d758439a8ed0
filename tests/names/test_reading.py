"""How a name is read, on whose authority, and what somebody has to confirm."""

from __future__ import annotations

import csv
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.characters import lookup
from diming.names.reading import Authority, aligned, heard, read, ways
from diming.names.reading.lexicon import entries
from diming.settings import shipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("任城大道", "rén chéng dà dào"),
        ("任城路", "rén chéng lù"),
        ("长清路", "cháng qīng lù"),
        ("济宁大道", "jǐ níng dà dào"),
        ("曾子路", "zēng zǐ lù"),
        ("孔子大道", "kǒng zǐ dà dào"),
        ("任家街", "rén jiā jiē"),
        ("东单家街", "dōng shàn jiā jiē"),
        ("柳巷", "liǔ xiàng"),
        ("第九弄", "dì jiǔ lòng"),
        ("梧桐胡同", "wú tóng hú tong"),
        ("人民中路", "rén mín zhōng lù"),
        ("六安路", "lù ān lù"),
        ("單縣", "shàn xiàn"),
    ],
)
def test_settled_readings_need_no_question(name: str, reading: str) -> None:
    found = read(name)
    assert found.text == reading
    assert not found.unsure


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("任兴路", 0),  # 任 of 任城, or a term
        ("太华路", 1),  # 华山 is huà
        ("绿营路", 0),
        ("永长路", 1),  # long, or an elder
        ("柳行路", 1),  # a row of willows, or a journey
        ("王家堡", 2),
        ("栗子园街", 1),  # a suffix is not the zǐ of sages
    ],
)
def test_characters_without_authority_are_asked_about(name: str, index: int) -> None:
    found = read(name)
    assert index in found.unsure
    assert found.authority[index] == Authority.ENGINE


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("兴达街", "xīng dá jiē"),
        ("中和路", "zhōng hé lù"),
        ("通宁路", "tōng níng lù"),
        ("华龙路", "huá lóng lù"),
        ("石佛村", "shí fó cūn"),
        ("长林路", "cháng lín lù"),
        ("子午路", "zǐ wǔ lù"),
        ("荷香路", "hé xiāng lù"),
    ],
)
def test_a_character_that_names_read_one_way_needs_no_question(name: str, reading: str) -> None:
    found = read(name)
    assert found.text == reading
    assert not found.unsure
    assert Authority.USAGE in found.authority


@pytest.mark.parametrize("name", ["兴趣路", "华岳路", "丽水湾路", "大夫巷", "长老巷"])
def test_a_word_that_reads_a_usual_character_otherwise_opens_it_again(name: str) -> None:
    found = read(name)
    assert found.unsure or Authority.LEXICON in found.authority


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("林场路", "lín chǎng lù"),
        ("旗杆街", "qí gān jiē"),
        ("折桂路", "zhé guì lù"),
        ("新校园路", "xīn xiào yuán lù"),
        ("正月街", "zhēng yuè jiē"),
        ("凯旋路", "kǎi xuán lù"),
    ],
)
def test_a_word_that_two_dictionaries_read_alike_settles_it(name: str, reading: str) -> None:
    found = read(name)
    assert found.text == reading
    assert not found.unsure


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("信任城路", 1),  # 信任 + 城, or 任城
        ("前任庄路", None),  # no 前任: the front village of the 任 family
        ("中行路", 1),  # no bank
        ("长发路", 1),  # no hair
        ("罗圈街", 1),  # 圈 may be a pen
        ("水磨街", 1),  # a mill, no polish
        ("大城子路", 0),  # 大 + 城子, no 大城
    ],
)
def test_a_word_is_found_only_where_it_stands_as_a_word(name: str, index: int | None) -> None:
    found = read(name)
    if index is None:
        assert found.text == "qián rén zhuāng lù"
    else:
        assert index in found.unsure


def test_words_of_the_lexicon_hold_wherever_they_stand_in_a_specific() -> None:
    (word, *_) = (entry for entry in entries() if entry.kind == "word" and entry.name == "朝晖")
    for name in ("朝晖路", "新朝晖街", "人民朝晖路"):
        found = read(name)
        at = name.index("朝晖")
        assert found.syllables[at : at + 2] == word.syllables
        assert set(found.authority[at : at + 2]) == {Authority.LEXICON}


def test_a_generic_inside_a_name_keeps_its_own_reading() -> None:
    assert read("包头胡同东巷").text == "bāo tóu hú tong dōng xiàng"


@pytest.mark.parametrize(
    ("name", "feature_class", "reading"),
    [
        ("任庄", FeatureClass.VILLAGE, "rén zhuāng"),
        ("任楼", FeatureClass.VILLAGE, "rén lóu"),
        ("单庄路", FeatureClass.ROAD, "shàn zhuāng lù"),
        ("单家街", FeatureClass.ROAD, "shàn jiā jiē"),
        ("区家街", FeatureClass.ROAD, "ōu jiā jiē"),
        ("曾家庄", FeatureClass.VILLAGE, "zēng jiā zhuāng"),
        ("西解家沟路", FeatureClass.ROAD, "xī xiè jiā gōu lù"),
        ("诸葛村", FeatureClass.VILLAGE, "zhū gě cūn"),
    ],
)
def test_a_place_called_after_a_family_is_read_as_the_family_is(
    name: str, feature_class: FeatureClass, reading: str
) -> None:
    found = read(name, feature_class=feature_class)
    assert found.text == reading
    assert not found.unsure


@pytest.mark.parametrize(
    ("name", "index"), [("盖家街", 0), ("华楼村", 0), ("乐村", 0), ("宁家街", 0)]
)
def test_a_family_that_may_be_read_otherwise_or_be_a_word_is_asked_about(
    name: str, index: int
) -> None:
    assert index in read(name, feature_class=FeatureClass.VILLAGE).unsure


@pytest.mark.parametrize("name", ["员半千路", "纪晓岚街", "过百龄路", "华国锋路"])
def test_a_person_whose_family_may_be_read_otherwise_is_asked_about(name: str) -> None:
    found = read(name)
    assert found.unsure == (0,)
    assert len(ways(name, found, 3)) == 2


@pytest.mark.parametrize(
    "name", ["纪念碑路", "过境路", "宁平路", "员工新村路", "黑马沟路", "郭守敬路"]
)
def test_what_is_no_persons_name_is_not_asked_about_for_its_first_character(name: str) -> None:
    assert 0 not in read(name).unsure


def test_a_lexicon_entry_does_not_reach_across_words() -> None:
    assert Authority.LEXICON not in read("信任城路").authority
    assert read("新任城路").authority[1:3] == (Authority.LEXICON, Authority.LEXICON)


def test_a_scoped_entry_holds_in_its_area_only() -> None:
    assert not read("任城路", area="370811").unsure
    assert read("任城路", area="130505").unsure == (0,)


def test_a_given_reading_comes_before_everything() -> None:
    found = read("长山路", given="cháng shān lù")
    assert found.text == "cháng shān lù"
    assert set(found.authority) == {"given"}
    assert read("长山路", given="Zhǎngshān Lù").text == "zhǎng shān lù"


def test_a_given_spelling_without_tones_settles_what_its_letters_settle() -> None:
    assert read("长山路", given="CHANGSHAN LU").text == "cháng shān lù"
    assert not read("长山路", given="Changshan Lu").unsure
    assert read("重种路", given="Chongzhong Lu").unsure == (1,)


def test_the_reading_of_a_specific_serves_names_derived_from_it() -> None:
    found = read("永长东路", specific="yǒng zhǎng")
    assert found.text == "yǒng zhǎng dōng lù"
    assert not found.unsure
    assert found.authority[:3] == (Authority.GIVEN, Authority.GIVEN, Authority.GENERIC)
    assert read("永长东路", specific="běi jīng lù") == read("永长东路")


def test_a_given_reading_that_does_not_fit_is_not_used() -> None:
    assert aligned("长山路", "běi jīng lù ya") is None
    assert read("长山路", given="Beijing Lu") == read("长山路")


def test_a_given_spelling_may_hold_digits_apostrophes_and_look_alikes() -> None:
    assert aligned("金港一街", "Jīngǎng 1 Jiē") == ("jīn", "gǎng", "yī", "jiē")
    assert aligned("长安街", "Chánɡ’ān Jiē") == ("cháng", "ān", "jiē")
    assert aligned("长安街", "Cháng'ān Jiē") == ("cháng", "ān", "jiē")
    assert aligned("旅游路", "LVYOU LU") == ("lǚ", "yóu", "lù")


def test_a_long_spelling_is_cut_without_end() -> None:
    assert aligned("西安" * 800, "xian" * 800) == ("xī", "ān") * 800


def test_a_reading_that_the_table_lacks_can_be_given_in_syllables() -> None:
    assert aligned("亢父路", "gāng fǔ lù") == ("gāng", "fǔ", "lù")


def test_erhua_is_proposed_and_asked_about() -> None:
    found = read("盆儿胡同")
    assert found.text == "pén r hú tong"
    assert found.unsure == (1,)
    assert read("台儿庄路").text == "tái ér zhuāng lù"


def test_unsettled_characters_are_heard_in_every_legal_way() -> None:
    assert {"yǒng cháng", "yǒng zhǎng"} == {" ".join(way) for way in heard("永长路")}
    assert heard("永长路", given="yǒng cháng lù") == (("yǒng", "cháng"),)
    many = "重行校观种乐"
    assert len(ways(many, read(many), len(many), cap=16)) == 16


@given(
    st.text(
        st.sampled_from([*map(chr, range(0x4E00, 0x9FA6)), *"〇AB12·路街東𬬻\ufe00 "]), max_size=9
    )
)
def test_any_text_has_one_syllable_a_character_and_the_same_one_again(name: str) -> None:
    found = read(name)
    assert len(found.syllables) == len(found.authority) == len(name)
    assert all(found.syllables)
    assert read(name) == found
    assert all(found.authority[index] == Authority.ENGINE for index in found.unsure)


def test_every_standard_character_can_be_read() -> None:
    with shipped("data", "language", "characters.tsv").open(encoding="utf-8", newline="") as file:
        chars = [row["char"] for row in csv.DictReader(file, delimiter="\t")]
    unread = [char for char in chars if read(char + "山路").syllables[0] == char]
    assert not unread


def test_lexicon_rows_are_whole() -> None:
    for entry in entries():
        assert len(entry.syllables) == len(entry.name), entry
        assert entry.kind in {"place", "person", "surname", "character", "word"}
        assert entry.confidence in {"high", "medium", "low"}
        assert entry.source
        assert all(lookup(char) for char in entry.name), entry


def test_importing_the_room_does_not_load_pypinyin() -> None:
    program = (
        "import sys, diming.names.keys, diming.names.likeness.compare, diming.names.reading.bulk;"
        "sys.exit('pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.shared
def test_the_corpus_is_read_right_or_asked_about(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "readings.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right, settled = 0, 0
    for row in rows:
        found = read(row["hanzi"])
        right += found.text == row["expected"]
        settled += found.text == row["expected"] and not found.unsure
        wrong = {
            index
            for index, (said, meant) in enumerate(
                zip(found.syllables, row["expected"].split(" "), strict=True)
            )
            if said != meant
        }
        assert wrong <= set(found.unsure), row
    assert right / len(rows) >= 0.95
    assert settled / len(rows) >= 0.80


@pytest.mark.shared
def test_most_names_in_official_notices_need_no_question(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "approved.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    asked = [name for name in names if read(name, feature_class=FeatureClass.ROAD).unsure]
    assert len(asked) / len(names) <= 0.08


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("白云观街", "bái yún guàn jiē"),  # what an open character at the end most likely is
        ("副将街", "fù jiàng jiē"),
        ("重工路", "zhòng gōng lù"),  # what the dictionaries' words say, though they settle nothing
        ("种德巷", "zhòng dé xiàng"),
        ("种子路", "zhǒng zi lù"),
    ],
)
def test_what_nobody_settles_is_proposed_as_words_and_place_suggest(
    name: str, reading: str
) -> None:
    found = read(name)
    assert found.text == reading
    assert found.unsure


def test_letters_that_a_machine_writes_anyway_settle_no_name_of_another_language() -> None:
    assert read("称多县").unsure == (0,)


def test_the_wider_place_is_meant_where_no_area_is_given() -> None:
    assert read("漯河路").text == "luò hé lù"
    assert read("漯河路", area="371482").text == "tà hé lù"


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("旋风路", "xuàn fēng lù"),
        ("仙乐街", "xiān yuè jiē"),
        ("盛酒街", "chéng jiǔ jiē"),
        ("十石街", "shí dàn jiē"),
        ("参宿路", "shēn xiù lù"),
        ("渔父街", "yú fǔ jiē"),
        ("长屯路", "cháng tún lù"),
    ],
)
def test_a_rarer_reading_that_names_hold_is_asked_about(name: str, reading: str) -> None:
    found = read(name)
    assert found.text == reading
    assert found.unsure


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("皋陶路", "gāo yáo lù"),
        ("仆射街", "pú yè jiē"),
        ("允吾路", "qiān yá lù"),
        ("吐鲁番路", "tǔ lǔ fān lù"),
    ],
)
def test_a_reading_that_pages_give_needs_no_question(name: str, reading: str) -> None:
    found = read(name)
    assert found.text == reading
    assert not found.unsure


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("琵琶街", "pí pá jiē"),
        ("豆腐巷", "dòu fǔ xiàng"),
        ("葡萄路", "pú táo lù"),
        ("葫芦巷", "hú lú xiàng"),
        ("扁担街", "biǎn dàn jiē"),
    ],
)
def test_a_tone_that_speech_drops_is_spelt_in_full_and_not_asked_about(
    name: str, reading: str
) -> None:
    found = read(name)
    assert found.text == reading
    assert not found.unsure
