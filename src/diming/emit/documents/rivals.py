"""Numbers the rivals of a result (相近地名) once each, with where they are and how far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from diming.geo.measure import distance_m
from diming.model import Match, Verdict

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.model import Evidence, Place, Result
    from diming.registry.store import Store

_WORDS = {
    Match.SAME: "同名",
    Match.SAME_SPECIFIC: "专名相同",
    Match.SOUND: "同音",
    Match.SOUND_TONELESS: "同音不同调",
    Match.SHAPE: "形近",
    Match.EDIT: "一字之差",
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Rival:
    """A name the proposal may be taken for; `mark` is its number on the map and in the table."""

    mark: str
    id: str | None
    name: str
    jurisdiction: str | None
    match: str
    rules: tuple[str, ...]
    distance_m: float | None
    geometry: BaseGeometry | None
    accuracy_m: float | None

    @property
    def distance_words(self) -> str:
        """812 米, 1.6 公里; empty when a position is not known."""
        return "" if self.distance_m is None else distance_words(self.distance_m)


def rivals_of(result: Result, store: Store | None) -> tuple[Rival, ...]:
    """The names that the findings bring forward, nearest first, those without distance last."""
    found: dict[str, tuple[Evidence, list[str]]] = {}
    for finding in result.findings:
        for evidence in finding.evidence:
            if evidence.kind == "toponym" and finding.verdict is not Verdict.NOT_EVALUATED:
                _, rules = found.setdefault(evidence.id or evidence.name, (evidence, []))
                rules.append(finding.rule)
    drawn = result.proposal.geometry
    bare = [_rival(evidence, rules, drawn, store) for evidence, rules in found.values()]
    bare.sort(key=lambda one: (one.distance_m is None, one.distance_m or 0.0, one.name))
    return tuple(replace(rival, mark=mark(at)) for at, rival in enumerate(bare, start=1))


def mark(number: int) -> str:
    """①, ②, … ⑳, then (21)."""
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"


def match_words(match: str | None) -> str:
    """How a rival is like the name: sound-fold:in-ing → 近音（in-ing）."""
    if not match:
        return ""
    kind, _, folds = match.partition(":")
    if kind == Match.SOUND_FOLD:
        return f"近音（{folds}）" if folds else "近音"
    return _WORDS.get(Match(kind), kind) if kind in set(Match) else kind


def distance_words(metres: float) -> str:
    """812 米, 1.6 公里."""
    return f"{metres:.0f} 米" if metres < 1000 else f"{metres / 1000:.1f} 公里"


def _rival(
    evidence: Evidence, rules: list[str], drawn: BaseGeometry | None, store: Store | None
) -> Rival:
    place = _place(evidence, store)
    point = None if evidence.lonlat is None else shapely.Point(evidence.lonlat)
    where = point if place is None or place.geometry is None else place.geometry
    metres = evidence.distance_m
    if metres is None and where is not None and drawn is not None:
        metres = distance_m(drawn, where)
    return Rival(
        mark="", id=evidence.id, name=evidence.name, jurisdiction=evidence.jurisdiction,
        match=_likeness(evidence),
        rules=tuple(dict.fromkeys(rules)), distance_m=metres,
        geometry=None if where is None else shapely.force_2d(where),
        accuracy_m=None if place is None else place.accuracy_m,
    )  # fmt: skip


def _likeness(evidence: Evidence) -> str:
    """近音：山 shān ≈ 三 sān (sh/s); the kind alone when nothing more is said."""
    word = match_words(evidence.match)
    if not evidence.detail:
        return word
    return f"{word.partition('（')[0]}：{evidence.detail}" if word else evidence.detail


def _place(evidence: Evidence, store: Store | None) -> Place | None:
    """The place that bears a rival; those of the same table are not in the registry."""
    toponym = None if store is None or evidence.id is None else store.toponym(evidence.id)
    return None if store is None or toponym is None else store.place(toponym.place_id)
