"""Words, measures, dates and codes are read as clerks write them, or refused with the mend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.errors import CoordinateError, DimingError, InputError, UsageError
from diming.formats import values, words
from diming.formats.areas import area_code
from diming.formats.encoding import decode
from diming.model import Action, Extent, FeatureClass, Jurisdiction, Level, WidthKind

AREAS = [
    Jurisdiction("370000", "山东省", Level.PROVINCE),
    Jurisdiction("370800", "济宁市", Level.PREFECTURE),
    Jurisdiction("370811", "任城区", Level.COUNTY),
    Jurisdiction("370829001", "嘉祥街道", Level.TOWNSHIP),
    Jurisdiction("320102", "鼓楼区", Level.COUNTY),
    Jurisdiction("350102", "鼓楼区", Level.COUNTY),
    Jurisdiction("350100", "福州市", Level.PREFECTURE),
]


def named(name: str) -> list[Jurisdiction]:
    return [area for area in AREAS if area.name == name]


def refused(error: DimingError) -> bool:
    return all((error.zh, error.en, *error.mend))


# Lengths and widths


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("1667", 1667), ("1,667米", 1667), ("１６６７", 1667), ("1.2km", 1200), ("1.2 公里", 1200),
        ("约1.2千米", 1200), ("0.5KM", 500), ("1667.5m", 1667.5), ("全长1,234,567米", 1234567),
    ],
)  # fmt: skip
def test_lengths_as_notices_write_them(text: str, metres: float) -> None:
    assert values.length_m(text) == pytest.approx(metres)


@pytest.mark.parametrize("text", ["", "abc", "0", "-5", "1,66", "1667~1700", "一千米", "1e400"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        values.length_m(text)
    assert refused(refusal.value)


def test_a_bare_number_is_in_the_unit_of_its_heading() -> None:
    assert values.length_m("1.2", "公里") == pytest.approx(1200)
    assert values.length_m("1.2米", "公里") == pytest.approx(1.2)


@given(st.floats(0.01, 1e6))
def test_a_length_survives_being_written_with_thousands_or_in_kilometres(metres: float) -> None:
    assert values.length_m(f"{metres:,.3f}米") == pytest.approx(metres, abs=1e-3)
    assert values.length_m(f"{metres / 1000:.9f}km") == pytest.approx(metres, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "extent", "kind"),
    [
        ("20", Extent(20, 20), None),
        ("9~15", Extent(9, 15), None),
        ("24+9+16", Extent(49, 49), None),
        ("红线24米", Extent(24, 24), WidthKind.RED_LINE),
        ("24米（红线宽度）", Extent(24, 24), WidthKind.RED_LINE),
        ("路缘石宽7.5m", Extent(7.5, 7.5), WidthKind.KERB),
        ("３２至５０", Extent(32, 50), None),
    ],
)
def test_widths_and_what_they_measure(text: str, extent: Extent, kind: WidthKind | None) -> None:
    assert values.width(text) == (extent, kind)


@pytest.mark.parametrize("text", ["宽", "0", "-9", "9~", "红线"])
def test_what_is_no_width_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        values.width(text)
    assert refused(refusal.value)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["~", "-", "至", "～", "—"]))
def test_a_range_of_widths_is_ordered_and_survives(a: int, b: int, sign: str) -> None:
    extent, _ = values.width(f"{a}{sign}{b}米")
    assert (extent.low, extent.high) == (min(a, b), max(a, b))
    assert values.width(str(extent))[0] == extent


# Dates, ends, positions


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1928", "1928"), ("1928年", "1928"), ("1928年5月", "1928-05"), ("1928/5/1", "1928-05-01"),
        ("1928-05-01", "1928-05-01"), ("前484年", "-0484"), ("-0484", "-0484"), ("762", "0762"),
    ],
)  # fmt: skip
def test_dates_become_iso(text: str, iso: str) -> None:
    assert values.date(text) == iso


@pytest.mark.parametrize("text", ["明代", "1928-13", "1928-05-32", "0", "19280501"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        values.date(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("火炬路—嘉诚路", ("火炬路", "嘉诚路")),
        ("东起火炬路，西至嘉诚路", ("火炬路", "嘉诚路")),
        ("起于火炬路，止于嘉诚路。", ("火炬路", "嘉诚路")),
        ("自由路至解放路", ("自由路", "解放路")),
        ("起点：火炬路；终点：嘉诚路", ("火炬路", "嘉诚路")),
        ("火炬路", None),
    ],
)
def test_both_ends_of_a_road_in_one_cell(text: str, ends: tuple[str, str] | None) -> None:
    assert values.ends(text) == ends


def test_wkt_is_longitude_latitude_in_cgcs2000() -> None:
    assert values.geometry("POINT (116.58 35.41)").bounds[:2] == (116.58, 35.41)
    assert values.geometry("SRID=4548;POINT (500000 3900000)").bounds[0] == pytest.approx(117)


@pytest.mark.parametrize(
    "wkt", ["LINESTRING (116 35", "116 35", "POINT (35.4 116.6)", "POINT (500000 3900000)"]
)
def test_a_geometry_that_cannot_be_is_refused(wkt: str) -> None:
    with pytest.raises(InputError) as refusal:
        values.geometry(wkt)
    assert refused(refusal.value)


@pytest.mark.parametrize(
    "wkt", ["POINT (nan nan)", "LINESTRING (116 nan, 117 35)", "SRID=4548;POINT (inf 3900000)"]
)
def test_a_coordinate_in_wkt_that_is_no_number_is_said_to_be_none(wkt: str) -> None:
    with pytest.raises(CoordinateError, match="not a number"):
        values.geometry(wkt)
    with pytest.raises(CoordinateError, match="not a number"):
        values.point("nan", "35.4", "EPSG:4490")


def test_coordinates_of_a_point_must_be_decimal_degrees() -> None:
    assert values.point("116.58", "35.41", "EPSG:4490").bounds[:2] == (116.58, 35.41)
    with pytest.raises(InputError):
        values.point("116°35′", "35°24′", "EPSG:4490")
    with pytest.raises(CoordinateError):
        values.point("35.41", "116.58", "EPSG:4490")


# Words


@pytest.mark.parametrize("member", list(FeatureClass))
def test_every_class_is_known_by_its_value_and_its_chinese_word(member: FeatureClass) -> None:
    assert words.feature_class(member.value) is member
    assert words.feature_class(f" {member.zh} ") is member


@pytest.mark.parametrize(
    ("word", "member"),
    [
        ("道路", FeatureClass.ROAD),
        ("桥", FeatureClass.BRIDGE), ("居民区", FeatureClass.RESIDENTIAL),
        ("住宅小区", FeatureClass.RESIDENTIAL), ("建筑物", FeatureClass.BUILDING),
        ("Road", FeatureClass.ROAD), ("社区", FeatureClass.COMMITTEE),
    ],
)  # fmt: skip
def test_the_words_of_the_trade(word: str, member: FeatureClass) -> None:
    assert words.feature_class(word) is member


def test_actions_in_both_languages() -> None:
    for action in Action:
        assert words.action(action.zh) is words.action(action.value) is action


def test_an_unknown_word_is_refused_with_the_words_that_are_known() -> None:
    with pytest.raises(InputError) as refusal:
        words.feature_class("马路牙子")
    assert "道路" in refusal.value.mend[0]
    assert "road" in refusal.value.mend[1]


# Areas


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("370811", "370811"), ("370811.0", "370811"), ("370811000000", "370811"),
        ("370829001000", "370829001"), ("370829001206", "370829001206"), ("任城区", "370811"),
        ("任城", "370811"), ("济宁市任城区", "370811"), ("山东省 济宁市 任城区", "370811"),
        ("福州市鼓楼区", "350102"), ("嘉祥", "370829001"),
    ],
)  # fmt: skip
def test_areas_by_code_or_name(text: str, code: str) -> None:
    assert area_code(text, named) == code


@pytest.mark.parametrize("text", ["鼓楼区", "太白湖新区", "济宁市鼓楼区", "3708", "37081100"])
def test_an_area_that_is_not_exactly_one_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        area_code(text, named)
    assert "370811" in refusal.value.mend[0]


def test_without_a_registry_a_name_stays_as_it_is() -> None:
    assert area_code("370811", None) == "370811"
    assert area_code("任城区", None) == "任城区"


# Encodings


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4))
def test_text_survives_utf8_with_and_without_mark(text: str) -> None:
    assert decode(text.encode()).text == text
    assert decode(text.encode("utf-8-sig")).text == text
    assert decode(text.encode("gb18030"), "gbk").text == text


@pytest.mark.parametrize("name", ["太白楼路", "任城区、兖州区", "㙍𡐓村", "名称,类别\n"])
def test_chinese_text_in_gb18030_is_told_from_utf8(name: str) -> None:
    assert decode(name.encode("gb18030")) == decode(name.encode("gb18030"), "GB18030")
    assert decode(name.encode("gb18030")).text == name


def test_excels_unicode_text_is_read() -> None:
    assert decode("名称\t类别".encode("utf-16")).text == "名称\t类别"


def test_bytes_that_fit_no_encoding_are_refused_with_file_and_line() -> None:
    with pytest.raises(InputError) as refusal:
        decode(b"name\n\xff\xff", file="names.csv")
    assert "names.csv" in refusal.value.text("en")
    assert "line 2" in refusal.value.en
    with pytest.raises(InputError, match="GB18030"):
        decode(b"\xe8", "gbk")
    with pytest.raises(UsageError):
        decode(b"", "klingon")
