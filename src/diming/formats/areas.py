"""Finds the code of the area of authority that a cell names, by code or by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.errors import InputError
from diming.model import within

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diming.model import Jurisdiction

    AreasNamed = Callable[[str], Sequence[Jurisdiction]]

_CODE = re.compile(r"(\d{6}|\d{9}|\d{12})")
# 山东省济宁市任城区 → 山东省, 济宁市, 任城区; the name of each rung ends in its generic.
_RUNG = re.compile(r".+?(?:省|自治区|自治州|地区|盟|市|区|县|旗|街道办事处|街道|镇|乡|社区|村)")
_GENERICS = ("区", "县", "市", "街道", "镇", "乡", "省")
_MEND_CODE = (
    "写政区代码（6、9 或 12 位），如 370811",
    "write the code of the area (6, 9 or 12 digits), as in 370811",
)


def area_code(text: str, named: AreasNamed | None) -> str:
    """The code in or behind `text`: `370811`, `任城区`, `济宁市任城区`, `任城`.

    A longer statistical code that only adds noughts is cut to the area's own: 370811000000 →
    370811. Names go through `named`, exact name → areas; without a registry to ask (None) a name
    stays as it is. Raises InputError when there is none or more than one.
    """
    plain = "".join(text.split())
    digits = re.sub(r"\.0$", "", plain)
    if digits.isascii() and digits.isdigit():
        return _own_code(digits)
    if named is None:
        return plain
    found = _areas(plain, named)
    if len(found) != 1:
        raise _not_one(text, found)
    return found[0].adcode


def _own_code(digits: str) -> str:
    if not _CODE.fullmatch(digits):
        raise InputError(
            f"政区代码应为 6、9 或 12 位：{digits}",
            f"the code of an area has 6, 9 or 12 digits: {digits}",
            mend=("补足位数，如 370811", "give all the digits, as in 370811"),
        )
    while len(digits) > 6 and digits.endswith("000"):
        digits = digits[:-3]
    return digits


def _areas(text: str, named: AreasNamed) -> list[Jurisdiction]:
    """Areas called `text`: exactly, else by the last rung of a path, else without generic."""
    exact = list(named(text))
    if exact:
        return exact
    rungs = _RUNG.findall(text)
    if len(rungs) > 1 and "".join(rungs) == text:
        return [
            area
            for area in named(rungs[-1])
            if all(
                any(within(area.adcode, upper.adcode) for upper in named(rung))
                for rung in rungs[:-1]
            )
        ]
    return [area for generic in _GENERICS for area in named(text + generic)]


def _not_one(text: str, found: Sequence[Jurisdiction]) -> InputError:
    if found:
        codes = "、".join(f"{area.adcode} {area.name}" for area in found)
        return InputError(
            f"政区“{text}”有 {len(found)} 个：{codes}",
            f"{len(found)} areas are called {text}: {codes}",
            mend=_MEND_CODE,
        )
    return InputError(
        f"地名库中没有政区“{text}”",
        f"the registry has no area called {text}",
        mend=_MEND_CODE,
    )
