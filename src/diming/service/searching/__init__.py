"""Finds names as a clerk types them: characters, pinyin, initials, old names, a year.

Order of hits: the whole name, its beginning, a part of it, then letters, initials, a year. Within
each, names in use come before old ones and classified ones before mere labels of a map, then a
name met from end to end, then the names of the office's own area, then the shorter. Behind all
others stand names that sound otherwise than was typed, and for a year those of unknown age.

The plainest way to understand a text that finds anything is the one taken; an area at its
beginning is taken off only where the whole finds nothing. Of that way nothing is left out but by
`limit` and by `bounds`, which keep the near and the short ones and make `more` true.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diming.formats import words
from diming.model import FeatureClass, ToponymKind, ToponymStatus, within
from diming.model.place import year_of
from diming.registry.store import Scope, SearchHit
from diming.service.searching.apart import look_up_apart
from diming.service.searching.area_paths import area_paths
from diming.service.searching.asked import understood
from diming.service.searching.labels import label_of
from diming.service.searching.lookup import look_up, of_year
from diming.service.searching.meeting import Why
from diming.service.searching.narrowed import narrowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diming.model import Toponym
    from diming.registry.store import Store
    from diming.service.searching.lookup import Candidate, Candidates

_HERITAGE = ("heritage", "历史地名")
_GONE = (ToponymStatus.HISTORICAL, ToponymStatus.ABOLISHED)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first; `more` says that there may be names beyond these.

    `year` is the year asked for or read in the text, None for any year; of the last `undated` hits
    nobody knows whether they were in use then.
    """

    hits: tuple[SearchHit, ...]
    more: bool
    year: int | None = None
    undated: int = 0


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
    scope = _scope(kind, area, as_of)
    found, more, year = _understood(store, text, scope, near, limit)
    for rest, inside in () if found else narrowed(store, text, scope):
        found, cut, year = _understood(store, rest, inside, near, limit)
        more = more or cut
        if found:
            break
    if not found:
        met, cut = look_up_apart(store, text, scope, near)
        found, more, year = _ranked(met, near), more or cut, scope.year
    shown = sorted(found.values(), key=lambda one: bool(_undated(one)))[:limit]
    undated = sum(_undated(one) is not None for one in shown)
    return Found(_hits(store, shown), more or len(found) > limit, year, undated)


def _understood(
    store: Store, text: str, scope: Scope, near: str | None, limit: int
) -> tuple[Candidates, bool, int | None]:
    """Names that meet a text as it may be understood, whether there may be more, and the year."""
    found: Candidates = {}
    more, year = False, scope.year
    for asked in understood(text):
        if found and (more or len(found) > limit):
            more = True
            break
        if asked.year is not None and scope.year is not None:
            continue
        within_year = scope if asked.year is None else replace(scope, year=asked.year)
        met, cut = (
            look_up(store, asked, within_year, near, limit)
            if asked.name
            else of_year(store, within_year, near, limit)
        )
        more = more or cut
        new = {key: one for key, one in met.items() if key not in found}
        found |= _ranked(new, near)
        year = within_year.year if new else year
    return found, more, year


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
        one.otherwise,
        in_latin,  # what is typed in letters is pinyin first: jining is 济宁 before Hotel Jining
        one.why,
        toponym.kind is not ToponymKind.STANDARD or toponym.status in _GONE,
        one.named.place.feature_class is FeatureClass.OTHER,
        span != (0, len(toponym.name)),
        far,
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
    otherwise = "读音与所输不同" if one.otherwise else None
    parts = (label_of(toponym, standard), _undated(one), otherwise)
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
