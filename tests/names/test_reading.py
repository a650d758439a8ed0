"""How a name is read, on whose authority, and what somebody has to confirm."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.characters import lookup
from diming.names.lexicon import entries
from diming.names.reading import Authority, aligned, all_readings, heard, read
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


@pytest.mark.parametrize(("name", "index"), [("任兴路", 0), ("华山路", 0), ("长林路", 0)])
def test_polyphonic_characters_without_authority_are_asked_about(name: str, index: int) -> None:
    found = read(name)
    assert index in found.unsure
    assert found.authority[index] == Authority.ENGINE


def test_a_village_called_after_a_family_is_read_as_the_family_is() -> None:
    assert read("任庄", feature_class=FeatureClass.VILLAGE).text == "rén zhuāng"
    assert read("单庄路").text == "shàn zhuāng lù"


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
    assert read("中兴路", given="Zhongxing Lu").unsure == (0, 1)


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
    assert {"cháng lín", "zhǎng lín"} == {" ".join(way) for way in heard("长林路")}
    assert heard("长林路", given="cháng lín lù") == (("cháng", "lín"),)
    assert len(all_readings("和行长兴中华", cap=16)) == 16


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
        assert entry.kind in {"place", "person", "surname", "character"}
        assert entry.confidence in {"high", "medium", "low"}
        assert entry.source
        assert all(lookup(char) for char in entry.name), entry


def test_reading_takes_less_than_a_millisecond_when_warm() -> None:
    read("任城大道")
    names = [f"{chr(0x4E00 + at)}{chr(0x5000 + at)}北路" for at in range(500)]
    started = time.perf_counter()
    for name in names:
        read(name)
    assert (time.perf_counter() - started) / len(names) < 0.001


def test_importing_the_room_does_not_load_pypinyin() -> None:
    program = (
        "import sys, diming.names.keys, diming.names.compare, diming.names.script;"
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
    assert right / len(rows) >= 0.85
    assert settled / len(rows) >= 0.70


@pytest.mark.shared
def test_most_names_in_official_notices_need_no_question(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "approved.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    asked = [name for name in names if read(name, feature_class=FeatureClass.ROAD).unsure]
    assert len(asked) / len(names) <= 0.25
