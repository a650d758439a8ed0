"""Writes the rivals of a name: as plain values, as cells of a table, as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diming.model import Match

if TYPE_CHECKING:
    from diming.registry.likeness import Rival

HEADINGS = (
    "关系", "程度", "名称", "类别", "所在", "政区代码", "距离（米）", "说明", "标识",
)  # fmt: skip

# What a relation is called by people.
WORDS = {
    Match.SAME: "同名",
    Match.SAME_SPECIFIC: "专名相同",
    Match.SOUND: "同音",
    Match.SOUND_TONELESS: "近音，声调不同",
    Match.SOUND_FOLD: "近音",
    Match.SHAPE: "形近",
    Match.EDIT: "一字之差",
}


def rival_dict(rival: Rival, area: str, distance_m: float | None) -> dict[str, Any]:
    """A rival as JSON values; what nobody knows is absent."""
    toponym, place, relation = rival.named.toponym, rival.named.place, rival.relation
    point = None if place.geometry is None else place.geometry.representative_point()
    plain = {
        "relation": relation.label,
        "match": relation.match.value,
        "folds": list(relation.folds),
        "score": relation.score,
        "reason": reason(rival),
        "id": toponym.id,
        "name": toponym.name,
        "feature_class": place.feature_class.value,
        "class_zh": place.feature_class.zh,
        "status": toponym.status.value,
        "jurisdiction": place.jurisdiction,
        "area": area,
        "distance_m": None if distance_m is None else round(distance_m, 1),
        "lonlat": None if point is None else [round(point.x, 7), round(point.y, 7)],
    }
    return {key: value for key, value in plain.items() if value is not None}


def cells(rival: Rival, area: str, distance_m: float | None) -> tuple[str, ...]:
    """The cells under `HEADINGS`, as text."""
    toponym, place, relation = rival.named.toponym, rival.named.place, rival.relation
    return (
        relation.label,
        f"{relation.score:.3f}",
        toponym.name,
        place.feature_class.zh,
        area,
        place.jurisdiction,
        "" if distance_m is None else f"{distance_m:.0f}",
        reason(rival),
        toponym.id,
    )


def line(rival: Rival, area: str, distance_m: float | None) -> str:
    """A rival on one line."""
    toponym, relation = rival.named.toponym, rival.relation
    away = "" if distance_m is None else f"距 {distance_m:.0f} 米"
    parts = (relation.label, f"{relation.score:.2f}", toponym.name, area, away, reason(rival))
    return "  ".join(part for part in parts if part)


def reason(rival: Rival) -> str:
    """Why it is a rival, in words: "近音: 金 jīn ≈ 京 jīng (in/ing)"."""
    relation = rival.relation
    return ": ".join(part for part in (WORDS[relation.match], relation.detail) if part)
