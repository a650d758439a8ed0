"""Asks the registry for the names that may meet a query, and keeps those that do.

Characters, whole letters and whole initials are filed as such. What is abbreviated in another way
(太白l, tbl路, tblou) is sifted from the names with its characters, its letters or its initials.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diming.names.reading import read
from diming.service.searching.accent import sounds_so
from diming.service.searching.bounds import RANKED, SIFTED, SIFTED_INSIDE
from diming.service.searching.letters import initials, spelt
from diming.service.searching.meeting import Met, Why, meet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.registry.store import Named, Scope, Store
    from diming.service.searching.asked import Asked

_CHARACTERS = re.compile(r"[^\x00-\x7f]+")
_LETTER = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that meets what was asked: why, with which characters, and in which year if any.

    `otherwise` when it has other tones or other syllables than were typed.
    """

    named: Named
    why: Why
    span: tuple[int, int] | None = None
    year: int | None = None
    otherwise: bool = False


Candidates = dict[str, Candidate]  # by the id of the name


def look_up(
    store: Store, asked: Asked, scope: Scope, near: str | None, limit: int
) -> tuple[Candidates, bool]:
    """Names that meet what was asked, and whether there may be more of them.

    Whole letters and initials suffice where they find a name; abbreviations of letters alone
    are tried where they do not.
    """
    most = max(limit + 1, SIFTED if scope.year is not None or asked.accent else RANKED)
    found, cut = _look_up(store, asked.name, scope, near, most)
    if asked.accent:
        found = {key: _heard(one, asked) for key, one in found.items()}
    return found, cut


def _heard(one: Candidate, asked: Asked) -> Candidate:
    """The candidate, with a remark where it does not sound as it was typed."""
    start = 0 if one.span is None else one.span[0]
    return replace(one, otherwise=not sounds_so(one.named, asked.name, asked.accent, start))


def _look_up(
    store: Store, query: str, scope: Scope, near: str | None, most: int
) -> tuple[Candidates, bool]:
    found: Candidates = {}
    for ask in (store.typed, store.containing):
        for named in ask(query, scope, near=near, limit=most):
            met = meet(named.toponym, query) or _by_reading(named, query)
            found[named.toponym.id] = Candidate(named, met.why, met.span, scope.year)
        if len(found) >= most:
            return found, True
    if _LETTER.search(query) and (not found or not query.isascii()):
        abbreviated, cut = _abbreviated(store, query, scope, near, most)
        return abbreviated | found, cut
    return found, False


def _by_reading(named: Named, query: str) -> Met:
    """How a name meets letters that it is filed under by a reading no table has (六 lù)."""
    toponym = named.toponym
    reading = read(
        toponym.name, given=toponym.reading, feature_class=named.place.feature_class,
        area=named.place.jurisdiction,
    )  # fmt: skip
    return meet(replace(toponym, reading=reading.text), query) or Met(Why.SPELLING, None)


def of_year(store: Store, scope: Scope, near: str | None, limit: int) -> tuple[Candidates, bool]:
    """Names that were in use in the scope's year by their dates, and whether there are more."""
    if scope.year is None:
        return {}, False
    most = limit + 1
    batch = store.of_year(scope.year, scope, near=near, limit=most)
    found = {one.toponym.id: Candidate(one, Why.YEAR, None, scope.year) for one in batch}
    return found, len(found) == most


def _abbreviated(
    store: Store, query: str, scope: Scope, near: str | None, most: int
) -> tuple[Candidates, bool]:
    """Names that begin as abbreviated; if none does, names with the abbreviation inside them."""
    found: Candidates = {}
    held = max(_CHARACTERS.findall(query), key=len, default="")
    (letters, letters_cut), (firsts, firsts_cut) = spelt(query), initials(query)
    cut = letters_cut or firsts_cut
    asked = [(key, most) for key in letters] + [(key, SIFTED) for key in firsts]
    for key, limit in asked:
        batch = store.typed(key, scope, near=near, limit=limit, holding=held)
        found |= _met(query, batch, scope.year)
        if len(found) >= most:
            return found, True
        cut = cut or len(batch) == limit
    if held and not found:
        batch = store.containing(held, scope, near=near, limit=SIFTED_INSIDE)
        return _met(query, batch, scope.year), cut or len(batch) == SIFTED_INSIDE
    return found, cut


def _met(query: str, batch: Iterable[Named], year: int | None) -> Candidates:
    return {
        named.toponym.id: Candidate(named, met.why, met.span, year)
        for named in batch
        if (met := meet(named.toponym, query))
    }
