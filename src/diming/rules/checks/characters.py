"""Looks at each character of a name against the table of standard characters (通用规范汉字表).

A character has at most one fault, so that the rules built on this check never say the same twice.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from diming.model import Evidence, Verdict
from diming.names.characters import is_han, licence, lookup, standard_form
from diming.rules.check import Check, Hit, Params
from diming.rules.local import names_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_FOR_PLACE_NAMES = "地名"
_RARE_LEVEL = 3


class Fault(StrEnum):
    """What can be wrong with one character."""

    OUTSIDE = "outside"  # in no table: neither standard nor a known form of a standard one
    FORM = "form"  # a traditional or variant form of a standard character
    RESTRICTED = "restricted"  # standard, but licensed for uses other than place names
    RARE = "rare"  # standard, of the third level


class CharactersParams(Params):
    """Which fault to look for."""

    fault: Fault


@cache
def fault_of(char: str) -> Fault | None:
    """The fault of one character, None for a common standard one and for what is no Han.

    The numeral 〇 has none: it is a sign for a number and no character of the table.
    """
    if not is_han(char) or char == "〇":
        return None
    entry = lookup(char)
    if entry is None:
        return Fault.FORM if standard_form(char) else Fault.OUTSIDE
    allowed = licence(char)
    if allowed is not None and _FOR_PLACE_NAMES not in allowed:
        return Fault.RESTRICTED
    return Fault.RARE if entry.level == _RARE_LEVEL else None


def _run(subject: Subject, params: CharactersParams, ground: Ground) -> Iterator[Hit]:
    for index, char in enumerate(subject.name):
        if fault_of(char) is not params.fault:
            continue
        local = names_with(char, subject, ground)
        if local and params.fault is Fault.RARE:
            continue  # the character is at home here: 洸 in 洸河
        yield Hit(
            {
                "char": char,
                "standard": standard_form(char) or "",
                "licence": licence(char) or "",
                "local": "、".join(named.toponym.name for named in local),
            },
            span=(index, index + 1),
            evidence=tuple(_evidence(named) for named in local),
            # A name in use here with the same character: an inherited form is for people to judge.
            verdict=Verdict.REVIEW if local else None,
        )


def _evidence(named: Named) -> Evidence:
    return Evidence(
        kind="toponym",
        name=named.toponym.name,
        id=named.toponym.id,
        jurisdiction=named.place.jurisdiction,
        detail="当地在用地名已用此字",
    )


CHECK = Check(
    kind="characters",
    about="逐字对照《通用规范汉字表》: 表外字、繁体和异体字、限用字、三级字",
    params=CharactersParams,
    placeholders=frozenset({"char", "standard", "licence", "local"}),
    run=_run,
)
