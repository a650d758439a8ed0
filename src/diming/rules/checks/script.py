"""Looks for anything in a name that is neither a Han character nor an Arabic digit.

Digits have rules of their own (`digits`), for ordinals before a generic are given officially.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from diming.names.characters import is_han
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class ScriptParams(Params):
    """`codes`: a pattern at the head of a name that is an official number, such as G5012."""

    codes: str = ""


def _run(subject: Subject, params: ScriptParams, ground: Ground) -> Iterator[Hit]:
    del ground
    name = subject.name
    head = re.match(params.codes, name) if params.codes else None
    start = head.end() if head else 0
    for run in re.finditer(r"[^\d]+|\d+", name[start:]):
        for begin, end in _foreign(run[0]):
            offset = start + run.start()
            sign = run[0][begin:end]
            yield Hit({"sign": _shown(sign)}, span=(offset + begin, offset + end))


def _foreign(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of neighbouring characters that do not belong in a name."""
    begin = None
    for index, char in enumerate(text):
        allowed = is_han(char) or char in "0123456789"
        if allowed and begin is not None:
            yield begin, index
            begin = None
        elif not allowed and begin is None:
            begin = index
    if begin is not None:
        yield begin, len(text)


def _shown(sign: str) -> str:
    """The signs as a person can see them: what has no shape is given by its code and name."""
    return "".join(
        char
        if char.isprintable() and not char.isspace()
        else f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".strip()
        for char in sign
    )


CHECK = Check(
    kind="script",
    about="名称中的外文字母、符号、空格和不可见字符",
    params=ScriptParams,
    placeholders=frozenset({"sign"}),
    run=_run,
)
