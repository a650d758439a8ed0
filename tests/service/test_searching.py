"""A clerk finds a name by characters, pinyin, initials, an old name, a year."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from diming.errors import InputError
from diming.model import FeatureClass, Place, Toponym, ToponymKind, ToponymStatus, within
from diming.names.characters import is_han, standard_form
from diming.names.keys import typed
from diming.names.plain import plain
from diming.names.reading import read
from diming.names.syllables import ascii_letters
from diming.service.registries import open_registry
from diming.service.searching import search
from diming.service.searching.asked import understood
from diming.service.searching.meeting import meet
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from diming.registry.store import Named, SearchHit, Store

ALL = 100_000
HERE = "370800"


@pytest.fixture(scope="module")
def store(jining: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """济宁, with a road registered in traditional characters and names of another province."""
    path = tmp_path_factory.mktemp("searching") / "registry.gpkg"
    shutil.copy(jining, path)
    with open_registry(str(path)) as opened:
        with opened.change("测试员", "测试用的地名") as change:
            change.put(Place("far", FeatureClass.ROAD, "110101"))
            change.put(Toponym("far-taibai", "far", "太白楼路"))
            change.put(Place("old", FeatureClass.ROAD, "370811"))
            change.put(Toponym("old-form", "old", "濟安橋路"))
            change.put(Place("lu", FeatureClass.ROAD, "370811"))
            change.put(Toponym("lu-name", "lu", "吕公堂街", reading="lǚ gōng táng jiē"))
            change.put(Place("street", FeatureClass.ROAD, "370811"))
            change.put(Toponym("street-new", "street", "金港一街"))
            change.put(
                Toponym(
                    "street-old", "street", "港口街",
                    kind=ToponymKind.FORMER, status=ToponymStatus.HISTORICAL,
                    valid_from="1956", valid_to="1987-05-03",
                )
            )  # fmt: skip
        yield opened


def hits(store: Store, text: str, **more: object) -> tuple[SearchHit, ...]:
    return search(store, text, near=HERE, **more).hits  # type: ignore[arg-type]


def names(store: Store, text: str, **more: object) -> list[str]:
    return [hit.named.toponym.name for hit in hits(store, text, **more)]


def marked(hit: SearchHit) -> str | None:
    return None if hit.span is None else hit.named.toponym.name[slice(*hit.span)]


# What people type


@pytest.mark.parametrize(
    "text",
    [
        "太白楼路", "太白楼", "白楼", "楼路", "太 白　楼", "太白楼路。", "“太白楼路”",
        "太白樓路", "太白樓",
        "taibailoulu", "tai bai lou lu", "Tàibáilóu Lù", "TAIBAILOU LU", "tai'bai'lou",
        "ｔａｉｂａｉ", "tai4bai2lou2lu4", "tai4 bai2", "taib", "t",
        "tbll", "tbl", "TBL", "tb", "t b l",
        "太白l", "太白lou", "太白ll", "太白loulu", "白楼l", "tbl路", "taibai楼",
        "tbllu", "tblou", "taibll",
    ],
)  # fmt: skip
def test_many_ways_lead_to_taibailou_road(store: Store, text: str) -> None:
    assert "太白楼路" in names(store, text, limit=ALL)


@pytest.mark.parametrize("text", ["济安桥路", "濟安橋", "安橋", "jianqiaolu", "jaql", "济安q"])
def test_a_name_registered_in_traditional_characters_is_found_as_any_other(
    store: Store, text: str
) -> None:
    assert "濟安橋路" in names(store, text)


@pytest.mark.parametrize(
    "text", ["lvgong", "lugong", "lügong", "lǚgōng", "lu:gong", "LÜGONG", "lgt"]
)
def test_u_with_dots_is_typed_in_every_way(store: Store, text: str) -> None:
    assert "吕公堂街" in names(store, text)


@pytest.mark.parametrize(
    "text",
    ["金港一街", "金港1街", "金港１街", "jingangyijie", "jingang1jie", "Jīngǎng 1 Jiē", "jgyj"],
)
def test_ordinals_are_typed_in_words_and_in_digits(store: Store, text: str) -> None:
    assert names(store, text)[0] == "金港一街"


@pytest.mark.parametrize(
    "text", ["滨湖花苑(A7区)", "滨湖花苑（Ａ７区）", "滨湖花苑a7", "A7区", "bhhya7"]
)
def test_brackets_width_and_capitals_mean_nothing(store: Store, text: str) -> None:
    (hit,) = hits(store, text)
    assert hit.named.toponym.name == "滨湖花苑(A7区)"


@pytest.mark.parametrize("text", ["任城区 太白楼路", "太白楼路，任城", "任城　太白楼路"])
def test_an_area_beside_a_name_says_which_is_meant(store: Store, text: str) -> None:
    assert [hit.named.place.jurisdiction for hit in hits(store, text)] == ["370811"]


@pytest.mark.parametrize(
    "text",
    [
        "任城区太白楼路",
        "任城太白楼路",
        "济宁市任城区太白楼路",
        "任城區太白樓路",
        "taibailoulu 任城区",
        "任城 tbll",
    ],
)
def test_an_area_before_a_name_or_beside_letters_says_which_is_meant(
    store: Store, text: str
) -> None:
    found = hits(store, text)
    assert found[0].named.toponym.name == "太白楼路"
    assert {hit.named.place.jurisdiction[:6] for hit in found} == {"370811"}


def test_an_area_that_lies_outside_the_one_asked_for_narrows_to_nothing(store: Store) -> None:
    assert names(store, "任城区太白楼路", area="370881") == []
    assert names(store, "任城区太白楼路", area="370000") == ["太白楼路"]


def test_an_area_is_no_area_where_the_whole_is_a_name(store: Store) -> None:
    assert "任城大道" in names(store, "任城大道")
    assert "邹城市博物馆" in names(store, "邹城市博物馆")


def test_parts_of_a_name_may_stand_apart(store: Store) -> None:
    found = hits(store, "邹城 博物馆")
    assert "邹城市博物馆" in [hit.named.toponym.name for hit in found]
    for hit in found:
        assert "博物馆" in hit.named.toponym.name
        assert "邹城" in hit.named.toponym.name + hit.area


@pytest.mark.parametrize("text", ["", "   ", "？！", "龘龘龘", "qqqqqqqq", "'", "\u200b"])
def test_nothing_sensible_finds_nothing(store: Store, text: str) -> None:
    found = search(store, text)
    assert (found.hits, found.more) == ((), False)


# What is told of a hit


@pytest.mark.parametrize(
    ("text", "why", "met"),
    [
        ("太白楼路", "exact", "太白楼路"),
        ("太白楼", "prefix", "太白楼"),
        ("白楼路", "part", "白楼路"),
        ("taibai", "spelling", "太白"),
        ("tbl", "initials", "太白楼"),
        ("太白l", "prefix", "太白楼"),
        ("tbl路", "initials", "太白楼路"),
    ],
)
def test_a_hit_says_why_and_with_which_characters(
    store: Store, text: str, why: str, met: str
) -> None:
    hit = next(one for one in hits(store, text) if one.named.toponym.name == "太白楼路")
    assert (hit.why, marked(hit)) == (why, met)


def test_a_mark_stands_in_the_name_as_it_is_written(store: Store) -> None:
    (hit,) = hits(store, "花苑a7")
    assert marked(hit) == "花苑(A7"


def test_a_former_name_tells_the_standard_name(store: Store) -> None:
    (hit,) = hits(store, "港口街")
    assert hit.label == "曾用名，今金港一街"
    assert hit.standard == "金港一街"
    assert hit.area == "济宁市任城区"
    assert names(store, "gangkoujie") == ["港口街"]


def test_heritage_is_labelled(store: Store) -> None:
    hit = next(one for one in hits(store, "孔庙") if one.named.place.jurisdiction == "370881")
    assert hit.label is not None
    assert "世界文化遗产" in hit.label


def test_a_mapped_heritage_object_is_found_once(store: Store) -> None:
    assert names(store, "太白楼").count("太白楼") == 1


# The order


def test_whole_names_come_first_then_beginnings_then_parts(store: Store) -> None:
    whys = [hit.why for hit in hits(store, "太白楼", limit=ALL)]
    assert whys == sorted(whys, key=["exact", "prefix", "part"].index)
    assert set(whys) >= {"exact", "prefix"}


def test_names_of_ones_own_area_come_first(store: Store) -> None:
    order = [hit.named.place.jurisdiction for hit in hits(store, "太白楼路")]
    assert order[:2] == ["370811", "110101"]
    elsewhere = search(store, "太白楼路", near="110000").hits
    assert elsewhere[0].named.toponym.id == "far-taibai"


def test_shorter_names_come_first(store: Store) -> None:
    lengths = [len(hit.named.toponym.name) for hit in hits(store, "taibai", limit=ALL)]
    local = lengths[:-1]  # the last one is in another province
    assert local == sorted(local)


def test_standard_names_come_before_former_ones_that_are_shorter(store: Store) -> None:
    order = names(store, "jining", limit=ALL)
    assert order.index("济宁市") < order.index("济宁大道") < order.index("济宁州")


def test_pinyin_comes_before_names_in_latin_letters(store: Store) -> None:
    order = names(store, "jining", limit=ALL)
    assert order[0].startswith("济宁")
    assert "Wanda Realm Jining" in order


@pytest.mark.parametrize("text", ["任", "rc"])
def test_a_division_comes_before_a_mere_label_of_a_map(store: Store, text: str) -> None:
    order = names(store, text, limit=ALL)
    assert order.index("任城区") < order.index("任城")


@pytest.mark.parametrize("text", ["jz", "济"])
def test_names_in_use_come_before_old_ones_met_alike(store: Store, text: str) -> None:
    old = [
        (hit.why, hit.named.toponym.kind is not ToponymKind.STANDARD
         or hit.named.toponym.status in (ToponymStatus.HISTORICAL, ToponymStatus.ABOLISHED))
        for hit in hits(store, text, limit=ALL)
    ]  # fmt: skip
    for why in {why for why, _ in old}:
        group = [gone for one, gone in old if one == why]
        assert group == sorted(group)


@pytest.mark.parametrize(
    ("text", "so", "otherwise"),
    [
        ("wèn", "汶上县", "文博苑"),
        ("wen4", "汶上县", "文博苑"),
        ("wén", "文博苑", "汶上县"),
        ("xi'an", "西岸华府", "县前街"),
        ("xi an", "西岸华府", "县前街"),
        ("xiàn", "县前街", "香城镇"),
    ],
)
def test_names_that_sound_as_typed_come_first_and_others_are_labelled(
    store: Store, text: str, so: str, otherwise: str
) -> None:
    found = hits(store, text, limit=ALL)
    labels = {hit.named.toponym.name: "读音与所输不同" in (hit.label or "") for hit in found}
    assert (labels[so], labels[otherwise]) == (False, True)
    order = ["读音与所输不同" in (hit.label or "") for hit in found]
    assert order == sorted(order)


def test_no_name_sounds_as_was_typed(store: Store) -> None:
    found = hits(store, "rèn chéng")
    assert "任城区" in [hit.named.toponym.name for hit in found]
    assert all("读音与所输不同" in (hit.label or "") for hit in found)


def test_a_limit_cuts_and_says_so(store: Store) -> None:
    whole = search(store, "运河", near=HERE, limit=ALL)
    assert not whole.more
    for limit in (1, 5, len(whole.hits) - 1, len(whole.hits)):
        cut = search(store, "运河", near=HERE, limit=limit)
        assert len(cut.hits) == limit
        assert cut.more == (limit < len(whole.hits))


# Years


def test_a_year_asked_for_shows_names_in_use_then(store: Store) -> None:
    assert "公安街" in names(store, "公安街", as_of=1930)
    assert names(store, "公安街", as_of=1950) == []


def test_for_a_year_names_of_unknown_age_come_last_and_say_so(store: Store) -> None:
    first, *others = hits(store, "济州", as_of=1200)
    assert (first.named.toponym.name, first.named.toponym.valid_from) == ("济州", "1150")
    assert others
    assert all("年代不详" in (hit.label or "") for hit in others)


def test_names_of_unknown_age_are_counted_apart_and_stand_last(store: Store) -> None:
    found = search(store, "济州 1300", near=HERE, limit=ALL)
    labels = ["年代不详" in (hit.label or "") for hit in found.hits]
    assert found.undated == sum(labels) > 0
    assert labels == sorted(labels)
    assert search(store, "济州", near=HERE).undated == 0


@pytest.mark.parametrize("text", ["港口街 1960", "1960 港口街", "港口街1960年", "港口街 1960 年"])
def test_a_year_beside_a_name_keeps_to_that_year(store: Store, text: str) -> None:
    found = search(store, text, near=HERE)
    assert [hit.named.toponym.id for hit in found.hits] == ["street-old"]
    assert found.year == 1960
    assert names(store, text.replace("1960", "1990")) == []


@pytest.mark.parametrize("text", ["1987", "１９８７", "1987年", "公元1987年"])
def test_a_year_alone_shows_first_what_changed_in_it(store: Store, text: str) -> None:
    found = search(store, text, near=HERE, limit=ALL)
    first = found.hits[0]
    assert (first.named.toponym.name, first.why, first.span) == ("港口街", "year", None)
    assert found.year == 1987
    assert all(hit.named.toponym.in_use_in(1987) for hit in found.hits)


def test_a_year_before_christ(store: Store) -> None:
    assert "孔庙" in names(store, "前400年", kind="heritage")
    assert "孔庙" not in names(store, "前500年", kind="heritage")


def test_a_number_that_a_name_really_holds_is_no_year(store: Store) -> None:
    (first, *_) = hits(store, "8号楼")
    assert first.named.toponym.name == "8号楼"


# Filters


def test_heritage_only(store: Store) -> None:
    found = hits(store, "尼山", kind="heritage")
    assert found
    assert all(hit.named.toponym.heritage for hit in found)


@pytest.mark.parametrize("kind", ["road", "道路"])
def test_one_class_only(store: Store, kind: str) -> None:
    found = hits(store, "太白", kind=kind)
    assert {hit.named.place.feature_class for hit in found} == {FeatureClass.ROAD}


def test_a_class_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(InputError):
        search(store, "太白", kind="飞船")


def test_one_area_only(store: Store) -> None:
    found = hits(store, "孔", area="370881", limit=ALL)
    assert found
    assert all(within(hit.named.place.jurisdiction, "370881") for hit in found)


# Traditional characters


def test_every_division_of_jining_is_found_in_traditional_characters(store: Store) -> None:
    forms = traditional()
    assert {"兖": "兗", "凫": "鳧", "吕": "呂", "黄": "黃"}.items() <= forms.items()
    with shipped("data", "places", "divisions.csv").open(encoding="utf-8", newline="") as file:
        names_of = {
            row["name"] for row in csv.DictReader(file)
            if within(row["code"], HERE) and len(row["code"]) < 12
        }  # fmt: skip
    assert len(names_of) >= 168
    for name in names_of:
        written = "".join(forms.get(char, char) for char in name)
        assert name in names(store, written, limit=ALL), written


def traditional() -> dict[str, str]:
    """A traditional form for each standard character that has one."""
    with shipped("data", "language", "variants.tsv").open(encoding="utf-8", newline="") as file:
        return {
            row["standard"]: row["form"]
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["kind"] == "traditional" and standard_form(row["form"]) == row["standard"]
        }


# Against every name of the registry, one by one


class Everything:
    """All names with what may be typed for them, gone through one by one."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.named = list(store.named())
        self._typed = {
            one.toponym.id: typed(
                plain(one.toponym.name), one.place.feature_class, one.toponym.reading
            )
            for one in self.named
        }

        self.read = [
            (one, read(name, given=one.toponym.reading, feature_class=one.place.feature_class))
            for one in self.named
            if all(map(is_han, name := plain(one.toponym.name)))
        ]

    def abbreviated(self, text: str) -> set[str]:
        """Names that begin so, each syllable as its character, letters or initial."""
        return {
            one.toponym.id
            for one, reading in self.read
            if _begins(plain(one.toponym.name), [*map(ascii_letters, reading.syllables)], text)
        }

    def typed(self, one: Named) -> tuple[str, ...]:
        return self._typed[one.toponym.id]

    def meeting(self, text: str) -> set[str]:
        ways = [asked.name for asked in understood(text)]
        return {
            one.toponym.id
            for one in self.named
            for way in ways
            if way in plain(one.toponym.name) or any(key.startswith(way) for key in self.typed(one))
        }


