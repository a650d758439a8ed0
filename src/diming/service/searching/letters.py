"""Cuts typed letters into syllables and initials, so that abbreviations find their names.

Names are filed under all their letters and all their initials. What mixes both (tblou, 太白ll,
tbl路) is looked for under initials alone, and `meeting` keeps those that it really meets.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice, product, zip_longest
from typing import TYPE_CHECKING

from diming.names.characters import is_han
from diming.names.reading import candidates, read
from diming.names.syllables import ascii_letters
from diming.service.searching.bounds import CUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_INITIALS = tuple("bpmfdtnlgkhjqxrzcsyw")
_DOUBLE = ("zh", "ch", "sh")
_FINALS = (
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie", "iao",
    "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang",
    "ue", "v", "ve", "van", "vn",
)  # fmt: skip
_BARE = ("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er")
# More than there are, but whatever is cut so is still compared with real readings.
SYLLABLES = frozenset((*_BARE, *(a + b for a in (*_INITIALS, *_DOUBLE) for b in _FINALS)))
_BEGUN = frozenset(syllable[:end] for syllable in SYLLABLES for end in range(1, len(syllable)))
_LONGEST = max(map(len, SYLLABLES))

# A single vowel may be a syllable or stand for one (安).
_WHOLE = SYLLABLES - frozenset("aoe")


def without_tones(letters: str) -> str | None:
    """tai4bai2lou → taibailou; None when some number does not follow exactly one syllable."""
    kept, syllable = "", ""
    for char in letters:
        if char not in "012345":
            syllable += char
        elif syllable in SYLLABLES:
            kept, syllable = kept + syllable, ""
        else:
            return None
    return kept + syllable if kept and (not syllable or syllable in SYLLABLES | _BEGUN) else None


def spelt(query: str) -> tuple[tuple[str, ...], bool]:
    """The letters of a query with characters in it, in each reading of these: 太白l → taibail.

    And whether there are more than `CUTS` ways, of which the rest is left out.
    """
    options = [_typed(char) if is_han(char) else (char,) for char in query]
    ways = tuple(islice(map("".join, product(*options)), CUTS + 1))
    return tuple(dict.fromkeys(ways[:CUTS])), len(ways) > CUTS


def initials(query: str) -> tuple[tuple[str, ...], bool]:
    """The initials that an abbreviating query may mean: tblou → tbl, 太白ll → tbll, taibl → tbl.

    And whether there are more than `CUTS` ways, of which the rest is left out. None for whole
    syllables (李二zhuang), of which the last may be unfinished (太白l): these are looked for as
    they are spelt.
    """
    ways: list[dict[str, bool]] = [{"": False}]
    cut = False
    for at in reversed(range(len(query))):
        options = [
            [(first + rest, abbreviated or further) for rest, further in ways[length - 1].items()]
            for first, length, abbreviated in _firsts(query[at:])
        ]
        # In turn, so that the ways of one reading (石 dàn) leave room for those of the next (shí).
        in_turn = filter(None, chain.from_iterable(zip_longest(*options)))
        here: dict[str, bool] = {}
        for way, shortened in in_turn:
            if len(here) < CUTS or way in here:
                here.setdefault(way, shortened)
            else:
                cut = True
        ways.insert(0, here)
    # The longest syllables come first: where they suffice nothing is abbreviated.
    return (tuple(ways[0]), cut) if any(islice(ways[0].values(), 1)) else ((), False)


def _firsts(query: str) -> Iterator[tuple[str, int, bool]]:
    """The initial that a query may begin with, how many letters of it, and if these abbreviate."""
    if is_han(query[0]):
        yield from dict.fromkeys((syllable[0], 1, False) for syllable in _typed(query[0]))
        return
    if query in _BEGUN:
        yield query[0], len(query), False
    for length in range(min(len(query), _LONGEST), 0, -1):
        piece = query[:length]
        if piece in SYLLABLES or piece in _DOUBLE or piece in _INITIALS:
            yield piece[0], length, length < len(query) and piece not in _WHOLE


@lru_cache(maxsize=16384)
def _typed(char: str) -> tuple[str, ...]:
    """The letters of a character's readings, the usual one first (石 shi, dan)."""
    readings = (read(char).syllables[0], *candidates(char))
    return tuple(dict.fromkeys(map(ascii_letters, readings)))
