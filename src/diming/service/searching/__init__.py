"""Finds names as a clerk types them: characters, pinyin, initials, old names, a year.

Order of hits: the whole name, its beginning, a part of it, then letters, initials, a year. Within
each a name met from end to end comes first, then the names of the office's own area, standard
names before former ones, the shorter first. Nothing is left out but by `limit`, which keeps the
near and the short ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.formats import words
from diming.model import ToponymKind, ToponymStatus, within
from diming.model.place import year_of
from diming.registry.store import Scope, SearchHit
from diming.service.searching.apart import look_up_apart
from diming.service.searching.area_paths import area_paths
from diming.service.searching.asked import understood
from diming.service.searching.labels import label_of
from diming.service.searching.lookup import look_up, of_year
from diming.service.searching.meeting import Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diming.model import Toponym
    from diming.registry.store import Store
    from diming.service.searching.lookup import Candidate, Candidates

_HERITAGE = ("heritage", "历史地名")
_GONE = (ToponymStatus.HISTORICAL, ToponymStatus.ABOLISHED)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first; `more` says that there are names which `limit` cut off.

    `year` is the year asked for or read in the text, None for any year.
    """

    hits: tuple[SearchHit, ...]
    more: bool
    year: int | None = None


def search(
    store: Store,
    text: str,
    *,
    as_of: int | None = None,
    kind: str | None = None,
    area: str | None = None,
    near: str | None = None,
    limit: int = 50,
) -> Found:
    """Names that meet `text`; `kind` is `heritage` or a class of places, as people write it.

    `as_of` keeps to names in use in a year, `area` to a code and what lies under it; names of the
    area `near` come before others that meet the text as well. Raises InputError for a kind that
    is not known.
    """
    found: Candidates = {}
    more, year = False, as_of
    for asked in understood(text):
        if more or len(found) > limit:
            more = True
            break
        if asked.year is not None and as_of is not None:
            continue
        scope = _scope(kind, area, as_of if asked.year is None else asked.year)
        met, more = (
            look_up(store, asked.name, scope, near, limit)
            if asked.name
            else of_year(store, scope, near, limit)
        )
        new = {key: one for key, one in met.items() if key not in found}
        found |= _ranked(new, near)
        year = scope.year if new else year
    if not found:
        met, more = look_up_apart(store, text, _scope(kind, area, as_of), near)
        found = _ranked(met, near)
    shown = list(found.values())[:limit]
    return Found(_hits(store, shown), more or len(found) > limit, year)


def _scope(kind: str | None, area: str | None, year: int | None) -> Scope:
    heritage = kind in _HERITAGE
    classes = () if kind is None or heritage else (words.feature_class(kind),)
    return Scope(() if area is None else (area,), classes, heritage=heritage, year=year)


def _ranked(met: Candidates, near: str | None) -> Candidates:
    return dict(sorted(met.items(), key=lambda item: _rank(item[1], near)))


def _rank(one: Candidate, near: str | None) -> tuple[object, ...]:
    """The place of a hit among those that one way to understand the text has found."""
    toponym = one.named.toponym
    far = near is not None and not within(one.named.place.jurisdiction, near)
    if one.why is Why.YEAR:
        began, ended = year_of(toponym.valid_from), year_of(toponym.valid_to)
        changed = one.year in (began, ended)
        return bool(_undated(one)), not changed, far, -(began or 0), toponym.name, toponym.id
    span = one.span or (0, 0)
    in_latin = one.why is Why.PART and toponym.name[slice(*span)].isascii()
    return (
        bool(_undated(one)),
        in_latin,  # what is typed in letters is pinyin first: jining is 济宁 before Hotel Jining
        one.why,
        span != (0, len(toponym.name)),
        far,
        toponym.kind is not ToponymKind.STANDARD or toponym.status in _GONE,
        len(toponym.name),
        toponym.heritage is None,
        toponym.name,
        toponym.id,
    )


def _undated(one: Candidate) -> str | None:
    """What nobody knows of when a name was used, where a year is asked for."""
    toponym = one.named.toponym
    if one.year is None:
        return None
    if toponym.valid_from is None:
        return "起始年代不详"
    gone = toponym.status in _GONE or toponym.kind is ToponymKind.FORMER
    return "终止年代不详" if gone and toponym.valid_to is None else None


def _hits(store: Store, shown: Sequence[Candidate]) -> tuple[SearchHit, ...]:
    paths = area_paths(store, {one.named.place.jurisdiction for one in shown})
    return tuple(_hit(store, one, paths[one.named.place.jurisdiction]) for one in shown)


def _hit(store: Store, one: Candidate, path: str) -> SearchHit:
    toponym = one.named.toponym
    standard = None if toponym.kind is ToponymKind.STANDARD else _standard(store, toponym.place_id)
    parts = (label_of(toponym, standard), _undated(one))
    return SearchHit(
        named=one.named,
        why=one.why.name.lower(),
        span=one.span,
        label=" · ".join(part for part in parts if part) or None,
        area=path,
        standard=None if standard is None else standard.name,
    )


def _standard(store: Store, place: str) -> Toponym | None:
    """The name that a place bears today, or bore last."""
    return next((one for one in store.toponyms_of(place) if one.kind is ToponymKind.STANDARD), None)
