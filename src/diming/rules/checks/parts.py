"""Looks at how a name is put together: a specific element, then one generic element.

A modifier between the two (建设|北|路) makes no third part; it tells derived names apart.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diming.model import FeatureClass, Verdict
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.names.parse import Parsed
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


_DIRECTIONS = frozenset("东南西北中前后")


class Fault(StrEnum):
    """What can be wrong with the parts of a name."""

    INCOMPLETE = "incomplete"  # no generic that is known, or only a direction before it
    BARE = "bare"  # nothing but generics
    STACKED = "stacked"  # the specific ends in a generic of the same kind of thing


class PartsParams(Params):
    """Which fault to look for.

    `generics` are words that count as generics on top of each other; `open_classes` are classes
    whose generics no list exhausts, where an unknown one is a question and no breach;
    `street_ends` are last characters of old street names that never had one (院门口, 县前).
    """

    fault: Fault
    generics: tuple[str, ...] = ()
    open_classes: frozenset[FeatureClass] = frozenset()
    street_ends: str = ""


def _run(subject: Subject, params: PartsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    match params.fault:
        case Fault.INCOMPLETE:
            yield from _incomplete(subject, params)
        case Fault.BARE:
            if parsed.generic and not parsed.modifier and _only(parsed.specific, params.generics):
                yield Hit({"part": parsed.name}, span=(0, len(parsed.name)))
        case Fault.STACKED:
            yield from _stacked(parsed, params.generics)


def _incomplete(subject: Subject, params: PartsParams) -> Iterator[Hit]:
    parsed = subject.parsed
    if not parsed.generic:
        old_street = subject.is_road and parsed.name[-1:] in set(params.street_ends)
        if old_street and _in_use(subject):
            return
        for_people = old_street or subject.proposal.feature_class in params.open_classes
        yield Hit(
            {"part": "没有可识别的通名"},
            span=(0, len(parsed.name)),
            verdict=Verdict.REVIEW if for_people else None,
        )
    elif parsed.specific in _DIRECTIONS and not parsed.modifier:
        yield Hit(
            {"part": f"专名只有方位词“{parsed.specific}”"}, span=(0, 1), verdict=Verdict.REVIEW
        )


def _in_use(subject: Subject) -> bool:
    """Whether the registry holds the name in use; without registry or area, nobody knows."""
    try:
        return bool(subject.registered)
    except Missing:
        return False


def _stacked(parsed: Parsed, generics: tuple[str, ...]) -> Iterator[Hit]:
    if parsed.modifier or not parsed.generic:
        return
    for word in sorted(generics, key=len, reverse=True):
        # A single character before it makes a word of its own: 丝路大道, 老街巷, 铁路街.
        if parsed.specific.endswith(word) and len(parsed.specific) - len(word) >= 2:
            start = len(parsed.specific) - len(word)
            yield Hit({"part": word + parsed.generic}, span=(start, len(parsed.name)))
            return


def _only(text: str, generics: tuple[str, ...]) -> bool:
    """Whether `text` is nothing, or made of generics alone."""
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + len(word) for word in generics if text.startswith(word, at)}
    return len(text) in reached


CHECK = Check(
    kind="parts",
    about="专名与通名的构成: 缺少一部分、只有通名、通名重叠",
    params=PartsParams,
    placeholders=frozenset({"part"}),
    run=_run,
)
