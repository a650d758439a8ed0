"""Finds names as a clerk types them: characters, pinyin, initials, old names, a year.

Order of hits: the whole name, its beginning, a part of it, then spelling and initials; within
each the shorter name first, a standard name before a former one.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from diming.model import FeatureClass, ToponymKind, ToponymStatus, parent_code
from diming.names.characters import is_han, simplify
from diming.names.keys import query_letters
from diming.names.reading import read
from diming.registry.store import KeyKind, Named, Scope, SearchHit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.registry.store import Store


class Why(IntEnum):
    """How a hit met the query; the lower, the nearer."""

    EXACT = 0
    PREFIX = 1
    PART = 2
    SPELLING = 3
    INITIALS = 4


_HERITAGE = "heritage"
_UNDATED = "起始年代不详"
_PROBE = 2000  # names looked at for a spelling, before ranking


def search(
    store: Store, text: str, *, as_of: int | None = None, kind: str | None = None, limit: int = 50
) -> list[SearchHit]:
    """Names that meet `text`, best first; `kind` is `heritage` or a class of places."""
    query = simplify("".join(text.split()))
    if not query:
        return []
    classes = () if kind in (None, _HERITAGE) else (FeatureClass(kind),)
    scope = Scope(classes=classes)
    found = _by_characters(store, query, scope) if is_han(query[0]) else _by_letters(
        store, query_letters(text), scope
    )  # fmt: skip
    kept = {
        named.toponym.id: (why, named)
        for why, named in sorted(found, key=lambda pair: pair[0], reverse=True)
        if (as_of is None or named.toponym.in_use_in(as_of))
        and (kind != _HERITAGE or named.toponym.heritage is not None)
    }
    ranked = sorted(kept.values(), key=lambda pair: (_unknown(as_of, pair[1]), *_rank(*pair)))
    return [_hit(store, query, why, named, as_of) for why, named in ranked[:limit]]


def _unknown(as_of: int | None, named: Named) -> bool:
    """Whether a year is asked for and nobody knows when the name began."""
    return as_of is not None and named.toponym.valid_from is None


def _by_characters(store: Store, query: str, scope: Scope) -> list[tuple[Why, Named]]:
    han = "".join(char for char in query if is_han(char))
    tail = query_letters(query[len(han) :]) if query.startswith(han) else ""
    grams = {han[at : at + 2] for at in range(len(han) - 1)}
    kind = KeyKind.BIGRAM if grams else KeyKind.UNIGRAM
    hits = []
    for named in store.find_all(kind, sorted(grams or {han}), scope):
        at = simplify(named.toponym.name).find(han)
        if at < 0 or not _goes_on(named, at + len(han), tail):
            continue
        whole = len(named.toponym.name) == len(han)
        hits.append((Why.EXACT if whole else Why.PART if at else Why.PREFIX, named))
    return hits


def _goes_on(named: Named, at: int, letters: str) -> bool:
    """Whether the name goes on after position `at` with these letters, spelt or as initials."""
    if not letters:
        return True
    rest = named.toponym.name[at:]
    syllables = [query_letters(one) for one in read(rest).syllables] if rest else []
    initials = "".join(one[:1] for one in syllables)
    return "".join(syllables).startswith(letters) or initials.startswith(letters)


def _by_letters(store: Store, letters: str, scope: Scope) -> Iterable[tuple[Why, Named]]:
    if not letters:
        return
    for kind, why in ((KeyKind.SPELLING, Why.SPELLING), (KeyKind.INITIALS, Why.INITIALS)):
        for named in store.find_prefix(kind, letters, scope, limit=_PROBE):
            yield why, named


def _rank(why: Why, named: Named) -> tuple[int, int, bool, bool, str]:
    toponym = named.toponym
    return (
        why,
        len(toponym.name),
        toponym.kind is not ToponymKind.STANDARD,
        toponym.heritage is None,
        toponym.id,
    )


def _hit(store: Store, query: str, why: Why, named: Named, as_of: int | None) -> SearchHit:
    at = simplify(named.toponym.name).find("".join(char for char in query if is_han(char)))
    met = sum(1 for char in query if is_han(char))
    return SearchHit(
        named=named,
        why=why.name.lower(),
        span=(at, at + met) if met and at >= 0 else None,
        label=" · ".join(filter(None, (label_of(named), _UNDATED * _unknown(as_of, named))))
        or None,
        area=area_path(store, named.place.jurisdiction),
    )


def label_of(named: Named) -> str | None:
    """What to say beside a name that is not simply in use: 曾用名, 历史地名, heritage."""
    toponym = named.toponym
    words = {
        ToponymKind.FORMER: "曾用名",
        ToponymKind.ALIAS: "别名",
        ToponymKind.ABBREVIATION: "简称",
    }.get(toponym.kind) or {
        ToponymStatus.HISTORICAL: "历史地名",
        ToponymStatus.ABOLISHED: "已注销",
        ToponymStatus.PROPOSED: "拟议",
        ToponymStatus.RESERVED: "预命名",
    }.get(toponym.status)
    parts = [part for part in (words, toponym.heritage) if part]
    return " · ".join(parts) or None


def area_path(store: Store, adcode: str) -> str:
    """The areas a code lies in, widest first, below the province: 济宁市任城区阜桥街道."""
    names: list[str] = []
    code: str | None = adcode
    while code is not None and not code.endswith("0000"):
        area = store.jurisdiction(code)
        if area is not None:
            names.append(area.name)
        code = parent_code(code)
    return "".join(reversed(names))
