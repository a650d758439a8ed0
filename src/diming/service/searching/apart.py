"""Finds names by words that stand apart, parts of a name or of its area (博物馆 邹)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.names.plain import plain, plain_query
from diming.service.searching.area_paths import area_paths
from diming.service.searching.asked import Asked
from diming.service.searching.bounds import SIFTED
from diming.service.searching.lookup import look_up

if TYPE_CHECKING:
    from diming.registry.store import Scope, Store
    from diming.service.searching.lookup import Candidates

_WORD = re.compile(r"\w+")


def look_up_apart(
    store: Store, text: str, scope: Scope, near: str | None
) -> tuple[Candidates, bool]:
    """Names that have each word in themselves or in their areas, and whether there may be more.

    Words of characters only; letters that stand apart are one spelling.
    """
    words = sorted(filter(None, map(plain_query, _WORD.findall(text))), key=len, reverse=True)
    if len(words) < 2 or any(word.isascii() for word in words):
        return {}, False
    more = False
    for at, word in enumerate(words):
        met, cut = look_up(store, Asked(word), scope, near, SIFTED)
        more = more or cut
        paths = area_paths(store, {one.named.place.jurisdiction for one in met.values()})
        others = words[:at] + words[at + 1 :]
        kept = {
            key: one
            for key, one in met.items()
            for said in [f"{plain(one.named.toponym.name)} {paths[one.named.place.jurisdiction]}"]
            if all(other in said for other in others)
        }
        if kept:
            return kept, more
    return {}, more
