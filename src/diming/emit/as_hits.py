"""Writes search hits: as plain values for the command line and the page, as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from diming.model.place import year_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.model import Toponym
    from diming.registry.store import SearchHit

# How a hit met what was typed, in words.
WHYS = {
    "exact": "全名",
    "prefix": "开头",
    "part": "名中",
    "spelling": "拼音",
    "initials": "首字母",
    "year": "年份",
}
_MARKED = "\x1b[1;4m{}\x1b[0m"  # bold and underlined
_GAP = "  "


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
        "why_zh": WHYS[hit.why],
        "span": None if hit.span is None else list(hit.span),
        "label": hit.label,
        "standard_name": hit.standard,
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


def lines(hits: Sequence[SearchHit], *, colour: bool) -> Iterator[str]:
    """A line for each hit, the columns aligned; with colour the characters met are underlined."""
    rows = [_cells(hit) for hit in hits]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for hit, row in zip(hits, rows, strict=True):
        padded = [
            cell + " " * (width - _width(cell))
            for cell, width in zip(row, widths, strict=True)
            if width
        ]
        if colour and hit.span is not None:
            start, stop = hit.span
            name = padded[0]
            padded[0] = name[:start] + _MARKED.format(name[start:stop]) + name[stop:]
        yield _GAP.join(padded).rstrip()


def _cells(hit: SearchHit) -> tuple[str, ...]:
    toponym, place = hit.named.toponym, hit.named.place
    why = WHYS[hit.why]
    if hit.why in ("spelling", "initials") and hit.span is not None:
        why += f" {toponym.name[slice(*hit.span)]}"
    point = None if place.geometry is None else place.geometry.representative_point()
    return (
        toponym.name,
        why,
        place.feature_class.zh,
        hit.area,
        "位置不详" if point is None else f"{point.x:.5f},{point.y:.5f}",
        years(toponym),
        hit.label or "",
    )


def years(toponym: Toponym) -> str:
    """1271–1385, 1986–, –前221; empty when neither is known."""
    ends = (year_of(toponym.valid_from), year_of(toponym.valid_to))
    said = ["" if end is None else f"前{-end}" if end < 0 else str(end) for end in ends]
    return "–".join(said) if any(said) else ""


def _width(text: str) -> int:
    """How many columns of a terminal a text takes up."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
