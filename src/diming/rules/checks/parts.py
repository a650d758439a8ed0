"""Looks at how a name is put together: a specific element, then one generic element.

A modifier between the two (建设|北|路) makes no third part; it tells derived names apart.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diming.model import FeatureClass, Verdict
from diming.rules.check import Check, Hit, Params

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
    whose generics no list exhausts, where an unknown one is a question and no breach.
    """

    fault: Fault
    generics: tuple[str, ...] = ()
    open_classes: frozenset[FeatureClass] = frozenset()


def _run(subject: Subject, params: PartsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    match params.fault:
        case Fault.INCOMPLETE:
            yield from _incomplete(parsed, subject.proposal.feature_class in params.open_classes)
        case Fault.BARE:
            if parsed.generic and not parsed.modifier and _only(parsed.specific, params.generics):
                yield Hit({"part": parsed.name}, span=(0, len(parsed.name)))
        case Fault.STACKED:
            yield from _stacked(parsed, params.generics)


def _incomplete(parsed: Parsed, open_class: bool) -> Iterator[Hit]:
    if not parsed.generic:
        verdict = Verdict.REVIEW if open_class else None
        yield Hit({"part": "没有可识别的通名"}, span=(0, len(parsed.name)), verdict=verdict)
    elif parsed.specific in _DIRECTIONS and not parsed.modifier:
        yield Hit(
            {"part": f"专名只有方位词“{parsed.specific}”"}, span=(0, 1), verdict=Verdict.REVIEW
        )


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
    return not text or any(
        text.startswith(word) and _only(text[len(word) :], generics) for word in generics
    )


CHECK = Check(
    kind="parts",
    about="专名与通名的构成: 缺少一部分、只有通名、通名重叠",
    params=PartsParams,
    placeholders=frozenset({"part"}),
    run=_run,
)