def _begins(name: str, syllables: Sequence[str], text: str) -> bool:
    if not text:
        return True
    if not name:
        return False
    char, letters = name[0], syllables[0]
    if letters.startswith(text):
        return True
    pieces = {char, letters, letters[:1]} | ({letters[:2]} & {"zh", "ch", "sh"})
    return any(
        text.startswith(piece) and _begins(name[1:], syllables[1:], text[len(piece) :])
        for piece in pieces
    )


@pytest.fixture(scope="module")
def everything(store: Store) -> Everything:
    return Everything(store)


def ids(found: tuple[SearchHit, ...]) -> set[str]:
    return {hit.named.toponym.id for hit in found}


thorough = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@thorough
@given(data=st.data())
def test_every_part_of_a_name_finds_it_and_nothing_else(
    everything: Everything, data: st.DataObject
) -> None:
    name = plain(data.draw(st.sampled_from(everything.named)).toponym.name)
    start = data.draw(st.integers(0, len(name) - 1))
    text = name[start : data.draw(st.integers(start + 1, len(name)))]
    assume(all(asked.year is None for asked in understood(text)))
    assert ids(hits(everything.store, text, limit=ALL)) == everything.meeting(text)


@thorough
@given(data=st.data())
def test_every_beginning_of_what_is_typed_for_a_name_finds_it_and_nothing_else(
    everything: Everything, data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(everything.named))
    key = data.draw(st.sampled_from(everything.typed(one)))
    text = key[: data.draw(st.integers(1, len(key)))]
    assume(all(asked.year is None for asked in understood(text)))
    assert ids(hits(everything.store, text, limit=ALL)) == everything.meeting(text)


