"""Says how two names meet: the same, the same specific, the same sound, the sound but for tones."""

from __future__ import annotations

from itertools import product

from diming.model import FeatureClass, Match
from diming.names.characters import simplify
from diming.names.parse import parse, stem
from diming.names.reading import heard
from diming.names.syllables import toneless

Way = tuple[str, ...]


def relation(
    a: str,
    b: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    *,
    given: tuple[str | None, str | None] = (None, None),
) -> Match | None:
    """The strongest relation of two names of one class, None when they do not meet.

    `given` are their authorised readings; without one every reading that may be meant counts.
    同音 is equality of tones and letters, after 《青岛市城市道路命名规则》 2020.
    """
    first, second = simplify(a), simplify(b)
    if first == second:
        return Match.SAME
    stems = {stem(parse(name, feature_class)) for name in (first, second)}
    if "" in stems:  # a bare generic (大街) has no specific to meet with
        return None
    if len(stems) == 1:
        return Match.SAME_SPECIFIC
    ways = _ways(first, second, feature_class, given)
    if _meeting(ways, toned=True):
        return Match.SOUND
    return Match.SOUND_TONELESS if _meeting(ways, toned=False) else None


def explain_sound(
    a: str,
    b: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    *,
    given: tuple[str | None, str | None] = (None, None),
) -> str:
    """Which characters sound alike: "任 rén = 仁 rén", "汶 wèn ≈ 文 wén"; "" when none do."""
    first, second = simplify(a), simplify(b)
    ways = _ways(first, second, feature_class, given)
    met = _meeting(ways, toned=True) or _meeting(ways, toned=False)
    if met is None:
        return ""
    return ", ".join(
        f"{mine} {said} {'=' if said == sounds else '≈'} {other} {sounds}"
        for mine, other, said, sounds in zip(first, second, *met, strict=False)
        if mine != other
    )


def _ways(
    first: str, second: str, feature_class: FeatureClass, given: tuple[str | None, str | None]
) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    return heard(first, feature_class, given[0]), heard(second, feature_class, given[1])


def _meeting(
    ways: tuple[tuple[Way, ...], tuple[Way, ...]], *, toned: bool
) -> tuple[Way, Way] | None:
    """The likeliest two readings that are equal, with or without tones."""
    for mine, other in product(*ways):
        if mine == other or (not toned and [*map(toneless, mine)] == [*map(toneless, other)]):
            return mine, other
    return None
