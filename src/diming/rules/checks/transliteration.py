"""Hears whether the specific element sounds like a foreign name, listed anywhere or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence, FeatureClass, Verdict
from diming.names.divisions import is_division
from diming.names.foreign import LEAST, nearest, sounds_foreign
from diming.rules.check import Check, Hit, LexiconId, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_OPEN = frozenset({FeatureClass.RESIDENTIAL, FeatureClass.BUILDING})
_LONGEST_DIVISION = 15
# Stands for what is not heard; nothing with a weight.
_SILENT = " "


class TransliterationParams(Params):
    """From which score a segment is told.

    `told` are lexicons that other rules tell the words of, with the least length of such a word:
    nothing is told twice. `exceptions` are lexicons of names at home that sound foreign.
    """

    score: float
    told: dict[LexiconId, int] = {}
    exceptions: list[LexiconId] = []


def _run(subject: Subject, params: TransliterationParams, ground: Ground) -> Iterator[Hit]:
    text = _wording(subject)
    sound = sounds_foreign(_heard(text, params, ground), subject.proposal.jurisdiction)
    if sound is None or sound.score < params.score:
        return
    segment = text[sound.start : sound.end]
    alike = nearest(segment)
    yield Hit(
        {"word": segment, "score": f"{sound.score:.1f}", "alike": "、".join(alike) or "无"},
        span=(sound.start, sound.end),
        evidence=tuple(Evidence(kind="term", name=name, detail="外国地名") for name in alike),
        verdict=Verdict.REVIEW,
    )


def _wording(subject: Subject) -> str:
    """The specific; the whole name of an estate or a building, whose generics are no closed list.

    So 诺丁山 and 哥德堡 are heard to their ends.
    """
    whole = subject.proposal.feature_class in _OPEN
    return subject.name if whole else subject.parsed.specific


def _heard(text: str, params: TransliterationParams, ground: Ground) -> str:
    """The text with divisions, exceptions and the words of other rules silenced."""
    spans = list(_divisions(text))
    lexicons = params.told | dict.fromkeys(params.exceptions, 0)
    for lexicon, least in lexicons.items():
        found = ground.lexicons.get(lexicon).longest_in(text)
        spans += [(start, end) for start, end, _ in found if end - start >= least]
    chars = list(text)
    for start, end in spans:
        chars[start:end] = _SILENT * (end - start)
    return "".join(chars)


def _divisions(text: str) -> Iterator[tuple[int, int]]:
    """Where divisions of China are named: 呼伦贝尔, 济宁市; the short ones may be accidents."""
    for start in range(len(text)):
        for end in range(start + LEAST, min(len(text), start + _LONGEST_DIVISION) + 1):
            if is_division(text[start:end]):
                yield start, end


CHECK = Check(
    kind="transliteration",
    about="专名像外国人名、地名的译音",
    params=TransliterationParams,
    placeholders=frozenset({"word", "score", "alike"}),
    run=_run,
)
