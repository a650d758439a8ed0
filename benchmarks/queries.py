"""Draws the proposed names that are asked for, like names that exist in the size.

40 % exist, 30 % have a character replaced by another of the same sound, 30 % have one replaced, put
in or left out. Each is asked in the city and the class of the name it was made from.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from benchmarks.names import SEED, Row, Size, rows
from diming.model import FeatureClass
from diming.names.characters import lookup
from diming.names.parse import parse, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RIVALS = 1000
BATCH = 10_000

_COMMON = 1  # level of 《通用规范汉字表》
_HAN = range(0x4E00, 0xA000)


def proposed(size: Size, cache_: Path) -> list[Row]:
    """The proposed names of a size, `BATCH` of them; drawn once and then kept."""
    path = cache_ / f"{SEED}-{size.label}-proposed.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(list(_drawn(size)), ensure_ascii=False), "utf-8")
    return [
        Row(name, FeatureClass(kind), area)
        for name, kind, area in json.loads(path.read_text("utf-8"))
    ]


def _drawn(size: Size) -> Iterator[Row]:
    rng = Random(f"{SEED}:{size.label}:proposed")  # noqa: S311 - a benchmark, no secret
    chosen = set(rng.sample(range(size.total), BATCH))
    sources = [row for number, row in enumerate(rows(size)) if number in chosen]
    rng.shuffle(sources)
    for number, row in enumerate(sources):
        change = _CHANGES[number % len(_CHANGES)]
        specific = stem(parse(row.name, row.feature_class))
        rest = row.name[len(specific) :]
        yield row._replace(name=change(specific or row.name, rng) + (rest if specific else ""))


def _same(specific: str, _: Random) -> str:
    return specific


def _sounded(specific: str, rng: Random) -> str:
    """With one character replaced by a common one that is read the same."""
    at = rng.randrange(len(specific))
    entry = lookup(specific[at])
    others = _by_reading().get(entry.readings[0], "") if entry else ""
    return _replaced(specific, at, rng.choice(others or specific[at]))


def _edited(specific: str, rng: Random) -> str:
    """With one character replaced, put in or, from three on, left out."""
    at, other = rng.randrange(len(specific)), rng.choice(rng.choice(tuple(_by_reading().values())))
    how = rng.randrange(3 if len(specific) > 2 else 2)
    if how == 1:
        return specific[:at] + other + specific[at:]
    return _replaced(specific, at, other if how == 0 else "")


def _replaced(text: str, at: int, char: str) -> str:
    return text[:at] + char + text[at + 1 :]


@cache
def _by_reading() -> dict[str, str]:
    """The common characters of each reading."""
    found: dict[str, str] = defaultdict(str)
    for char in map(chr, _HAN):
        entry = lookup(char)
        if entry and entry.level == _COMMON:
            found[entry.readings[0]] += char
    return dict(found)


_CHANGES: tuple[Callable[[str, Random], str], ...] = (*[_same] * 4, *[_sounded] * 3, *[_edited] * 3)
