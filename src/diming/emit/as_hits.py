"""Writes search hits as plain values, the same for the command line and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diming.registry.store import SearchHit


def hit_dict(hit: SearchHit) -> dict[str, Any]:
    """A hit as JSON values; `lonlat` is a point on the place, absent when nobody knows where."""
    toponym, place = hit.named.toponym, hit.named.place
    point = None if place.geometry is None else place.geometry.representative_point()
    plain = {
        "id": toponym.id,
        "place": place.id,
        "name": toponym.name,
        "kind": toponym.kind.value,
        "status": toponym.status.value,
        "feature_class": place.feature_class.value,
        "class_zh": place.feature_class.zh,
        "jurisdiction": place.jurisdiction,
        "area": hit.area,
        "why": hit.why,
        "span": None if hit.span is None else list(hit.span),
        "label": hit.label,
        "heritage": toponym.heritage,
        "era": toponym.era,
        "valid_from": toponym.valid_from,
        "valid_to": toponym.valid_to,
        "meaning": toponym.meaning,
        "note": toponym.note,
        "position": place.position,
        "accuracy_m": place.accuracy_m,
        "lonlat": None if point is None else [round(point.x, 7), round(point.y, 7)],
    }
    return {key: value for key, value in plain.items() if value is not None}
