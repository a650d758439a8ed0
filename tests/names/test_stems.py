"""What is compared of a name, and where it is filed so that its rivals find it."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from itertools import combinations
from statistics import mean

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.likeness.compare import compare_stems
from diming.names.likeness.folds import folded
from diming.names.likeness.shape import neighbours
from diming.names.likeness.stems import (
    Stem,
    filed_under,
    looked_for_under,
    stem_of,
    stems_of,
    written,
)
from diming.names.reading import candidates
from diming.settings import shipped

ROAD, COMMITTEE = FeatureClass.ROAD, FeatureClass.COMMITTEE


@cache
def committees() -> dict[str, list[str]]:
    """The committees of 济宁 by county, as they are registered."""
    found: dict[str, list[str]] = defaultdict(list)
    with shipped("data", "places", "divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] == "committee":
                found[row["code"][:6]].append(row["name"])
    return found


@cache
def roads() -> list[str]:
    with shipped("data", "names", "roads.csv").open(encoding="utf-8-sig", newline="") as file:
        return sorted({row["name"] for row in csv.DictReader(file)})


@cache
def characters_by_sound() -> dict[str, list[str]]:
    """The characters of real names by their folded sounds."""
    names = [*roads(), *(name for of_county in committees().values() for name in of_county)]
    found: dict[str, list[str]] = defaultdict(list)
    for char in sorted({char for name in names for char in name}):
        for reading in candidates(char):
            found[folded(reading)].append(char)
    return found


@st.composite
def alike(draw: st.DrawFn) -> tuple[Stem, Stem]:
    """The stems of a real name and of one that may be taken for it."""
    kind = draw(st.sampled_from((ROAD, COMMITTEE)))
    names = roads() if kind is ROAD else committees()["370811"]
    name = draw(st.sampled_from(names))
    stem = stem_of(name, kind)
    assume(stem.text)
    at = draw(st.integers(0, len(stem.text) - 1))
    char = stem.text[at]
    sounds = characters_by_sound().get(folded(stem.ways[0][at]), [char])
    instead = draw(
        st.one_of(
            st.sampled_from(sounds),
            st.sampled_from(neighbours(char) or (char,)),
            st.sampled_from(("", f"{char}东", f"{char}泉", "泉")),
        )
    )
    other = stem.text[:at] + instead + stem.text[at + 1 :] + name[len(stem.text) :]
    return stem, stem_of(other, kind)


def test_a_stem_is_specific_and_modifier_with_every_legal_reading() -> None:
    assert stem_of("任城大道", ROAD) == Stem("任城", (("rén", "chéng"),))
    assert stem_of("建设北路", ROAD).text == "建设北"
    assert stem_of("運河路", ROAD) == stem_of("运河路", ROAD)
    assert set(stem_of("行知路", ROAD).ways) > {("xíng", "zhī"), ("háng", "zhī")}
    assert stem_of("行知路", ROAD, "xíng zhī lù").ways == (("xíng", "zhī"),)


@pytest.mark.parametrize("kind", [COMMITTEE, FeatureClass.VILLAGE])
@pytest.mark.parametrize(
    ("seat", "names"),
    [
        (
            "张庄",
            "张庄 张庄村 张庄村委会 张庄村村委会 张庄村民委员会 张庄村村民委员会 "
            "张庄社区 张庄社区居委会 张庄村社区居民委员会 张庄居委会",
        ),
        ("李村", "李村 李村村 李村委会 李村村委会 李村村村民委员会 李村社区居委会"),
        ("张家新村", "张家新村村村委会"),
        ("", "村委会 社区居委会"),
    ],
)
def test_a_village_or_committee_is_compared_by_where_it_sits(
    seat: str, names: str, kind: FeatureClass
) -> None:
    assert {stem_of(name, kind).text for name in names.split()} == {seat}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("金港1街", "金港一街"),
        ("１２号路", "十二号路"),
        ("20街", "二十街"),
        ("21巷", "二十一巷"),
        ("007路", "七路"),
        ("3520社区", "三五二〇社区"),
        ("运河路", "运河路"),
        ("Ａ ７区", "a七区"),
    ],
)
def test_numbers_are_compared_in_words(name: str, words: str) -> None:
    assert written(name) == words


def test_a_stem_is_filed_under_itself_its_sound_and_what_is_left_of_it() -> None:
    assert filed_under(stem_of("任城路", ROAD)) == ("任城", "~len cen")
    assert filed_under(stem_of("太白楼路", ROAD)) == (
        "太白楼",
        "~tai bai lou",
        "白楼",
        "太楼",
        "太白",
    )
    # 家庄 tells nothing: names that differ in the family are no rivals.
    assert filed_under(stem_of("李家庄村委会", COMMITTEE)) == ("李家庄", "~li jia zuan")
    assert filed_under(stem_of("大街", ROAD)) == ()


def test_many_stems_at_once_are_those_of_each_name() -> None:
    names = committees()["370832"]
    each = [stem_of(name, COMMITTEE, None, "3708") for name in names]
    assert stems_of(names, COMMITTEE, "3708") == each
    assert stems_of([*roads(), "金港1街", "大街"], ROAD) == [
        stem_of(name, ROAD) for name in [*roads(), "金港1街", "大街"]
    ]


def test_look_alike_spellings_are_looked_for_and_not_filed() -> None:
    stem = stem_of("未央路", ROAD)
    assert "末央" in looked_for_under(stem)
    assert "末央" not in filed_under(stem)


def test_there_are_few_keys() -> None:
    names = [name for of_county in committees().values() for name in of_county]
    assert mean(len(filed_under(stem_of(name, COMMITTEE))) for name in names) < 4


@given(alike())
def test_rivals_share_a_key_and_are_rivals_from_both_sides(pair: tuple[Stem, Stem]) -> None:
    a, b = pair
    found, back = compare_stems(a, b), compare_stems(b, a)
    assert (found is None) == (back is None)
    if found is not None and back is not None:
        assert (found.label, found.score) == (back.label, back.score)
        assert set(looked_for_under(a)) & set(filed_under(b))
        assert set(looked_for_under(b)) & set(filed_under(a))


@pytest.mark.parametrize("county", ["370811", "370831"])
def test_keys_find_what_comparing_everything_with_everything_finds(county: str) -> None:
    stems = [stem_of(name, COMMITTEE) for name in committees()[county]]
    filed: dict[str, set[int]] = defaultdict(set)
    for number, stem in enumerate(stems):
        for key in filed_under(stem):
            filed[key].add(number)
    for (at, a), (other, b) in combinations(enumerate(stems), 2):
        if compare_stems(a, b):
            assert any(other in filed.get(key, ()) for key in looked_for_under(a)), (a, b)
            assert any(at in filed.get(key, ()) for key in looked_for_under(b)), (a, b)
