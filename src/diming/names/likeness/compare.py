"""Says how two names may be taken for one another: the same, by sound, by shape, by one character.

Names derived from one road (segments, branches, series) are told apart on purpose: no relation.
Without tones and with folds only the likeliest readings are compared, so that a character whose
reading is open adds no pair that nobody hears.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.model import FeatureClass, Match
from diming.names.likeness.classes import classes_of, compared_with
from diming.names.likeness.folds import DEAREST, FOLDS, Fold, between
from diming.names.likeness.shape import likeness
from diming.names.likeness.stems import (
    COUNTERS,
    SERIES,
    SHORTEST_EDITED,
    Stem,
    stem_of,
    tells,
    written,
)
from diming.names.parse import generics, specific_of
from diming.names.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Mapping

Way = tuple[str, ...]

# From which to which score a relation reaches, the strongest first: they never overlap.
BANDS: Mapping[Match, tuple[float, float]] = MappingProxyType(
    {
        Match.SAME: (1.0, 1.0),
        Match.SAME_SPECIFIC: (0.95, 0.95),
        Match.SOUND: (0.9, 0.9),
        Match.SOUND_TONELESS: (0.8, 0.9),
        Match.SOUND_FOLD: (0.6, 0.8),
        Match.SHAPE: (0.4, 0.6),
        Match.EDIT: (0.2, 0.4),
    }
)
_TONE_MARKS = frozenset("\u0304\u0301\u030c\u0300")


@dataclass(frozen=True, slots=True)
class Relation:
    """How two names meet: by what, how strongly (0 to 1), through which folds, and in words."""

    match: Match
    score: float
    folds: tuple[str, ...] = ()
    detail: str = ""

    @property
    def label(self) -> str:
        """The relation in one word: "sound", "sound-fold:in-ing+zh-z"."""
        return f"{self.match.value}:{'+'.join(self.folds)}" if self.folds else self.match.value


def relation(
    a: str,
    b: str,
    feature_class: FeatureClass | None = None,
    *,
    given: tuple[str | None, str | None] = (None, None),
) -> Relation | None:
    """The strongest relation of two names, None when they are no rivals.

    Without a class of both, each is of its generic's, and names of classes that are not compared
    are no rivals (文昌路, 文昌阁). `given` are their authorised readings; without one every
    reading that may be meant counts.
    """
    kind, other = (feature_class, feature_class) if feature_class else classes_of(a, b)
    if other not in compared_with(kind):
        return None
    if written(a) == written(b):
        return _relation(Match.SAME)
    return compare_stems(stem_of(a, kind, given[0]), stem_of(b, other, given[1]))


def compare_stems(a: Stem, b: Stem) -> Relation | None:
    """The strongest relation of two stems, None when they are no rivals."""
    if a.text == b.text:
        # A bare generic (大街) has no specific to meet with.
        return _relation(Match.SAME_SPECIFIC) if a.text else None
    longer = len(a.text) - len(b.text)
    if abs(longer) > 1:
        return None
    found = (None if longer else _by_sound(a, b)) or _by_sight(a.text, b.text)
    return None if found is None or _derived(a.text, b.text) else found


def _relation(match: Match, share: float = 1.0, detail: str = "", *folds: str) -> Relation:
    """A relation whose score lies as far up in its band as `share` says."""
    least, most = BANDS[match]
    return Relation(match, round(least + (most - least) * share, 3), folds, detail)


def _by_sound(a: Stem, b: Stem) -> Relation | None:
    """Equal in letters and tones in any reading, or nearly so in the likeliest ones."""
    for way in a.ways:
        if way in b.ways:
            return _relation(Match.SOUND, 1.0, _said(a, b, way, way))
    mine, other = a.ways[0], b.ways[0]
    folds = list[Fold]()
    for char, theirs, said, heard in zip(a.text, b.text, mine, other, strict=True):
        if said != heard:
            found = between(toneless(said), toneless(heard))
            if found is None or (char + theirs).isascii():  # L区 and N区 are letters, no syllables
                return None
            folds += found
    cost = sum(fold.cost for fold in folds)
    if cost > DEAREST:
        return None
    tones = sum(map(_other_tone, mine, other)) / len(mine)
    detail = _said(a, b, mine, other)
    if not folds:
        return _relation(Match.SOUND_TONELESS, 1 - tones, detail)
    names = (fold.name for fold in FOLDS if fold in folds)
    return _relation(Match.SOUND_FOLD, 1 - cost / (2 * DEAREST) - tones / 4, detail, *names)


def _by_sight(a: str, b: str) -> Relation | None:
    """Different in one character only, which looks like the other or is easily overlooked."""
    at = _common(a, b)
    mine, other = a[at : at + (len(a) >= len(b))], b[at : at + (len(b) >= len(a))]
    rest = a[at + len(mine) :]
    if rest != b[at + len(other) :]:
        return None
    # In one only: two wrong characters in a name of two leave nothing of it.
    if mine and other and (alike := likeness(mine, other)):
        return _relation(Match.SHAPE, alike, f"{mine} ~ {other}")
    # 东外环 and 西外环: what counts or places is there to tell names apart.
    if _counted(mine + other) or not tells(a[:at] + rest):
        return None
    # 石门东 and 石门村: a side is not a character of the name.
    specific_a, specific_b = specific_of(a), specific_of(b)
    if a.removeprefix(specific_a) != b.removeprefix(specific_b):
        return None
    if min(len(specific_a), len(specific_b)) < SHORTEST_EDITED:
        return None
    share = 1 - 1 / max(len(a), len(b))
    return _relation(Match.EDIT, share, f"{mine or '无'} / {other or '无'}")


def _counted(chars: str) -> bool:
    """Whether one or two characters only count or place: 东, 东西, ab, 甲乙."""
    if COUNTERS.issuperset(chars):
        return True
    return len(chars) > 1 and any(series.issuperset(chars) for series in SERIES)


def _common(a: str, b: str) -> int:
    """How many characters two texts begin with in common."""
    at = 0
    for mine, other in zip(a, b, strict=False):
        if mine != other:
            break
        at += 1
    return at


def _derived(a: str, b: str) -> bool:
    """Whether one road may have both: 建设北 and 建设东, 湖光中 and 湖光中街 (of its 辅路)."""
    shorter, longer = sorted((a, b), key=len)
    whole = longer.startswith(shorter) and longer[len(shorter) :] in _road_generics()
    return whole or specific_of(a) == specific_of(b)


@cache
def _road_generics() -> frozenset[str]:
    return frozenset(one.text for one in generics().values() if FeatureClass.ROAD in one.classes)


def _said(a: Stem, b: Stem, mine: Way, other: Way) -> str:
    """Which characters sound alike: "任 rén = 仁 rén", "金 jīn ≈ 京 jīng (in/ing)"."""
    parts = []
    for char, theirs, said, heard in zip(a.text, b.text, mine, other, strict=True):
        if char != theirs:
            folds = between(toneless(said), toneless(heard)) or ()
            named = "".join(f" ({fold.name.replace('-', '/')})" for fold in folds)
            parts.append(f"{char} {said} {'=' if said == heard else '≈'} {theirs} {heard}{named}")
    return ", ".join(parts)


def _other_tone(said: str, heard: str) -> bool:
    return said != heard and _tone(said) != _tone(heard)


def _tone(syllable: str) -> frozenset[str]:
    return _TONE_MARKS.intersection(unicodedata.normalize("NFD", syllable))
