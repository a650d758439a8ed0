"""Listens for low words behind decent characters (谐音): 山火 sounds nearly like 散伙.

Only the whole specific counts, and one syllable of it may differ in its tone and as sh does from
s. Beijing made 光彩 of 棺材, so the endings n and ng are told apart here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from diming.model import Evidence, FeatureClass
from diming.names.likeness.folds import between
from diming.names.parse import stem
from diming.names.reading import read
from diming.names.syllables import toneless
from diming.rules.check import Check, Hit, LexiconId, Params

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_FLAT = frozenset({"zh-z", "ch-c", "sh-s"})


class SoundingParams(Params):
    """`lexicon`: the low words, with why each is low."""

    lexicon: LexiconId


def _run(subject: Subject, params: SoundingParams, ground: Ground) -> Iterator[Hit]:
    text = stem(subject.parsed)
    words = [word for word in ground.lexicons.get(params.lexicon).terms if len(word) == len(text)]
    if len(text) < 2 or text in words:
        return
    heard = subject.reading.syllables[: len(text)]
    for word in words:
        if _alike(heard, _spoken(word)):
            entry = ground.lexicons.get(params.lexicon).terms[word]
            yield Hit(
                {"word": word, "note": entry.note},
                span=(0, len(text)),
                evidence=(Evidence(kind="term", name=word, detail=entry.source or None),),
            )


@lru_cache(maxsize=1024)
def _spoken(word: str) -> tuple[str, ...]:
    return read(word, feature_class=FeatureClass.OTHER).syllables


def _alike(heard: Sequence[str], low: Sequence[str]) -> bool:
    differing = [pair for pair in zip(heard, low, strict=True) if pair[0] != pair[1]]
    return len(differing) < 2 and all(_flat(*map(toneless, pair)) for pair in differing)


def _flat(a: str, b: str) -> bool:
    folds = between(a, b)
    return folds is not None and all(fold.name in _FLAT for fold in folds)


CHECK = Check(
    kind="sounding",
    about="专名谐音不雅",
    params=SoundingParams,
    placeholders=frozenset({"word", "note"}),
    run=_run,
)
