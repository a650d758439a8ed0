"""Hits for people stand in columns; for programs they say everything in words and codes."""

from __future__ import annotations

from unicodedata import east_asian_width

from shapely import Point

from diming.emit.as_hits import hit_dict, lines
from diming.model import FeatureClass, Place, Toponym, ToponymKind
from diming.registry.store import Named, SearchHit


def hit(name: str, span: tuple[int, int] | None, why: str, **more: str) -> SearchHit:
    toponym = Toponym("t", "p", name, **more)  # type: ignore[arg-type]
    place = Place("p", FeatureClass.ROAD, "370811", Point(116.58, 35.42))
    return SearchHit(Named(toponym, place), why, span, None, "济宁市任城区")


def columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def test_columns_stand_under_each_other() -> None:
    shown = list(
        lines(
            [hit("太白楼路", (0, 3), "initials"), hit("A7路", None, "exact")],
            colour=False,
        )
    )
    assert {columns(line[: line.index("道路")]) for line in shown} == {
        columns("太白楼路  首字母 太白楼  ")
    }


def test_a_column_that_nothing_stands_in_takes_no_room() -> None:
    (line,) = lines([hit("太白楼路", (0, 3), "prefix")], colour=False)
    assert line == "太白楼路  开头  道路  济宁市任城区  116.58000,35.42000"


def test_letters_say_which_characters_they_met() -> None:
    (line,) = lines([hit("太白楼路", (0, 2), "spelling")], colour=False)
    assert "拼音 太白  " in line


def test_with_colour_the_characters_met_are_marked() -> None:
    (line,) = lines([hit("太白楼路", (1, 3), "part")], colour=True)
    assert line.startswith("太\x1b[1;4m白楼\x1b[0m路")


def test_years_are_written_as_people_do() -> None:
    (line,) = lines(
        [hit("邹县", (0, 2), "exact", valid_from="-0221", valid_to="1992-10")], colour=False
    )
    assert "前221–1992" in line


def test_a_program_is_told_why_in_words_and_the_standard_name() -> None:
    toponym = Toponym("t", "p", "公安街", kind=ToponymKind.FORMER)
    found = SearchHit(
        Named(toponym, Place("p", FeatureClass.ROAD, "370811")), "exact", (0, 3),
        "曾用名，今铁塔寺街", "济宁市任城区", "铁塔寺街",
    )  # fmt: skip
    plain = hit_dict(found)
    assert (plain["why"], plain["why_zh"]) == ("exact", "全名")
    assert plain["standard_name"] == "铁塔寺街"
    assert plain["position"] == "unknown"
    assert "lonlat" not in plain


def test_no_hits_are_no_lines() -> None:
    assert list(lines([], colour=False)) == []
