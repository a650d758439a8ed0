"""Lint of given spellings: each slip with its rule and its right form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.reading import read
from diming.names.spelling.orthography import Fault, FaultKind, faults
from diming.names.spelling.romanize import romanize

HAN = st.text("任城太白楼建设东西南北安饿欧路街巷一二三第环绿大道村", min_size=1, max_size=6)


def kinds(name: str, spelling: str, feature_class: FeatureClass = FeatureClass.ROAD) -> str:
    return " ".join(fault.kind for fault in faults(name, spelling, feature_class))


def only(name: str, spelling: str, feature_class: FeatureClass = FeatureClass.ROAD) -> Fault:
    (fault,) = faults(name, spelling, feature_class)
    return fault


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("任城大道", "Rénchéng Dàdào"),
        ("任城大道", "RENCHENG DADAO"),
        ("任城大道", "RÉNCHÉNG DÀDÀO"),
        ("长安街", "CHANG\u2019AN JIE"),
        ("旅游路", "LÜYOU LU"),
        ("金港一街", "Jīngǎng 1 Jiē"),
        ("第九弄", "Dì-9 Lòng"),
        ("盆儿胡同", "Pénr Hútong"),
        ("台儿庄路", "Tái\u2019érzhuāng Lù"),
        ("建设路（中段）", "Jiànshè Lù (Zhōngduàn)"),
        ("任城大道", unicodedata.normalize("NFD", "Rénchéng Dàdào")),
        ("任城大道", ""),
    ],
)
def test_good_spellings_have_no_fault(name: str, spelling: str) -> None:
    assert faults(name, spelling) == ()


@pytest.mark.parametrize(
    ("name", "spelling", "kind", "given", "right", "rule"),
    [
        ("北京路", "Běijīnglù", "apart", "", " ", 1),
        ("太白楼路", "Tàibái Lóu Lù", "joined", " ", "", 4),
        ("建设北路", "Jiànshè Běi Lù", "joined", " ", "", 2),
        ("金港一街", "Jīngǎng1 Jiē", "apart", "", " ", 7),
        ("任城大道", "Rénchéng dàdào", "capital", "d", "D", 10),
        ("任城大道", "RénChéng Dàdào", "capital", "C", "c", 10),
        ("任城大道", "Renchéng Dàdào", "tone", "Ren", "Rén", 9),
        ("胡同巷", "Hútóng Xiàng", "tone", "tóng", "tong", 9),
        ("任城大道", "Rencheng Dadao", "toneless", "Rencheng Dadao", "Rénchéng Dàdào", 9),
        ("长安街", "Chángān Jiē", "apostrophe", "", "\u2019", 11),
        ("运河路", "Yùn\u2019hé Lù", "apostrophe", "\u2019", "", 11),
        ("长安街", "Cháng'ān Jiē", "glyph", "'", "\u2019", 11),
        ("盆儿胡同", "Pénér Hútong", "erhua", "ér", "r", 12),
        ("羊子山街", "Yángshān Jiē", "dropped", "", "zǐ", 8),
        ("任城大道", "Rénchéngg Dàdào", "added", "g", "", 8),
        ("任城大道", "Rénshéng Dàdào", "letters", "shéng", "chéng", 8),
    ],
)
def test_a_slip_is_named_with_its_place_rule_and_right_form(
    name: str, spelling: str, kind: str, given: str, right: str, rule: int
) -> None:
    reading = read(name, given="yáng zǐ shān jiē") if name == "羊子山街" else None
    (fault,) = faults(name, spelling, reading=reading)
    assert (fault.kind, fault.given, fault.right) == (kind, given, right)
    assert fault.article.title == f"1984年规则第{rule}条"
    assert fault.article.seen
    assert spelling[fault.start : fault.end] == given


def test_a_village_is_joined_and_a_committee_apart() -> None:
    assert only("王村", "Wáng Cūn", FeatureClass.VILLAGE).article.title.endswith("第3条")
    assert faults("王村", "Wáng Cūn", FeatureClass.COMMITTEE) == ()


@pytest.mark.parametrize("letters", ["LVYOU LU", "LUYOU LU", "LYUYOU LU"])
def test_u_with_two_dots_is_not_written_otherwise(letters: str) -> None:
    fault = only("旅游路", letters)
    assert (fault.kind, fault.right) == (FaultKind.UMLAUT, "LÜ")


def test_u_with_a_colon_is_a_way_to_type_it() -> None:
    assert faults("旅游路", "LU:YOU LU") == ()


@pytest.mark.parametrize(
    ("spelling", "found"),
    [
        ("TAIBAILOU RD", "RD"),
        ("TAIBAILOU ROAD", "ROAD"),
        ("Tàibáilóu St.", "St"),
        ("Tàibáilóu Avenue", "Avenue"),
    ],
)
def test_a_translated_generic_breaks_the_notice_of_1987(spelling: str, found: str) -> None:
    fault = only("太白楼路", spelling)
    assert (fault.kind, fault.given) == (FaultKind.FOREIGN, found)
    assert "1987" in fault.article.title


def test_a_translated_direction_is_foreign_too() -> None:
    assert kinds("中州东路", "ZHONGZHOU EAST RD") == "foreign foreign"


@pytest.mark.parametrize(
    ("name", "spelling", "rule"),
    [("三八路", "38 Lù", 6), ("五四路", "Wǔ4 Lù", 6), ("金港一街", "Jīngǎng Yījiē", 7)],
)
def test_numerals_and_ordinals(name: str, spelling: str, rule: int) -> None:
    numbers = [f for f in faults(name, spelling) if f.kind is FaultKind.NUMBER]
    assert numbers
    assert all(fault.article.title == f"1984年规则第{rule}条" for fault in numbers)


def test_an_office_that_spells_ordinals_wants_letters() -> None:
    assert faults("金港一街", "Jīngǎng Yījiē", ordinal_style="pinyin") == ()


def test_another_reading_is_a_fault_where_the_reading_is_settled_and_else_a_question() -> None:
    assert only("济宁路", "Jìníng Lù").kind is FaultKind.READING
    unsure = read("重和路")
    assert unsure.unsure == (0,)
    other = "Chónghé Lù" if unsure.syllables[0] == "zhòng" else "Zhònghé Lù"
    fault = only("重和路", other)
    assert fault.kind is FaultKind.UNSETTLED
    assert fault.is_question


def test_the_slips_of_a_real_notice_are_all_found() -> None:
    found = {fault.kind for fault in faults("汉东大道", "Hàn dōng dào")}
    assert {FaultKind.JOINED, FaultKind.DROPPED} <= found


def test_letters_of_other_alphabets_are_seen_through() -> None:
    fault = only("任城大道", "Rénchén\u0261 Dàdào")
    assert (fault.kind, fault.given, fault.right) == (FaultKind.GLYPH, "\u0261", "g")


@pytest.mark.parametrize("spelling", ["\ufb01", "\u0130", "Ｒénchéng Dàdào", "\u0301", "任城大道"])
def test_odd_signs_are_taken_letter_by_letter(spelling: str) -> None:
    for fault in faults("任城大道", spelling):
        assert spelling[fault.start : fault.end] == fault.given


@given(HAN, st.sampled_from(FeatureClass), st.sampled_from(["standard", "sign"]))
def test_our_own_spelling_has_no_fault(name: str, feature_class: FeatureClass, style: str) -> None:
    spelling = romanize(name, feature_class, style="sign" if style == "sign" else "standard")
    assert faults(name, spelling, feature_class) == ()


@given(HAN, st.text(max_size=20))
def test_no_spelling_stops_it_and_every_fault_is_where_it_says(name: str, spelling: str) -> None:
    for fault in faults(name, spelling):
        assert spelling[fault.start : fault.end] == fault.given
        assert str(fault)