@thorough
@given(data=st.data())
def test_filters_take_away_exactly_what_they_say(
    everything: Everything, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(["济", "孔", "j", "城", "庙", "yz"]))
    year = data.draw(st.none() | st.integers(-500, 2030))
    area = data.draw(st.none() | st.sampled_from(["370811", "370881", "370000", "370811003"]))
    kind = data.draw(st.none() | st.sampled_from(["heritage", "road", "building", "county"]))
    met = everything.meeting(text)
    wanted = {
        one.toponym.id
        for one in everything.named
        if one.toponym.id in met
        and (year is None or one.toponym.in_use_in(year))
        and (area is None or within(one.place.jurisdiction, area))
        and (kind != "heritage" or one.toponym.heritage is not None)
        and (kind in (None, "heritage") or one.place.feature_class == kind)
    }
    found = hits(everything.store, text, as_of=year, area=area, kind=kind, limit=ALL)
    assert ids(found) == wanted


@thorough
@given(data=st.data())
def test_characters_and_then_letters_find_the_name(
    everything: Everything, data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(everything.named))
    name = plain(one.toponym.name)
    assume(len(name) > 1 and not any(char.isascii() for char in name))
    at = data.draw(st.integers(1, len(name) - 1))
    rest = data.draw(st.sampled_from(typed(name[at:], one.place.feature_class)[1:]))
    text = name[:at] + rest[: data.draw(st.integers(1, len(rest)))]
    assume(all(asked.year is None for asked in understood(text)))
    found = hits(everything.store, text, limit=ALL)
    assert one.toponym.id in ids(found)
    assert all(name[:at] in plain(hit.named.toponym.name) for hit in found)


@thorough
@given(data=st.data())
def test_an_abbreviation_finds_every_name_that_begins_so_or_says_that_there_are_more(
    everything: Everything, data: st.DataObject
) -> None:
    one, reading = data.draw(st.sampled_from(everything.read))
    name, text = plain(one.toponym.name), ""
    length = data.draw(st.integers(1, len(name)))
    for char, syllable in zip(name[:length], map(ascii_letters, reading.syllables), strict=False):
        text += data.draw(st.sampled_from([char, syllable, syllable[0]]))
    assume(not text.isascii() or not everything.meeting(text))  # what is filed so suffices
    assume(any(char.isascii() for char in text))
    limit = data.draw(st.sampled_from([5, 50, ALL]))
    found = search(everything.store, text, near=HERE, limit=limit)
    assert found.more or everything.abbreviated(text) <= ids(found.hits)
    assert found.hits
    assert len(found.hits) <= limit
    assert all(meet(hit.named.toponym, text) for hit in found.hits)


def test_a_search_that_stops_early_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not search(store, "济nd", near=HERE, limit=ALL).more
    monkeypatch.setattr("diming.service.searching.lookup.SIFTED", 2)
    assert search(store, "济nd", near=HERE, limit=ALL).more
