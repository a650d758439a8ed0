"""Takes the area off what was typed: 任城区建设路 and jianshelu 任城 mean a road of 任城区."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from diming.model import FeatureClass, ToponymKind, within
from diming.names.characters import is_han
from diming.names.plain import plain
from diming.registry.store import Scope
from diming.service.searching.bounds import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diming.registry.store import Store

_SIGNS = re.compile(r"[\s，,、。；;：:]+")
_SHORTEST, _LONGEST = 2, 12  # characters of an area's name
# What a name of an area may end with, which people leave out (任城).
_ENDINGS = ("", "省", "市", "区", "县", "镇", "乡", "街道")
_DIVISIONS = (
    FeatureClass.PROVINCE, FeatureClass.PREFECTURE, FeatureClass.COUNTY, FeatureClass.TOWNSHIP,
)  # fmt: skip


def narrowed(
    store: Store, text: str, scope: Scope, most: int = AREAS
) -> Iterator[tuple[str, Scope]]:
    """What is left of a text without an area in it, and the scope within that area.

    A word that is an area's name first, wherever it stands, then the longest beginning that is;
    an area is named whole or by its stem (任城). Then the same with what is left, `most` areas in
    all. Nothing where the scope lies elsewhere.
    """
    words = [word for word in _SIGNS.split(text) if word]
    joined = " ".join(words)
    pieces = [(word, " ".join(words[:at] + words[at + 1 :])) for at, word in enumerate(words)]
    pieces += [(joined[:end], joined[end:]) for end in range(_LONGEST, _SHORTEST - 1, -1)]
    codes = _codes(store, {piece for piece, rest in pieces if rest and _may_name(piece)})
    ways = [
        (rest, replace(scope, areas=inside))
        for piece, rest in dict.fromkeys(pieces)
        if rest and (inside := _within(scope, codes.get(plain(piece), ())))
    ]
    yield from ways
    if ways and most > 1:
        yield from narrowed(store, *ways[0], most - 1)


def _may_name(piece: str) -> bool:
    return _SHORTEST <= len(piece) <= _LONGEST and all(map(is_han, piece))


def _codes(store: Store, pieces: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The codes of the areas that each piece names, whole or by the stem."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for piece in map(plain, pieces):
        for ending in _ENDINGS:
            meant[piece + ending].add(piece)
    codes: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for named in store.named_exactly(meant, Scope(classes=_DIVISIONS)) if meant else ():
        if named.toponym.kind is ToponymKind.STANDARD:
            for piece in meant[plain(named.toponym.name)]:
                codes[piece] += (named.place.jurisdiction,)
    return codes


def _within(scope: Scope, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the codes, or of the scope's, that lie in both."""
    if not scope.areas:
        return codes
    both = [code for code in codes if any(within(code, area) for area in scope.areas)]
    both += [area for area in scope.areas if any(within(area, code) for code in codes)]
    return tuple(dict.fromkeys(both))
