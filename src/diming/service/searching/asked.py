"""Understands what a clerk typed into the search: a name however written, perhaps with a year.

Brackets, width and capitals mean nothing; spaces and tones find the same names in another order
(`accent`). A number may be more than one thing, so
there may be several ways to understand a text; the plainest comes first, and a name that really
holds the number is found before the others are tried:

- 金港1街 may be 金港一街, and 八号楼 may be written 8号楼;
- tai4bai2 has tone numbers; jingang1jie has none, for jingang is not one syllable;
- a number of four digits that stands apart, or any with 年, 公元 or 前, is a year: 济州 1300, 1928.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.names.parse import COUNT, numeral
from diming.names.plain import plain_query
from diming.service.searching.accent import UNACCENTED, Accent, accent_of, numbered
from diming.service.searching.letters import without_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = re.compile(
    r"(?<![\w-])(?:(?P<bc>(?:公元)?前\s*|-)(?P<before>\d{1,4})年?|公元\s*(?P<after>\d{1,4})年?"
    r"|(?P<said>\d{1,4})\s*年|(?P<bare>\d{4}))(?!\w)|(?P<joined>\d{3,4})年"
)
_NUMBER = re.compile(rf"[0-9]+|{COUNT}")
_CHARACTERS = re.compile("[^a-z]+")  # letters are filed with ordinals both ways
_WORDS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Asked:
    """One way to understand a text: the name as `plain_query` writes it, and a year or None.

    `accent` keeps the tones and the gaps that it was typed with.
    """

    name: str
    year: int | None = None
    accent: Accent = UNACCENTED


def understood(text: str) -> Iterator[Asked]:
    """The ways to understand a text, the plainest first; none when it says nothing."""
    name = plain_query(text)
    if not name:
        return
    yield Asked(name, accent=accent_of(text))
    if (bare := without_tones(name)) is not None:
        yield Asked(bare, accent=numbered(text))
    other = _NUMBER.sub(_otherwise, name)
    if other != name and _CHARACTERS.fullmatch(_NUMBER.sub("", name)):
        yield Asked(other)
    written = unicodedata.normalize("NFKC", text)
    for found in _YEAR.finditer(written):
        if year := _year(found):
            rest = written[: found.start()] + written[found.end() :]
            yield Asked(plain_query(rest), year, accent_of(rest))


def _year(found: re.Match[str]) -> int:
    if found["before"]:
        return -int(found["before"])
    return int(found["after"] or found["said"] or found["bare"] or found["joined"])


def _otherwise(found: re.Match[str]) -> str:
    """The same number in digits for words, in words for digits."""
    number = found[0]
    if not number.isascii():
        return str(numeral(number))
    value = int(number)
    if not 10 <= value <= 99:
        return "".join(_WORDS[int(digit)] for digit in number)
    tens, ones = divmod(value, 10)
    return f"{_WORDS[tens] if tens > 1 else ''}十{_WORDS[ones] if ones else ''}"
