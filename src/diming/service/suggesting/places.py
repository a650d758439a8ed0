"""Takes names from the ground: heritage no longer in use, old sites, rivers and hills, villages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Action, Evidence, FeatureClass, ToponymKind, ToponymStatus
from diming.model.suggestion import Origin
from diming.service.suggesting.candidate import Candidate
from diming.service.suggesting.lent import DIVISIONS, lent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diming.model import Toponym
    from diming.service.suggesting.site import Near, Site

_GONE = frozenset({ToponymStatus.HISTORICAL, ToponymStatus.ABOLISHED})
_NATURAL = frozenset({FeatureClass.WATER, FeatureClass.MOUNTAIN})
_SETTLED = frozenset({FeatureClass.VILLAGE, FeatureClass.COMMITTEE})
# A village further off than this is not 沿线 (our own limit).
ALONG_M = 800.0


def candidates(site: Site) -> Iterator[Candidate]:
    """The names that places near the site lend, and old names of the county placed by none."""
    for near in (*site.near, *site.unplaced):
        origin = _origin(near)
        if origin is not None and (name := _name(near, site)):
            yield Candidate(
                name,
                origin,
                reason=_reason(near, origin),
                evidence=(_evidence(near, site),),
                distance_m=None if _is_division(near) else near.distance_m,
                meaning=_meaning(near),
                action=Action.RESTORE if name == near.named.toponym.name else Action.NAME,
            )


def _origin(near: Near) -> Origin | None:
    """What kind of source a name is, None when it lends nothing here."""
    toponym, kind, away = near.named.toponym, near.named.place.feature_class, near.distance_m
    if toponym.status in _GONE:
        return Origin.HERITAGE
    if away is None or toponym.status is not ToponymStatus.IN_USE or _is_by_name(toponym):
        return None
    if kind in _NATURAL:
        return Origin.NATURAL
    if kind in _SETTLED:
        return Origin.VILLAGE if away <= ALONG_M else None
    return Origin.LANDMARK if kind is FeatureClass.SITE or toponym.heritage else None


def _is_by_name(toponym: Toponym) -> bool:
    return toponym.kind is not ToponymKind.STANDARD


def _name(near: Near, site: Site) -> str | None:
    """The word lent with the generic asked for; an old road gets its own name back."""
    named = near.named
    if named.place.feature_class is site.asked.feature_class is FeatureClass.ROAD:
        return named.toponym.name
    word = lent(named)
    if word is None or (_is_division(near) and any(map(_begins(word), site.divisions))):
        return None
    return word if word.endswith(site.generic) else word + site.generic


def _is_division(near: Near) -> bool:
    return near.named.place.feature_class in DIVISIONS


def _begins(word: str) -> Callable[[str], bool]:
    """Whether a division that lives begins with the word: 济宁府 lends nothing beside 济宁市."""
    return lambda name: name.startswith(word)


def _reason(near: Near, origin: Origin) -> str:
    toponym, kind, away = near.named.toponym, near.named.place.feature_class, near.distance_m
    where = "在本县区, 确切位置未记" if away is None else f"距此约 {away:.0f} 米"
    if kind in DIVISIONS:
        where = "曾辖此地"
    told = f"{kind.zh}“{toponym.name}”{where}"
    if origin is Origin.HERITAGE:
        gone = f"{toponym.valid_to} 年后" if toponym.valid_to else "现"
        told += f", {gone}不再使用"
    return "; ".join(part for part in (told, toponym.heritage, toponym.meaning) if part)


def _meaning(near: Near) -> str:
    toponym = near.named.toponym
    taken = f"取自{near.named.place.feature_class.zh}“{toponym.name}”"
    return f"{taken}, {toponym.meaning}" if toponym.meaning else taken


def _evidence(near: Near, site: Site) -> Evidence:
    toponym, place = near.named.toponym, near.named.place
    point = None if place.geometry is None else place.geometry.representative_point()
    source = site.store.source(toponym.source) if toponym.source else None
    return Evidence(
        kind="toponym",
        name=toponym.name,
        id=toponym.id,
        jurisdiction=place.jurisdiction,
        distance_m=near.distance_m,
        detail=None if source is None else f"来源: {source.title}",
        lonlat=None if point is None else (round(point.x, 7), round(point.y, 7)),
    )
