"""A name meets typed characters as they stand and typed letters by the sounds of its characters."""

from __future__ import annotations

import pytest

from diming.model import Toponym
from diming.service.searching.meeting import Met, Why, meet


@pytest.mark.parametrize(
    ("name", "query", "why", "span"),
    [
        ("太白楼路", "太白楼路", Why.EXACT, (0, 4)),
        ("太白楼路", "太白", Why.PREFIX, (0, 2)),
        ("太白楼路", "楼路", Why.PART, (2, 4)),
        ("太白楼路", "taibailoulu", Why.SPELLING, (0, 4)),
        ("太白楼路", "taib", Why.SPELLING, (0, 2)),
        ("太白楼路", "tbl", Why.INITIALS, (0, 3)),
        ("太白楼路", "tblou", Why.INITIALS, (0, 3)),
        ("太白楼路", "太白l", Why.PREFIX, (0, 3)),
        ("太白楼路", "白ll", Why.PART, (1, 4)),
        ("太白楼路", "taibai楼", Why.SPELLING, (0, 3)),
        ("中山路", "zhsl", Why.INITIALS, (0, 3)),
        ("西安路", "xianlu", Why.SPELLING, (0, 3)),
        ("吕梁路", "lul", Why.SPELLING, (0, 2)),
        ("濟寧路", "济宁", Why.PREFIX, (0, 2)),
        ("金港十二街", "jingang12j", Why.SPELLING, (0, 5)),
        ("滨湖花苑(A7区)", "bhhya7", Why.INITIALS, (0, 7)),
        ("河头小河路", "河l", Why.PART, (3, 5)),
    ],
)
def test_a_name_meets_a_query(name: str, query: str, why: Why, span: tuple[int, int]) -> None:
    assert meet(Toponym("t", "p", name), query) == Met(why, span)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("太白楼路", "太楼"),
        ("太白楼路", "bailou"),
        ("太白楼路", "taibaila"),
        ("太白楼路", "tbx"),
        ("太白楼路", "太l"),
        ("太白楼路", "taibailoulua"),
        ("金港一街", "jingang2jie"),
    ],
)
def test_a_name_does_not_meet_a_query(name: str, query: str) -> None:
    assert meet(Toponym("t", "p", name), query) is None


def test_an_authorised_reading_is_met_that_no_table_has() -> None:
    assert meet(Toponym("t", "p", "六合路", reading="lù hé lù"), "luhe") == Met(
        Why.SPELLING, (0, 2)
    )
