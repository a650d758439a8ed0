"""Says whether a name sounds as somebody took care to type: these tones, syllables apart here.

rèn chéng is not 任城 (rén chéng), and xi'an is 西安, not 县. What was not typed says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.names.parse import COUNT, numeral
from diming.names.plain import stripped
from diming.names.reading import candidates, read
from diming.names.syllables import ascii_letters, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diming.registry.store import Named

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_NEUTRAL = 5
_INITIALS = ("zh", "ch", "sh")
_NUMBER = re.compile(COUNT)


@dataclass(frozen=True, slots=True)
class Accent:
    """Tones (1 to 4, 5 for the neutral) by a letter of their syllable; where a syllable begins.

    Both count the characters of the `plain_query` they belong to.
    """

    tones: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was said at all."""
        return bool(self.tones or self.breaks)


UNACCENTED = Accent()


def accent_of(text: str) -> Accent:
    """The tone signs of a text, and the gaps between its letters (spaces, apostrophes, hyphens)."""
    written = normalise(text)
    kept = stripped(written)
    tones = [(at, tone) for at, where in enumerate(kept.at) if (tone := _sign(written[where]))]
    breaks = [
        at
        for at in range(1, len(kept.text))
        if kept.text[at - 1 : at + 1].isascii()
        and kept.text[at - 1 : at + 1].isalpha()
        and kept.at[at] > kept.at[at - 1] + 1
    ]
    return Accent(tuple(tones), tuple(breaks))


def numbered(text: str) -> Accent:
    """The tones of a text that writes them as digits (tai4 bai2), digits left out of the count."""
    bare, tones = "", list[tuple[int, int]]()
    for char in stripped(normalise(text)).text:
        if char.isdigit():
            tones.append((len(bare) - 1, int(char) or _NEUTRAL))
        else:
            bare += char
    return Accent(tuple(tones), accent_of(re.sub(r"(?<=[^\W\d])[0-5]", "", text)).breaks)


def sounds_so(named: Named, query: str, accent: Accent, start: int) -> bool:
    """Whether the name, from a character of it on, can be said as the query was typed."""
    name, toponym = stripped(named.toponym.name), named.toponym
    first = next((at for at, where in enumerate(name.at) if where >= start), 0)
    said = read(
        name.text, given=toponym.reading, feature_class=named.place.feature_class,
        area=named.place.jurisdiction,
    )  # fmt: skip
    readings = [
        (syllable, *candidates(char)) if at in said.unsure else (syllable,)
        for at, (char, syllable) in enumerate(zip(name.text, said.syllables, strict=True))
    ]
    return _said(name.text, readings, query, accent, first)


def _said(
    name: str, readings: Sequence[Sequence[str]], query: str, accent: Accent, first: int
) -> bool:
    """Goes through name and query together: every way that is open at a character."""
    tones, breaks = dict(accent.tones), set(accent.breaks)
    reached = {first: {0}}  # how much of the query may stand before a character of the name
    for at in range(first, len(name)):
        for typed in reached.pop(at, ()):
            if typed == len(query):
                return True
            for chars, length, tone in _steps(name, readings[at], query, at, typed):
                syllable = range(typed, min(typed + length, len(query)))
                asked = [tones[one] for one in syllable if one in tones]
                if asked in ([], [tone]) and breaks.isdisjoint(syllable[1:]):
                    reached.setdefault(at + chars, set()).add(syllable.stop)
    return len(query) in reached.get(len(name), ())


def _steps(
    name: str, readings: Sequence[str], query: str, at: int, typed: int
) -> Iterator[tuple[int, int, int]]:
    """Characters of the name, how many of the query they may take up, and with which tone."""
    rest = query[typed:]
    if rest[0] == name[at]:
        yield 1, 1, 0
    number = _NUMBER.match(name, at)
    if number and rest.startswith(figures := str(numeral(number[0]))):
        yield len(number[0]), len(figures), 0
    for reading in readings:
        tone = _sign(reading) or _NEUTRAL
        letters = ascii_letters(reading)
        for spelt in {letters, letters.replace("v", "u")}:
            if rest.startswith(spelt) or spelt.startswith(rest):
                yield 1, len(spelt), tone
            for initial in {spelt[:1], spelt[:2] if spelt[:2] in _INITIALS else spelt[:1]}:
                if rest.startswith(initial):
                    yield 1, len(initial), tone


def _sign(text: str) -> int | None:
    """The tone whose sign a letter or a syllable bears."""
    return next((_TONES[one] for one in unicodedata.normalize("NFD", text) if one in _TONES), None)
