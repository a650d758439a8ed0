"""Tells from the words of a 批准机关 what kind of authority it is: government, 民政, department."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """Authorities as 地名管理条例 tells them apart, and those it never names."""

    STATE = "state"
    GOVERNMENT = "government"
    TOWNSHIP = "township"
    CIVIL_AFFAIRS = "civil-affairs"
    HOUSING = "housing"
    COMMITTEE = "committee"
    DEPARTMENT = "department"


# The first that is met tells: 某区民政局 is no government, 管委会住建局 no housing department, and
# 人民政府 has 民政 in it.
_TELLING = (
    (Kind.STATE, r"^国务院$"),
    (Kind.COMMITTEE, r"管理委员会|管委会|开发区|高新区|新区"),
    (Kind.TOWNSHIP, r"街道办|办事处|[镇乡](?:人民)?政府"),
    (Kind.CIVIL_AFFAIRS, r"民政(?!府)|地名(?:委员会|办公室|办)"),
    (Kind.HOUSING, r"住房和?城乡建设|住建|住房城建"),
    (Kind.GOVERNMENT, r"政府"),
)


def kind_of(authority: str) -> Kind:
    """The kind of authority that a text names; a department when it names none of the others."""
    told = (kind for kind, words in _TELLING if re.search(words, authority))
    kind = next(told, Kind.DEPARTMENT)
    # 济宁高新区 has a committee, 浦东新区 a government.
    if kind is Kind.COMMITTEE and re.search(r"新区(?:人民)?政府", authority):
        return Kind.GOVERNMENT
    return kind


def is_department(kind: Kind) -> bool:
    """Whether it is a department other than 民政: its own filing starts the clock of the notice."""
    return kind in {Kind.HOUSING, Kind.DEPARTMENT}


def seat_of(authority: str) -> str:
    """The area a government is of: 济宁市人民政府 → 济宁市, 山东省济宁市政府 → 济宁市."""
    bare = re.sub(r"(?:人民)?政府.*$", "", authority.strip())
    return re.sub(r"^.*?(?:省|自治区)(?=.)", "", bare)
